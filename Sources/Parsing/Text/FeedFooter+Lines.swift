extension FeedFooter {
    /// Whether it is a call to read on and the entry's title: `Continue reading "Kettle on fire"`
    /// (Serendipity), `Read more about Kettle on fire` (Drupal), `Czytaj dalej „Pożar czajnika” →`.
    func isPhraseBeforeTitle(_ line: String) -> Bool {
        let title = Self.withoutMarks(title.lowercased())
        guard !title.isEmpty, let phrase = Self.phrases.first(where: line.hasPrefix) else {
            return false
        }
        var rest = Self.withoutMarks(line.dropFirst(phrase.count))
        if rest == title { return true }
        guard let word = Self.wordsBeforeTitle.first(where: rest.hasPrefix) else { return false }
        rest.removeFirst(word.count)
        return Self.withoutMarks(rest) == title
    }

    /// `Posted by Ola - Nov. 28, 2026, 9:15 a.m.` of a thread on django-machina.
    static func isPosted(_ line: String) -> Bool {
        guard posted.contains(where: line.hasPrefix), let dash = line.ranges(of: " - ").last else {
            return false
        }
        return FeedDate.date(line[dash.upperBound...].trimmed) != nil
    }

    static let posted = ["posted by ", "dodane przez "]

    // MARK: - Private

    private static let wordsBeforeTitle = ["about ", "of ", "o ", "par "]

    /// Without the quotation marks, dots and arrows around it.
    private static func withoutMarks(_ text: some StringProtocol) -> String {
        let marks = " \"'„“”‘’‚«»:…›→>."
        var text = text[...]
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        while let last = text.last, marks.contains(last) { text.removeLast() }
        return String(text)
    }
}
