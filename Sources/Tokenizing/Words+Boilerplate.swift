extension Words {
    /// Whether a word stands in a line that calls to share, follow or read on, or that a device adds:
    /// nobody wrote it.
    ///
    /// A question is somebody's own.
    package func isInCall(_ index: Int) -> Bool {
        guard let line = shortLine(around: index), !line.contains(where: isQuestionMark) else {
            return false
        }
        return Self.calls.matches(in: self, at: line.lowerBound)
            .contains { $0.words.count < line.count }
    }

    /// Whether a call may begin with a word of this hash.
    static func mayBeginCall(_ hash: UInt64) -> Bool {
        calls.mayBegin(hash, .word)
    }

    /// Where a signature begins, below the last line of two hyphens, if nothing but a few short lines
    /// follow it; `nil` when there is none.
    ///
    /// Mail programs write the line with a space behind (RFC 3676 §4.3). Without the space it parts
    /// paragraphs as often: then it may stand but once, above names and addresses.
    package var signatureStart: Int? {
        guard let line = indices.last(where: isSignatureLine), isShort(from: line + 2) else {
            return nil
        }
        let isMailers = hasSpace(behind: line + 1)
        let isOnly = !indices[..<line].contains(where: isSignatureLine)
        return isMailers || isOnly && !speaks(from: line + 2) ? line + 2 : nil
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

    /// Lines of the longest signature: the custom of four, and two for what mail programs add.
    private static let mostSignatureLines = 6
    /// Words of its longest line; 80 columns hold no more.
    private static let mostWordsOfSignatureLine = 16

    private func isSignatureLine(_ index: Int) -> Bool {
        index + 2 < endIndex && isHyphen(index) && isHyphen(index + 1)
            && !self[index + 1].followsSpace && beginsLine(index) && beginsLine(index + 2)
    }

    private func hasSpace(behind index: Int) -> Bool {
        let utf8 = text.utf8
        return utf8[utf8.index(utf8.startIndex, offsetBy: self[index].byteRange.upperBound)]
            == UInt8(ascii: " ")
    }

    /// Whether few and short lines are all that is left.
    private func isShort(from start: Int) -> Bool {
        guard endIndex - start <= Self.mostSignatureLines * Self.mostWordsOfSignatureLine else {
            return false
        }
        var lines = 0
        var lineStart = start
        for index in start..<endIndex {
            if beginsLine(index) { (lines, lineStart) = (lines + 1, index) }
            guard lines <= Self.mostSignatureLines,
                index - lineStart < Self.mostWordsOfSignatureLine
            else { return false }
        }
        return true
    }

    /// Whether a line has more words in small letters than names, abbreviations left out: somebody goes
    /// on talking.
    private func speaks(from start: Int) -> Bool {
        var balance = 0
        for index in start..<endIndex {
            if beginsLine(index) { balance = 0 }
            guard self[index].kind == .word, !isAbbreviated(index) else { continue }
            balance += self[index].isCapitalized ? -1 : 1
            if balance > 0 { return true }
        }
        return false
    }

    private func isAbbreviated(_ index: Int) -> Bool {
        index + 1 < endIndex && isMark(UInt8(ascii: "."), at: index + 1)
            && !self[index + 1].followsSpace
    }

    private func isHyphen(_ index: Int) -> Bool { isMark(UInt8(ascii: "-"), at: index) }

    private func isQuestionMark(_ index: Int) -> Bool { isMark(UInt8(ascii: "?"), at: index) }

    private func isMark(_ mark: UInt8, at index: Int) -> Bool {
        self[index].kind == .mark && foldedBytes[self[index].foldedRange.lowerBound] == mark
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
        "dalies ar šo", "dalies ar ziņu", "dalies ar rakstu", "dalies ar ierakstu", "dalies tīklā",
        "dalies facebook", "dalies feisbukā", "dalies twitter", "dalies tviterī", "dalies whatsapp",
        "dalīties ar šo", "dalīties ar ziņu", "dalīties ar rakstu", "dalīties ar ierakstu",
        "dalīties tīklā", "dalīties facebook", "dalīties feisbukā", "dalīties twitter",
        "dalīties tviterī", "dalīties whatsapp", "seko mums", "sekojiet mums", "meklē mūs",
        "pievienojies mums", "abonē mūs", "abonē mūsu", "abonējiet mūs", "abonējiet mūsu",
        "sūtīts no", "nosūtīts no", "lasi vairāk", "lasīt vairāk",
    ]
}
