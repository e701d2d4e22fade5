extension Words {
    /// Whether a word stands in a line that calls to share, follow or read on, or that a device adds:
    /// nobody wrote it.
    package func isInCall(_ index: Int) -> Bool {
        guard let line = shortLine(around: index) else { return false }
        return Self.calls.matches(in: self, at: line.lowerBound)
            .contains { $0.words.count < line.count }
    }

    /// Whether a call may begin with a word of this hash.
    static func mayBeginCall(_ hash: UInt64) -> Bool {
        calls.mayBegin(hash, .word)
    }

    /// Where a signature begins, below a line of two hyphens (RFC 3676 §4.3); `nil` when there is none.
    package var signatureStart: Int? {
        indices.first { index in
            index + 2 < endIndex && isHyphen(index) && isHyphen(index + 1)
                && !self[index + 1].followsSpace && beginsLine(index) && beginsLine(index + 2)
        }.map { $0 + 2 }
    }

    // MARK: - Private

    /// Words of the longest line that only calls: a longer one says something.
    private static let longestCall = 8

    /// The line of a word; `nil` when it is longer than a call.
    private func shortLine(around index: Int) -> Range<Int>? {
        var start = index
        while !beginsLine(start) {
            start -= 1
            guard index - start < Self.longestCall else { return nil }
        }
        var end = index + 1
        while end < endIndex, !beginsLine(end) {
            end += 1
            guard end - start <= Self.longestCall else { return nil }
        }
        return start..<end
    }

    private func isHyphen(_ index: Int) -> Bool {
        self[index].kind == .mark
            && foldedBytes[self[index].foldedRange.lowerBound] == UInt8(ascii: "-")
    }

    private static let calls: TermTrie = {
        var trie = TermTrie()
        for phrase in phrases { trie.insert(TermPattern(phrase)) }
        return trie
    }()

    private static let phrases = [
        // English
        "share on", "share this on", "share via", "tweet this on", "follow us on", "like us on",
        "find us on", "join us on", "subscribe on", "sent from my", "sent via", "posted via",
        "read more on", "continue reading on",
        // Polish
        "udostępnij na", "udostępnij w", "podziel się na", "obserwuj nas na", "polub nas na",
        "śledź nas na", "znajdź nas na", "dołącz do nas na", "subskrybuj na", "wysłane z",
        "wysłano z", "czytaj więcej na", "czytaj dalej na",
        // Latvian
        "dalies", "dalīties", "seko mums", "sekojiet mums", "meklē mūs", "pievienojies mums",
        "abonē", "sūtīts no", "nosūtīts no", "lasi vairāk", "lasīt vairāk",
    ]
}
