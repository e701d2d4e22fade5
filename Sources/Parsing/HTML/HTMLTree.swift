import CLibXML2

/// A page as libxml2's HTML parser understands it.
///
/// Owns the tree: nodes keep it alive. Not `Sendable`, as libxml2 keeps state in a tree.
@safe final class HTMLTree {
    private let document: htmlDocPtr
    /// Whether the page seems to be cut off: what it says at its end may go on.
    let isCutOff: Bool

    /// - Parameter source: UTF-8.
    /// - Throws: `.tagTooLong`, `.tooManyElements`, `.tooDeep`, `.tooSlow`, `.outOfMemory`.
    init(_ source: [UInt8], limits: ParseLimits) throws(ParseError) {
        let (ends, open) = try Self.checkTags(of: source, limits: limits)
        isCutOff = open.areSome && !ends.areSome
        let page = ends.blanked(in: source)
        unsafe document = try Self.parse(Self.withPlainReferences(page), limits: limits)
        // Else libxml2 goes by way of all siblings to tell which of two elements is the first.
        unsafe xmlXPathOrderDocElems(document)
    }

    deinit { unsafe xmlFreeDoc(document) }

    /// The elements that an XPath expression finds, in document order; for an attribute or a text, the
    /// element that has it.
    func nodes(_ path: XPath) -> [HTMLNode] {
        finds(path).map(\.node)
    }

    /// The first element of the page that a selector finds.
    func first(_ selector: String) throws(ParseError) -> HTMLNode? {
        nodes(try XPath(selector: selector)).first
    }

    /// What an XPath expression finds, in document order.
    ///
    /// - Parameter node: where the expression starts; the whole page if it is `nil`.
    func finds(_ path: XPath, in node: HTMLNode? = nil) -> [HTMLFind] {
        guard let context = unsafe xmlXPathNewContext(document) else { return [] }
        defer { unsafe xmlXPathFreeContext(context) }
        // Expressions that compare everything with everything find nothing rather than never end.
        unsafe context.pointee.opLimit = Self.maximumSteps
        unsafe context.pointee.error = { _, _ in }
        var all: [HTMLFind] = []
        for expression in path.expressions {
            // The tree lives as long as the nodes do, which `self` sees to.
            unsafe context.pointee.node =
                node.map { unsafe $0.raw }
                ?? UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self)
            guard let result = unsafe xmlXPathEvalExpression(expression, context) else {
                return []
            }
            defer { unsafe xmlXPathFreeObject(result) }
            guard let set = unsafe result.pointee.nodesetval else { continue }
            for index in 0..<Int(unsafe set.pointee.nodeNr) {
                guard let raw = unsafe set.pointee.nodeTab[index], let found = unsafe find(raw)
                else { continue }
                all.append(found)
            }
        }
        return path.expressions.count > 1 ? Self.inOrder(all) : all
    }

    // MARK: - Private

    /// The elements in document order, each once.
    private static func inOrder(_ finds: [HTMLFind]) -> [HTMLFind] {
        let sorted = finds.sorted { unsafe xmlXPathCmpNodes($0.node.raw, $1.node.raw) > 0 }
        var all: [HTMLFind] = []
        for find in sorted where find.node.identity != all.last?.node.identity { all.append(find) }
        return all
    }

    /// `nil` for a comment and the like.
    private func find(_ found: xmlNodePtr) -> HTMLFind? {
        switch unsafe found.pointee.type {
        case XML_ELEMENT_NODE:
            return unsafe HTMLFind(node: HTMLNode(found, of: self), words: nil)
        case XML_ATTRIBUTE_NODE, XML_TEXT_NODE:
            guard let owner = unsafe found.pointee.parent,
                unsafe owner.pointee.type == XML_ELEMENT_NODE
            else { return nil }
            let words = unsafe xmlNodeGetContent(found)
            defer { unsafe earshot_xml_free(words) }
            return unsafe HTMLFind(
                node: HTMLNode(owner, of: self), words: words.map { unsafe String(cString: $0) })
        default:
            return nil
        }
    }

    private static let pieceSize = 64 * 1024

    /// The page with named characters written as themselves, and `&amp;` for each `&` that starts nothing.
    ///
    /// libxml2 2.9 knows the names of HTML 4 alone, and `&nacute;` and `&imacr;` are none of them, nor is any
    /// without its `;`; numbers of windows-1252 it leaves out; of each bare `&` it writes a complaint,
    /// which nobody reads and which takes most of its time.
    private static func withPlainReferences(_ source: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var position = 0
        var sign = source.offset(of: .ampersand, from: 0, to: source.count)
        while sign < source.count {
            // Whether it stands in an attribute, where some without a `;` are none, nobody knows here.
            let reference = HTMLReference(
                in: source, at: sign, to: source.count, inAttribute: true)
            if let reference {
                let end = sign + reference.length
                if !reference.scalar.isASCII || source[end - 1] != .semicolon {
                    output.append(contentsOf: source[position..<sign])
                    output.append(plain: reference.scalar)
                    position = end
                }
            } else if !source.startsReference(at: sign) {
                output.append(contentsOf: source[position..<sign])
                output.append(contentsOf: "&amp;".utf8)
                position = sign + 1
            }
            // A reference to both halves of a character has a sign within it.
            sign = source.offset(
                of: .ampersand, from: max(sign + 1, position), to: source.count)
        }
        guard position > 0 else { return source }
        output.append(contentsOf: source[position...])
        return output
    }

    /// Of one expression; a page of the largest size takes a hundredth.
    private static let maximumSteps: UInt = 50_000_000

    /// Refuses pages of very many elements, and tags with very many attributes, each of which libxml2
    /// compares with all others.
    ///
    /// Long values cost nothing.
    ///
    /// - Returns: what says too early that the page ends, and what is open where it does.
    private static func checkTags(of source: [UInt8], limits: ParseLimits) throws(ParseError)
        -> (ends: EarlyEnds, open: OpenElements)
    {
        var ends = EarlyEnds()
        var open = OpenElements()
        var tokens = HTMLTokenizer(source)
        // Comments and instructions are nodes as elements are.
        var elements = countOfDeclarations(in: source)
        while let token = tokens.next() {
            if case .endTag(let name) = token {
                ends.noteEnd(of: name, in: tokens)
                open.noteEnd(of: name)
            }
            if case .text(let range) = token, !source[range].isBlank { ends.noteRest() }
            guard case .startTag(let name, let range) = token else { continue }
            ends.noteRest()
            open.noteStart(of: name)
            elements += 1
            if elements > limits.maximumElements {
                throw .tooManyElements(
                    limit: limits.maximumElements,
                    at: TextPosition(of: range.lowerBound, in: source))
            }
            if HTMLElement(name).isRaw { tokens.skipRawText(of: name) }
            guard range.count > limits.maximumAttributes else { continue }
            var count = 0
            for _ in HTMLAttributes(source, range) {
                count += 1
                if count > limits.maximumAttributes { break }
            }
            if count > limits.maximumAttributes {
                throw .tagTooLong(
                    limit: "\(limits.maximumAttributes) attributes",
                    at: TextPosition(of: range.lowerBound, in: source))
            }
        }
        return (ends, open)
    }

    private static func countOfDeclarations(in source: [UInt8]) -> Int {
        var count = 0
        var isTag = false
        for byte in source {
            if isTag, byte == .exclamation || byte == .question { count += 1 }
            isTag = byte == .lessThan
        }
        return count
    }

    private static func parse(_ source: [UInt8], limits: ParseLimits) throws(ParseError)
        -> htmlDocPtr
    {
        LibXML2.setUp()
        let clock = ProcessorClock(limit: limits.processorTime)
        guard
            let context = unsafe htmlCreatePushParserCtxt(
                nil, nil, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        else { throw .outOfMemory }
        defer { unsafe htmlFreeParserCtxt(context) }
        // Not NOIMPLIED: without `html` around it, all but the first element of a page is lost.
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_COMPACT.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue
        unsafe htmlCtxtUseOptions(context, Int32(options))
        // Else libxml2 reads no further, and says so to nobody, where elements are 256 deep: a forum whose
        // posts each leave a `<b>` open has as many.
        unsafe context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
        // Off in libxml2 for HTML, other than for XML: every element would be of line 0.
        unsafe context.pointee.linenumbers = 1
        var start = 0
        repeat {
            let end = endOfPiece(of: source, from: start)
            unsafe source.withUnsafeBytes { buffer in
                let piece = unsafe UnsafeRawBufferPointer(rebasing: buffer[start..<end])
                unsafe htmlParseChunk(
                    context, piece.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(piece.count), end == source.count ? 1 : 0)
            }
            start = end
            // What stands open is looked through at each end tag.
            let isTooDeep = unsafe Int(context.pointee.nodeNr) > limits.maximumDepth
            if isTooDeep || clock.isOver {
                if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
                let place = TextPosition(of: start, in: source)
                if isTooDeep { throw .tooDeep(at: place) }
                throw .tooSlow(limit: clock.limit, at: place)
            }
        } while start < source.count
        guard let document = unsafe context.pointee.myDoc else { throw .outOfMemory }
        if let line = unsafe lineOfElement(deeperThan: limits.maximumDepth, in: document) {
            unsafe xmlFreeDoc(document)
            throw .tooDeep(at: TextPosition(line: max(1, line), column: 1))
        }
        guard unsafe fillBody(of: document) else {
            unsafe xmlFreeDoc(document)
            throw .outOfMemory
        }
        return unsafe document
    }

    /// Where the first element is that is nested deeper than a limit; `nil` if none is.
    private static func lineOfElement(deeperThan limit: Int, in document: htmlDocPtr) -> Int? {
        var depth = 0
        var node: xmlNodePtr? = unsafe document.pointee.children
        while let current = unsafe node {
            if unsafe current.pointee.type == XML_ELEMENT_NODE {
                if depth > limit { return unsafe Int(xmlGetLineNo(current)) }
                if let child = unsafe current.pointee.children {
                    depth += 1
                    unsafe node = child
                    continue
                }
            }
            var last = unsafe current
            while unsafe last.pointee.next == nil, let parent = unsafe last.pointee.parent {
                unsafe last = parent
                depth -= 1
            }
            unsafe node = last.pointee.next
        }
        return nil
    }

    /// Before a tag, else between two characters: of a `</script>` that comes in two pieces libxml2 2.9
    /// takes the first for a part of the script, and with it all that follows.
    private static func endOfPiece(of source: [UInt8], from start: Int) -> Int {
        let limit = min(start + pieceSize, source.count)
        guard limit < source.count else { return limit }
        let pastTag = source.span.offsetPastLast(.lessThan, in: start + 1..<limit)
        if pastTag > start + 1 { return pastTag - 1 }
        var end = limit
        while end > start + 1, source[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}

extension [UInt8] {
    /// Appends a character that a reference stands for; one of ASCII may be mark-up, and stays one.
    fileprivate mutating func append(plain scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(contentsOf: "&#\(scalar.value);".utf8)
        } else {
            append(scalar)
        }
    }

    /// Whether a `&` stands before what libxml2 takes for a name or a number.
    fileprivate func startsReference(at sign: Int) -> Bool {
        guard sign + 1 < count else { return false }
        let next = self[sign + 1]
        return next == .hash || next == UInt8(ascii: "_") || next == .colon || next >= 0x80
            || next.isASCIILetter
    }
}
