import Model

extension HeardEntry {
    /// Whether it says what another one says, no graver and no milder, so that who has read that has read
    /// this: a reprint, which often has a title of its own.
    func repeats(_ other: HeardEntry) -> Bool {
        guard tags.severity == other.tags.severity else { return false }
        if story.id == other.story.id, story.reason == .sameText, other.story.reason == .sameText {
            return true
        }
        return text.split(whereSeparator: \.isWhitespace)
            == other.text.split(whereSeparator: \.isWhitespace)
    }
}
