#include "CByteClasses.h"

// The levels of x86-64 with vectors of 64 and 32 bytes (System V ABI, AMD64 supplement, 3.1.1); the
// loader of the GNU C library takes one.
#if defined(__x86_64__) && defined(__GLIBC__)
#define FOR_EACH_PROCESSOR \
    __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

FOR_EACH_PROCESSOR
byte_classes byte_classes_of_64(const void *start) {
    byte_block bytes;
    memcpy(&bytes, start, sizeof bytes);
    uint64_t words = EARSHOT_BITS(
        ((bytes | 0x20) - (uint8_t)'a' < (uint8_t)26) | (bytes - (uint8_t)'0' < (uint8_t)10)
            | (bytes == (uint8_t)'_') | (bytes >= (uint8_t)0x80));
    uint64_t others = EARSHOT_BITS(
        (bytes >= (uint8_t)0xC6) | (bytes == (uint8_t)0xC2) | (bytes == (uint8_t)'_'));
    // × is C3 97, and ÷ is C3 B7.
    uint64_t signs = EARSHOT_BITS((bytes & (uint8_t)0xDF) == (uint8_t)0x97);
    uint64_t firstOfSigns = EARSHOT_BITS(bytes == (uint8_t)0xC3);
    byte_classes classes = {words, others | (firstOfSigns & (signs >> 1 | (uint64_t)1 << 63))};
    return classes;
}
