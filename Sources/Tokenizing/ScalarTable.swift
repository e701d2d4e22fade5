import Synchronization

/// Class and lower case of the scalars we meet most, each worked out once: those of one and two bytes
/// first of all, others when they are met.
@safe struct ScalarTable: @unchecked Sendable {
    // Unchecked for the pointers; what they lead to is never written again, or a number at once.

    struct Entry {
        let kind: ScalarClass
        let isCapital: Bool
        /// The simple lower case: one scalar for one; of a styled letter, that of the plain one.
        let lowercase: UInt32
    }

    static let shared = ScalarTable()

    /// By byte: the lower case of ASCII letters, digits and `_` themselves, 0 for all others.
    ///
    /// There as long as the program runs, so that the scanner need not ask for each byte whether it
    /// still is.
    let folded: UnsafePointer<UInt8>
    /// Latin, Greek, Cyrillic and what else has one byte or two; there as long.
    private let entries: UnsafePointer<Entry>
    private static let size: UInt32 = 0x800
    /// By scalar, emoji among them, what is known by now: the class in the lowest byte, with `capitalBit`,
    /// the lower case in the others, 0 for nothing; there as long.
    private let seldom: UnsafePointer<Atomic<UInt32>>
    private static let seldomSize: UInt32 = 0x2_0000
    private static let capitalBit: UInt32 = 0x80
    /// By the lower bits of both bytes of a letter of two, what folding changes in them, the first the
    /// lower; `notFolded` where they are no letter that has two bytes in lower case.
    private let foldings: UnsafePointer<UInt16>
    private static let notFolded: UInt16 = .max

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
        let foldings = UnsafeMutablePointer<UInt16>.allocate(capacity: Int(Self.size))
        for scalar in 0..<Self.size {
            let change = unsafe Self.folding(of: scalar, entries[Int(scalar)])
            unsafe foldings[Int(scalar)] = change ?? Self.notFolded
        }
        unsafe self.foldings = UnsafePointer(foldings)
        // Zeros are what is not known yet.
        let seldom: UnsafeMutablePointer<Atomic<UInt32>> = unsafe ZeroedMemory.allocate(
            count: Int(Self.seldomSize))
        unsafe self.seldom = UnsafePointer(seldom)
    }

    subscript(scalar: UInt32) -> Entry {
        scalar < Self.size ? unsafe entries[Int(scalar)] : seldomEntry(scalar)
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

    /// What folding changes in a letter of two bytes that has as many in lower case; `nil` where none
    /// stands.
    ///
    /// - Parameter bytes: The first the lower; it is that of a scalar.
    @inline(__always)
    func folding(of bytes: UInt16) -> UInt16? {
        guard bytes & 0xE0 == 0xC0 else { return nil }
        let change = unsafe foldings[Int(bytes & 0x1F) &<< 6 | Int(bytes &>> 8 & 0x3F)]
        return change == Self.notFolded ? nil : change
    }

    // MARK: - Private

    /// What is known of a scalar, found out where it is met for the first time.
    ///
    /// To ask Unicode's properties takes hundreds of instructions, and posts have the same few emoji and
    /// marks again and again. Tasks that ask at the same time find the same.
    private func seldomEntry(_ scalar: UInt32) -> Entry {
        guard scalar < Self.seldomSize else { return Self.lookUp(scalar) }
        let known = unsafe seldom[Int(scalar)].load(ordering: .relaxed)
        if let kind = ScalarClass(rawValue: UInt8(known & 0x7F)) {
            return Entry(
                kind: kind, isCapital: known & Self.capitalBit != 0, lowercase: known >> 8)
        }
        let entry = Self.lookUp(scalar)
        let lowestByte = UInt32(entry.kind.rawValue) | (entry.isCapital ? Self.capitalBit : 0)
        unsafe seldom[Int(scalar)].store(
            entry.lowercase << 8 | lowestByte, ordering: .relaxed)
        return entry
    }

    private static func folding(of scalar: UInt32, _ entry: Entry) -> UInt16? {
        guard scalar >= 0x80, entry.kind == .letter, entry.lowercase &- 0x80 < 0x780 else {
            return nil
        }
        let change = UInt16(scalar ^ entry.lowercase)
        return change >> 6 | (change & 0x3F) << 8
    }

    private static func lookUp(_ value: UInt32) -> Entry {
        let plain = StyledScalar.plain(value)
        let small = lowercase(plain)
        return Entry(kind: .lookUp(value), isCapital: small != plain, lowercase: small)
    }

    private static func lowercase(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else {
            return value
        }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first?.value ?? value : value
    }
}
