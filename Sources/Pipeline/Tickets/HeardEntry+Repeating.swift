import Grouping
import Model

extension HeardEntry {
    /// Whether it says what another one says, no graver and no milder, so that who has read that has read
    /// this: a reprint, which often has a title of its own.
    ///
    /// Where little stands below the titles, or nothing, it is they that say it.
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
