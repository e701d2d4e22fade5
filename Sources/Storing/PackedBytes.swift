/// Writes values one behind the other, in as few bytes as is simple.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    /// - Parameter room: In bytes, for what is expected.
    init(room: Int = 0) {
        bytes.reserveCapacity(room)
    }

    /// Seven bits a byte, lowest first (LEB128).
    mutating func put(_ number: Int) {
        precondition(number >= 0, "only counts and offsets are packed")
        var rest = UInt(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Its length in UTF-8, then its bytes.
    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// A text that mostly begins as the last one did: the length of what they share, then the rest.
    mutating func put(_ text: String, after last: String) {
        let (own, others) = (text.utf8.span, last.utf8.span)
        let most = min(own.count, others.count)
        var shared = 0
        while shared < most, own[shared] == others[shared] { shared += 1 }
        put(shared)
        put(own.count - shared)
        for place in shared..<own.count { bytes.append(own[place]) }
    }

    /// A number of few decimals in as many bytes as it needs; any other in nine.
    mutating func put(decimal number: Double) {
        let scaled = (number * PackedReader.decimalScale).rounded()
        guard scaled.magnitude < 1e15, scaled / PackedReader.decimalScale == number,
            scaled != 0 || number.sign == .plus
        else {
            put(0)
            put(number)
            return
        }
        // Zero is taken; the sign goes last, so that small numbers stay short (as in zigzag).
        put(scaled < 0 ? 2 * Int(-scaled) : 2 * Int(scaled) + 1)
    }

    /// IEEE 754, low byte first.
    mutating func put(_ number: Double) {
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
        }
    }

    mutating func put(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    /// As its place among the cases, which may therefore only grow at the end.
    mutating func put<Choice: Equatable>(_ choice: Choice, among cases: [Choice]) {
        guard let place = cases.firstIndex(of: choice) else {
            preconditionFailure("every value is one of its type's cases")
        }
        put(place)
    }

    /// How many there are, then each.
    mutating func put<Element>(
        _ list: [Element], _ putElement: (inout PackedWriter, Element) -> Void
    ) {
        put(list.count)
        for element in list { putElement(&self, element) }
    }
}

/// Reads what a `PackedWriter` wrote.
struct PackedReader {
    /// The bytes are not what they should be: the file was damaged.
    struct Damage: Error {}

    private let bytes: [UInt8]
    private var next = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { next == bytes.count }

    mutating func number() throws(Damage) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = try byte()
            guard shift < 63 else { throw Damage() }
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(value) }
            shift += 7
        }
    }

    mutating func text() throws(Damage) -> String {
        let count = try number()
        guard count <= bytes.count - next else { throw Damage() }
        defer { next += count }
        return String(decoding: bytes[next..<next + count], as: UTF8.self)
    }

    /// - Parameter last: The text before, of which it may share the beginning.
    mutating func text(after last: String) throws(Damage) -> String {
        let shared = try number()
        let count = try number()
        guard shared <= last.utf8.count, count <= bytes.count - next else { throw Damage() }
        defer { next += count }
        if count == 0, shared == last.utf8.count { return last }
        return String(
            decoding: Array(last.utf8.prefix(shared)) + bytes[next..<next + count], as: UTF8.self)
    }

    /// Skips such a text.
    ///
    /// - Parameter length: Of the text before, in bytes.
    /// - Returns: its own.
    mutating func skipText(afterOneOf length: Int) throws(Damage) -> Int {
        let shared = try number()
        let count = try number()
        guard shared <= length, count <= bytes.count - next else { throw Damage() }
        next += count
        return shared + count
    }

    /// In how many parts of one decimals are counted.
    static let decimalScale = 100_000.0

    mutating func decimal() throws(Damage) -> Double {
        let number = try number()
        guard number > 0 else { return try double() }
        let scaled = Double(number / 2)
        return (number.isMultiple(of: 2) ? -scaled : scaled) / Self.decimalScale
    }

    mutating func double() throws(Damage) -> Double {
        guard bytes.count - next >= 8 else { throw Damage() }
        var pattern: UInt64 = 0
        for place in 0..<8 { pattern |= UInt64(bytes[next + place]) << UInt64(place * 8) }
        next += 8
        return Double(bitPattern: pattern)
    }

    mutating func flag() throws(Damage) -> Bool {
        try byte() != 0
    }

    mutating func choice<Choice>(among cases: [Choice]) throws(Damage) -> Choice {
        let place = try number()
        guard place < cases.count else { throw Damage() }
        return cases[place]
    }

    mutating func skipText() throws(Damage) {
        let count = try number()
        guard count <= bytes.count - next else { throw Damage() }
        next += count
    }

    /// Of a list whose elements take up a byte at least.
    mutating func count() throws(Damage) -> Int {
        let count = try number()
        guard count <= bytes.count - next else { throw Damage() }
        return count
    }

    // MARK: - Private

    private mutating func byte() throws(Damage) -> UInt8 {
        guard next < bytes.count else { throw Damage() }
        defer { next += 1 }
        return bytes[next]
    }
}
