/// A value in a JSON document (RFC 8259), and where it stands.
struct JSONNode {
    enum Value {
        case string(String)
        /// As written.
        case number(String)
        case array([JSONNode])
        /// In document order; of fields with one name the last counts.
        case object([(name: String, value: JSONNode)])
        /// `true`, `false` and `null`, none of which a feed says anything by.
        case literal
    }

    let value: Value
    let offset: Int

    // A field of another type than it should have is taken for absent.

    subscript(_ name: String) -> JSONNode? {
        guard case .object(let fields) = value else { return nil }
        return fields.last { $0.name == name }?.value
    }

    var isObject: Bool {
        if case .object = value { true } else { false }
    }

    /// A text, or a number as text, since ids are often sent as numbers; `nil` if empty.
    var text: String? {
        switch value {
        case .string(let text), .number(let text): text.nonEmpty
        case .array, .object, .literal: nil
        }
    }

    var integer: Int? {
        switch value {
        case .string(let text), .number(let text): Int(text)
        case .array, .object, .literal: nil
        }
    }

    var elements: [JSONNode] {
        if case .array(let elements) = value { elements } else { [] }
    }

    /// The elements of a list; what stands there alone is one.
    var oneOrMore: [JSONNode] {
        switch value {
        case .array(let elements): elements
        case .string, .number, .object: [self]
        case .literal: []
        }
    }

    /// A date, placed where it stands; a number only where it has as many digits as Unix times have.
    var date: StatedDate? {
        switch value {
        case .string(let text): text.nonEmpty.map { StatedDate(text: $0, offset: offset) }
        case .number(let text) where text.utf8.count >= 10: StatedDate(text: text, offset: offset)
        case .number, .array, .object, .literal: nil
        }
    }
}
