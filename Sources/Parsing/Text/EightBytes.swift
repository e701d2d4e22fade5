/// Eight bytes looked at together, as one number.
///
/// What is found is told by marks: the highest bit of each byte of a number, the first byte lowest.
/// (Swift's own vectors are generic, and not worth their name where they are not specialised.)
struct EightBytes {
    let word: UInt64

    static let highBits: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    init(_ word: UInt64) {
        self.word = UInt64(littleEndian: word)
    }

    /// Marks the bytes beyond ASCII.
    var highMarks: UInt64 { word & Self.highBits }

    /// Marks the bytes of which the lower seven bits are no less than `least`.
    @inline(__always)
    func marks(from least: UInt8) -> UInt64 {
        ((word & ~Self.highBits) &+ Self.all(0x80 - least)) & Self.highBits
    }

    /// Marks the bytes that are `byte`, which is ASCII.
    @inline(__always)
    func equal(to byte: UInt8) -> UInt64 {
        let difference = word ^ Self.all(byte)
        return ~(((difference & ~Self.highBits) &+ ~Self.highBits) | difference) & Self.highBits
    }

    // MARK: - Private

    @inline(__always)
    private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
