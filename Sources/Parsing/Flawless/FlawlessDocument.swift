/// Reads a feed in which there is nothing to mend, straight from its bytes and in one pass.
///
/// Most feeds are like that, and the three passes that others need (preparation, libxml2, its callbacks)
/// are most of the work on them. What is read here is a part of XML of which libxml2 would say the
/// same: names of ASCII, references that XML knows, prefixes that are declared, elements that hold what
/// they should. At the first sign of anything else there is no result, and libxml2 has the last word.
@safe struct FlawlessDocument<Reader: XMLReader> {
    let source: [UInt8]
    /// The same, as its tags are looked at byte by byte.
    let bytes: UnsafeBufferPointer<UInt8>
    /// No tag ends behind it: searches that stop at a `>` stop there.
    let lastTagEnd: Int
    let isAtom: Bool
    var reader: Reader
    var position: Int
    /// The open elements, outermost first.
    var open: [OpenElement] = []
    /// How many of them are inside one that is left out, that one counted.
    var leftOut = 0
    var namespaces: NamespaceScopes
    /// What XHTML is made into HTML in, used again.
    var markupMemory: [UInt8] = []
    /// Those of the tag that is being read.
    let attributes: UnsafeMutableBufferPointer<XMLAttribute>
    var attributeCount = 0

    struct OpenElement {
        let tag: Name
        let name: ElementName
        /// Where it starts.
        let offset: Int
        /// Namespaces declared around it.
        let scopes: Int
    }

    /// A name in a tag.
    struct Name {
        let range: Range<Int>
        /// Where it stands without its prefix.
        let local: Range<Int>

        /// Empty if there is none.
        var prefix: Range<Int> {
            range.lowerBound..<max(range.lowerBound, local.lowerBound - 1)
        }
    }

    /// - Returns: `nil` if there may be something to mend.
    static func read(_ source: [UInt8], from root: Int, by reader: Reader, isAtom: Bool) -> Reader?
    {
        unsafe source.withUnsafeBufferPointer { bytes in
            unsafe withUnsafeTemporaryAllocation(
                of: XMLAttribute.self, capacity: maximumAttributes
            ) { attributes in
                var document = unsafe FlawlessDocument(
                    source: source, bytes: bytes,
                    lastTagEnd: source.lastOffset(of: .greaterThan, before: source.count) ?? 0,
                    isAtom: isAtom, reader: reader, position: root,
                    namespaces: NamespaceScopes(source: source, isAtom: isAtom),
                    attributes: attributes)
                return document.run() ? document.reader : nil
            }
        }
    }

    /// libxml2's own limit.
    static var maximumDepth: Int { 256 }

    // MARK: - Private

    private mutating func run() -> Bool {
        repeat {
            guard skipText(), readMarkup() else { return false }
        } while !open.isEmpty
        guard let end = source.offsetPastProlog(from: position) else { return false }
        return end == source.count
    }

    /// Steps over text that is of no field, up to the next tag.
    private mutating func skipText() -> Bool {
        let start = offsetPastSpaces(from: position)
        position = source.offset(of: .lessThan, from: start, to: source.count)
        return position < lastTagEnd && (start == position || isFlawless(start..<position))
    }

    private mutating func readMarkup() -> Bool {
        switch unsafe bytes[position + 1] {
        case .slash:
            return readEndTag()
        case .exclamation:
            let isSection = source.hasPrefix("<![CDATA[", caseSensitiveAt: position)
            let end =
                isSection ? endOfSection(from: position + 9) : source.endOfComment(at: position)
            guard let end, !open.isEmpty else { return false }
            position = isSection ? end + 3 : end
            return true
        default:
            return readStartTag()
        }
    }

    private mutating func readEndTag() -> Bool {
        guard let element = open.popLast(), skipEndTag(of: element.tag) else { return false }
        namespaces.end(downTo: element.scopes)
        if leftOut > 0 {
            leftOut -= 1
        } else {
            reader.end(element.name, content: [], offset: element.offset)
        }
        return true
    }

    private mutating func readStartTag() -> Bool {
        let start = position
        let scopes = namespaces.count
        guard let tag = name(from: start + 1) else { return false }
        position = tag.range.upperBound
        guard readAttributes(from: start), open.count < Self.maximumDepth,
            let (name, uri) = namespaces.name(tag.local, tag.prefix), isInPlace(tag)
        else { return false }
        let isEmpty = unsafe bytes[position] == .slash
        position += isEmpty ? 2 : 1
        let element = OpenElement(tag: tag, name: name, offset: start, scopes: scopes)
        guard leftOut == 0 else {
            if isEmpty {
                namespaces.end(downTo: scopes)
            } else {
                leftOut += 1
                open.append(element)
            }
            return true
        }
        let content = unsafe reader.start(
            XMLElement(
                name: name, offset: start,
                uri: uri.map { unsafe UnsafeBufferPointer(rebasing: bytes[$0]) },
                attributes: UnsafeBufferPointer(rebasing: attributes[..<attributeCount])))
        return isEmpty
            ? endEmpty(element, content) : read(content, of: element)
    }

    private mutating func endEmpty(_ element: OpenElement, _ content: ElementContent) -> Bool {
        namespaces.end(downTo: element.scopes)
        if content != .nothing { reader.end(element.name, content: [], offset: element.offset) }
        // The root alone would be a document of nothing.
        return !open.isEmpty
    }

    private mutating func read(_ content: ElementContent, of element: OpenElement) -> Bool {
        let holdsMarkup = holdsMarkup(element.tag)
        switch content {
        case .elements:
            guard !holdsMarkup else { return false }
            open.append(element)
        case .nothing:
            open.append(element)
            leftOut = 1
        case .text, .markup:
            guard holdsMarkup == (content == .markup),
                let text = holdsMarkup ? markup() : text(), skipEndTag(of: element.tag)
            else { return false }
            namespaces.end(downTo: element.scopes)
            reader.end(element.name, content: text, offset: element.offset)
        }
        return true
    }
}
