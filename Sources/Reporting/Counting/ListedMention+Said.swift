import Model

extension ListedMention {
    /// What is said, on one line: the title, and the words around the brand where they are the text's.
    ///
    /// The posts of a thread all have its title, and what they say differs.
    ///
    /// - Parameter limit: in Unicode scalars, of which a long quote leaves the title three tenths. A few
    ///   more tell how many were left out of each.
    func said(to limit: Int = 400) -> String {
        let quote =
            (snippet.isCutAtStart ? "… " : "")
            + snippet.text.split(whereSeparator: \.isNewline).joined(separator: " ")
            + (snippet.isCutAtEnd ? " …" : "")
        guard let title, snippet.field == .text, !snippet.text.hasPrefix(title) else {
            return OutsideText.limited(quote, to: limit)
        }
        let share = limit * 3 / 10
        return OutsideText.limited(title, to: max(share, limit - quote.unicodeScalars.count))
            + " – " + OutsideText.limited(quote, to: limit - share)
    }
}
