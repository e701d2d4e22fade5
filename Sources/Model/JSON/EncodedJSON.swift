import Foundation

/// A value in the parts it encoded itself in: texts and numbers are written already, one behind the
/// other, and containers know where.
final class EncodedJSON {
    private(set) var scalars: [UInt8] = []
    /// Each as it is written before its value: in quotation marks.
    private(set) var names: [[UInt8]] = []
    private let root = EncodedContainer(isObject: false)
    private var nameOfKey: [String: Int] = [:]
    private var nameOfText: [String: Int] = [:]
    private var isStringKeyed: [ObjectIdentifier: Bool] = [:]

    init(_ value: some Encodable) throws {
        try put(value, root, at: root.add())
    }

    var value: EncodedContainer.Value { root.values[0] }

    /// The number of a property's name, which is written in snake_case.
    func name(ofKey key: String) -> Int {
        if let name = nameOfKey[key] { return name }
        let name = name(ofText: SnakeCase.name(of: key))
        nameOfKey[key] = name
        return name
    }

    func putNull(_ container: EncodedContainer, at place: Int) {
        put("null", container, at: place)
    }

    func put<Value: Encodable>(_ value: Value, _ container: EncodedContainer, at place: Int)
        throws
    {
        // Types are compared first: a cast that fails costs more than all that is written here.
        if Value.self == String.self, let text = value as? String {
            putText(text, container, at: place)
        } else if Value.self == Int.self, let number = value as? Int {
            put(number, container, at: place)
        } else if Value.self == Double.self, let number = value as? Double {
            try put(number, container, at: place)
        } else if Value.self == Bool.self, let flag = value as? Bool {
            put(flag ? "true" : "false", container, at: place)
        } else if Value.self == Date.self, let date = value as? Date {
            putText(ContractJSON.timestamp(date), container, at: place)
        } else if Self.isOtherNumber(Value.self) {
            try putNumber(value, container, at: place)
        } else if isStringKeyed(Value.self), let dictionary = value as? any StringKeyed {
            try put(dictionary, container.container(at: place, isObject: true))
        } else {
            try value.encode(to: ContractEncoder(json: self, parent: container, place: place))
        }
    }

    // MARK: - Private

    private func putText(_ text: String, _ container: EncodedContainer, at place: Int) {
        let start = scalars.count
        append(quoted: text)
        container.values[place] = .scalar(start..<scalars.count)
    }

    private func put(_ literal: String, _ container: EncodedContainer, at place: Int) {
        let start = scalars.count
        scalars.append(contentsOf: literal.utf8)
        container.values[place] = .scalar(start..<scalars.count)
    }

    private func put(_ number: Int, _ container: EncodedContainer, at place: Int) {
        guard (0...9).contains(number) else {
            return put(String(number), container, at: place)
        }
        scalars.append(UInt8(ascii: "0") + UInt8(number))
        container.values[place] = .scalar(scalars.count - 1..<scalars.count)
    }

    private func put(_ number: Double, _ container: EncodedContainer, at place: Int) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number, .init(codingPath: [], debugDescription: "JSON has no \(number)"))
        }
        let text = number.description
        put(text.hasSuffix(".0") ? String(text.dropLast(2)) : text, container, at: place)
    }

    private static func isOtherNumber(_ type: Any.Type) -> Bool {
        type == Int64.self || type == Int32.self || type == UInt64.self || type == UInt32.self
            || type == UInt8.self || type == Int16.self || type == Int8.self || type == UInt.self
            || type == UInt16.self || type == Float.self
    }

    private func putNumber(_ value: Any, _ container: EncodedContainer, at place: Int) throws {
        if let number = value as? Float {
            try put(Double(number.description) ?? Double(number), container, at: place)
        } else {
            // Whole numbers are described by their digits.
            put("\(value)", container, at: place)
        }
    }

    /// Its keys are data and stay as they are.
    private func put(_ dictionary: any StringKeyed, _ container: EncodedContainer) throws {
        try dictionary.forEachPair { key, value in
            try put(value, container, at: container.add(name(ofText: key)))
        }
    }

    private func isStringKeyed<Value>(_ type: Value.Type) -> Bool {
        let id = ObjectIdentifier(type)
        if let known = isStringKeyed[id] { return known }
        let answer = type is any StringKeyed.Type
        isStringKeyed[id] = answer
        return answer
    }

    private func name(ofText text: String) -> Int {
        if let name = nameOfText[text] { return name }
        let start = scalars.count
        append(quoted: text)
        names.append(Array(scalars[start...]))
        scalars.removeSubrange(start...)
        nameOfText[text] = names.count - 1
        return names.count - 1
    }

    private func append(quoted text: String) {
        var text = text
        // Of a text whose bytes lie in one piece, what needs no escape is copied run by run.
        text.withUTF8 { bytes in unsafe Self.append(quoted: bytes.span, to: &scalars) }
    }

    /// Takes the list as a whole: each access to a property of this object is checked when it runs.
    private static func append(quoted text: Span<UInt8>, to scalars: inout [UInt8]) {
        scalars.append(UInt8(ascii: "\""))
        var start = 0
        for index in text.indices where needsEscape(text[index]) {
            append(text.extracting(start..<index), to: &scalars)
            append(escaped: text[index], to: &scalars)
            start = index + 1
        }
        append(text.extracting(start..<text.count), to: &scalars)
        scalars.append(UInt8(ascii: "\""))
    }

    private static func append(_ run: Span<UInt8>, to scalars: inout [UInt8]) {
        unsafe run.withUnsafeBufferPointer { unsafe scalars.append(contentsOf: $0) }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func append(escaped byte: UInt8, to scalars: inout [UInt8]) {
        scalars.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: scalars.append(UInt8(ascii: "b"))
        case 0x09: scalars.append(UInt8(ascii: "t"))
        case 0x0A: scalars.append(UInt8(ascii: "n"))
        case 0x0C: scalars.append(UInt8(ascii: "f"))
        case 0x0D: scalars.append(UInt8(ascii: "r"))
        case ..<0x20:
            scalars.append(contentsOf: "u00".utf8)
            scalars.append(digit(byte >> 4))
            scalars.append(digit(byte & 15))
        default: scalars.append(byte)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

/// A list or an object, and its values in the order in which they came.
final class EncodedContainer {
    enum Value {
        /// Where in `scalars`.
        case scalar(Range<Int>)
        case container(EncodedContainer)
        /// Encoded nothing: an object without properties.
        case nothing
    }

    let isObject: Bool
    /// Of an object's values, by their numbers; a list has none.
    private(set) var names: [Int] = []
    var values: [Value] = []

    init(isObject: Bool) {
        self.isObject = isObject
    }

    func add() -> Int {
        values.append(.nothing)
        return values.count - 1
    }

    /// The place of a property, which is encoded once.
    func add(_ name: Int) -> Int {
        names.append(name)
        return add()
    }

    /// The container at a place, made where there is none yet.
    func container(at place: Int, isObject: Bool) -> EncodedContainer {
        if case .container(let container) = values[place] { return container }
        let container = EncodedContainer(isObject: isObject)
        values[place] = .container(container)
        return container
    }
}

/// A dictionary whose keys are texts, told from others by their type.
private protocol StringKeyed {
    func forEachPair(_ body: (String, any Encodable) throws -> Void) rethrows
}

extension Dictionary: StringKeyed where Key == String, Value: Encodable {
    fileprivate func forEachPair(_ body: (String, any Encodable) throws -> Void) rethrows {
        for (key, value) in self { try body(key, value) }
    }
}
