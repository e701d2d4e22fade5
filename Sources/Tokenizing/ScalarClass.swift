/// What a scalar is to the tokenizer, and its lower case: a table for the scripts we meet, the
/// Unicode database for the rest.
enum ScalarClass: UInt8 {
    /// Part of a word. Not 0, which is what tables have where they know nothing.
    case letter = 1
    case digit
    case space
    /// Ends a line and with it a sentence.
    case newline
    /// Combining mark: belongs to the letter before it.
    case combining
    /// Soft hyphen, zero-width space and the like: not there as far as words are concerned.
    case ignorable
    case emoji
    /// Joins, colours or styles the emoji before it; a joiner between letters is not there.
    case emojiModifier
    case mark

    /// Makes one emoji of two; some editors, and who hides words from filters, put it between letters.
    static let joiner: UInt32 = 0x200D

    static func of(_ scalar: UInt32) -> ScalarClass {
        ScalarTable.shared[scalar].kind
    }

    /// What the Unicode database says, without the table.
    static func lookUp(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return .newline
        case 0x5F: return .letter
        case 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF: return .ignorable
        case 0x200D, 0xFE0F, 0xFE0E, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F:
            return .emojiModifier
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return .mark }
        let properties = scalar.properties
        if properties.isWhitespace { return .space }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .letterNumber:
            return .letter
        case .decimalNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .combining
        default:
            return value > 0xFF && properties.isEmoji || properties.isEmojiPresentation
                ? .emoji : .mark
        }
    }
}
