import Model

extension ListedMention {
    /// What is said, on one line: the title, and the words around the brand where they are the text's.
    ///
    /// The posts of a thread all have its title, and what they say differs. At most 400 Unicode scalars,
    /// and a few that tell how many more there are.
    var said: String {
        let quote =
            (snippet.isCutAtStart ? "… " : "")
            + snippet.text.split(whereSeparator: \.isNewline).joined(separator: " ")
            + (snippet.isCutAtEnd ? " …" : "")
        guard let title, snippet.field == .text, !snippet.text.hasPrefix(title) else {
            return OutsideText.limited(quote, to: 280)
        }
        return OutsideText.limited(title, to: 120) + " – " + OutsideText.limited(quote, to: 280)
    }
}
