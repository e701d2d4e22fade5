package import Foundation
import Model

/// A JSON value, to be written with sorted keys and to be looked into.
package enum JSON: Hashable, Sendable, Codable {
    case null
    case bool(Bool)
    /// As it is written, in 38 digits: an id may have more than a `Double` holds.
    case number(Decimal)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// - Returns: `nil` for what is no JSON.
    init?(_ bytes: [UInt8]) {
        let text = Data(bytes[...].withoutHalfCharacters)
        // What is wrong with an answer is of no use to anybody here.
        guard let value = try? JSONDecoder().decode(JSON.self, from: text) else { return nil }
        self = value
    }

    var bytes: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return try encoder.encode(self)
        } catch {
            preconditionFailure("a JSON value can be written: \(error)")
        }
    }

    subscript(key: String) -> JSON? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    var items: [JSON] {
        if case .array(let items) = self { items } else { [] }
    }

    /// A text, or a number as a text: systems write their ids either way.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let number): "\(number)"
        case .null, .bool, .array, .object: nil
        }
    }

    /// A time as most systems write theirs, RFC 3339.
    var date: Date? { text.flatMap(ContractJSON.date) }

    var flag: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// A number where the text is one, since some systems take ids as numbers only.
    static func id(_ text: String) -> JSON {
        // Nothing else is written by a number as it was.
        guard let number = Decimal(string: text), "\(number)" == text else { return .string(text) }
        return .number(number)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? container.decode(Decimal.self) {
            self = .number(number)
        } else if let number = try? container.decode(Double.self) {
            // Larger than any count or id.
            self = .string("\(number)")
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let items = try? container.decode([JSON].self) {
            self = .array(items)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .string(let text): try container.encode(text)
        case .array(let items): try container.encode(items)
        case .object(let members): try container.encode(members)
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(Decimal(value)) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }

    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
