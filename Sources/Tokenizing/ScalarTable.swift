/// Class and lower case of the scalars we meet most, worked out once.
@safe struct ScalarTable: @unchecked Sendable {
    // Unchecked for the pointers; what they lead to is never written again.

    struct Entry {
        let kind: ScalarClass
        /// The simple lower case: one scalar for one.
        let lowercase: UInt32
    }

    static let shared = ScalarTable()

    /// By byte: the lower case of ASCII letters, digits and `_` themselves, 0 for all others.
    ///
    /// There as long as the program runs, so that the scanner need not ask for each byte whether it
    /// still is.
    let folded: UnsafePointer<UInt8>
    /// Latin, Greek, Cyrillic, the general punctuation and everything before; there as long.
    private let entries: UnsafePointer<Entry>
    private static let size: UInt32 = 0x2100

    private init() {
        let folded = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max {
            let scalar = Unicode.Scalar(byte)
            let isWordPart = byte < 0x80 && (scalar.properties.isAlphabetic || byte == 0x5F)
            let isDigit = (0x30...0x39).contains(byte)
            unsafe folded[Int(byte)] =
                isWordPart || isDigit ? UInt8(Self.lowercase(UInt32(byte))) : 0
        }
        unsafe self.folded = UnsafePointer(folded)
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: Int(Self.size))
        for scalar in 0..<Self.size {
            unsafe (entries + Int(scalar)).initialize(to: Self.lookUp(scalar))
        }
        unsafe self.entries = UnsafePointer(entries)
    }

    subscript(scalar: UInt32) -> Entry {
        scalar < Self.size ? unsafe entries[Int(scalar)] : Self.lookUp(scalar)
    }

    /// A letter of two bytes, folded.
    struct TwoByteLetter {
        let first: UInt8
        let second: UInt8
        let isCapital: Bool
    }

    /// Reads a letter of two bytes that has as many in lower case; `nil` where none stands.
    @inline(__always)
    func twoByteLetter(_ first: UInt8, _ second: UInt8) -> TwoByteLetter? {
        guard first &- 0xC2 < 0x1E else { return nil }
        let scalar = UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F)
        let entry = unsafe entries[Int(scalar)]
        guard entry.kind == .letter, entry.lowercase &- 0x80 < 0x780 else { return nil }
        return TwoByteLetter(
            first: UInt8(truncatingIfNeeded: 0xC0 | entry.lowercase >> 6),
            second: UInt8(truncatingIfNeeded: 0x80 | entry.lowercase & 0x3F),
            isCapital: entry.lowercase != scalar)
    }

    // MARK: - Private

    private static func lookUp(_ value: UInt32) -> Entry {
        Entry(kind: .lookUp(value), lowercase: lowercase(value))
    }

    private static func lowercase(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else {
            return value
        }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first?.value ?? value : value
    }
}
