import Foundation
import Model

/// A text in the document format of Jira in the cloud (Atlassian Document Format 1): a paragraph a line.
///
/// Plain text in it is never a link, so addresses of ours are marked as such; those that a post names
/// stay text.
enum JiraDocument {
    /// - Parameter links: addresses of ours; others than those of the web are passed over.
    static func document(_ text: String, linking links: [String]) -> JSON {
        let links = links.filter(TicketMarkup.isOfTheWeb)
        let paragraphs = text.split(separator: "\n").map { line -> JSON in
            ["type": "paragraph", "content": .array(pieces(of: line, linking: links))]
        }
        return ["type": "doc", "version": 1, "content": .array(paragraphs)]
    }

    /// The words of a document, or of a text.
    static func plain(_ json: JSON) -> String {
        if let text = json.text { return text }
        let own = json["text"]?.text ?? ""
        return own + (json["content"]?.items.map(plain).joined(separator: "\n") ?? "")
    }

    // MARK: - Private

    private static func pieces(of line: Substring, linking links: [String]) -> [JSON] {
        var pieces: [JSON] = []
        var rest = line
        while let range = firstLink(in: rest, links) {
            if range.lowerBound > rest.startIndex {
                pieces.append(words(rest[..<range.lowerBound]))
            }
            let address = JSON.string(String(rest[range]))
            pieces.append([
                "type": "text", "text": address,
                "marks": [["type": "link", "attrs": ["href": address]]],
            ])
            rest = rest[range.upperBound...]
        }
        if !rest.isEmpty { pieces.append(words(rest)) }
        return pieces
    }

    /// Whole addresses only: one that goes on behind it is another.
    private static func firstLink(in text: Substring, _ links: [String]) -> Range<String.Index>? {
        links.flatMap { text.ranges(of: $0) }.filter { range in
            range.upperBound == text.endIndex || " ,;)".contains(text[range.upperBound])
        }.min { $0.lowerBound < $1.lowerBound }
    }

    private static func words(_ text: Substring) -> JSON {
        ["type": "text", "text": .string(String(text))]
    }
}

extension TicketDraft {
    /// The addresses that it tells as ours.
    var links: [String] {
        [facts[.url], facts[.previous]].compactMap(\.self)
            + (facts[.related]?.components(separatedBy: ", ") ?? [])
    }
}
