@testable import Ticketing

/// What a system's documentation says a request's body may be.
///
/// A member that it does not name is a flaw: the systems pass most of them over without a word.
indirect enum JSONShape: Sendable {
    case text, number, flag
    /// A text without spaces, of so many characters at most.
    case label(most: Int)
    case oneOf([String])
    case exactly(JSON)
    case list(JSONShape)
    case object([String: JSONShape], optional: [String: JSONShape] = [:])
    case any

    /// What is wrong with a body, and where; `nil` for nothing.
    func flaw(in json: JSON, at path: String = "body") -> String? {
        switch (self, json) {
        case (.any, _), (.number, .number), (.flag, .bool): nil
        case (.text, .string(let text)): text.isEmpty ? "\(path) is empty" : nil
        case (.label(let most), .string(let text)):
            text.isEmpty || text.count > most || text.contains(" ") ? "\(path): \(text)" : nil
        case (.oneOf(let choices), let value):
            value.text.map(choices.contains) == true ? nil : "\(path) is none of \(choices)"
        case (.exactly(let expected), let value): expected == value ? nil : "\(path) differs"
        case (.list(let shape), .array(let items)):
            items.enumerated().lazy
                .compactMap { shape.flaw(in: $1, at: "\(path)[\($0)]") }.first
        case (.object(let required, let optional), .object(let members)):
            Self.flaw(of: members, required, optional, at: path)
        default: "\(path) is of another kind"
        }
    }

    // MARK: - Private

    private static func flaw(
        of members: [String: JSON], _ required: [String: JSONShape],
        _ optional: [String: JSONShape], at path: String
    ) -> String? {
        for name in required.keys.sorted() where members[name] == nil {
            return "\(path).\(name) is missing"
        }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            guard let shape = required[name] ?? optional[name] else {
                return "\(path).\(name) is not known"
            }
            if let flaw = shape.flaw(in: value, at: "\(path).\(name)") { return flaw }
        }
        return nil
    }
}
