/// Guesses a single-byte charset from the letters that its bytes would be.
///
/// Each candidate is counted by how many of its letters Polish and Latvian use beyond ASCII. On equal
/// counts the more common charset wins, windows-1252 where there is no evidence at all.
enum CharsetGuess {
    static func charset(of bytes: [UInt8]) -> Charset {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes where byte >= 0x80 {
            counts[Int(byte)] += 1
        }
        let candidates: [Charset] = [.windows1250, .windows1257, .iso88592, .iso885913, .iso88594]
        var best = (charset: Charset.windows1252, score: 0)
        for charset in candidates {
            let score = score(of: counts, in: charset)
            if score > best.score { best = (charset, score) }
        }
        return best.charset
    }

    /// ą ľ Ś ś Ź ź Ť ť as windows-1250 has them, where ISO 8859-2 has control characters or signs.
    static func isWindows1250Letter(_ byte: UInt8) -> Bool {
        [0x8C, 0x8F, 0x9C, 0x9F].contains(byte)
    }

    /// Dashes and quotation marks of the Windows charsets, control characters in ISO 8859.
    static func isWindowsQuote(_ byte: UInt8) -> Bool {
        (0x80...0x9F).contains(byte)
    }

    // MARK: - Private

    private static let polish = Set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ".unicodeScalars)
    private static let latvian = Set("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ".unicodeScalars)
    private static let marks = Set("„”“’–—…€»«§°".unicodeScalars)

    /// Two for a letter of the better of the two languages, one for a mark, three off for a byte that
    /// would be nothing there.
    private static func score(of counts: [Int], in charset: Charset) -> Int {
        guard let table = charset.upperHalf else { return 0 }
        var letters = (polish: 0, latvian: 0)
        var other = 0
        for (index, scalar) in table.enumerated() {
            let count = counts[index + 0x80]
            if polish.contains(scalar) { letters.polish += count }
            if latvian.contains(scalar) { letters.latvian += count }
            if marks.contains(scalar) { other += count }
            if scalar == "\u{FFFD}" || (0x80...0x9F).contains(scalar.value) { other -= 3 * count }
        }
        let best = max(letters.polish, letters.latvian)
        return best == 0 ? 0 : 2 * best + other
    }
}
