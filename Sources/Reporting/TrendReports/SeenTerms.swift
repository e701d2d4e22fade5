/// Which terms a text has had so far, so that each is counted once; for one text after the other.
struct SeenTerms {
    var words = SeenHashes()
    var phrases = SeenHashes()
}

/// Which hashes a text has had so far.
///
/// A hash table with open addressing that is emptied by counting texts. The place of a hash is in the
/// upper bits of its product with an odd number that nobody knows beforehand (multiply-shift hashing,
/// Dietzfelbinger and others 1997): by some bits of the hash alone, words could be made up that share
/// them, and each would be looked for behind all others.
struct SeenHashes {
    private struct Slot {
        var hash: UInt64 = 0
        /// In which the hash was seen last; 0 for none.
        var text: UInt64 = 0
    }

    private let factor: UInt64
    private var slots = Array(repeating: Slot(), count: 1 << Self.fewestBits)
    private var bits = Self.fewestBits
    private var text: UInt64 = 1
    /// Of the text.
    private var count = 0

    /// - Parameter factor: odd.
    init(factor: UInt64 = Self.unknownFactor) {
        precondition(factor % 2 == 1, "an even factor would put different hashes in one place")
        self.factor = factor
    }

    /// Forgets all hashes.
    mutating func beginText() {
        text += 1
        count = 0
    }

    /// Returns whether the text did not have it yet.
    mutating func insert(_ hash: UInt64) -> Bool {
        if 2 * count >= slots.count { grow() }
        let place = find(hash).place
        guard slots[place].text != text else { return false }
        slots[place] = Slot(hash: hash, text: text)
        count += 1
        return true
    }

    /// Where a hash stands, or would stand, and how many slots are looked at until that is known.
    func find(_ hash: UInt64) -> (place: Int, probes: Int) {
        var place = Int((hash &* factor) >> UInt64(UInt64.bitWidth - bits))
        var probes = 1
        while slots[place].text == text, slots[place].hash != hash {
            place = (place + 1) & (slots.count - 1)
            probes += 1
        }
        return (place, probes)
    }

    // MARK: - Private

    /// Of the number of slots: room for the terms of most texts.
    private static let fewestBits = 8
    /// Another in each process; what is found does not depend on it.
    private static let unknownFactor = UInt64.random(in: 0...UInt64.max) | 1

    private mutating func grow() {
        let earlier = slots
        bits += 1
        slots = Array(repeating: Slot(), count: 1 << bits)
        for slot in earlier where slot.text == text {
            slots[find(slot.hash).place] = slot
        }
    }
}
