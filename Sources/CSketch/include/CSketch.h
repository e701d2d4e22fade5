#ifndef EARSHOT_CSKETCH_H
#define EARSHOT_CSKETCH_H

#include <stddef.h>
#include <stdint.h>

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
static inline uint64_t earshot_mix(uint64_t value) {
    uint64_t mixed = value + 0x9E3779B97F4A7C15;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
}

/// Lowers each place of a sketch to the least that its hash function gives of any three words in a row.
///
/// - `hashes`: of the words, `count` of them, three at least.
/// - `seeds`: of the places' hash functions, `size` of them.
/// - `lowest`: the sketch, `size` places.
void earshot_lower_minima(
    const uint64_t *hashes, size_t count, const uint64_t *seeds, uint32_t *lowest, size_t size);

#endif
