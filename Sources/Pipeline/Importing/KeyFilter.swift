/// Which keys have come before, in memory that does not grow with them (a Bloom filter).
///
/// A key that came is always known; of those that did not, the fuller it is the more seem to have come:
/// one in 400 with 16 bits for each key, one in 10 with 5.
package struct KeyFilter {
    /// The start of a hash: of all keys there ever are no two have the same by chance.
    package struct Key: Hashable, Sendable {
        let start: UInt64
        let rest: UInt64

        /// - Parameter hash: hexadecimal, 32 digits or more.
        package init(_ hash: some StringProtocol) {
            start = UInt64(hash.prefix(16), radix: 16) ?? 0
            rest = UInt64(hash.dropFirst(16).prefix(16), radix: 16) ?? 0
        }
    }

    private var words: [UInt64]

    /// - Parameter size: in bytes; the next power of two is taken, 64 at least.
    package init(size: Int) {
        let words = max(8, size / 8)
        self.words = Array(repeating: 0, count: 1 << (words - 1).bitWidthOfValue)
    }

    package var sizeInBytes: Int { words.count * 8 }

    /// - Returns: whether the key is new.
    package mutating func insert(_ key: Key) -> Bool {
        var isNew = false
        for number in 0..<Self.bitsPerKey {
            let place = key.start &+ number &* (key.rest | 1)
            let word = Int(place >> 6) & (words.count - 1)
            let bit: UInt64 = 1 << (place & 63)
            if words[word] & bit == 0 { isNew = true }
            words[word] |= bit
        }
        return isNew
    }

    // MARK: - Private

    private static let bitsPerKey: UInt64 = 4
}

extension Int {
    /// How many binary digits it has.
    fileprivate var bitWidthOfValue: Int { Self.bitWidth - leadingZeroBitCount }
}
