/// XHTML in which every tag is whole and every name without a prefix, as HTML; the `div` around it is
/// left out.
///
/// Nearly all of it is written the same way in HTML, so stretches are only looked through, and copied
/// when something comes that is not.
struct FlawlessMarkup {
    let source: [UInt8]
    var position: Int
    var output: [UInt8]
    /// Up to where the source has been written or left out.
    var written: Int
    /// The open elements, outermost first.
    var open: [Element] = []
    /// The names of the attributes of one tag, in an array that is used again.
    var attributes: [Range<Int>] = []

    struct Element {
        let name: Range<Int>
        let isWritten: Bool
    }

    /// - Parameter output: what is written is appended to it.
    init(in source: [UInt8], from start: Int, output: consuming [UInt8]) {
        self.source = source
        position = start
        written = start
        self.output = output
    }

    /// - Parameter depth: how many elements are open around it.
    /// - Returns: where the end tag stands that ends it; `nil` if there is something to mend, and the
    ///   output is to be thrown away.
    mutating func write(depth: Int) -> Int? {
        while true {
            let tag = source.offset(of: .lessThan, from: position, to: source.count)
            guard tag + 2 < source.count, writeText(to: tag) else { return nil }
            position = tag
            switch source[tag + 1] {
            case .slash where open.isEmpty:
                copy(to: tag)
                return tag
            case .slash:
                guard writeEndTag() else { return nil }
            case .exclamation:
                guard writeSection() else { return nil }
            default:
                guard open.count + depth < Self.maximumDepth, writeStartTag() else { return nil }
            }
        }
    }

    /// Writes what has been come past up to `end`.
    mutating func copy(to end: Int) {
        output.append(source, written..<end)
        written = end
    }

    /// Writes what has been come past up to `start`, and leaves out what follows up to `end`.
    mutating func leaveOut(_ start: Int, to end: Int) {
        copy(to: start)
        written = end
    }

    mutating func writeReference(at offset: Int) -> Int? {
        let reference = CharacterReference(in: source, at: offset, declared: [:])
        guard reference.problem == nil, case .scalar(let scalar) = reference.meaning else {
            return nil
        }
        output.appendEscaped(String(scalar).utf8)
        return reference.length
    }

    /// Whether it is a name of ASCII letters, digits and dashes.
    func isPlainName(_ name: Range<Int>) -> Bool {
        guard !name.isEmpty, source[name.lowerBound].isASCIILetter else { return false }
        return name.allSatisfy { source[$0].isASCIIAlphanumeric || source[$0] == .dash }
    }

    // MARK: - Private

    /// As many as a document may have.
    private static let maximumDepth = 256

    /// - Returns: `false` for a reference or a `]]>` that is to be told of.
    private mutating func writeText(to end: Int) -> Bool {
        guard source.span.extracting(position..<end).mayDifferInHTML else { return true }
        var bracket = source.offset(of: .closeBracket, from: position, to: end)
        while bracket < end {
            if source.hasPrefix("]]>", at: bracket) { return false }
            bracket = source.offset(of: .closeBracket, from: bracket + 1, to: end)
        }
        copy(to: position)
        var start = position
        while start < end {
            let reference = source.offset(of: .ampersand, from: start, to: end)
            output.appendEscapedLines(source, start..<reference)
            guard reference < end else { break }
            guard let length = writeReference(at: reference) else { return false }
            start = reference + length
        }
        written = end
        return true
    }

    /// A CDATA section or a comment.
    private mutating func writeSection() -> Bool {
        let start = position
        if source.hasPrefix("<!--", at: start) {
            guard let end = source.offset(of: "-->", from: start + 2) else { return false }
            leaveOut(start, to: end + 3)
            position = end + 3
        } else {
            guard source.hasPrefix("<![cdata[", at: start),
                let end = source.offset(of: "]]>", from: start + 9),
                XMLPreparation.offsetOfSection(within: start + 9..<end, of: source) == nil
            else { return false }
            copy(to: start)
            output.appendEscaped(source[start + 9..<end])
            position = end + 3
            written = position
        }
        return true
    }
}

extension Span<UInt8> {
    /// Whether a byte is in it that HTML has to have written in another way, or that XML may forbid.
    ///
    /// Looks at all of the bytes without a branch, so that the compiler takes many at a time.
    fileprivate var mayDifferInHTML: Bool {
        var found: UInt8 = 0
        unsafe withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                let byte = unsafe bytes[index]
                let isEscaped: UInt8 =
                    byte == .ampersand || byte == .greaterThan || byte == .quote ? 1 : 0
                let isSpecial: UInt8 = byte == .carriageReturn || byte == .closeBracket ? 1 : 0
                found |= isEscaped | isSpecial
            }
        }
        return found != 0
    }
}

extension [UInt8] {
    /// Appends a stretch of XML's text as HTML has it, line breaks as line feeds.
    fileprivate mutating func appendEscapedLines(_ source: [UInt8], _ text: Range<Int>) {
        var position = text.lowerBound
        while position < text.upperBound {
            let end = source.offset(of: .carriageReturn, from: position, to: text.upperBound)
            appendEscaped(source[position..<end])
            position = end + 1
            guard end < text.upperBound else { return }
            if position >= source.count || source[position] != .lineFeed { append(.lineFeed) }
        }
    }
}
