/// What stands between words.
extension WordScanner {
    /// `@name` and `#topic`, an apostrophe or hyphen between letters, or a mark of its own.
    mutating func scanMark(_ value: UInt32, _ length: Int) {
        let touchesNext = isWordPart(at: byte + length)
        let touchesLast =
            !afterSpace && count > 0 && self[word: count - 1].kind == .word
            && self[word: count - 1].byteRange.upperBound == byte
        switch value {
        case 0x40 where touchesNext && !touchesLast: scanSignedWord(.handle)
        case 0x23 where touchesNext && !touchesLast: scanSignedWord(.hashtag)
        case 0x5B where touchesNext: if !scanMask() { appendMark(value, length) }
        case 0x27, 0x2018, 0x2019, 0x2032, 0x02BC, 0xFF07, 0x60, 0xB4, 0x2D, 0x2010, 0x2011:
            if touchesLast && touchesNext {
                skip(length)
                afterSpace = false
            } else {
                appendMark(value, length)
            }
        default: appendMark(value, length)
        }
    }

    private mutating func appendMark(_ value: UInt32, _ length: Int) {
        let (start, scalarStart) = (byte, scalar)
        skip(length)
        append(.mark, from: start, scalarStart, asWritten(start..<byte))
        sentenceMayEnd =
            value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026
            || (sentenceMayEnd && isClosing(value))
    }

    private func isClosing(_ value: UInt32) -> Bool {
        value == 0x22 || value == 0x27 || value == 0x29 || value == 0x5D || value == 0x201D
            || value == 0xBB || value == UInt32(UInt8.underscore)
    }

    /// Whether a letter or digit stands at an offset.
    func isWordPart(at offset: Int) -> Bool {
        guard offset < textEnd else { return false }
        let kind = table[decode(at: offset).value].kind
        return kind == .letter || kind == .digit
    }
}
