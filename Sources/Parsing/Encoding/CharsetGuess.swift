/// Guesses a single-byte charset from the letters that its bytes would be.
///
/// Each candidate is counted by how many of its letters the language that fits best uses beyond ASCII.
/// On equal counts the more common charset wins, windows-1252 where there is no evidence at all.
enum CharsetGuess {
    static func charset(of bytes: [UInt8]) -> Charset {
        evidentCharset(of: bytes) ?? .windows1252
    }

    /// As above; `nil` where there is no evidence.
    ///
    /// Characters of UTF-8 among the bytes are some other text's.
    static func evidentCharset(of bytes: [UInt8]) -> Charset? {
        let counts = ByteCounts(withoutUTF8(bytes))
        var best = (charset: Charset?.none, score: 0)
        for charset in candidates {
            let score = counts.fit(charset).score
            if score > best.score { best = (charset, score) }
        }
        return best.charset
    }

    /// The charset of single bytes in a text that is UTF-8 but for them: the one that has the letters of
    /// both.
    static func charset(of strays: [UInt8], among text: [UInt8]) -> Charset {
        let letters = String(decoding: text, as: UTF8.self).unicodeScalars.lazy
            .filter { $0.value >= 0x80 && $0 != "\u{FFFD}" }.prefix(mostLetters)
        var best = (charset: Charset.windows1252, score: 0)
        for charset in candidates where charset != .windows1251 {
            guard let table = charset.upperHalf else { continue }
            let encoded = letters.compactMap { letter in
                table.firstIndex(of: letter).map { UInt8($0 + 0x80) }
            }
            let missing = letters.count - encoded.count
            let score = ByteCounts(strays + encoded).fit(charset).score - missing
            if score > best.score { best = (charset, score) }
        }
        return best.charset
    }

    /// The charset that the bytes are in where nearly all of them are letters of one language there,
    /// and too many of them are nothing of the kind in the one that is stated; else `nil`.
    static func contradiction(of stated: Charset, by bytes: [UInt8]) -> Charset? {
        let counts = ByteCounts(withoutUTF8(bytes))
        guard counts.total >= leastEvidence, counts.fit(stated).share < 0.9 else { return nil }
        let guess = charset(of: bytes)
        return guess != stated && counts.fit(guess).share >= 0.97 ? guess : nil
    }

    /// The bytes without those that are a character of UTF-8, but for ASCII.
    ///
    /// What is all in one charset holds hardly any that look like one.
    static func withoutUTF8(_ bytes: [UInt8]) -> [UInt8] {
        var rest: [UInt8] = []
        rest.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let length = bytes.lengthOfUTF8Scalar(at: index)
            if length < 2 { rest.append(bytes[index]) }
            index += max(length, 1)
        }
        return rest
    }

    /// ą ľ Ś ś Ź ź Ť ť as windows-1250 has them, where ISO 8859-2 has control characters or signs.
    static func isWindows1250Letter(_ byte: UInt8) -> Bool {
        [0x8C, 0x8F, 0x9C, 0x9F].contains(byte)
    }

    /// Dashes and quotation marks of the Windows charsets, control characters in ISO 8859.
    static func isWindowsQuote(_ byte: UInt8) -> Bool {
        (0x80...0x9F).contains(byte)
    }

    /// „ and ” as ISO 8859-13 has them, where windows-1257 has nothing.
    static func isBalticQuote(_ byte: UInt8) -> Bool {
        byte == 0xA1 || byte == 0xA5
    }

    // MARK: - Private

    /// Fewer bytes beyond ASCII than this disprove nothing.
    private static let leastEvidence = 4

    /// More of them say nothing new.
    private static let mostLetters = 500

    private static let candidates: [Charset] = [
        .windows1250, .windows1257, .iso88592, .iso885913, .iso88594, .windows1252, .windows1251,
    ]
}

/// How often each byte beyond ASCII is in a text.
private struct ByteCounts {
    private(set) var total = 0
    private var counts = [Int](repeating: 0, count: 256)
    /// Bytes that stand behind another one, as nearly all letters of Cyrillic do.
    private var adjacent = 0

    init(_ bytes: [UInt8]) {
        var isBehind = false
        for byte in bytes {
            if byte >= 0x80 {
                counts[Int(byte)] += 1
                total += 1
                if isBehind { adjacent += 1 }
            }
            isBehind = byte >= 0x80
        }
    }

    /// How the bytes read in a charset, as the language that fits best.
    ///
    /// `score` counts letters, those of the languages we listen to above all, and marks, and takes off
    /// for a byte that would be nothing there; `share` is of all bytes, those that are letters or marks.
    func fit(_ charset: Charset) -> (score: Int, share: Double) {
        guard let table = charset.upperHalf, total > 0 else { return (0, 0) }
        if charset == .windows1251, adjacent * 2 < total { return (0, 0) }
        var marks = 0
        var nothing = 0
        var letters = [Int](repeating: 0, count: Language.all.count)
        for (index, scalar) in table.enumerated() {
            let count = counts[index + 0x80]
            guard count > 0 else { continue }
            if Language.marks.contains(scalar) { marks += count }
            if scalar == "\u{FFFD}" || (0x80...0x9F).contains(scalar.value) { nothing += count }
            for (number, language) in Language.all.enumerated()
            where language.charsets.contains(charset) && language.letters.contains(scalar) {
                letters[number] += count
            }
        }
        var best = (score: 0, letters: 0)
        for (number, language) in Language.all.enumerated() {
            let score = letters[number] * language.weight
            if score > best.score { best = (score, letters[number]) }
        }
        guard best.score > 0 else { return (0, 0) }
        return (best.score + 2 * marks - 6 * nothing, Double(best.letters + marks) / Double(total))
    }
}

/// The letters that a language has beyond ASCII, and the charsets that are made for it.
private struct Language {
    let letters: Set<Unicode.Scalar>
    let charsets: Set<Charset>
    let weight: Int

    init(_ letters: String, _ charsets: Set<Charset>, weight: Int = 3) {
        self.letters = Set((letters + letters.uppercased()).unicodeScalars)
        self.charsets = charsets
        self.weight = weight
    }

    static let marks = Set("„”“’‘‚–—…€»«§°\u{A0}\u{AD}©®™".unicodeScalars)

    static let all = [
        // Polish, Latvian.
        Language("ąćęłńóśźż", central.union(baltic), weight: 4),
        Language("āčēģīķļņšūž", baltic, weight: 4),
        // German, French, Spanish, Portuguese, Italian, the Nordic languages, Icelandic.
        Language("äöüß", western, weight: 4),
        Language("àâæçèéêëîïôœùûüÿ", western, weight: 4),
        Language("áéíñóúü¿¡", western, weight: 4),
        Language("áâãàçéêíóôõú", western, weight: 4),
        Language("àèéìíòóùú", western, weight: 4),
        Language("åäöæøé", western, weight: 4),
        Language("áðéíóúýþæö", western, weight: 4),
        // Russian, Ukrainian, Bulgarian.
        Language("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", [.windows1251], weight: 4),
        // Lithuanian, Estonian, Czech and Slovak, Hungarian, Romanian, Croatian.
        Language("ąčęėįšųūž", baltic),
        Language("äöüõšž", baltic.union([.iso885915])),
        Language("áäčďéěíĺľňóôŕřšťúůýž", central),
        Language("áéíóöőúüű", central),
        Language("ăâîşţ", central),
        Language("čćđšž", central),
    ]

    private static let central: Set<Charset> = [.windows1250, .iso88592]
    private static let baltic: Set<Charset> = [.windows1257, .iso885913, .iso88594]
    private static let western: Set<Charset> = [.windows1252, .iso885915]
}
