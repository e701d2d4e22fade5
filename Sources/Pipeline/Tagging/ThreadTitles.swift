import Foundation
package import Model

/// Tells which entries have titles of their own: in a thread every reply carries the title of the first
/// post, and what the title says does not count again for each of them.
package struct ThreadTitles {
    /// The earliest entry of the document under each title.
    private let firsts: [String: Entry.ID]

    package init(of entries: [Entry]) {
        var earliest: [String: Entry] = [:]
        for entry in entries {
            guard let title = entry.title else { continue }
            guard let other = earliest[title] else {
                earliest[title] = entry
                continue
            }
            // Feeds without dates list the newest first.
            let isEarlier = (entry.published ?? .distantPast) <= (other.published ?? .distantPast)
            if isEarlier { earliest[title] = entry }
        }
        firsts = earliest.mapValues(\.id)
    }

    package func isOwnTitle(of entry: Entry) -> Bool {
        guard let title = entry.title else { return true }
        return entry.inReplyTo == nil && !Self.isReply(title) && firsts[title] == entry.id
    }

    // MARK: - Private

    /// `Re:` and its likes, alone or behind the forum's name: `Operatorzy • Re: Zasięg w windzie`.
    private static func isReply(_ title: String) -> Bool {
        let scalars = title.unicodeScalars
        let start = scalars.lastIndex(of: "•").map(scalars.index(after:)) ?? scalars.startIndex
        let subject = scalars[start...].drop(while: \.properties.isWhitespace)
        let mark = String(subject.prefix(longestMark)).lowercased()
        return marks.contains { mark.hasPrefix($0) }
    }

    private static let marks = ["re:", "odp:", "odp.:", "atb:", "aw:"]
    private static let longestMark = 5
}
