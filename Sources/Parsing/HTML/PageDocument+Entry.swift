import Foundation
import Model

extension PageDocument {
    /// What the page means, in the terms that all formats share.
    ///
    /// - Parameter source: the page, for the places of problems.
    func parsedDocument(
        source: [UInt8], url: String?, clock: PageClock, log: inout ProblemLog
    ) -> ParsedDocument {
        let page = url.flatMap { WebAddress($0) }
        let base = WebAddress.base(base, within: page)
        let feed = FeedInfo(
            format: format, title: title, link: page == nil ? nil : url,
            language: language.flatMap { LanguageCode(tag: $0) },
            hints: FeedHints(
                next: WebAddress.link(next, base: base), isCut: posts.isCut, isCutOff: isCutOff))
        if isCutOff {
            log.add(
                "the page ends too early; what may be missing is read when it comes whole; tell its owner if "
                    + "it ends so each time",
                at: source.count)
        }
        var lines = LineOffsets(source)
        if let line = posts.overflowOffset {
            posts.report(to: &log, at: lines.offset(ofLine: line))
        }
        if let unread = WebAddress.link(unreadNext, base: base), !posts.elements.isEmpty {
            log.add(
                "the page has a next one, \(unread), which is not read; where that is the same "
                    + "thread's, write next: 'a[rel~=next]' among the selectors",
                at: 0)
        }
        var drafts = EntryIdentity.Drafts()
        // What stands alone on a page of its own is known by the page's address.
        let isAlone = posts.elements.count == 1 && !isThread
        let address = isAlone ? WebAddress.link(canonical, base: base) ?? feed.link : nil
        for post in posts.elements {
            let offset = lines.offset(ofLine: post.line)
            let own = post.hasOnlyLinksOfOthers ? address : nil
            if let read = post.entry(
                own, page: page, base: base, feed: feed, clock: clock, at: offset, log: &log)
            {
                var entry = read.entry
                // Not before the id is made, which is of what the post itself says.
                entry.title.keep(threadTitle)
                drafts.append(
                    entry, at: offset, isIDStated: false, isDatePassing: read.isDatePassing,
                    log: &log)
            }
        }
        return ParsedDocument(feed: feed, entries: EntryIdentity.settled(drafts, nil, log: &log))
    }
}

extension PageDocument.Post {
    /// The post, and whether its date is another one at each reading.
    ///
    /// - Parameter address: of the page, where nothing else leads to the post.
    fileprivate func entry(
        _ address: String?, page: WebAddress?, base: WebAddress?, feed: FeedInfo,
        clock: PageClock, at offset: Int, log: inout ProblemLog
    ) -> (entry: Entry, isDatePassing: Bool)? {
        let place = anchor.map { "#\($0)" }
        let link =
            WebAddress.link(link, base: base) ?? address ?? WebAddress.link(place, base: page)
        let text = content.text
        let stated = dates.firstNonNil { text in
            clock.reading(within: text, order: log.dayOrder.known).map { ($0, text) }
        }
        let relative =
            stated == nil
            ? dates.firstNonNil { text in clock.relativeReading(within: text).map { ($0, text) } }
            : nil
        let dated = stated ?? relative
        if let (reading, text) = dated {
            StatedDate(text: text, offset: offset).report(reading, log: &log)
        } else if let stated = dates.first {
            log.add("'\(stated.prefix(60))' holds no date; left out", at: offset)
        }
        let lastingDate = relative == nil ? lastingDate(beside: stated) : nil
        guard
            let id = EntryIdentity.id(
                stated: link ?? place, link: nil, title: title,
                date: lastingDate.map { StatedDate(text: $0, offset: offset) }, text: text)
        else { return nil }
        let entry = Entry(
            id: id, link: link, title: title,
            content: text == nil ? nil : content.resolved(against: base),
            text: stars?.above(text) ?? text,
            authors: author.map { [Person(name: $0)] } ?? [], published: dated?.0.date,
            language: language.flatMap { LanguageCode(tag: $0) } ?? feed.language,
            commentCount: commentCount)
        let isDatePassing = relative.map { RelativeDate.isPassing(in: $0.1) } ?? false
        return (entry, isDatePassing: isDatePassing)
    }

    /// What is the same at each reading, as "two hours ago" is not: the first of its dates, or the one that
    /// stands beside such words.
    private func lastingDate(beside stated: (FeedDate.Reading, String)?) -> String? {
        guard let first = dates.first, let (reading, text) = stated, RelativeDate.isTold(in: first)
        else { return dates.first }
        return RelativeDate.isTold(in: text) ? ContractJSON.timestamp(reading.date) : text
    }
}

/// Where lines start, asked for in rising order.
private struct LineOffsets {
    private let source: [UInt8]
    private var line = 1
    private var offset = 0

    init(_ source: [UInt8]) {
        self.source = source
    }

    mutating func offset(ofLine target: Int) -> Int {
        if target < line { (line, offset) = (1, 0) }
        while line < target, offset < source.count {
            offset = source.offset(of: .lineFeed, from: offset, to: source.count) + 1
            line += 1
        }
        return min(offset, source.count)
    }
}
