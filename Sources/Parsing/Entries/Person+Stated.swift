import Model

extension Person {
    /// Reads an author as RSS has it; `nil` if there is neither name nor address.
    ///
    /// Forms are `jan@example.pl (Jan Nowak)`, `Jan Nowak <jan@example.pl>`, and either part alone.
    init?(stated text: String?) {
        guard let text = text?.nonEmpty else { return nil }
        if !text.utf8.contains(UInt8(ascii: "@")) {
            self.init(name: text)
        } else if let (before, within) = Self.split(text, at: "(", and: ")"), Self.isAddress(before)
        {
            self.init(name: within.nonEmpty, email: before)
        } else if let (before, within) = Self.split(text, at: "<", and: ">"), Self.isAddress(within)
        {
            self.init(name: before.trimmingQuotes.nonEmpty, email: within)
        } else if Self.isAddress(text) {
            self.init(email: text)
        } else {
            self.init(name: text)
        }
    }

    // MARK: - Private

    /// What stands before `open`, and between it and `close` at the end.
    private static func split(_ text: String, at open: Character, and close: Character)
        -> (before: String, within: String)?
    {
        guard text.last == close, let start = text.firstIndex(of: open) else { return nil }
        return (text[..<start].trimmed, text[text.index(after: start)...].dropLast().trimmed)
    }

    private static func isAddress(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".")
            && !text.utf8.contains(where: \.isASCIISpace)
    }
}
