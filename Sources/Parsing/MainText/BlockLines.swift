/// The text in a block's own lines: how much of it is links, and whether these stand within a sentence.
struct BlockLines {
    /// In characters, blanks run together.
    private(set) var length = 0
    /// Characters of them that are in links.
    private(set) var linkLength = 0

    /// Whether it has links, in a sentence that comes to its end outside of them or in one that goes on with
    /// it.
    ///
    /// "Read about it in <a>the report of the council</a>." is one, with its full stop in the link too;
    /// "Read also: <a>…</a>" is none, nor what ends in a link that begins with a capital.
    var areSentenceWithLinks: Bool {
        linkLength > 0 && !isLabelOfLink && wordsBeside >= Self.fewestWords
            && (endSentence || end == .linked && isGoneOnWith && endOfLink == .ofSentence)
    }

    /// Whether they come to the end of a sentence, outside of links.
    var endSentence: Bool { end == .ofSentence }

    /// Whether they are few and end like no sentence: a label, an address, a date, a name.
    var areLabel: Bool { length < Self.longestLabel && end == .open }

    /// - Parameter text: UTF-8.
    mutating func append(_ text: [UInt8], isLinked: Bool) {
        let length = Self.length(of: text)
        self.length += length
        if isLinked { linkLength += length }
        guard !text.allSatisfy(\.isASCIISpace) else { return }
        if isLinked {
            isLabelOfLink = linkLength == length ? end == .ofLabel : isLabelOfLink
            if end != .linked {
                isGoneOnWith = end == .open && Self.beginsSmall(text)
            }
            endOfLink = Self.end(of: text)
            end = .linked
        } else {
            let count = Self.countOfWords(in: text)
            wordsBeside += count
            if linkLength > 0, count > 0 { isLabelOfLink = false }
            end = Self.end(of: text)
        }
    }

    // MARK: - Private

    /// How a text ends.
    private enum End {
        case nothing, linked, ofSentence
        /// With a colon.
        case ofLabel
        /// With a comma, a dash, and the like.
        case goingOn
        /// With a word.
        case open
    }

    /// Words that are not linked.
    private var wordsBeside = 0
    private var end = End.nothing
    /// How the last link ends, and whether it goes on with what stands before it, in small letters.
    private var endOfLink = End.nothing
    private var isGoneOnWith = false
    /// Whether a colon stands before the first link, and no word behind it.
    private var isLabelOfLink = false

    private static let fewestWords = 2

    private static let longestLabel = 200

    /// Characters, blanks run together.
    private static func length(of text: [UInt8]) -> Int {
        var length = 0
        var isBlank = true
        for byte in text where byte & 0xC0 != 0x80 {
            if !byte.isASCIISpace || !isBlank { length += 1 }
            isBlank = byte.isASCIISpace
        }
        return length
    }

    private static func countOfWords(in text: [UInt8]) -> Int {
        var count = 0
        var isWord = false
        for byte in text {
            let isLetter = byte.isASCIILetter || byte >= 0xC3 && byte != 0xE2
            if isLetter, !isWord { count += 1 }
            isWord = isLetter || byte & 0xC0 == 0x80 && isWord
        }
        return count
    }

    private static func beginsSmall(_ text: [UInt8]) -> Bool {
        let start = text.firstIndex { !$0.isASCIISpace } ?? text.endIndex
        return String(decoding: text[start...].prefix(4), as: UTF8.self)
            .unicodeScalars.first?.properties.isLowercase ?? false
    }

    private static func end(of text: [UInt8]) -> End {
        // The source may set the next tag in however far; the longest of what may close a sentence
        // behind its full stop are a few characters.
        let length = text.lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? 0
        let last = String(decoding: text[..<length].suffix(24), as: UTF8.self)
            .unicodeScalars.last { !$0.properties.isWhitespace && !closing.contains($0) }
        switch last {
        case ".", "!", "?", "…": return .ofSentence
        case ":": return .ofLabel
        case ",", ";", "–", "—", "-": return .goingOn
        default: return .open
        }
    }

    private static let closing: Set<Unicode.Scalar> = [
        "”", "“", "\"", "»", "«", "’", "'", ")", "]",
    ]
}
