/// A name of at most 16 bytes as one number: compared and looked up without making a `String` of it.
///
/// That is longer than any name in HTML we know. All longer names are the same one, which is none of
/// the known ones.
struct ShortName: Hashable {
    private let packed: UInt128

    /// The bytes as they are.
    init(_ bytes: borrowing [UInt8], _ range: Range<Int>) {
        guard range.count <= Self.maximumLength else {
            packed = .max
            return
        }
        let (high, low) = unsafe bytes.span.withUnsafeBytes { unsafe Self.words(of: $0, range) }
        packed = UInt128(high) << 64 | UInt128(low)
    }

    /// The bytes with ASCII letters in lower case.
    init(lowercasing bytes: borrowing [UInt8], _ range: Range<Int>) {
        guard range.count <= Self.maximumLength else {
            packed = .max
            return
        }
        let (high, low) = unsafe bytes.span.withUnsafeBytes { unsafe Self.words(of: $0, range) }
        packed = UInt128(Self.lowercased(high)) << 64 | UInt128(Self.lowercased(low))
    }

    init(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        self.init(bytes, bytes.indices)
    }

    /// A number that names far apart and near each other get far apart alike.
    var scattered: Int {
        let folded = UInt64(truncatingIfNeeded: packed ^ packed >> 61)
        return Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }

    // One word goes into the hash: the halves of a name differ enough for a table of hundreds.
    func hash(into hasher: inout Hasher) {
        hasher.combine(UInt64(truncatingIfNeeded: packed ^ packed >> 61))
    }

    // MARK: - Private

    private static let maximumLength = 16

    /// The last eight bytes, and those before, each as a number whose lowest byte is the last one.
    ///
    /// Eight bytes are read at once where so many stand there, and what is behind the name shifted out.
    @inline(__always)
    private static func words(of bytes: UnsafeRawBufferPointer, _ range: Range<Int>)
        -> (high: UInt64, low: UInt64)
    {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "not of the bytes")
        let count = range.count
        if count > 8 {
            return unsafe (
                word(bytes, at: range.lowerBound) >> UInt64(8 * (16 - count)),
                word(bytes, at: range.upperBound - 8)
            )
        }
        guard count > 0, range.lowerBound + 8 <= bytes.count else {
            return (0, range.reduce(0) { unsafe $0 << 8 | UInt64(bytes[$1]) })
        }
        return unsafe (0, word(bytes, at: range.lowerBound) >> UInt64(8 * (8 - count)))
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        UInt64(bigEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    private static func lowercased(_ word: UInt64) -> UInt64 {
        let eight = EightBytes(word)
        let capitals =
            eight.marks(from: UInt8(ascii: "A")) & ~eight.marks(from: UInt8(ascii: "Z") + 1)
        // A quarter of a mark is the bit in which letters differ from capitals.
        return word | (capitals & ~eight.highMarks) >> 2
    }
}

extension ShortName: ExpressibleByStringLiteral {
    /// Inlined, the compiler makes a number of it, and no code that runs.
    @inline(__always)
    init(stringLiteral name: StaticString) {
        var packed: UInt128 = 0
        for index in 0..<min(name.utf8CodeUnitCount, Self.maximumLength) {
            packed = packed << 8 | UInt128(truncatingIfNeeded: unsafe name.utf8Start[index])
        }
        self.packed = packed
    }
}
