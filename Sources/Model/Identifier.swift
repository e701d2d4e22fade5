/// The name by which one kind of thing is known, so that a brand's id cannot be passed for a source's.
package struct Identifier<Owner>: Hashable, Comparable, Sendable {
    package let value: String

    package init(_ value: String) {
        self.value = value
    }

    package static func < (one: Self, other: Self) -> Bool {
        one.value < other.value
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { value }
}

extension Identifier: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension Identifier: CodingKeyRepresentable {
    package var codingKey: any CodingKey { value.codingKey }

    package init?(codingKey: some CodingKey) {
        self.init(codingKey.stringValue)
    }
}
