/// One bit for each hash: tells for certain that one was never inserted.
package struct HashFilter: Sendable {
    private var bits: [UInt64]

    /// - Parameter capacity: A power of two, twice the hashes to come at least.
    package init(capacity: Int) {
        bits = Array(repeating: 0, count: capacity / 8)
    }

    package mutating func insert(_ hash: UInt64) {
        bits[word(of: hash)] |= 1 << (hash & 63)
    }

    package func contains(_ hash: UInt64) -> Bool {
        bits[word(of: hash)] & 1 << (hash & 63) != 0
    }

    private func word(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash >> 6) & (bits.count - 1)
    }
}
