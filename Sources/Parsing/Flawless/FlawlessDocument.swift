/// Reads a feed in which there is nothing to mend, straight from its bytes and in one pass.
///
/// Most feeds are like that, and the three passes that others need (preparation, libxml2, its callbacks)
/// are most of the work on them. What is read here is a part of XML of which libxml2 would say the
/// same: names of ASCII, references that XML knows, prefixes that are declared, elements that hold what
/// they should. At the first sign of anything else there is no result, and libxml2 has the last word.
@safe struct FlawlessDocument<Reader: XMLReader> {
    let input: FlawlessBytes
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
        let tag: FlawlessBytes.Name
        let name: ElementName
        /// Where it starts.
        let offset: Int
        /// Namespaces declared around it.
        let scopes: Int
        /// Whether text between its elements counts, which is a flaw.
        var keepsText = false
    }

    /// - Returns: `nil` if there may be something to mend.
    static func read(_ source: [UInt8], from root: Int, by reader: Reader, isAtom: Bool) -> Reader?
    {
        unsafe source.withUnsafeBufferPointer { bytes in
            unsafe withUnsafeTemporaryAllocation(
                of: XMLAttribute.self, capacity: maximumAttributes
            ) { attributes in
                var document = unsafe FlawlessDocument(
                    input: FlawlessBytes(source, bytes),
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
        guard let end = input.source.offsetPastProlog(from: position) else { return false }
        return end == input.source.count
    }

    private var keepsText: Bool { open.last?.keepsText == true }

    /// Steps over text that is of no field, up to the next tag.
    private mutating func skipText() -> Bool {
        let start = input.offsetPastSpaces(from: position)
        position = input.source.offset(of: .lessThan, from: start, to: input.source.count)
        return position < input.lastTagEnd
            && (start == position || !keepsText && input.isFlawless(start..<position))
    }

    private mutating func readMarkup() -> Bool {
        switch unsafe input.bytes[position + 1] {
        case .slash:
            return readEndTag()
        case .exclamation:
            let isSection = input.source.hasPrefix("<![CDATA[", caseSensitiveAt: position)
            let end =
                isSection
                ? input.endOfSection(from: position + 9)
                : input.source.endOfComment(at: position)
            guard let end, !open.isEmpty, !(isSection && keepsText) else { return false }
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
        guard let tag = input.name(from: start + 1) else { return false }
        position = tag.range.upperBound
        guard readAttributes(from: start), open.count < Self.maximumDepth,
            let (name, uri) = namespaces.name(tag.local, tag.prefix),
            input.isInPlace(tag, in: open.last?.tag, isLeftOut: leftOut > 0)
        else { return false }
        let isEmpty = unsafe input.bytes[position] == .slash
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
                uri: uri.map { unsafe UnsafeBufferPointer(rebasing: input.bytes[$0]) },
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
        let name = element.tag.range
        let holdsMarkup =
            isAtom && attributeCount > 0
            && XMLPreparation.holdsMarkup(input.source, name, name.lowerBound..<position)
        switch content {
        case .elements, .elementsAndText:
            guard !holdsMarkup else { return false }
            open.append(element)
            if content == .elementsAndText { open[open.count - 1].keepsText = true }
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

    /// The text of the field that starts at the position: one piece, plain or a CDATA section.
    ///
    /// The position is then at a tag. `nil` if the text is in pieces, or there is something to mend.
    private mutating func text() -> ArraySlice<UInt8>? {
        let start = position
        let first = input.offsetPastSpaces(from: start)
        guard first < input.lastTagEnd else { return nil }
        if input.source.hasPrefix("<![CDATA[", caseSensitiveAt: first) {
            guard let end = input.endOfSection(from: first + 9) else { return nil }
            position = input.offsetPastSpaces(from: end + 3)
            return position < input.lastTagEnd ? input.source[first + 9..<end] : nil
        }
        position = input.source.offset(of: .lessThan, from: first, to: input.lastTagEnd)
        guard position < input.lastTagEnd else { return nil }
        // Blanks alone say nothing.
        return position == first ? [] : input.decoded(start..<position)
    }

    /// The XHTML that starts at the position as HTML, and the position at the tag behind it.
    private mutating func markup() -> ArraySlice<UInt8>? {
        var markup = FlawlessMarkup(
            in: input.source, from: position, output: exchange(&markupMemory, with: []))
        guard let end = markup.write(depth: open.count + 1) else { return nil }
        position = end
        var content: [UInt8] = []
        content.reserveCapacity(markup.output.count)
        content.append(markup.output, markup.output.indices)
        markup.output.removeAll(keepingCapacity: true)
        markupMemory = exchange(&markup.output, with: [])
        return content[...]
    }
}
