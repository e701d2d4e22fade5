import CMalloc

/// How the program's heap is kept, whose size is what a small server feels of a run.
package enum HeapSettings {
    /// Uses one heap for all threads, which gives back what it no longer needs; to be called in a
    /// program's first line.
    ///
    /// Left to itself, glibc keeps a heap for each thread, and raises the size from which on it gives a
    /// block back at once. A run then held a seventh more memory, and was no faster.
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
