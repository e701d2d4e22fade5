import Foundation
import Model

extension AtomDocument {
    /// What the document means, in the terms that all formats share.
    mutating func parsedDocument(url: String?, log: inout ProblemLog) -> ParsedDocument {
        let base = baseAddress(url: url)
        entries.keepNewest()
        let feed = feedInfo(base: base, log: &log)
        entries.report(to: &log)
        var drafts = EntryIdentity.Drafts()
        drafts.reserveCapacity(entries.elements.count)
        // An entry that is read where it lies cannot look at what it lies in.
        let authors = authors.filter { $0.name != Self.nameOfBridge }
        let shared = pagesOfSeveral
        for index in entries.elements.indices {
            let offset = entries[index].offset
            let entry = entries[index].entry(
                base: base, of: feed, by: authors, notOn: shared, log: &log)
            if let entry {
                drafts.append(entry, at: offset, isIDStated: entries[index].id != nil, log: &log)
            } else {
                log.add("an entry without title, text, link or id; left out", at: offset)
            }
        }
        return ParsedDocument(
            feed: feed, entries: EntryIdentity.settled(drafts, feed.updated, log: &log))
    }

    // MARK: - Private

    /// What RSS-Bridge names as the feed's author; it wrote none of the entries.
    private static let nameOfBridge = "RSS-Bridge"

    /// `xml:base`, else where the document is; where that is not known, what it says of itself.
    private func baseAddress(url: String?) -> WebAddress? {
        let document =
            url ?? links.address(of: "self", base: nil) ?? links.address(of: "alternate", base: nil)
        return WebAddress.base(base, within: document.flatMap { WebAddress($0) })
    }

    /// The pages that several entries are related to, as reviews are to what they are of: none of them
    /// is an entry's own.
    private var pagesOfSeveral: Set<String> {
        var pages: Set<String> = []
        var shared: Set<String> = []
        for entry in entries.elements {
            for link in entry.links where link.relation == "related" {
                if !pages.insert(link.address).inserted { shared.insert(link.address) }
            }
        }
        return shared
    }

    private func feedInfo(base: WebAddress?, log: inout ProblemLog) -> FeedInfo {
        FeedInfo(
            format: format, title: title?.title, link: links.address(of: "alternate", base: base),
            self: links.address(of: "self", base: base),
            description: subtitle?.text.flatMap { PlainText.line(ofPlain: Array($0.utf8)[...]) },
            language: language.flatMap { LanguageCode(tag: $0) },
            updated: updated?.date(log: &log), ttlSeconds: updates.interval,
            hub: links.address(of: "hub", base: base),
            hints: FeedHints(
                next: links.feedAddress(of: "next", base: base),
                previousArchive: links.feedAddress(of: "prev-archive", base: base),
                isComplete: isComplete, isCut: entries.isCut))
    }
}

extension AtomDocument.Entry {
    /// Mutating as `FeedReader.parsedDocument` is, and as harmless.
    ///
    /// - Parameters:
    ///   - authors: the feed's.
    ///   - shared: pages that are not the entry's own.
    fileprivate mutating func entry(
        base: WebAddress?, of feed: FeedInfo, by authors: [Person], notOn shared: Set<String>,
        log: inout ProblemLog
    ) -> Model.Entry? {
        let base = WebAddress.base(self.base, within: base)
        // Some have no link but one to the page that the entry is about, or that its content is.
        let link =
            links.address(of: "alternate", base: base)
            ?? WebAddress.link(contentAddress, base: base)
            ?? links.filter { !shared.contains($0.address) }.address(of: "related", base: base)
        let title = title?.title
        fillFromNamesOfRSS()
        putBriefSummaryFirst()
        let words = text(log: &log)
        let text = stars?.above(words) ?? words
        let date = published ?? created ?? updated
        guard
            let id = EntryIdentity.id(stated: id, link: link, title: title, date: date, text: text)
        else { return nil }
        if content?.isEscapedTwice == true || summary?.isEscapedTwice == true {
            log.add("HTML that is escaped twice; read as HTML", at: offset)
        }
        if content?.isUnstated == true || summary?.isUnstated == true {
            log.add("HTML that its type does not say; read as HTML", at: offset)
        }
        let language = content?.language ?? summary?.language ?? language
        // The id stays what it was before this was read.
        let page = WebAddress.link(originalLink, base: base) ?? link
        return Model.Entry(
            id: id, link: page, title: title, summary: summary?.html(base: base),
            content: content?.html(base: base), text: text,
            authors: self.authors(orOfFeed: authors).map { $0.resolved(base) },
            published: published?.date(log: &log) ?? created?.date(log: &log),
            updated: updated?.date(log: &log),
            categories: categories.compactMap(PlainText.line(ofPlainField:)),
            language: language.flatMap { LanguageCode(tag: $0) } ?? feed.language,
            enclosures: links.enclosures(base: base),
            comments: links.address(of: "replies", base: base),
            commentCount: countOfComments, inReplyTo: inReplyTo, point: place.point)
    }

    private mutating func fillFromNamesOfRSS() {
        id.keep(namesOfRSS.guid)
        summary.keep(namesOfRSS.description)
        published.keep(namesOfRSS.pubDate)
    }

    /// Of two summaries, and no content, the brief one is a lead before what the other says, as it is before a
    /// content; of so many words that it does more than lead on to the other, `Model.Entry` puts it before the
    /// text.
    private mutating func putBriefSummaryFirst() {
        guard content == nil, let briefSummary, briefSummary.text != nil else { return }
        (content, summary) = (summary, briefSummary)
    }

    /// The entry's, else those of the feed it was taken from, else those of this one (RFC 4287 §4.2.1).
    fileprivate func authors(orOfFeed authors: [Person]) -> [Person] {
        [self.authors, authorsOfSource].first { !$0.isEmpty } ?? authors
    }

    fileprivate var countOfComments: Int? {
        let counted = links.first { $0.relation == "replies" && $0.count != nil }?.count
        return (commentCount ?? counted).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The first that shows any text: a content may be nothing but a picture.
    fileprivate func text(log: inout ProblemLog) -> String? {
        content?.text(at: offset, log: &log) ?? summary?.text(at: offset, log: &log)
            ?? mediaDescription.flatMap(PlainText.text(ofPlain:))
    }
}

extension AtomDocument.Text? {
    /// Keeps the first, unless it is only a stub of the second.
    mutating func keep(_ text: AtomDocument.Text, by stubs: inout StubText) {
        guard let first = self else { return self = text }
        if stubs.isOne(first.text, beside: text.text) { self = text }
    }
}

extension AtomDocument.Text {
    /// On one line.
    fileprivate var title: String? {
        switch kind {
        case .plain: PlainText.title(ofPlain: bytes)
        case .html, .markup: PlainText.title(ofHTML: bytes)
        }
    }

    fileprivate var text: String? {
        switch kind {
        case .plain: PlainText.text(ofPlain: bytes)
        case .html, .markup: PlainText.text(ofHTML: Array(bytes))
        }
    }

    /// The same; a problem tells of what is left out since it is hidden.
    fileprivate func text(at offset: Int, log: inout ProblemLog) -> String? {
        switch kind {
        case .plain: PlainText.text(ofPlain: bytes)
        case .html, .markup: PlainText.text(ofHTML: Array(bytes), at: offset, log: &log)
        }
    }

    fileprivate var isEscapedTwice: Bool {
        kind == .html && PlainText.isEscapedTwice(Array(bytes))
    }

    fileprivate func html(base: WebAddress?) -> String? {
        switch kind {
        case .plain:
            HTMLFragment(plain: bytes).resolved(against: nil)
        case .html, .markup:
            HTMLFragment(bytes).resolved(against: WebAddress.base(self.base, within: base))
        }
    }
}

extension [AtomDocument.Link] {
    /// The first link of a relation, a page before any other form of what it leads to.
    fileprivate func address(of relation: String, base: WebAddress?) -> String? {
        let page = first {
            $0.relation == relation && ($0.type == nil || $0.type?.hasPrefix("text/html") == true)
        }
        let link = page ?? first { $0.relation == relation }
        return WebAddress.link(link?.address, base: base)
    }

    /// The first link of a relation that leads to another part of the feed, not to a page about it.
    fileprivate func feedAddress(of relation: String, base: WebAddress?) -> String? {
        let link = first { $0.relation == relation && $0.type?.hasPrefix("text/html") != true }
        return WebAddress.link(link?.address, base: base)
    }

    fileprivate func enclosures(base: WebAddress?) -> [Enclosure] {
        compactMap { link in
            link.relation == "enclosure"
                ? Enclosure(url: link.address, type: link.type, length: link.length)
                    .resolved(against: base) : nil
        }
    }
}

extension Person {
    fileprivate func resolved(_ base: WebAddress?) -> Person {
        Person(
            name: name.flatMap(PlainText.name(ofPlainField:)), email: email,
            uri: WebAddress.link(uri, base: base))
    }
}
