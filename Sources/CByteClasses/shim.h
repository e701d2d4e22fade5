#ifndef EARSHOT_CBYTECLASSES_SHIM_H
#define EARSHOT_CBYTECLASSES_SHIM_H

#include <stdint.h>
#include <string.h>

// Clang's vectors have what Swift's lack: a comparison becomes a mask of bits, which is one instruction
// on most processors and dozens by hand.
typedef uint8_t byte_block __attribute__((ext_vector_type(64)));
typedef _Bool bit_block __attribute__((ext_vector_type(64)));

#define BITS(condition) \
    ({ \
        bit_block bits = __builtin_convertvector(condition, bit_block); \
        uint64_t mask; \
        memcpy(&mask, &bits, sizeof mask); \
        mask; \
    })

/// What 64 bytes of a text are, a bit for each, the first the lowest.
typedef struct {
    /// ASCII letters, digits, `_` and whatever is not ASCII.
    uint64_t words;
    /// The first byte of each scalar that is neither ASCII nor one of the letters from U+00C0 to U+017F,
    /// among which × and ÷ are none.
    uint64_t others;
} byte_classes;

/// - Parameter start: 64 bytes; a scalar that goes on behind them is told as far as it lies in them, and
///   what begins with 0xC3 in the last of them counts as other.
static inline byte_classes byte_classes_of_64(const void *start) {
    byte_block bytes;
    memcpy(&bytes, start, sizeof bytes);
    uint64_t words = BITS(
        ((bytes | 0x20) - (uint8_t)'a' < (uint8_t)26) | (bytes - (uint8_t)'0' < (uint8_t)10)
            | (bytes == (uint8_t)'_') | (bytes >= (uint8_t)0x80));
    uint64_t others = BITS((bytes >= (uint8_t)0xC6) | (bytes == (uint8_t)0xC2));
    // × is C3 97, and ÷ is C3 B7.
    uint64_t signs = BITS((bytes & (uint8_t)0xDF) == (uint8_t)0x97);
    uint64_t firstOfSigns = BITS(bytes == (uint8_t)0xC3);
    byte_classes classes = {words, others | (firstOfSigns & (signs >> 1 | (uint64_t)1 << 63))};
    return classes;
}

/// What 64 bytes are in UTF-8 (Unicode Standard, table 3-7), a bit for each, the first the lowest.
typedef struct {
    /// The first bytes of scalars beyond ASCII.
    uint64_t leads;
    /// Those of scalars of three bytes or more.
    uint64_t leads_of_three;
    /// Bytes that go on with a scalar.
    uint64_t continuations;
    /// Bytes that stand in no scalar, that begin one of four bytes, or one whose second byte is not free.
    uint64_t rare;
} utf8_classes;

static inline utf8_classes utf8_classes_of_64(const void *start) {
    byte_block bytes;
    memcpy(&bytes, start, sizeof bytes);
    uint64_t beyondASCII = BITS(bytes >= (uint8_t)0x80);
    utf8_classes classes = {0, 0, 0, 0};
    if (beyondASCII == 0) return classes;
    classes.leads = BITS(bytes >= (uint8_t)0xC0);
    classes.leads_of_three = BITS(bytes >= (uint8_t)0xE0);
    classes.continuations = beyondASCII & ~classes.leads;
    classes.rare = BITS(
        ((bytes & 0xFE) == (uint8_t)0xC0) | (bytes == (uint8_t)0xE0) | (bytes == (uint8_t)0xED)
            | (bytes >= (uint8_t)0xF0));
    return classes;
}

#undef BITS

#endif
