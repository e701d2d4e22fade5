import CMalloc

/// How the program's heap is kept, whose size is what a small server feels of a run.
package enum HeapSettings {
    /// One heap for all threads, which gives back what it no longer needs; for a program's first line.
    ///
    /// Left to itself, glibc keeps a heap for each thread, and grows the size from which on a block is
    /// given back at once: a run then held a seventh more, and took as long.
    package static func keepSmall() {
        for (setting, value) in [
            (M_ARENA_MAX, 1), (M_MMAP_THRESHOLD, largeBlock), (M_TRIM_THRESHOLD, largeBlock),
        ] {
            // Where a setting is refused the heap is only larger.
            _ = mallopt(setting, Int32(value))
        }
    }

    /// Gives back what an earlier part of the work has left.
    static func giveBack() {
        _ = malloc_trim(0)
    }

    // MARK: - Private

    /// In bytes.
    private static let largeBlock = 1 << 20
}
