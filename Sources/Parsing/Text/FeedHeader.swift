/// What Lemmy writes above each post of a feed: who submitted it where, how it stands, and its link; and
/// bbPress above each topic: how many replies it has.
///
/// The counts are others at each reading, by which the post would seem to be edited.
package enum FeedHeader {
    /// The text without these lines; `nil` when nothing else is there.
    package static func removed(from text: String) -> String? {
        if let rest = restBehindCount(text) { return String(rest).nonEmpty }
        guard text.hasPrefix("submitted by ") else { return text }
        let lines = text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
        guard lines.count >= 2, isSubmission(lines[0]), isStanding(lines[1]) else { return text }
        let rest = lines.dropFirst(2)
        let own = rest.first.map(isAddress) == true ? rest.dropFirst() : rest
        return own.joined(separator: "\n").nonEmpty
    }

    // MARK: - Private

    private static let countsOfReplies = ["Replies: ", "Odpowiedzi: ", "Atbildes: ", "Antworten: "]

    /// What stands below a first line like `Replies: 12`; `nil` where there is none.
    private static func restBehindCount(_ text: String) -> Substring? {
        guard let label = countsOfReplies.first(where: text.hasPrefix) else { return nil }
        let count = text.utf8.dropFirst(label.utf8.count).prefix { $0 != .lineFeed }
        guard !count.isEmpty, count.allSatisfy(\.isASCIIDigit) else { return nil }
        return text[count.endIndex...].dropFirst()
    }

    /// Whether it is like `submitted by ola to kettles`.
    private static func isSubmission(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        return words.count == 5 && words[3] == "to"
    }

    /// Whether it is like `15 points | 3 comments`.
    private static func isStanding(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        return words.count == 5 && Int(words[0]) != nil && Int(words[3]) != nil
            && [words[1], words[2], words[4]] == ["points", "|", "comments"]
    }

    private static func isAddress(_ line: Substring) -> Bool {
        line.hasPrefix("http") && line.contains("://") && !line.contains(" ")
    }
}
