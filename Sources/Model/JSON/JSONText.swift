/// JSON that is being written: each value is put behind the one before, as it comes.
///
/// If an object's properties come in another order than that of their names, they are put in order once
/// the object is complete. JSON over several lines is laid out as Foundation does it.
struct JSONText: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private let isPretty: Bool
    private var names = PropertyNames()
    /// The lists and objects that are not complete, each inside the one before.
    private var open: [Container] = []
    /// Those of the open objects, the innermost's last.
    private var properties: [Property] = []
    private var containersBegun = 0

    init(isPretty: Bool) {
        self.isPretty = isPretty
    }

    /// How many lists and objects are not complete.
    var depth: Int { open.count }

    /// A list or an object that is not complete.
    struct Place {
        /// How many it is inside of.
        let depth: Int
        /// Given to one only.
        fileprivate let number: Int
    }

    struct Property {
        let name: Int
        /// Where name and value are written.
        var range: Range<Int>
    }

    // MARK: Lists and objects

    /// Begins a list or an object, unless this is to write more of the one that is begun there.
    mutating func open(at depth: Int, isObject: Bool) -> Place {
        if depth < open.count { return Place(depth: depth, number: open[depth].number) }
        bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        containersBegun += 1
        open.append(
            Container(
                isObject: isObject, number: containersBegun, firstProperty: properties.count))
        return Place(depth: depth, number: containersBegun)
    }

    /// How many values a list has.
    func count(of place: Place) -> Int { open[place.depth].count }

    /// Begins the next value of a list; whatever was begun inside of it is complete.
    mutating func beginValue(of place: Place) {
        close(to: place.depth + 1)
        precondition(
            open.last?.number == place.number,
            "a list or an object goes on after something behind it was written")
        completeValue()
        if open[place.depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
        beginLine(depth: place.depth + 1)
        open[place.depth].count += 1
        open[place.depth].valueStart = bytes.count
    }

    mutating func beginValue(ofKey key: String, of place: Place) {
        beginValue(ofName: names.number(ofKey: key), of: place)
    }

    /// - Parameter text: The name, which is data and stays as it is.
    mutating func beginValue(ofText text: String, of place: Place) {
        beginValue(ofName: names.number(ofText: text), of: place)
    }

    /// Completes lists and objects until so many are left.
    mutating func close(to depth: Int) {
        while open.count > depth { closeInnermost() }
    }

    // MARK: Texts and numbers

    mutating func append(_ literal: String) {
        bytes.append(contentsOf: literal.utf8)
    }

    mutating func append(_ number: Int) {
        guard (0...9).contains(number) else { return append(String(number)) }
        bytes.append(UInt8(ascii: "0") + UInt8(number))
    }

    mutating func append(quoted text: String) {
        Self.append(quoted: text, to: &bytes)
    }

    static func append(quoted text: String, to bytes: inout [UInt8]) {
        var text = text
        // Of a text whose bytes lie in one piece, what needs no escape is copied run by run.
        text.withUTF8 { unsafe append(quoted: $0.span, to: &bytes) }
    }

    // MARK: - Private: lists and objects

    private struct Container {
        let isObject: Bool
        let number: Int
        /// Where in `properties`.
        let firstProperty: Int
        var count = 0
        /// Where the last value is written, or will be.
        var valueStart = 0
        var isInOrder = true
    }

    private mutating func beginValue(ofName name: Int, of place: Place) {
        beginValue(of: place)
        if open[place.depth].count > 1, let last = properties.last,
            names.precedes(name, last.name)
        {
            open[place.depth].isInOrder = false
        }
        properties.append(Property(name: name, range: bytes.count..<bytes.count))
        bytes.append(contentsOf: names[name])
        bytes.append(contentsOf: isPretty ? Self.prettyColon : Self.colon)
        open[place.depth].valueStart = bytes.count
    }

    /// Completes the last value of the innermost list or object, if it has one.
    private mutating func completeValue() {
        guard let container = open.last, container.count > 0 else { return }
        // What encodes nothing of itself is an object without properties.
        if container.valueStart == bytes.count {
            _ = open(at: open.count, isObject: true)
            closeInnermost()
        }
        guard container.isObject, let last = properties.indices.last else { return }
        properties[last].range = properties[last].range.lowerBound..<bytes.count
    }

    private mutating func closeInnermost() {
        completeValue()
        let container = open.removeLast()
        if !container.isInOrder { putInOrder(from: container.firstProperty) }
        properties.removeSubrange(container.firstProperty...)
        // One without values is laid out over two lines as well.
        if container.count == 0 { beginLine(depth: nil) }
        beginLine(depth: open.count)
        bytes.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    /// Puts the last properties, of which there are at least two, in the order of their names.
    ///
    /// The largest, which may be most of the text, is moved and the others are copied.
    private mutating func putInOrder(from first: Int) {
        let start = properties[first].range.lowerBound
        // Between any two of them the same.
        let separator = Array(
            bytes[properties[first].range.upperBound..<properties[first + 1].range.lowerBound])
        names.sort(&properties[first...])
        var largest = first
        for place in first..<properties.count
        where properties[place].range.count > properties[largest].range.count {
            largest = place
        }
        var before: [UInt8] = []
        for property in properties[first..<largest] {
            before.append(contentsOf: bytes[property.range])
            before.append(contentsOf: separator)
        }
        var after: [UInt8] = []
        for property in properties[(largest + 1)...] {
            after.append(contentsOf: separator)
            after.append(contentsOf: bytes[property.range])
        }
        let place = properties[largest].range
        bytes.removeSubrange(place.upperBound...)
        bytes.replaceSubrange(start..<place.lowerBound, with: before)
        bytes.append(contentsOf: after)
    }

    /// - Parameter depth: `nil` for a line with nothing in it.
    private mutating func beginLine(depth: Int?) {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (depth ?? 0)))
    }

    private static let colon = Array(":".utf8)
    private static let prettyColon = Array(" : ".utf8)

    // MARK: - Private: texts

    private static func append(quoted text: Span<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in text.indices where needsEscape(text[index]) {
            append(text.extracting(start..<index), to: &bytes)
            append(escaped: text[index], to: &bytes)
            start = index + 1
        }
        append(text.extracting(start..<text.count), to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private static func append(_ run: Span<UInt8>, to bytes: inout [UInt8]) {
        unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case ..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digit(byte >> 4))
            bytes.append(digit(byte & 15))
        default: bytes.append(byte)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
