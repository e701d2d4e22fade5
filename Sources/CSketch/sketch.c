#include "CSketch.h"

// Sixty products a word: compiled once more for processors that make eight of them at a time, which
// Swift cannot ask for function by function. Which one runs is found out when the program starts.
#if defined(__x86_64__) && defined(__GLIBC__)
#define EARSHOT_WIDE __attribute__((target_clones("avx512dq", "avx2", "default")))
#else
#define EARSHOT_WIDE
#endif

EARSHOT_WIDE
void earshot_lower_minima(
    const uint64_t *hashes, size_t count, const uint64_t *seeds, uint32_t *restrict lowest,
    size_t size) {
    for (size_t start = 0; start + 2 < count; start++) {
        uint64_t triple = earshot_mix(
            hashes[start] + earshot_mix(hashes[start + 1] + earshot_mix(hashes[start + 2])));
        for (size_t place = 0; place < size; place++) {
            uint32_t value = (uint32_t)(earshot_mix(triple ^ seeds[place]) >> 32);
            lowest[place] = value < lowest[place] ? value : lowest[place];
        }
    }
}
