import Tokenizing

/// How the writer of an entry types: as the language is written, or in bare letters, `zle` for `źle`.
///
/// Many words are others without their accents: `lek` is a medicine, `lęk` fear. So a word in bare
/// letters stands for one with accents only where the whole entry shows no more than a stray accent, as
/// in a name.
struct Spelling {
    private let title: Words
    private let text: Words
    private let accented: Set<UInt16>
    /// `nil` until somebody asks.
    private var answer: Bool?

    /// One accented letter among more words than these is not the writer's own: of Polish and Latvian
    /// as they are written, every second or third word has one.
    private static let wordsOfStrayAccent = 20

    /// - Parameter accents: Of the language, as of `Grammar.accentedLetters`; the grammar as a whole would cost
    ///   a copy of all its lists.
    init(_ title: Words, _ text: Words, accents: Set<UInt16>) {
        self.title = title
        self.text = text
        accented = accents
    }

    var isBare: Bool {
        mutating get {
            if let answer { return answer }
            let found = !hasAccents
            answer = found
            return found
        }
    }

    // MARK: - Private

    private var hasAccents: Bool {
        guard !accented.isEmpty else { return false }
        let wordCount = title.countWithoutMarks + text.countWithoutMarks
        let needed = wordCount / Self.wordsOfStrayAccent + 1
        var count = 0
        for words in [title, text] {
            for word in words where word.kind == .word || word.kind == .hashtag {
                count += accents(in: words.foldedBytes, word.foldedRange)
                if count >= needed { return true }
            }
        }
        return false
    }

    private func accents(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        var last: UInt8 = 0
        for index in range {
            let byte = bytes[index]
            if byte & 0xC0 == 0x80,
                accented.contains(UInt16(last) << 8 | UInt16(byte))
            {
                count += 1
            }
            last = byte
        }
        return count
    }
}
