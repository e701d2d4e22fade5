/// Prepares a document for libxml2 in one pass over its bytes.
///
/// libxml2 2.9 deletes every named reference after the first error, expands entities without bound,
/// takes minutes over long tags, and ends whatever element is open at an end tag that fits none. None
/// of that can happen to what comes out here. Repairs that a reader would want to know of are logged.
struct XMLPreparation {
    let limits: ParseLimits
    var buffer: PreparationBuffer
    var log: ProblemLog
    var sections: [PreparedXML.Section] = []
    var decoded: [UInt8] = []
    var root: PreparedXML.Root?
    var hasRootEnded = false
    /// Where the end tag of RSS's channel ends.
    var channelEnd: Int?
    /// The open elements, outermost first.
    var open: [OpenElement] = []
    /// The names of the attributes of one tag, in an array that is used again.
    var attributes: [Range<Int>] = []
    var entities: [String: [UInt8]] = [:]
    var expandedSize = 0
    /// How many problems there were before any of XML.
    let earlierProblems: Int
    /// How far the last XHTML went that had to be mended.
    var lastFlaw = 0
    /// Where the `]]>` stands that was found last.
    var sectionEnd = 0
    /// Where the `?>` stands that was found last; the end where there is none.
    var instructionEnd = 0

    /// - Throws: `.truncated`, `.tooDeep`, `.tagTooLong`, `.entitiesTooLarge`, or `.notAFeed` for text
    ///   in which no element starts.
    static func prepare(_ source: [UInt8], limits: ParseLimits, log: inout ProblemLog)
        throws(ParseError) -> PreparedXML
    {
        var preparation = Self(source, limits: limits, log: log)
        try preparation.run()
        preparation.endRootOfWholeChannel()
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

    /// How many elements are open.
    var depth: Int { open.count }

    var isAtom: Bool { root?.name == "feed" }

    // MARK: - Private

    var source: [UInt8] {
        _read { yield buffer.source }
    }

    /// libxml2's own limit, which its push parser does not keep.
    private static let maximumDepth = 256

    private init(_ source: [UInt8], limits: ParseLimits, log: ProblemLog) {
        buffer = PreparationBuffer(source)
        self.limits = limits
        self.log = log
        earlierProblems = log.count
    }

    struct OpenElement {
        let name: Range<Int>
        /// Whether it is one that holds text alone.
        let isField: Bool
        /// Whether it says all it has to say in its attributes.
        let isHollow: Bool
    }

    private mutating func run() throws(ParseError) {
        buffer.skip(to: Self.start(of: source, log: &log))
        while !buffer.isAtEnd, !hasRootEnded {
            let tag = source.offset(of: .lessThan, from: buffer.position, to: source.count)
            try swapText(to: tag)
            if tag < source.count { try copyMarkup() }
            try checkRepairs()
        }
        checkEpilog()
    }

    /// Ends RSS whose channel is whole and whose last tag alone is missing; a cache may have put a
    /// comment in its place.
    private mutating func endRootOfWholeChannel() {
        guard !hasRootEnded, open.count == 1, root?.name == "rss", let channelEnd,
            source[channelEnd - 1] == .greaterThan,
            source.offsetPastProlog(from: channelEnd) == source.count
        else { return }
        log.add("no end of 'rss'; ended here", at: source.count)
        buffer.insert("</\(source.text(open[0].name))>".utf8)
        hasRootEnded = true
    }

    private mutating func copyMarkup() throws(ParseError) {
        let position = buffer.position
        switch position + 1 < source.count ? source[position + 1] : 0 {
        case .question where root == nil || isNameStart(position + 2):
            buffer.skip(to: endOfInstruction(at: position))
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
        case let byte where byte.isNameStart && isTag(at: position):
            try copyElementStart()
        default:
            // Outside the root element there is nothing that it could be the text of.
            if root == nil {
                log.add("'<' that starts no tag; left out", at: position)
                buffer.skip(to: position + 1)
            } else {
                log.add("'<' that starts no tag; read as text", at: position)
                addSection(.source(position..<position + 1), to: position + 1)
            }
        }
    }

    func isTag(at offset: Int) -> Bool {
        let end = source.offsetPastName(from: offset + 1)
        return end >= source.count || Self.canFollowName(source[end])
    }

    func isNameStart(_ offset: Int) -> Bool {
        offset < source.count && source[offset].isNameStart
    }

    /// Leaves out a comment or instruction; one without an end takes the rest of the document along.
    private mutating func skip(past end: StaticString) {
        let found = source.offset(of: end, from: buffer.position + 2)
        buffer.skip(to: found.map { $0 + end.utf8CodeUnitCount } ?? source.count)
    }

    /// Swaps the source up to `end` for a section.
    mutating func addSection(_ section: PreparedXML.Section, to end: Int) {
        buffer.replace(to: end, bySection: sections.count)
        sections.append(section)
    }

    private mutating func copyElementStart() throws(ParseError) {
        let start = buffer.position
        let name = start + 1..<source.offsetPastName(from: start + 1)
        if root == nil, let feed = Self.offsetOfFeed(within: name, of: source) {
            log.add("'<\(source.text(name))>' around a feed in Atom; left out", at: start)
            buffer.skip(to: feed)
            return
        }
        endWhatHoldsNoEntries(before: name)
        let isField = Self.isField(ShortName(lowercasing: source, name))
        endHollowElements(before: name)
        endField(before: name, isField: isField)
        let isEmpty = try copyStartTag(name, isRoot: root == nil)
        if root == nil {
            root = PreparedXML.Root(
                name: source.text(localRange(of: name)).lowercased(), offset: start)
        }
        if !isEmpty {
            open.append(OpenElement(name: name, isField: isField, isHollow: isHollow(name)))
            if open.count > Self.maximumDepth {
                throw .tooDeep(at: TextPosition(of: start, in: source))
            }
            if isAtom, Self.holdsMarkup(source, name, start..<buffer.position) { swapMarkup() }
        } else if open.isEmpty {
            hasRootEnded = true
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
    func localRange(of name: Range<Int>) -> Range<Int> {
        let colon = source[name].lastIndex(of: .colon) ?? name.lowerBound - 1
        return colon + 1 == name.upperBound ? name : colon + 1..<name.upperBound
    }

    /// A name without its prefix, in lower case.
    func localName(of name: Range<Int>) -> ShortName {
        ShortName(lowercasing: source, localRange(of: name))
    }
}
