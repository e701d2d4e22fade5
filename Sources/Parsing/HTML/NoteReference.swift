/// Finds the numbers of footnotes, and the signs below, `↩`, that lead back from a note.
///
/// Blogs write numbers right behind a word: read on with it, the name before one would be another word.
/// Such a number is raised and links into a page (Markdown's footnotes, WordPress, MediaWiki, Pandoc),
/// is such a link without a blank before it (Substack), or stands in brackets and is raised or a link.
enum NoteReference {
    /// - Parameters:
    ///   - name: of a link or what is raised.
    ///   - range: where the attributes of the start tag stand.
    ///   - tokens: stands behind the start tag.
    static func isOne(_ name: ShortName, _ range: Range<Int>, _ tokens: borrowing HTMLTokenizer)
        -> Bool
    {
        if name == raised {
            return holdsLinkIntoPage(tokens) || Label(of: name, tokens)?.isBracketed == true
        }
        guard linksIntoPage(range, tokens.bytes), let label = Label(of: name, tokens) else {
            return false
        }
        return label.isBracketed || label.isWayBack
            || label.isNumber && (label.isRaised || isBehindWord(range, tokens))
    }

    // MARK: - Private

    private static var raised: ShortName { "sup" }

    /// What a raised link to a note begins with where that is no digit; MediaWiki has brackets of their own.
    private static let starts = Set("[*<&".utf8)

    /// In bytes, with the address of the note.
    fileprivate static let longest = 600

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

    /// The few characters that an element holds, in tags that shape them at most.
    private struct Label {
        private let text: String
        /// Whether any of it is.
        private(set) var isRaised = false

        /// `nil` where there are more, a block, or no end tag near by.
        init?(of name: ShortName, _ tokens: borrowing HTMLTokenizer) {
            var tokens = copy tokens
            let start = tokens.position
            var label: [UInt8] = []
            while let token = tokens.next() {
                guard tokens.position - start <= NoteReference.longest else { return nil }
                switch token {
                case .text(let range):
                    guard label.count + range.count <= Self.longest else { return nil }
                    label += tokens.bytes[range]
                case .startTag(let tag, _):
                    // Else one that is never closed would be read again for each within it.
                    guard tag != name, HTMLElement(tag).layout == .inline else { return nil }
                    if tag == raised { isRaised = true }
                case .endTag(let tag):
                    guard tag == name else { continue }
                    text = HTMLReference.decodedText(label, label.indices).trimmed
                    return
                }
            }
            return nil
        }

        /// Whether it is a number of up to four digits.
        var isNumber: Bool { Self.isNumber(text.utf8) }

        /// Whether it is such a number in brackets: `[12]`.
        var isBracketed: Bool {
            text.utf8.first == .openBracket && text.utf8.last == .closeBracket
                && Self.isNumber(text.utf8.dropFirst().dropLast())
        }

        /// Whether it is `↩` or the like, some of which are drawn as text (U+FE0E) or as emoji (U+FE0F).
        var isWayBack: Bool {
            let signs = text.unicodeScalars.filter { $0 != "\u{FE0E}" && $0 != "\u{FE0F}" }
            return signs.count == 1 && signs.allSatisfy(Self.waysBack.contains)
        }

        /// In bytes, references not decoded.
        private static let longest = 24

        private static let waysBack = Set("↩↪↑↖⤴↵⏎⮐⬆^".unicodeScalars)

        private static func isNumber(_ digits: some Collection<UInt8>) -> Bool {
            (1...4).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
        }
    }
}
