import Model

/// Finds signatures by one of their bands.
///
/// A table of open addressing whose slots hold the first occurrence of a band; those of the same
/// band are chained.
struct BandIndex {
    /// Of each occurrence.
    private var bands: [Int64] = []
    /// The signature of each occurrence.
    private var owners: [Int32] = []
    /// The occurrence of the same band before each; −1 for none.
    private var next: [Int32] = []
    /// Occurrences; −1 where there is none.
    private var slots: [Int32]

    init(_ signatures: [StorySignature]) {
        for (owner, signature) in signatures.enumerated() {
            bands += signature.bands
            owners += repeatElement(Int32(owner), count: bands.count - owners.count)
        }
        next = Array(repeating: -1, count: bands.count)
        var size = 1
        while size < 2 * bands.count { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for occurrence in bands.indices {
            let slot = slot(of: bands[occurrence])
            next[occurrence] = slots[slot]
            slots[slot] = Int32(occurrence)
        }
    }

    /// Names the signatures that have a band, the last first.
    ///
    /// - Parameter first: those before it are left out.
    @inline(__always)
    func forEachSignature(with band: Int64, from first: Int, _ body: (_ place: Int) -> Void) {
        var occurrence = slots[slot(of: band)]
        while occurrence >= 0, Int(owners[Int(occurrence)]) >= first {
            body(Int(owners[Int(occurrence)]))
            occurrence = next[Int(occurrence)]
        }
    }

    // MARK: - Private

    /// The slot that holds the band, or the free one that would.
    private func slot(of band: Int64) -> Int {
        // The lower bits of a band are mixed well.
        var slot = Int(truncatingIfNeeded: band) & (slots.count - 1)
        while slots[slot] >= 0, bands[Int(slots[slot])] != band {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}
