/// A name of at most 16 bytes as one number: compared and looked up without making a `String` of it.
///
/// That is longer than any name in HTML we know. All longer names are the same one, which is none of
/// the known ones.
struct ShortName: Hashable {
    private let packed: UInt128

    /// The bytes as they are.
    init(_ bytes: borrowing [UInt8], _ range: Range<Int>) {
        self.init(bytes, range) { $0 }
    }

    /// The bytes with ASCII letters in lower case.
    init(lowercasing bytes: borrowing [UInt8], _ range: Range<Int>) {
        self.init(bytes, range) { $0.lowercasedASCII }
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

    @inline(__always)
    private init(_ bytes: borrowing [UInt8], _ range: Range<Int>, _ map: (UInt8) -> UInt8) {
        guard range.count <= Self.maximumLength else {
            self.packed = .max
            return
        }
        let name = bytes.span.extracting(range)
        // Two words, as to shift both at once for each byte takes twice as long.
        var high: UInt64 = 0
        var low: UInt64 = 0
        let middle = max(0, name.count - 8)
        for index in 0..<middle { high = high << 8 | UInt64(map(name[index])) }
        for index in middle..<name.count { low = low << 8 | UInt64(map(name[index])) }
        packed = UInt128(high) << 64 | UInt128(low)
    }
}

extension ShortName: ExpressibleByStringLiteral {
    init(stringLiteral name: StaticString) {
        var packed: UInt128 = 0
        for index in 0..<min(name.utf8CodeUnitCount, Self.maximumLength) {
            packed = packed << 8 | UInt128(truncatingIfNeeded: unsafe name.utf8Start[index])
        }
        self.packed = packed
    }
}
