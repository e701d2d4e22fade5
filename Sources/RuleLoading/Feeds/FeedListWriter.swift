import Foundation
import Model
import Yams

/// Writes a feeds file for sources that were taken over from elsewhere.
package enum FeedListWriter {
    /// The text of a file that loads to the same sources, in the same order.
    ///
    /// - Parameter sources: at least one, for a file without any is a mistake; their ids and
    ///   addresses are taken to be right.
    package static func yaml(of sources: [NewSource]) -> String {
        precondition(!sources.isEmpty, "a feeds file needs a source")
        let items = sources.map { source in
            mapping(source).map { "\($0.key): \($0.value)" }.joined(separator: "\n    ")
        }
        return "sources:\n" + items.map { "\n  - \($0)\n" }.joined()
    }

    /// An id for something of this name that no other has: `my-blog`, then `my-blog-2`.
    package static func freshID(for name: String, avoiding used: Set<String>) -> String {
        let id = slug(of: name)
        if !used.contains(id) { return id }
        for number in 2... where !used.contains("\(id)-\(number)") {
            return "\(id)-\(number)"
        }
        preconditionFailure("a set is finite")
    }

    // MARK: - Private

    private static func mapping(_ source: NewSource) -> [(key: String, value: String)] {
        var pairs = [
            ("id", scalar(source.id.value)), ("name", scalar(source.name)),
            ("url", scalar(source.url)),
        ]
        if let site = source.site { pairs.append(("site", scalar(site))) }
        if let language = source.language { pairs.append(("language", language.rawValue)) }
        if !source.tags.isEmpty {
            let tags = source.tags.map { scalar($0, inList: true) }
            pairs.append(("tags", "[" + tags.joined(separator: ", ") + "]"))
        }
        if !source.isEnabled { pairs.append(("enabled", "false")) }
        return pairs
    }

    /// A text on one line, in quotes where YAML or its readers would take it for something else.
    private static func scalar(_ text: String, inList: Bool = false) -> String {
        var scalar = text.represented()
        // In brackets more characters end a text than the emitter knows of, which sees it alone.
        let isAtHome = !inList || !text.contains(where: ",:?[]{}".contains)
        if isAtHome, document(of: scalar) == text { return text }
        scalar.style = .doubleQuoted
        return document(of: scalar)
    }

    private static func document(of scalar: Node.Scalar) -> String {
        do {
            return try serialize(node: .scalar(scalar), width: -1, allowUnicode: true)
                .trimmingCharacters(in: .newlines)
        } catch {
            preconditionFailure("YAML has a way to write every text: \(error)")
        }
    }

    /// At most 60 letters, so that a list of ids stays readable.
    private static func slug(of name: String) -> String {
        let words = (YAMLValue.id(like: name) ?? "").split { $0 == "-" || $0 == "_" }
        let slug = words.joined(separator: "-").prefix(60)
        let id = slug.last == "-" ? slug.dropLast() : slug
        return id.isEmpty ? "source" : String(id)
    }
}
