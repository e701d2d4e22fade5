package import Foundation
package import Model

/// Reads a document in any feed format, or a page, into entries.
///
/// Documents are untrusted: whatever comes, the answer is entries or an error, in bounded time and
/// memory, and the same one each time.
package struct DocumentParser: Sendable {
    let limits: ParseLimits
    private let timeZone: TimeZone

    /// - Parameter timeZone: of the dates of pages that name none, where that of their source is not known; those
    ///   of feeds are of UTC then.
    package init(limits: ParseLimits = ParseLimits(), timeZone: TimeZone = .gmt) {
        self.limits = limits
        self.timeZone = timeZone
    }

    /// - Parameters:
    ///   - url: where the document was in the end; relative links start there.
    ///   - contentType: the Content-Type header, for the charset in it.
    ///   - kind: a feed in any format, told by its content; or a page, of which `selectors` say how it
    ///     is read. Without them the built-in recipes are tried.
    ///   - maximumEntries: how many entries are kept, the newest, and where nothing is dated those at
    ///     both ends of the document; a problem tells of others.
    ///   - timeZone: that of the source, of dates that name none; `nil` where it is not known.
    ///   - now: the moment of reading, which "yesterday" on a page is told from; a problem tells of
    ///     dates more than a day later.
    /// - Throws: when the document is no feed (or page) at all, ends too early, or is over a limit.
    package func parse(
        _ bytes: [UInt8], url: String? = nil, contentType: String? = nil,
        kind: Source.Kind = .feed, selectors: PageSelectors? = nil,
        maximumEntries: Int = usualMaximum, timeZone: TimeZone? = nil, now: Date? = nil
    ) throws(ParseError) -> ParsedDocument {
        // A day more, for clocks and zones that are wrong.
        var log = ProblemLog(
            maximumCount: limits.maximumProblems,
            latestDate: now?.addingTimeInterval(24 * 60 * 60), timeZone: timeZone)
        let text = try decoded(bytes, contentType: contentType, log: &log)
        let start = text.offsetPastSpaces(from: 0)
        var document: ParsedDocument
        switch kind {
        case .page, .forum:
            let page = try readPage(
                text, selectors, isForum: kind == .forum, maximumEntries: maximumEntries)
            let clock = PageClock(now: now, timeZone: timeZone ?? self.timeZone)
            document = Self.settled(&log) {
                page.parsedDocument(source: text, url: url, clock: clock, log: &$0)
            }
        case .feed where text[start] == UInt8(ascii: "{") || text[start] == .openBracket:
            document = try parseJSON(
                text, url: url, maximumEntries: maximumEntries, now: now, log: &log)
        case .feed:
            document = try parseXML(text, url: url, maximumEntries: maximumEntries, log: &log)
        }
        document.feed.keepWithinLimits(log: &log)
        document.feed.hints.leaveOutItself(url)
        for index in document.entries.indices {
            document.entries[index].finish(of: kind)
        }
        document.problems = log.problems(in: text)
        return document
    }

    /// A document's text as clean UTF-8, with something in it.
    ///
    /// - Throws: `.tooLarge`, `.notText`, `.unknownCharset`, `.empty`.
    func decoded(_ bytes: [UInt8], contentType: String?, log: inout ProblemLog) throws(ParseError)
        -> [UInt8]
    {
        guard bytes.count <= limits.maximumSizeInBytes else {
            throw .tooLarge(sizeInBytes: bytes.count, limit: limits.maximumSizeInBytes)
        }
        if let what = BinaryFormat.name(of: bytes) { throw .notText(what: what) }
        let text = try DecodedDocument(bytes, contentType: contentType, log: &log).bytes
        guard text.offsetPastSpaces(from: 0) < text.count else { throw .empty }
        return text
    }

    /// Reads a feed in XML by libxml2, whatever there is to mend in it.
    func readByLibXML2(_ text: [UInt8], maximumEntries: Int, log: inout ProblemLog)
        throws(ParseError) -> any FeedReader
    {
        let prepared = try XMLPreparation.prepare(text, limits: limits, log: &log)
        switch prepared.root.name {
        case "rss", "rdf", "channel":
            return try XMLStream.read(
                prepared, by: RSSReader(maximumEntries: maximumEntries), limits: limits, log: &log)
        case "feed":
            return try XMLStream.read(
                prepared, by: AtomReader(maximumEntries: maximumEntries), limits: limits, log: &log)
        case "urlset" where SitemapReader.isOfNews(text):
            return try XMLStream.read(
                prepared, by: SitemapReader(maximumEntries: maximumEntries), limits: limits,
                log: &log)
        default:
            throw Self.notAFeed(prepared.root, in: text)
        }
    }

    /// What a feed without a flaw comes to in each of the two ways in which it can be read, which must
    /// be the same, as tests ask; `nil` for all that is left to libxml2.
    package func bothReadings(of bytes: [UInt8], url: String?) throws(ParseError)
        -> (straight: ParsedDocument, byLibXML2: ParsedDocument)?
    {
        var log = ProblemLog(maximumCount: limits.maximumProblems)
        let text = try decoded(bytes, contentType: nil, log: &log)
        guard var reader = FlawlessFeed.read(text, maximumEntries: Self.usualMaximum) else {
            return nil
        }
        var other = log
        var otherReader = try readByLibXML2(text, maximumEntries: Self.usualMaximum, log: &other)
        var straight = reader.parsedDocument(url: url, log: &log)
        straight.problems = log.problems(in: text)
        var byLibXML2 = otherReader.parsedDocument(url: url, log: &other)
        byLibXML2.problems = other.problems(in: text)
        return (straight, byLibXML2)
    }

    /// How many entries of a document are kept unless somebody says otherwise.
    package static let usualMaximum = 2_000

    // MARK: - Private

    private func readPage(
        _ text: [UInt8], _ selectors: PageSelectors?, isForum: Bool, maximumEntries: Int
    ) throws(ParseError) -> PageDocument {
        let reader = try PageReader(text, limits: limits, maximumEntries: maximumEntries)
        do {
            return try reader.read(selectors, isForum: isForum)
        } catch .noEntries(let selector) {
            if let refusal = PageKind.refusal(in: text) { throw refusal }
            if reader.tree.isCutOff { throw .truncated(at: TextPosition(of: text.count, in: text)) }
            throw .noEntries(selector: selector)
        }
    }

    private func parseJSON(
        _ text: [UInt8], url: String?, maximumEntries: Int, now: Date?, log: inout ProblemLog
    ) throws(ParseError) -> ParsedDocument {
        let root = try JSONParser.parse(text, log: &log)
        if let feed = JSONFeedReader.read(root, maximumEntries: maximumEntries) {
            return Self.settled(&log) { feed.parsedDocument(url: url, log: &$0) }
        }
        let error = root.errorMessage
        if let posts = PostListReader.read(root, maximumEntries: maximumEntries),
            error == nil || !posts.posts.elements.isEmpty
        {
            return Self.settled(&log) { posts.parsedDocument(url: url, log: &$0) }
        }
        guard let reviews = PageDocument(root, in: text, maximumEntries: maximumEntries) else {
            throw .notAFeed(
                what: error.map { "an error message, '\($0)'" } ?? "JSON of another kind",
                advice: "check the address",
                at: TextPosition(of: root.offset, in: text))
        }
        let clock = PageClock(now: now, timeZone: log.timeZone ?? .gmt)
        return Self.settled(&log) {
            reviews.parsedDocument(source: text, url: url, clock: clock, log: &$0)
        }
    }

    private func parseXML(
        _ text: [UInt8], url: String?, maximumEntries: Int, log: inout ProblemLog
    ) throws(ParseError) -> ParsedDocument {
        // Told before anything is prepared: a page is full of what would be errors in a feed.
        if Self.isPage(text) {
            throw PageKind.refusal(in: text)
                ?? .page(feeds: FeedLinks(in: text, url: url).worthNaming)
        }
        if var reader = FlawlessFeed.read(text, maximumEntries: maximumEntries) {
            return Self.settled(&log) { reader.parsedDocument(url: url, log: &$0) }
        }
        var reader: any FeedReader
        do {
            reader = try readByLibXML2(text, maximumEntries: maximumEntries, log: &log)
        } catch .truncated(let place) {
            throw Self.refusal(ofCutOff: text) ?? .truncated(at: place)
        }
        return Self.settled(&log) { reader.parsedDocument(url: url, log: &$0) }
    }

    /// What a document without an end is, if it is no feed: among bytes that are no text at all, some look
    /// like a tag.
    private static func refusal(ofCutOff text: [UInt8]) -> ParseError? {
        var tokens = HTMLTokenizer(text)
        guard !XMLPreparation.hasFeed(in: text, from: 0) else { return nil }
        while let token = tokens.next() {
            guard case .startTag(_, let attributes) = token else { continue }
            let start = tokens.rangeOfTag(around: attributes).lowerBound
            let name = text.text(start + 1..<attributes.lowerBound).lowercased()
            let local = name.split(separator: ":").last.map(String.init) ?? name
            let isOfFeed = ["rss", "rdf", "channel", "feed", "urlset"].contains(local)
            return isOfFeed ? nil : notAFeed(PreparedXML.Root(name: local, offset: start), in: text)
        }
        return nil
    }

    /// What a document means, found out once more where its dates prove to be of the other order than
    /// was guessed.
    private static func settled(
        _ log: inout ProblemLog, _ meaning: (inout ProblemLog) -> ParsedDocument
    ) -> ParsedDocument {
        var first = log
        let document = meaning(&first)
        if let order = first.dayOrder.correction {
            log.dayOrder = DayOrderOfDocument(known: order)
            return meaning(&log)
        }
        log = first
        if let (message, offset) = log.dayOrder.doubt { log.add(message, at: offset) }
        return document
    }

    /// Whether the document's first tag is one that pages start with, or it says before that it is one.
    private static func isPage(_ text: [UInt8]) -> Bool {
        var tokens = HTMLTokenizer(text)
        while let token = tokens.next() {
            guard case .startTag(let name, let attributes) = token else { continue }
            if ["html", "head", "body"].contains(name) { return true }
            let head = Array(text[..<attributes.lowerBound])
            let isOfPage =
                ["script", "meta", "title"].contains(name)
                || head.offset(of: "<!DOCTYPE html", from: 0) != nil
                || head.offset(of: "<!doctype html", from: 0) != nil
            // Before a feed, it is what a plug-in of the publisher's software left there.
            return isOfPage && !XMLPreparation.hasFeed(in: text, from: attributes.lowerBound)
        }
        return false
    }

    private static func notAFeed(_ root: PreparedXML.Root, in text: [UInt8]) -> ParseError {
        let (what, advice) =
            switch root.name {
            case "opml": ("an OPML list of feeds", "import it")
            case "urlset", "sitemapindex": ("a sitemap", "look for a feed of the site")
            case "redirect": ("a note that the feed has moved", "take the address in it")
            case "error": ("an error message", "check the address")
            default: ("a document of '\(root.name)'", "check the address")
            }
        return .notAFeed(what: what, advice: advice, at: TextPosition(of: root.offset, in: text))
    }
}

extension Entry {
    /// Does what is to be done to entries of every format.
    ///
    /// - Parameter kind: of what they stand in. Only a feed has leads beside its contents; on a page
    ///   that people read, fragments tell one entry from the next.
    fileprivate mutating func finish(of kind: Source.Kind) {
        let isOfFeed = kind == .feed
        if isOfFeed, let text, let link, let html = content ?? summary {
            self.text = SelfLink.removed(from: text, of: html, leadingTo: link) ?? text
        }
        if let text, FeedFooter.mayBeAtEnd(of: text) {
            self.text = FeedFooter(title: title, html: content ?? summary).removed(from: text)
        }
        text = text.flatMap(FeedHeader.removed).map(PollShares.removed)
        // Who shows a mail to others in a post goes on below it: "What do you say?"
        if isOfFeed, let text, MailText.mayBe(in: text) {
            let html = (content ?? summary).flatMap { PlainText.setsLines($0) ? $0 : nil }
            self.text = MailText.settled(text, in: html)
        }
        if let text, let marked = QuoteTags.text(withoutTagsOf: text) { self.text = marked }
        if isOfFeed { putLeadFirst() }
        canonical = link.map { CanonicalLink.canonical($0, keepsFragment: !isOfFeed) }
    }
}

extension Entry {
    /// Puts a lead that the content does not say before it, so that who is named there is found.
    ///
    /// The entry's id is made by then, and stays what it would be without.
    private mutating func putLeadFirst() {
        guard let summary, let content, let text, text.utf8.count < FieldLimit.textSizeInBytes / 2,
            let lead = Lead.text(of: summary, title: title, content: content, text: text)
        else { return }
        leadLines = lead.utf8.span.count(of: .lineFeed) + 1
        var whole = lead
        whole.reserveCapacity(lead.utf8.count + 1 + text.utf8.count)
        whole += "\n"
        whole += text
        self.text = whole
    }
}

extension FeedHints {
    /// A document that names itself as the next would be read without end.
    fileprivate mutating func leaveOutItself(_ url: String?) {
        let own = url.map(Self.withoutFragment)
        if own != nil, next.map(Self.withoutFragment) == own { next = nil }
        if own != nil, previousArchive.map(Self.withoutFragment) == own { previousArchive = nil }
    }

    private static func withoutFragment(_ address: String) -> Substring {
        address.prefix { $0 != "#" }
    }
}
