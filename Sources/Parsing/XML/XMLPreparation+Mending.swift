// What stands where no document has it: a warning before the declaration, tags that are none.

extension XMLPreparation {
    /// Where the document starts: at its declaration, even if a server has written something before it.
    static func start(of source: [UInt8], log: inout ProblemLog) -> Int {
        let start = source.offsetPastSpaces(from: 0)
        guard !source.hasPrefix("<?xml", at: start) else {
            if start > 0 { log.add("blanks before the XML declaration; left out", at: 0) }
            return start
        }
        let head = Array(source.prefix(reachOfStrayText))
        guard let declaration = head.offset(of: "<?xml ", from: start),
            !roots.contains(where: {
                head.offset(of: $0, from: start).map { $0 < declaration } == true
            })
        else { return startBehindPageParts(of: source, from: start, log: &log) }
        log.add("text before the XML declaration; left out", at: start)
        return declaration
    }

    /// Whether a feed begins soon, and no page before it.
    static func hasFeed(in source: [UInt8], from start: Int) -> Bool {
        offsetOfFeed(in: source, from: start) != nil
    }

    /// The offset behind the instruction at `start`.
    ///
    /// A declaration ends with its tag, whole or not, as does an instruction that no `?>` follows; one
    /// without even a `>` takes the rest of the document along.
    mutating func endOfInstruction(at start: Int) -> Int {
        if !source.hasPrefix("<?xml ", at: start) {
            if instructionEnd < start + 2 {
                instructionEnd = source.offset(of: "?>", from: start + 2) ?? source.count
            }
            if instructionEnd < source.count { return instructionEnd + 2 }
        }
        let close = source.offset(of: .greaterThan, from: start, to: source.count)
        guard close < source.count else { return close }
        if source[close - 1] != .question { log.add("'<?' without '?>'; ended here", at: close) }
        return close + 1
    }

    /// Whether what follows a name can follow the name of a tag: in `x<y, z` it cannot.
    static func canFollowName(_ byte: UInt8) -> Bool {
        byte.isASCIISpace || byte == .slash || byte == .greaterThan || byte == .lessThan
    }

    /// Whether an element of one field cannot hold another: a title that is not ended holds no link.
    static func isField(_ name: ShortName) -> Bool { fields[name] != nil }

    /// Whether elements of a name, without its prefix, hold nothing, at least in some formats.
    static func mayBeHollow(_ name: ShortName) -> Bool { hollow[name] != nil }

    /// Whether elements of a name, without its prefix, stand in an entry and in no hollow element.
    static func isPartOfEntry(_ name: ShortName) -> Bool { parts[name] != nil }

    /// Whether elements of a name, without its prefix, are parts of an entry and never of its HTML.
    static func isNoHTML(_ name: ShortName) -> Bool { partsBesideHTML[name] != nil }

    /// Whether an element of the name is an entry, which stands in nothing but its feed.
    static func isEntry(_ source: [UInt8], _ name: Range<Int>) -> Bool {
        guard name.count == 4 || name.count == 5 else { return false }
        let name = ShortName(source, name)
        return name == "item" || name == "entry"
    }

    /// Whether entries stand in an element of the name, which is in lower case and without its prefix.
    static func isFeed(_ name: ShortName) -> Bool {
        name == "channel" || name == "rss" || name == "rdf" || name == "feed"
    }

    /// - Throws: `.malformed` for a document that is nothing but mistakes.
    func checkRepairs() throws(ParseError) {
        guard log.count - earlierProblems > limits.maximumRepairs else { return }
        throw .malformed(
            why: "more than \(limits.maximumRepairs) pieces are not as XML has them",
            at: TextPosition(of: buffer.position, in: source))
    }

    /// Where a feed in Atom starts that has a tag of RSS around it; `nil` if none does.
    ///
    /// - Parameter root: the name of the document's first element.
    static func offsetOfFeed(within root: Range<Int>, of source: [UInt8]) -> Int? {
        guard ShortName(lowercasing: source, root) == "rss" else { return nil }
        let end = source.offset(of: .greaterThan, from: root.upperBound, to: source.count)
        guard let start = source.offsetPastProlog(from: end + 1),
            source.hasPrefix("<feed", at: start),
            start + 5 < source.count, canFollowName(source[start + 5])
        else { return nil }
        return start
    }

    // MARK: - Private

    /// Where the feed starts that a document without a declaration has behind a script or the like.
    private static func startBehindPageParts(
        of source: [UInt8], from start: Int, log: inout ProblemLog
    ) -> Int {
        let parts: [StaticString] = ["<script", "<meta", "<title", "<!doctype html"]
        guard parts.contains(where: { source.hasPrefix($0, at: start) }),
            let feed = offsetOfFeed(in: source, from: start)
        else { return start }
        log.add("parts of a page before the feed; left out", at: start)
        return feed
    }

    private static func offsetOfFeed(in source: [UInt8], from start: Int) -> Int? {
        let head = Array(source.prefix(start + reachOfStrayText))
        let pages: [StaticString] = ["<html", "<HTML", "<body", "<BODY"]
        guard let feed = roots.compactMap({ head.offset(of: $0, from: start) }).min(),
            !pages.contains(where: { head.offset(of: $0, from: 0).map { $0 < feed } == true })
        else { return nil }
        return feed
    }

    /// Warnings of a publisher's software are short.
    private static let reachOfStrayText = 4 * 1024

    private static let roots: [StaticString] = [
        "<rss", "<RSS", "<feed", "<rdf:RDF", "<channel", "<opml",
    ]

    /// Those that hold text alone, and never are an HTML element within it but for `title` and `link`,
    /// which HTML has in its head.
    private static let fields = set("title link guid pubdate comments category")

    private static let hollow = set("enclosure cloud thumbnail link category")

    private static let parts = set(
        """
        title link guid pubdate comments category description summary content encoded author creator \
        date subject id updated published issued modified enclosure thumbnail group
        """)

    private static let partsBesideHTML = set(
        "description content encoded author creator enclosure published updated")

    private static func set(_ names: String) -> ShortNameTable<Bool> {
        ShortNameTable(names.split(separator: " ").map { (ShortName($0), true) })
    }
}
