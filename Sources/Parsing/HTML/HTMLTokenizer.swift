/// Cuts HTML into tags and text as browsers do (HTML Standard §13.2.5), without building anything.
///
/// Ranges are of the bytes; nothing is copied.
struct HTMLTokenizer {
    enum Token {
        /// Text, its references not yet decoded.
        case text(Range<Int>)
        /// `name` in lower case; `attributes` is what stands between it and the `>`.
        case startTag(name: ShortName, attributes: Range<Int>)
        case endTag(name: ShortName)
    }

    let bytes: [UInt8]
    private(set) var position = 0
    /// Reads `<name` as text where HTML has no such element: "vector<int>".
    private let onlyKnownElements: Bool
    /// A `<` behind the last `>` can start no tag.
    private let lastTagEnd: Int

    init(_ bytes: [UInt8], onlyKnownElements: Bool = false) {
        self.bytes = bytes
        lastTagEnd = bytes.lastOffset(of: .greaterThan, before: bytes.count) ?? -1
        self.onlyKnownElements = onlyKnownElements
    }

    mutating func next() -> Token? {
        while position < bytes.count {
            let start = position
            position = offsetOfMarkup(from: start)
            if position > start { return .text(start..<position) }
            if let token = markup() { return token }
        }
        return nil
    }

    /// Where the raw text of an element ends: at its end tag, which is left to be read.
    mutating func skipRawText(of name: ShortName) {
        while position < bytes.count {
            position = bytes.offset(of: .lessThan, from: position, to: bytes.count)
            if position + 1 < bytes.count, bytes[position + 1] == .slash,
                self.name(position + 2..<endOfName(from: position + 2)) == name
            {
                return
            }
            position += 1
        }
        position = min(position, bytes.count)
    }

    /// Whether an element's end tag is still to come.
    func hasEndTag(of name: ShortName) -> Bool { offsetOfEndTag(of: name) < bytes.count }

    /// Where an element's next end tag stands; the end if there is none.
    func offsetOfEndTag(of name: ShortName) -> Int {
        var rest = self
        rest.skipRawText(of: name)
        return rest.position
    }

    /// The next text that is more than blanks; `nil` where there is none near by.
    var firstWords: Range<Int>? {
        var rest = self
        while let token = rest.next() {
            if case .text(let range) = token, !bytes[range].isBlank { return range }
            guard rest.position - position <= Self.mostBeforeWords else { return nil }
        }
        return nil
    }

    /// The whole of the start tag that was read last, with its `<` and `>`.
    ///
    /// - Parameter attributes: Its attributes.
    func rangeOfTag(around attributes: Range<Int>) -> Range<Int> {
        let start = bytes.lastOffset(of: .lessThan, before: attributes.lowerBound)
        return (start ?? attributes.lowerBound)..<position
    }

    // MARK: - Private

    /// Of tags and blanks, in bytes: whoever asks at each tag would read all of the rest again.
    private static let mostBeforeWords = 1_000

    /// The next `<` that starts mark-up.
    private func offsetOfMarkup(from start: Int) -> Int {
        var offset = start
        while true {
            offset = bytes.offset(of: .lessThan, from: offset, to: bytes.count)
            if offset >= bytes.count || isMarkup(at: offset) { return offset }
            offset += 1
        }
    }

    private func isMarkup(at offset: Int) -> Bool {
        guard offset + 1 < bytes.count else { return false }
        switch bytes[offset + 1] {
        case .exclamation, .question:
            return offset < lastTagEnd || isDeclaration(at: offset + 2)
        case .slash:
            return isElement(at: offset + 2)
        default:
            return isElement(at: offset + 1)
        }
    }

    /// Whether what stands behind `<!` or `<?` is what a comment or an instruction starts with, which may be
    /// cut off: "who <? knows" is what somebody wrote.
    private func isDeclaration(at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        let byte = bytes[offset]
        return byte.isASCIILetter || byte == .dash || byte == .openBracket
    }

    /// A tag that is never closed is no tag: "if a <b and c" is what somebody wrote.
    ///
    /// Unless it has an attribute: then the text was cut off in the middle of it.
    private func isElement(at offset: Int) -> Bool {
        guard offset < bytes.count, bytes[offset].isASCIILetter else { return false }
        if offset > lastTagEnd { return isCutOff(offset..<endOfName(from: offset)) }
        guard onlyKnownElements else { return true }
        return HTMLElement(name(offset..<endOfName(from: offset))).isKnown
    }

    /// Whether behind a name that HTML knows stand attributes and nothing else, up to the end.
    private func isCutOff(_ name: Range<Int>) -> Bool {
        guard bytes.count - name.lowerBound <= Self.longestCutTag,
            HTMLElement(self.name(name)).isKnown
        else { return false }
        var position = name.upperBound
        var hasAttribute = false
        while true {
            let attribute = bytes.offsetPastSpaces(from: position)
            guard attribute > position else { return false }
            let sign = bytes.offsetPastName(from: attribute)
            guard sign < bytes.count else { return hasAttribute }
            guard sign > attribute, bytes[sign] == .equals else { return false }
            let value = sign + 1
            let mark = value < bytes.count ? bytes[value] : 0
            if mark == .quote || mark == .apostrophe {
                position = bytes.offset(of: mark, from: value + 1, to: bytes.count) + 1
            } else {
                position = value
                while position < bytes.count, !bytes[position].isASCIISpace { position += 1 }
            }
            guard position < bytes.count else { return true }
            hasAttribute = true
        }
    }

    /// A tag that is cut off ends with the text, and is no longer than tags are.
    private static let longestCutTag = 4_096

    private func endOfName(from start: Int) -> Int {
        let bytes = bytes.span
        let limit = min(bytes.count, start + 64)
        var end = start
        while end < limit {
            let byte = unsafe bytes[unchecked: end]
            if byte == .greaterThan || byte == .slash || byte.isASCIISpace { break }
            end += 1
        }
        return end
    }

    private func name(_ range: Range<Int>) -> ShortName {
        ShortName(lowercasing: bytes, range)
    }

    /// Reads the mark-up at `position`; `nil` for comments and the like, which say nothing.
    private mutating func markup() -> Token? {
        switch bytes[position + 1] {
        case .exclamation where bytes.hasPrefix("<!--", at: position):
            skipComment()
            return nil
        case .exclamation, .question:
            let end = bytes.offset(of: .greaterThan, from: position, to: bytes.count)
            position = min(end + 1, bytes.count)
            return nil
        case .slash:
            let name = position + 2..<endOfName(from: position + 2)
            position = min(endOfTag(from: name.upperBound) + 1, bytes.count)
            return .endTag(name: self.name(name))
        default:
            let name = position + 1..<endOfName(from: position + 1)
            let end = endOfTag(from: name.upperBound)
            position = min(end + 1, bytes.count)
            return .startTag(name: self.name(name), attributes: name.upperBound..<end)
        }
    }

    /// `<!-->` and `<!--->` are whole comments, and `--!>` ends one, in every browser.
    private mutating func skipComment() {
        let start = position + 4
        if bytes.hasPrefix(">", at: start) {
            position = start + 1
        } else if bytes.hasPrefix("->", at: start) {
            position = start + 2
        } else {
            position = start
            while let dashes = bytes.offset(of: "--", from: position) {
                position = dashes + 1
                if bytes.hasPrefix(">", at: dashes + 2) { position = dashes + 3; return }
                if bytes.hasPrefix("!>", at: dashes + 2) { position = dashes + 4; return }
            }
            position = bytes.count
        }
    }

    /// The `>` that ends a tag; one inside a quoted value does not.
    private func endOfTag(from start: Int) -> Int {
        if start < bytes.count, bytes[start] == .greaterThan { return start }
        var offset = start
        var end = bytes.offset(of: .greaterThan, from: offset, to: bytes.count)
        while true {
            if offset > end { end = bytes.offset(of: .greaterThan, from: offset, to: bytes.count) }
            let sign = bytes.offset(of: .equals, from: offset, to: end)
            guard sign < end else { return end }
            offset = sign + 1
            let value = bytes.offsetPastSpaces(from: offset)
            if value < bytes.count, bytes[value] == .quote || bytes[value] == .apostrophe {
                let close = bytes.offset(of: bytes[value], from: value + 1, to: bytes.count)
                // A quotation mark that is never closed would swallow all the rest.
                offset = (close < bytes.count ? close : value) + 1
            }
        }
    }
}
