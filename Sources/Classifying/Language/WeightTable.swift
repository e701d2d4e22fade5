/// Weights under keys of 64 bits: open addressing behind a filter.
struct WeightTable: Sendable {
    private var slots: [Slot]
    private var weights: [LanguageModel.Weights] = []
    private let shift: UInt64
    /// One bit for each key by other bits of its hash: small enough to stay near the processor, it
    /// turns most keys away that the table does not hold.
    private var filter = [UInt64](repeating: 0, count: 1 << 11)

    private struct Slot {
        /// 0 in an empty slot.
        var key: UInt64 = 0
        /// Index into the weights.
        var row: Int32 = 0
    }

    /// - Parameter capacity: The keys to come.
    init(capacity: Int) {
        let bits = max(4, 64 - (capacity * 2).leadingZeroBitCount)
        shift = UInt64(64 - bits)
        slots = Array(repeating: Slot(), count: 1 << bits)
    }

    /// Adds the weights under a key to a sum.
    ///
    /// - Returns: `false` when the table does not hold the key.
    @inline(__always)
    @discardableResult
    func add(_ key: UInt64, to sum: inout LanguageModel.Weights) -> Bool {
        let hash = Self.hash(key)
        guard filter[filterWord(hash)] & Self.filterBit(hash) != 0 else { return false }
        var slot = slot(hash)
        while slots[slot].key != key {
            if slots[slot].key == 0 { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        sum &+= weights[Int(slots[slot].row)]
        return true
    }

    mutating func insert(_ row: LanguageModel.Weights, under key: UInt64) {
        let hash = Self.hash(key)
        filter[filterWord(hash)] |= Self.filterBit(hash)
        var slot = slot(hash)
        while slots[slot].key != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Slot(key: key, row: Int32(weights.count))
        weights.append(row)
    }

    // MARK: - Private

    private static func hash(_ key: UInt64) -> UInt64 {
        key &* 0x9E37_79B9_7F4A_7C15
    }

    private func slot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash >> shift)
    }

    private func filterWord(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash >> 40) & (filter.count - 1)
    }

    private static func filterBit(_ hash: UInt64) -> UInt64 {
        1 << (hash >> 34 & 63)
    }
}
