/// A folded word of up to 16 bytes as two numbers, so that two words are compared without a look at
/// where they stand.
@frozen public struct WordKey: Hashable, Sendable, BitwiseCopyable {
    /// The first eight bytes, the first the lowest, and 0 behind the last.
    @usableFromInline let low: UInt64
    /// The next eight.
    @usableFromInline let high: UInt64

    static let longest = 16

    @inlinable
    init(low: UInt64, high: UInt64) {
        (self.low, self.high) = (low, high)
    }
}

extension Words {
    /// A word's folded bytes.
    ///
    /// - Returns: `nil` where there are more than 16.
    package func key(_ index: Int) -> WordKey? {
        let word = words[index]
        let start = Int(word.foldedStart)
        let length = Int(word.foldedEnd) &- start
        guard length <= WordKey.longest else { return nil }
        return unsafe foldedBytes.withUnsafeBytes { bytes in
            guard start &+ WordKey.longest <= bytes.count else {
                return unsafe Self.key(
                    UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]))
            }
            let low = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            let high = unsafe bytes.loadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self)
            // Shifting by 64 and more leaves nothing, as it should.
            let behindLow: UInt64 = ~0 << (8 * length)
            let behindHigh: UInt64 = length > 8 ? ~0 << (8 * (length - 8)) : ~0
            return WordKey(
                low: UInt64(littleEndian: low) & ~behindLow,
                high: UInt64(littleEndian: high) & ~behindHigh)
        }
    }

    // MARK: - Private

    /// The same byte by byte, where eight cannot be read at once.
    private static func key(_ bytes: UnsafeRawBufferPointer) -> WordKey {
        var (low, high) = (UInt64(0), UInt64(0))
        for offset in bytes.indices {
            let byte = unsafe UInt64(bytes[offset])
            if offset < 8 {
                low |= byte << UInt64(8 * offset)
            } else {
                high |= byte << UInt64(8 * (offset - 8))
            }
        }
        return WordKey(low: low, high: high)
    }
}
