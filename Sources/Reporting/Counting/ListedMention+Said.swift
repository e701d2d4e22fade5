import Model

extension ListedMention {
    /// What a mention says, on one line: the title, and the words around the brand if they are from the
    /// text.
    ///
    /// All posts of a thread have its title, and differ in what they say.
    ///
    /// - Parameter limit: in Unicode scalars; beside a long quote the title gets three tenths of it.
    ///   The notes on how many scalars were left out come on top.
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
