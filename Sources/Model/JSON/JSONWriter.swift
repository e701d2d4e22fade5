import Foundation

/// Writes a value as JSON while it encodes itself.
final class JSONWriter {
    private var text: JSONText
    private var isStringKeyed: [ObjectIdentifier: Bool] = [:]

    init(_ value: some Encodable, isPretty: Bool) throws {
        text = JSONText(isPretty: isPretty)
        try put(value)
        // What encodes nothing of itself is an object without properties.
        if text.bytes.isEmpty { _ = text.open(at: 0, isObject: true) }
        text.close(to: 0)
    }

    var bytes: [UInt8] { text.bytes }

    // MARK: For encoders

    func open(at depth: Int, isObject: Bool) -> JSONText.Place {
        text.open(at: depth, isObject: isObject)
    }

    func count(of place: JSONText.Place) -> Int { text.count(of: place) }

    func beginValue(of place: JSONText.Place) { text.beginValue(of: place) }

    func beginValue(ofKey key: String, of place: JSONText.Place) {
        text.beginValue(ofKey: key, of: place)
    }

    func putNull() { text.append("null") }

    func put<Value: Encodable>(_ value: Value) throws {
        // Types are compared first: a cast that fails costs more than all that is written here.
        if Value.self == String.self, let string = value as? String {
            text.append(quoted: string)
        } else if Value.self == Int.self, let number = value as? Int {
            text.append(number)
        } else if Value.self == Double.self, let number = value as? Double {
            try put(number)
        } else if Value.self == Bool.self, let flag = value as? Bool {
            text.append(flag ? "true" : "false")
        } else if Value.self == Date.self, let date = value as? Date {
            text.append(quoted: ContractJSON.timestamp(date))
        } else if Self.isOtherNumber(Value.self) {
            try putNumber(value)
        } else {
            let depth = text.depth
            if isStringKeyed(Value.self), let dictionary = value as? any StringKeyed {
                try putPairs(of: dictionary)
            } else {
                try value.encode(to: ContractEncoder(json: self, depth: depth))
            }
            text.close(to: depth)
        }
    }

    // MARK: - Private

    private func put(_ number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number, .init(codingPath: [], debugDescription: "JSON has no \(number)"))
        }
        let digits = number.description
        text.append(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
    }

    private static func isOtherNumber(_ type: Any.Type) -> Bool {
        type == Int64.self || type == Int32.self || type == UInt64.self || type == UInt32.self
            || type == UInt8.self || type == Int16.self || type == Int8.self || type == UInt.self
            || type == UInt16.self || type == Float.self
    }

    private func putNumber(_ value: Any) throws {
        if let number = value as? Float {
            try put(Double(number.description) ?? Double(number))
        } else {
            // Whole numbers are described by their digits.
            text.append("\(value)")
        }
    }

    /// Its keys are data and stay as they are.
    private func putPairs(of dictionary: any StringKeyed) throws {
        let object = text.open(at: text.depth, isObject: true)
        try dictionary.forEachPair { key, value in
            text.beginValue(ofText: key, of: object)
            try put(value)
        }
    }

    private func isStringKeyed<Value>(_ type: Value.Type) -> Bool {
        let id = ObjectIdentifier(type)
        if let known = isStringKeyed[id] { return known }
        let answer = type is any StringKeyed.Type
        isStringKeyed[id] = answer
        return answer
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
