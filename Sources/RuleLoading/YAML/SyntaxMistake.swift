/// A breach of YAML's own rules.
package enum SyntaxMistake: Hashable, Sendable, CustomStringConvertible {
    case tab, foreignSpace, needsQuotes, missingValue, unclosedQuote, unexpectedColon, missingColon,
        unknownEscape
    case unexpectedDash, misalignedKey, misalignedItem, unclosedList, unclosedMapping
    case secondDocument, controlCharacter
    /// What looks like a hashtag and is a comment, so that the brackets around it are not closed.
    case commentInBrackets(String)
    case missingSpace(MissingSpace)
    case wordBehindQuotes
    /// A text whose closing quote is missing, so that the next quote, in a line below, closes it.
    case quoteClosedLate(line: Int)
    /// In the words of the YAML parser.
    case other(String)

    package var description: String {
        switch self {
        case .tab: "a tab; indent with spaces"
        case .foreignSpace:
            "a space that YAML does not know, as web pages have; indent with those of the space bar"
        case .needsQuotes: "a value cannot begin like this; put it in quotes"
        case .missingValue: "a value is missing; write it, in quotes if it begins with '#'"
        case .unclosedQuote: "the quote that opens here is never closed; write the closing quote"
        case .unexpectedColon:
            "':' cannot stand here; put a value that holds ':' in quotes, or line the key up with "
                + "its neighbours"
        case .missingColon: "no ':' after a key; write 'key: value', or '- ' before an item"
        case .unknownEscape: "'\\' means nothing before this; write '\\\\', or use single quotes"
        case .unexpectedDash: "'-' cannot stand here; begin a new line below the key with it"
        case .misalignedKey:
            "this does not belong here; indent it like its neighbours, or quote all of the value"
        case .misalignedItem: "an item was expected; write '- ' before it, or indent it further"
        case .unclosedList:
            "the list that opens here is not closed; write ',' between its items and ']' at its "
                + "end"
        case .unclosedMapping:
            "the mapping that opens here is not closed; write ',' between its keys and '}' at its "
                + "end"
        case .secondDocument: "a second document begins here; write one file for each"
        case .controlCharacter: "a control character; remove it"
        case .commentInBrackets(let word):
            "'\(word)' and all behind it in the line is a comment, so that the bracket before it stays open; "
                + "put \"\(word)\" in quotes"
        case .missingSpace(let slip):
            (slip.isLongDash
                ? "'\(slip.sign)' begins no item" : "no space behind the '\(slip.sign)'")
                + "; write '\(slip.mended)'"
        case .wordBehindQuotes:
            "the text in quotes ends before this; for an apostrophe write '' or use the double quotes, and put "
                + "all of the text inside"
        case .quoteClosedLate(let line):
            "the text in quotes that begins here goes on as far as line \(line); write the closing quote "
                + "where it shall end"
        case .other(let problem): "not YAML (\(problem)); look at the quotes and the indentation"
        }
    }

    /// Whether it looks like a space and is none to YAML, as the one that does not break the line (U+00A0).
    static func isForeignSpace(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII && scalar.properties.isWhitespace
    }
}

/// A colon or a dash of YAML without the space that belongs behind it, `name:Lampa`, `-Lampa`, or a longer
/// dash, as word processors make it.
package struct MissingSpace: Hashable, Sendable {
    let sign: Character
    /// As it should be, up to the next word.
    let mended: String
    /// Of the sign's word in its line, 1-based.
    let column: Int

    /// - Returns: `nil` for a line that has all its spaces.
    init?(in line: String) {
        let indent = line.prefix { $0 == " " }.count
        var rest = line.dropFirst(indent)
        if let dash = rest.first, dash == "–" || dash == "—" || dash == "•" {
            let item = rest.dropFirst().drop(while: \.isWhitespace)
            self.init(sign: dash, mended: "- " + Self.word(item), column: indent + 1)
            return
        }
        if rest.first == "-", let next = rest.dropFirst().first, next.isLetter {
            self.init(sign: "-", mended: "- " + Self.word(rest.dropFirst()), column: indent + 1)
            return
        }
        if rest.hasPrefix("- ") { rest = rest.dropFirst().drop { $0 == " " } }
        let key = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
        let value = rest.dropFirst(key.count + 1)
        // A space that does not break the line is none to YAML.
        guard !key.isEmpty, rest.dropFirst(key.count).first == ":", let next = value.first,
            !" \t\r\r\n".contains(next), !value.hasPrefix("//")
        else { return nil }
        self.init(
            sign: ":", mended: "\(key): \(Self.word(value.drop(while: \.isWhitespace)))",
            column: line.distance(from: line.startIndex, to: rest.startIndex) + 1)
    }

    var isLongDash: Bool { sign != ":" && sign != "-" }

    // MARK: - Private

    private init(sign: Character, mended: String, column: Int) {
        self.sign = sign
        self.mended = mended
        self.column = column
    }

    private static func word(_ text: Substring) -> String {
        String(text.prefix { !$0.isWhitespace })
    }
}
