import Grouping
import Model

extension HeardEntry {
    /// Whether it says the same as another entry, at the same severity, so that readers of the other
    /// one need not read this; a reprint often has a title of its own.
    ///
    /// If little or nothing stands below the titles, the titles are what they say.
    func repeats(_ other: HeardEntry) -> Bool {
        guard tags.severity == other.tags.severity else { return false }
        if story.id == other.story.id, story.reason == .sameText, other.story.reason == .sameText {
            return true
        }
        let words = Self.words(of: text)
        guard words == Self.words(of: other.text) else { return false }
        return words.count >= StorySketcher.minimumWords
            || Self.words(of: ownTitle) == Self.words(of: other.ownTitle)
    }

    // MARK: - Private

    private var ownTitle: String { hasOwnTitle ? title ?? "" : "" }

    private static func words(of text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }
}
