#ifndef EARSHOT_CBYTECLASSES_H
#define EARSHOT_CBYTECLASSES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Clang's vectors have what Swift's lack: a comparison becomes a mask of bits, which is one instruction
// on most processors and dozens by hand; and a function may be there for each generation of processors,
// of which the program takes the one that it runs on.
typedef uint8_t byte_block __attribute__((ext_vector_type(64)));
typedef _Bool bit_block __attribute__((ext_vector_type(64)));

#define EARSHOT_BITS(condition) \
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
    /// Each `_`, and the first byte of each scalar that is neither ASCII nor one of the letters from
    /// U+00C0 to U+017F, among which × and ÷ are none.
    uint64_t others;
} byte_classes;

/// - Parameter start: 64 bytes; a scalar that goes on behind them is told as far as it lies in them, and
///   what begins with 0xC3 in the last of them counts as other.
byte_classes byte_classes_of_64(const void *start);

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
    uint64_t beyondASCII = EARSHOT_BITS(bytes >= (uint8_t)0x80);
    utf8_classes classes = {0, 0, 0, 0};
    if (beyondASCII == 0) return classes;
    classes.leads = EARSHOT_BITS(bytes >= (uint8_t)0xC0);
    classes.leads_of_three = EARSHOT_BITS(bytes >= (uint8_t)0xE0);
    classes.continuations = beyondASCII & ~classes.leads;
    classes.rare = EARSHOT_BITS(
        ((bytes & 0xFE) == (uint8_t)0xC0) | (bytes == (uint8_t)0xE0) | (bytes == (uint8_t)0xED)
            | (bytes >= (uint8_t)0xF0));
    return classes;
}

/// Sixteen bytes, the first the lowest, with 0x20 set in all; those that are not ASCII are 0xFF.
typedef struct {
    uint64_t low;
    uint64_t high;
} byte_outline;

/// - Parameters:
///   - start: 16 bytes.
///   - count: How many of them count, 16 at most; the others are taken for 0.
static inline byte_outline outline_of_16(const void *start, size_t count) {
    typedef int8_t sixteen __attribute__((ext_vector_type(16)));
    static const int8_t kept[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
    sixteen bytes, mask;
    memcpy(&bytes, start, sizeof bytes);
    memcpy(&mask, kept + 16 - count, sizeof mask);
    bytes &= mask;
    bytes |= (bytes < 0) | 0x20;
    byte_outline outline;
    memcpy(&outline, &bytes, sizeof outline);
    return outline;
}

#endif
