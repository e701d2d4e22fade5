/// Finds the numbers of footnotes, which blogs write right behind a word: read on with it, the name
/// before one would be another word.
///
/// Such a number is raised and links into a page (Markdown's footnotes, WordPress, MediaWiki), or is such
/// a link without a blank before it (Substack).
enum NoteReference {
    /// - Parameters:
    ///   - name: of a link or what is raised.
    ///   - range: where the attributes of the start tag stand.
    ///   - tokens: stands behind the start tag.
    static func isOne(_ name: ShortName, _ range: Range<Int>, _ tokens: borrowing HTMLTokenizer)
        -> Bool
    {
        if name == raised { return holdsLinkIntoPage(tokens) }
        return linksIntoPage(range, tokens.bytes) && isBehindWord(range, tokens)
            && isNumber(tokens)
    }

    // MARK: - Private

    private static var raised: ShortName { "sup" }

    private static let mostDigits = 4

    /// What a raised link to a note begins with where that is no digit; MediaWiki has brackets of their own.
    private static let starts = Set("[*<&".utf8)

    /// In bytes, with the address of the note.
    private static let longest = 600

    private static func linksIntoPage(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        bytes.offset(of: .hash, from: range.lowerBound, to: range.upperBound)
            < range.upperBound
    }

    private static func isBehindWord(_ range: Range<Int>, _ tokens: borrowing HTMLTokenizer)
        -> Bool
    {
        let start = tokens.rangeOfTag(around: range).lowerBound
        guard start > 0 else { return false }
        let byte = tokens.bytes[start - 1]
        return byte.isASCIILetter || byte >= 0x80 || wordEnds.contains(byte)
    }

    private static let wordEnds = Set(".,;:!?\"')".utf8)

    private static func isNumber(_ tokens: borrowing HTMLTokenizer) -> Bool {
        let bytes = tokens.bytes
        var position = tokens.position
        while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
        return (1...mostDigits).contains(position - tokens.position)
            && bytes.hasPrefix("</a", at: position)
    }

    private static func holdsLinkIntoPage(_ tokens: borrowing HTMLTokenizer) -> Bool {
        let bytes = tokens.bytes
        let limit = min(bytes.count, tokens.position + longest)
        var rest = tokens.position
        // What stands around the link is a bracket at most.
        while rest < limit, bytes[rest] == UInt8(ascii: "[") || bytes[rest].isASCIISpace {
            rest += 1
        }
        guard rest + 3 < limit, bytes.hasPrefix("<a", at: rest), bytes[rest + 2].isASCIISpace else {
            return false
        }
        let end = bytes.offset(of: .greaterThan, from: rest, to: limit)
        guard end + 1 < limit, linksIntoPage(rest..<end, bytes) else { return false }
        guard bytes[end + 1].isASCIIDigit || starts.contains(bytes[end + 1]) else { return false }
        // Without an end tag near by it would take what follows along.
        var tag = end
        while tag < limit, !bytes.hasPrefix("</sup", at: tag) {
            tag = bytes.offset(of: .lessThan, from: tag + 1, to: limit)
        }
        return tag < limit
    }
}
