package import Foundation
package import Model
package import Storing

/// An entry that a search found, as `earshot search --format json` prints it, one to a line.
package struct SearchResult: Sendable, Encodable {
    package let number: Int64
    package let feed: Feed.ID
    /// A pseudonym; absent where none is kept.
    package let author: String?
    /// Only where the source's setting allows it.
    package let authorName: String?
    package let date: Date
    package let link: String?
    package let title: String?
    package let snippet: String
    package let tags: Tags
    /// When its author was last seen to have changed it; absent for never.
    package let editedAt: Date?
    /// What it said before, oldest first; absent where nobody asked for it.
    package let earlier: [EarlierWording]?

    package init(_ hit: SearchHit, earlier: [EarlierWording]? = nil) {
        number = hit.entry.sequence
        feed = hit.entry.feed
        author = hit.entry.author
        authorName = hit.entry.authorName
        date = hit.entry.date
        link = hit.entry.link
        title = hit.entry.title
        snippet = hit.snippet
        tags = hit.entry.tags
        editedAt = hit.entry.editedAt
        self.earlier = earlier
    }

    /// Two or three lines for people.
    package func text(style: TerminalStyle) -> String {
        let brands = tags.mentions.map { "\($0.mention.brand) \($0.sentiment.label.rawValue)" }
        var seen: Set<String> = []
        let tones = brands.filter { seen.insert($0).inserted }.joined(separator: ", ")
        let head =
            "#\(number)  \(ContractJSON.timestamp(date))  \(feed)"
            + ((authorName?.withoutControls ?? author).map { "  \($0)" } ?? "")
            + (tones.isEmpty ? "" : "  \(tones)")
            + (editedAt.map { "  seen edited \(ContractJSON.timestamp($0))" } ?? "")
        // Where the title alone has the words, it is not told twice.
        let plain = snippet.replacing("⟦", with: "").replacing("⟧", with: "")
        let lines = [
            style.faint(head),
            title == plain ? nil : title.map { style.bold($0.withoutControls) },
            snippet.withoutControls, link.map { style.faint($0.withoutControls) },
        ]
        return (lines.compactMap { $0 } + wordings(style: style)).joined(separator: "\n") + "\n"
    }

    private func wordings(style: TerminalStyle) -> [String] {
        (earlier ?? []).map { wording in
            let words = [wording.title, wording.text].compactMap { $0?.withoutControls }
            return style.faint("  until \(ContractJSON.timestamp(wording.replacedAt))  ")
                + words.joined(separator: " | ")
        }
    }
}
