/// A folded word of up to 16 bytes as two numbers, so that two words are compared without a look at
/// where they stand.
@frozen public struct WordKey: Hashable, Sendable, BitwiseCopyable {
    /// The first eight bytes, the first the lowest, and 0 behind the last.
    @usableFromInline let low: UInt64
    /// The next eight.
    @usableFromInline let high: UInt64

    @inlinable static var longest: Int { 16 }

    @inlinable
    init(low: UInt64, high: UInt64) {
        (self.low, self.high) = (low, high)
    }
}

extension Words {
    /// A word's number in an index; −1 where it has none.
    @inlinable
    @inline(__always)
    public func number(_ position: Int, in index: WordIndex) -> Int {
        let word = words[position]
        if contents.index === index { return Int(word.storedEntry) }
        return Self.key(of: word, in: foldedBytes).map { index.number(of: $0, hash: word.hash) }
            ?? -1
    }

    /// A word's folded bytes.
    ///
    /// - Returns: `nil` where there are none, or more than 16.
    @inlinable
    @inline(__always)
    public func key(_ position: Int) -> WordKey? {
        Self.key(of: words[position], in: foldedBytes)
    }

    /// The same of a word in folded bytes.
    @inlinable
    @inline(__always)
    static func key(of word: Word, in foldedBytes: [UInt8]) -> WordKey? {
        let start = Int(word.foldedStart)
        let length = Int(word.foldedEnd) &- start
        guard length <= WordKey.longest, length > 0 else { return nil }
        return unsafe foldedBytes.withUnsafeBytes { bytes in
            // Near the end, the last 16 bytes, moved down: nothing behind them is read.
            let place = Swift.min(start, bytes.count &- WordKey.longest)
            guard place >= 0 else {
                return unsafe Self.key(
                    UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]))
            }
            let low = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let high = unsafe bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self)
            let read =
                UInt128(UInt64(littleEndian: high)) &<< 64 | UInt128(UInt64(littleEndian: low))
            let moved = read &>> UInt128(truncatingIfNeeded: 8 &* (start &- place))
            let kept = moved & UInt128.max &>> UInt128(truncatingIfNeeded: 128 &- 8 &* length)
            return WordKey(
                low: UInt64(truncatingIfNeeded: kept), high: UInt64(truncatingIfNeeded: kept &>> 64)
            )
        }
    }

    /// The same byte by byte, where eight cannot be read at once.
    @usableFromInline
    static func key(_ bytes: UnsafeRawBufferPointer) -> WordKey {
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
