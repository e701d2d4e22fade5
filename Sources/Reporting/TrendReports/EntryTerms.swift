import Model

/// The words and two-word phrases of an entry, each once, brand names and stop words left out.
struct EntryTerms {
    let words: Set<String>
    let phrases: Set<String>

    init(_ entry: HeardEntry) {
        var words: Set<String> = []
        var phrases: Set<String> = []
        for (field, text) in [(TextField.title, entry.title ?? ""), (.text, entry.text)] {
            let names = entry.tags.mentions.map(\.mention).filter { $0.field == field }
                .map(\.range)
            var last: String?
            for word in Self.split(text) {
                guard let content = word.content(without: names) else {
                    last = nil
                    continue
                }
                words.insert(content)
                if let last, !word.startsClause { phrases.insert("\(last) \(content)") }
                last = content
            }
        }
        self.words = words
        self.phrases = phrases
    }

    // MARK: - Private

    private struct Word {
        let text: String
        let range: Range<Int>
        /// Whether more than a space stands between it and the word before.
        let startsClause: Bool

        func content(without names: [Range<Int>]) -> String? {
            guard text.count >= 3, !StopWords.all.contains(text), text.contains(where: \.isLetter),
                !names.contains(where: range.overlaps)
            else { return nil }
            return text
        }
    }

    /// Runs of letters, digits and marks, in lower case.
    private static func split(_ text: String) -> [Word] {
        var words: [Word] = []
        var current = String.UnicodeScalarView()
        var start = 0
        var startsClause = true
        func close(at end: Int) {
            guard !current.isEmpty else { return }
            words.append(
                Word(
                    text: String(current).lowercased(), range: start..<end,
                    startsClause: startsClause))
            current = String.UnicodeScalarView()
            startsClause = false
        }
        var index = 0
        for scalar in text.unicodeScalars {
            if scalar.isWordPart {
                if current.isEmpty { start = index }
                current.append(scalar)
            } else {
                close(at: index)
                if scalar != " " { startsClause = true }
            }
            index += 1
        }
        close(at: index)
        return words
    }
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber:
            true
        default: false
        }
    }
}
