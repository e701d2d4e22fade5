/// Weights under keys of 64 bits: open addressing behind a filter.
struct WeightTable: Sendable {
    /// 0 is an empty slot.
    private var keys: [UInt64]
    private var rows: [UInt16]
    private var weights: [LanguageModel.Weights] = []
    private let shift: UInt64
    /// One bit for each key by other bits of its hash: small enough to stay near the processor, it
    /// turns most keys away that the table does not hold.
    private var filter = [UInt64](repeating: 0, count: 1 << 11)

    /// - Parameter capacity: The keys to come, at most 65,536.
    init(capacity: Int) {
        let bits = max(4, 64 - (capacity * 2).leadingZeroBitCount)
        shift = UInt64(64 - bits)
        keys = Array(repeating: 0, count: 1 << bits)
        rows = Array(repeating: 0, count: 1 << bits)
    }

    func weights(under key: UInt64) -> LanguageModel.Weights? {
        let hash = Self.hash(key)
        guard filter[filterWord(hash)] & Self.filterBit(hash) != 0 else { return nil }
        var slot = slot(hash)
        while keys[slot] != 0 {
            if keys[slot] == key { return weights[Int(rows[slot])] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    mutating func insert(_ row: LanguageModel.Weights, under key: UInt64) {
        let hash = Self.hash(key)
        filter[filterWord(hash)] |= Self.filterBit(hash)
        var slot = slot(hash)
        while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        rows[slot] = UInt16(weights.count)
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
