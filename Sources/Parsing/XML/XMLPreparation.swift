/// Prepares a document for libxml2 in one pass over its bytes.
///
/// libxml2 2.9 deletes every named reference after the first error, expands entities without bound,
/// takes minutes over long tags, and ends whatever element is open at an end tag that fits none. None
/// of that can happen to what comes out here. Repairs that a reader would want to know of are logged.
struct XMLPreparation {
    let limits: ParseLimits
    var buffer: PreparationBuffer
    var log: ProblemLog
    private var sections: [PreparedXML.Section] = []
    private var decoded: [UInt8] = []
    private var root: PreparedXML.Root?
    private var hasRootEnded = false
    /// The names of the open elements, outermost first.
    private var open: [Range<Int>] = []
    private var entities: [String: [UInt8]] = [:]
    private var expandedSize = 0

    /// - Throws: `.truncated`, `.tooDeep`, `.tagTooLong`, `.entitiesTooLarge`, or `.notAFeed` for text
    ///   in which no element starts.
    static func prepare(_ source: [UInt8], limits: ParseLimits, log: inout ProblemLog)
        throws(ParseError) -> PreparedXML
    {
        var preparation = Self(source, limits: limits, log: log)
        try preparation.run()
        log = preparation.log
        guard let root = preparation.root else {
            throw .notAFeed(
                what: "text without any element", advice: "check the address", at: .start)
        }
        guard preparation.hasRootEnded else {
            throw .truncated(at: TextPosition(of: source.count, in: source))
        }
        return PreparedXML(
            bytes: preparation.buffer.finish(), source: source, sections: preparation.sections,
            decoded: preparation.decoded, root: root, edits: preparation.buffer.edits)
    }

    // MARK: - Private

    private var source: [UInt8] { buffer.source }

    /// libxml2's own limit, which its push parser does not keep.
    private static let maximumDepth = 256

    /// Declared entities may stand for this many bytes together; what feeds declare is single
    /// characters and namespaces.
    private static let maximumExpandedSize = 1_000_000

    private init(_ source: [UInt8], limits: ParseLimits, log: ProblemLog) {
        buffer = PreparationBuffer(source)
        self.limits = limits
        self.log = log
    }

    private mutating func run() throws(ParseError) {
        let start = source.offsetPastSpaces(from: 0)
        if start > 0, source.hasPrefix("<?xml", at: start) {
            log.add("blanks before the XML declaration; left out", at: 0)
        }
        buffer.skip(to: start)
        while !buffer.isAtEnd, !hasRootEnded {
            let tag = source.offset(of: .lessThan, from: buffer.position, to: source.count)
            try copyText(to: tag)
            if tag < source.count { try copyMarkup() }
        }
        checkEpilog()
    }

    private mutating func copyMarkup() throws(ParseError) {
        let position = buffer.position
        switch position + 1 < source.count ? source[position + 1] : 0 {
        case .question:
            skip(past: "?>")
        case .exclamation where source.hasPrefix("<!--", at: position):
            skip(past: "-->")
        case .exclamation where source.hasPrefix("<![cdata[", at: position):
            swapSection()
        case .exclamation where root == nil && source.hasPrefix("<!doctype", at: position):
            let doctype = Doctype(in: source, at: position)
            entities = doctype.entities
            buffer.skip(to: doctype.end)
        case .slash where isNameStart(position + 2):
            copyEndTag()
        case let byte where byte.isNameStart:
            try copyElementStart()
        default:
            log.add("'<' that starts no tag; read as text", at: position)
            buffer.replace(1, by: "&#60;".utf8)
        }
    }

    private func isNameStart(_ offset: Int) -> Bool {
        offset < source.count && source[offset].isNameStart
    }

    /// Leaves out a comment or instruction; one without an end takes the rest of the document along.
    private mutating func skip(past end: StaticString) {
        let found = source.offset(of: end, from: buffer.position + 2)
        buffer.skip(to: found.map { $0 + end.utf8CodeUnitCount } ?? source.count)
    }

    /// A section without an end takes the rest of the document along, as a comment does.
    private mutating func swapSection() {
        let start = buffer.position + 9
        guard let end = source.offset(of: "]]>", from: start) else {
            buffer.skip(to: source.count)
            return
        }
        // Outside the root element there is nothing that it could be the text of.
        if root == nil {
            buffer.skip(to: end + 3)
        } else {
            buffer.replace(to: end + 3, bySection: sections.count)
            sections.append(.source(start..<end))
        }
    }

    private mutating func copyElementStart() throws(ParseError) {
        let start = buffer.position
        let name = start + 1..<source.offsetPastName(from: start + 1)
        endWhatHoldsNoEntries(before: name)
        let isEmpty = try copyStartTag(name, isRoot: root == nil)
        if root == nil {
            root = PreparedXML.Root(
                name: source.text(localRange(of: name)).lowercased(), offset: start)
        }
        if !isEmpty {
            open.append(name)
            if open.count > Self.maximumDepth {
                throw .tooDeep(at: TextPosition(of: start, in: source))
            }
        } else if open.isEmpty {
            hasRootEnded = true
        }
    }

    /// Ends the element that an end tag names, and before it those still open inside; an end tag that
    /// names none of the open elements is left out.
    private mutating func copyEndTag() {
        let start = buffer.position
        let name = start + 2..<source.offsetPastName(from: start + 2)
        let end = min(
            source.offset(of: .greaterThan, from: start, to: source.count) + 1, source.count)
        guard let index = open.lastIndex(where: { source[$0] == source[name] }) else {
            log.add("'</\(source.text(name))>' without a start; left out", at: start)
            buffer.skip(to: end)
            return
        }
        endElements(downTo: index + 1)
        open.removeLast()
        buffer.copy(to: end)
        hasRootEnded = open.isEmpty
    }

    /// Before an entry, ends elements that were not: an entry stands in nothing but its feed, and one
    /// that is taken for part of something else would be lost.
    private mutating func endWhatHoldsNoEntries(before name: Range<Int>) {
        guard name.count == 4 || name.count == 5,
            Self.entries.contains(ShortName(source, name)),
            let index = open.lastIndex(where: { Self.feeds.contains(localName(of: $0)) })
        else { return }
        endElements(downTo: index + 1)
    }

    /// Writes the end tags of all but so many open elements.
    private mutating func endElements(downTo count: Int) {
        while open.count > count, let inner = open.popLast() {
            log.add("'<\(source.text(inner))>' is not ended; ended here", at: buffer.position)
            buffer.insert("</\(source.text(inner))>".utf8)
        }
    }

    private static let entries: [ShortName] = ["item", "entry"]

    /// The elements that entries stand in.
    private static let feeds: [ShortName] = ["rss", "rdf", "channel", "feed"]

    private mutating func copyText(to end: Int) throws(ParseError) {
        if root == nil {
            // Such as a warning of the publisher's own software.
            if source.offsetPastSpaces(from: buffer.position) < end {
                log.add("text before the first element; left out", at: buffer.position)
            }
            buffer.skip(to: end)
        }
        if isWorthSwapping(buffer.position..<end) {
            swapText(to: end)
            return
        }
        while buffer.position < end {
            let reference = source.offset(of: .ampersand, from: buffer.position, to: end)
            copyPlainText(to: reference)
            if reference < end { try copyReference() }
        }
    }

    /// Whether text is long enough that an instruction costs libxml2 less.
    ///
    /// Declared entities, which may be large, and carriage returns, which XML reads as line feeds, are
    /// left to it.
    private func isWorthSwapping(_ text: Range<Int>) -> Bool {
        text.count >= 64 && entities.isEmpty
            && source.offset(of: .carriageReturn, from: text.lowerBound, to: text.upperBound)
                == text.upperBound
    }

    /// Makes text a section, its references decoded.
    private mutating func swapText(to end: Int) {
        let source = source
        var position = buffer.position
        var reference = source.offset(of: .ampersand, from: position, to: end)
        logSectionEnds(in: position..<end)
        guard reference < end else {
            sections.append(.source(position..<end))
            buffer.replace(to: end, bySection: sections.count - 1)
            return
        }
        let start = decoded.count
        while reference < end {
            decoded.append(contentsOf: source[position..<reference])
            let character = CharacterReference(in: source, at: reference, declared: [:])
            if let problem = character.problem { log.add(problem, at: reference) }
            switch character.meaning {
            case .scalar(let scalar): decoded.append(scalar)
            case .text: decoded.append(.ampersand)
            case .nothing, .entity: break
            }
            position = reference + character.length
            reference = source.offset(of: .ampersand, from: position, to: end)
        }
        decoded.append(contentsOf: source[position..<end])
        sections.append(.decoded(start..<decoded.count))
        buffer.replace(to: end, bySection: sections.count - 1)
    }

    /// XML forbids `]]>` in text.
    private mutating func logSectionEnds(in text: Range<Int>) {
        var bracket = source.offset(of: .closeBracket, from: text.lowerBound, to: text.upperBound)
        while bracket < text.upperBound {
            if source.hasPrefix("]]>", at: bracket) {
                log.add("']]>' outside a CDATA section; read as text", at: bracket)
            }
            bracket = source.offset(of: .closeBracket, from: bracket + 1, to: text.upperBound)
        }
    }

    /// XML forbids `]]>` in text.
    private mutating func copyPlainText(to end: Int) {
        var bracket = source.offset(of: .closeBracket, from: buffer.position, to: end)
        while bracket < end {
            if source.hasPrefix("]]>", at: bracket) {
                log.add("']]>' outside a CDATA section; read as text", at: bracket)
                buffer.copy(to: bracket + 2)
                buffer.replace(1, by: "&#62;".utf8)
            }
            bracket = source.offset(of: .closeBracket, from: bracket + 1, to: end)
        }
        buffer.copy(to: end)
    }

    /// Writes the reference at the position as a numeric one, which libxml2 always reads.
    mutating func copyReference() throws(ParseError) {
        let position = buffer.position
        let reference = CharacterReference(in: source, at: position, declared: entities)
        if let problem = reference.problem { log.add(problem, at: position) }
        switch reference.meaning {
        case .scalar(let scalar) where scalar.isMarkup || scalar.value < 0x20:
            buffer.replace(reference.length, by: "&#\(scalar.value);".utf8)
        case .scalar(let scalar):
            buffer.replace(reference.length, by: String(scalar).utf8)
        case .entity(let text):
            expandedSize += text.count
            if expandedSize > Self.maximumExpandedSize {
                throw .entitiesTooLarge(
                    limit: Self.maximumExpandedSize, at: TextPosition(of: position, in: source))
            }
            buffer.replace(reference.length, by: text)
        case .nothing:
            buffer.skip(to: position + reference.length)
        case .text:
            buffer.replace(1, by: "&#38;".utf8)
        }
    }

    /// Nothing but comments may follow the root element; anything else is a server's addition.
    private mutating func checkEpilog() {
        while !buffer.isAtEnd {
            let rest = source.offsetPastSpaces(from: buffer.position)
            if source.hasPrefix("<!--", at: rest) || source.hasPrefix("<?", at: rest) {
                buffer.skip(to: rest)
                skip(past: source[rest + 1] == .question ? "?>" : "-->")
            } else {
                if rest < source.count {
                    log.add("text after the end of the feed; left out", at: rest)
                }
                buffer.skip(to: source.count)
            }
        }
    }

    /// Where a name stands without its prefix.
    private func localRange(of name: Range<Int>) -> Range<Int> {
        let colon = source[name].lastIndex(of: .colon) ?? name.lowerBound - 1
        return colon + 1 == name.upperBound ? name : colon + 1..<name.upperBound
    }

    /// A name without its prefix, in lower case.
    private func localName(of name: Range<Int>) -> ShortName {
        ShortName(lowercasing: source, localRange(of: name))
    }
}

extension Unicode.Scalar {
    /// Characters that mean something to XML wherever they stand.
    fileprivate var isMarkup: Bool {
        self == "<" || self == ">" || self == "&" || self == "\"" || self == "'"
    }
}
