// What bytes of UTF-8 are to whoever looks for addresses and numbers.

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    /// ASCII.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// An ASCII letter or digit, or `_`.
    var isWordByte: Bool { isLetter || isDigit || self == 0x5F }
}

extension [UInt8] {
    /// Without regard to ASCII case.
    func starts(with word: String, at place: Int) -> Bool {
        guard place >= 0, place + word.utf8.count <= count else { return false }
        return zip(self[place...], word.utf8).allSatisfy { byte, wanted in
            byte == wanted || wanted.isLetter && byte | 0x20 == wanted | 0x20
        }
    }

    /// The length of the blank at a place, 0 where there is none; lines do not count as blank.
    func spaceLength(at place: Int) -> Int {
        guard place < count else { return 0 }
        if self[place] == 0x20 || self[place] == 0x09 { return 1 }
        // No-break, thin and narrow no-break space.
        if starts(with: "\u{A0}", at: place) { return 2 }
        return starts(with: "\u{2009}", at: place) || starts(with: "\u{202F}", at: place) ? 3 : 0
    }

    /// Whether a letter, digit or `_` ends before a place; of other letters those of Latin script.
    func endsInWord(before place: Int) -> Bool {
        guard place > 0 else { return false }
        let last = self[place - 1]
        if last < 0x80 { return last.isWordByte }
        return place > 1 && (0xC3...0xC9).contains(self[place - 2])
    }

    func beginsWord(at place: Int) -> Bool {
        place < count && (self[place].isWordByte || (0xC3...0xC9).contains(self[place]))
    }

    /// Where the character begins whose last byte stands before a place.
    func characterStart(before place: Int) -> Int {
        var start = place - 1
        while start > 0, place - start < 4, isInsideCharacter(start) { start -= 1 }
        return start
    }

    /// Where the character ends that begins at a place.
    func characterEnd(at place: Int) -> Int {
        var end = place + 1
        while end < count, isInsideCharacter(end) { end += 1 }
        return end
    }

    /// Whether a character outside ASCII begins at a place that may be a letter: no sign of Latin-1
    /// (U+0080 on), no punctuation, arrow or other sign (U+2000 on, U+3000 on), and no picture; or the
    /// hyphen of a word that is not to be broken there (U+2010, U+2011).
    func mayBeForeignLetter(at place: Int) -> Bool {
        guard place + 1 < count, self[place] >= 0xC0 else { return false }
        if place + 2 < count, (self[place], self[place + 1]) == (0xE2, 0x80),
            (0x90...0x91).contains(self[place + 2])
        {
            return true
        }
        return switch (self[place], self[place + 1]) {
        case (0xC2, _), (0xE2, 0x80...0xAF), (0xE3, 0x80), (0xEF, 0xB8), (0xF0, 0x9F): false
        default: true
        }
    }

    // MARK: - Private

    private func isInsideCharacter(_ place: Int) -> Bool { self[place] & 0xC0 == 0x80 }
}
