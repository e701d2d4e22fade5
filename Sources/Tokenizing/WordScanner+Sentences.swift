/// Where sentences end.
extension WordScanner {
    mutating func skipSpace(_ length: Int) {
        skip(length)
        afterSpace = true
        guard sentenceMayEnd else { return }
        if stopIsWithinSentence { sentenceMayEnd = false } else { beginSentence() }
    }

    mutating func beginSentence() {
        sentenceMayEnd = false
        if count > 0, self[word: count - 1].sentence == sentence { sentence += 1 }
    }

    /// Whether the full stop just read is an abbreviation's, or stands before a digit or a small
    /// letter.
    private var stopIsWithinSentence: Bool {
        let stop = count - 1
        guard stop >= 0, isStop(stop) else { return false }
        var next = byte
        while self[next] == 0x20 { next += 1 }
        let first = self[next]
        if first < 0x80 {
            return first.isSmallOrDigit || endsInAbbreviation(before: stop)
        }
        if next < textEnd, let scalar = Unicode.Scalar(decode(at: next).value),
            scalar.properties.numericType == .decimal || scalar.properties.isLowercase
        {
            return true
        }
        return endsInAbbreviation(before: stop)
    }

    /// Whether the words before a full stop are abbreviated by it, as `godz.` and `m.in.` are.
    private func endsInAbbreviation(before stop: Int) -> Bool {
        guard stop > 0, let last = foldedWord(stop - 1, touching: stop) else { return false }
        if stop > 2, isStop(stop - 2), self[word: stop - 2].touches(self[word: stop - 1]),
            let first = foldedWord(stop - 3, touching: stop - 2)
        {
            return Abbreviations.all.contains("\(first).\(last)")
        }
        return Abbreviations.all.contains(last)
    }

    private func isStop(_ index: Int) -> Bool {
        self[word: index].kind == .mark && self[self[word: index].byteRange.lowerBound] == 0x2E
    }

    /// - Returns: `nil` for what is no word, is too long to be abbreviated, or stands apart.
    private func foldedWord(_ index: Int, touching next: Int) -> String? {
        let word = self[word: index]
        guard word.kind == .word, word.byteRange.count <= Abbreviations.longest,
            word.touches(self[word: next])
        else { return nil }
        return string(word.foldedRange)
    }
}

extension UInt8 {
    /// A small letter or a digit of ASCII.
    fileprivate var isSmallOrDigit: Bool {
        self &- 0x61 < 26 || self &- 0x30 < 10
    }
}

extension Word {
    fileprivate func touches(_ next: Word) -> Bool {
        byteRange.upperBound == next.byteRange.lowerBound
    }
}
