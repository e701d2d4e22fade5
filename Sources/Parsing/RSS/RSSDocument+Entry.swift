import Foundation
import Model

extension RSSDocument {
    /// What the document means, in the terms that all formats share.
    mutating func parsedDocument(url: String?, log: inout ProblemLog) -> ParsedDocument {
        let base = baseAddress(url: url)
        items.keepNewest()
        let feed = feedInfo(base: base, ownBase: ownBase(url: url), log: &log)
        reportMove(from: url, base: base, to: &log)
        items.report(to: &log)
        var drafts = EntryIdentity.Drafts()
        drafts.reserveCapacity(items.elements.count)
        for index in items.elements.indices {
            let offset = items[index].offset
            if let entry = items[index].entry(base: base, language: feed.language, log: &log) {
                drafts.append(entry, at: offset, isIDStated: items[index].hasStatedID, log: &log)
            } else {
                log.add("an item without title, text, link or guid; left out", at: offset)
            }
        }
        return ParsedDocument(
            feed: feed, entries: EntryIdentity.settled(drafts, feed.updated, log: &log))
    }

    // MARK: - Private

    /// RSS does not say what links are relative to; publishers mean their site.
    private func baseAddress(url: String?) -> WebAddress? {
        let document = url.flatMap { WebAddress($0) }
        return WebAddress.base(channel.base ?? channel.link, within: document)
    }

    /// What links of Atom in the channel are relative to (RFC 4287 §4.2.7.1), which lead from document to document.
    private func ownBase(url: String?) -> WebAddress? {
        WebAddress.base(channel.base, within: url.flatMap { WebAddress($0) })
    }

    /// Tells where a podcast has moved to; many go on saying so at the new address, where it is no news.
    private func reportMove(from url: String?, base: WebAddress?, to log: inout ProblemLog) {
        guard let url, let address = WebAddress.link(channel.newAddress, base: base),
            Self.place(of: address) != Self.place(of: url)
        else { return }
        log.add(
            "the feed says that it has moved to \(address); write that address in the feeds file",
            at: channel.newAddressOffset)
    }

    /// An address without its scheme and the `/` at its end.
    private static func place(of address: String) -> Substring {
        let canonical = CanonicalLink.canonical(address)
        let place = canonical.firstRange(of: "://").map { canonical[$0.upperBound...] }
        let isFolder = canonical.hasSuffix("/")
        return (place ?? canonical[...]).dropLast(isFolder ? 1 : 0)
    }

    private func feedInfo(base: WebAddress?, ownBase: WebAddress?, log: inout ProblemLog)
        -> FeedInfo
    {
        FeedInfo(
            format: format, title: channel.title.flatMap(PlainText.title(ofHTML:)),
            link: WebAddress.link(channel.link, base: base),
            self: WebAddress.link(channel.selfLink, base: ownBase),
            description: channel.description.flatMap { PlainText.line(ofHTML: Array($0)) },
            language: channel.language.flatMap { LanguageCode(tag: $0) },
            updated: [channel.lastBuildDate, channel.pubDate, channel.dcDate].first(log: &log),
            ttlSeconds: channel.ttlInSeconds, hub: WebAddress.link(channel.hub, base: ownBase),
            hints: channel.hints(base: ownBase, isCut: items.isCut))
    }
}

extension RSSDocument.Channel {
    /// The longer of `ttl` and what the syndication module says.
    fileprivate var ttlInSeconds: Int? {
        let ttl = ttlInMinutes.flatMap { (1...1_000_000).contains($0) ? $0 * 60 : nil }
        return [ttl, updates.interval].compactMap(\.self).max()
    }

    fileprivate func hints(base: WebAddress?, isCut: Bool) -> FeedHints {
        FeedHints(
            skipHours: SkippedTimes.hours(skipHours), skipDays: SkippedTimes.days(skipDays),
            next: WebAddress.link(nextPage, base: base),
            previousArchive: WebAddress.link(previousArchive, base: base), isComplete: isComplete,
            isCut: isCut)
    }
}

extension RSSDocument.Item {
    /// Mutating as `FeedReader.parsedDocument` is, and as harmless.
    fileprivate mutating func entry(
        base: WebAddress?, language: LanguageCode?, log: inout ProblemLog
    ) -> Entry? {
        let base = WebAddress.base(self.base, within: base)
        let link = absoluteLink(base: base)
        let title = (title ?? moduleTexts[.dcTitle] ?? moduleTexts[.iTunesTitle])
            .withoutEscapedSection(at: offset, log: &log)
            .flatMap(PlainText.title(ofHTML:))
        // A lead stands before what else a description says, as it does before a content.
        let brief = encodedContent == nil && contentOfOtherNames == nil ? lead : nil
        let description = (brief ?? description ?? summaryOfOtherNames)
            .withoutEscapedSection(at: offset, log: &log).map { HTMLFragment($0) }
        let content =
            (encodedContent ?? contentOfOtherNames ?? (brief == nil ? nil : self.description))
            .withoutEscapedSection(at: offset, log: &log).map { HTMLFragment($0) }
        let text =
            content?.text(at: offset, log: &log) ?? textOfDescription(description, log: &log)
            ?? textOfModules
        guard
            let id = EntryIdentity.id(
                stated: guid ?? about, link: link, title: title, date: pubDate ?? dcDate, text: text
            )
        else { return nil }
        if content?.isEscapedTwice == true || description?.isEscapedTwice == true {
            log.add("HTML that is escaped twice; read as HTML", at: offset)
        }
        if hasAuthorOfElements {
            log.add("an author with tags in it; read without them", at: offset)
        }
        // FeedBurner's links lead by way of itself. The id stays what it was before this was read.
        let page = WebAddress.link(moduleTexts[.feedBurnerLink]?.trimmedText, base: base) ?? link
        var entry = Entry(
            id: id, link: page, title: title,
            summary: (description ?? summaryOfModules)?.resolved(against: base),
            content: content?.resolved(against: base),
            text: stars?.above(text) ?? text,
            authors: authors.isEmpty ? Person.account(of: link) : authors,
            published: pubDate?.date(log: &log) ?? dcDate?.date(log: &log)
                ?? moduleDates[.dctermsIssued]?.date(log: &log)
                ?? moduleDates[.dctermsCreated]?.date(log: &log),
            updated: moduleDates[.dctermsModified]?.date(log: &log),
            categories: categories.compactMap { PlainText.line(ofField: $0) },
            language: self.language.flatMap { LanguageCode(tag: $0) } ?? language,
            enclosures: enclosures.compactMap { $0.resolved(against: base) },
            comments: WebAddress.link(comments ?? commentFeed, base: base),
            commentCount: commentCount.flatMap { $0 >= 0 ? $0 : nil }, inReplyTo: inReplyTo,
            point: place.point)
        if let publisher = moduleTexts[.source].flatMap(PlainText.title(ofHTML:)) {
            entry.leaveOutPublisher(publisher)
        }
        return entry
    }

    fileprivate var hasStatedID: Bool { guid != nil || about != nil }

    /// Identifiers are links only where they are whole addresses: "123" is none.
    private func absoluteLink(base: WebAddress?) -> String? {
        WebAddress.link(link, base: base) ?? WebAddress.link(alternateLink, base: base)
            ?? WebAddress.link(isPermaLink ? guid : nil, base: nil)
            ?? WebAddress.link(about, base: nil)
    }

    /// The whole text under a name that RSS does not have and publishers use all the same.
    private var contentOfOtherNames: ArraySlice<UInt8>? {
        moduleTexts[.encoded] ?? moduleTexts[.fullText] ?? moduleTexts[.fullTextOfYandex]
            ?? moduleTexts[.contentOfTurbo] ?? moduleTexts[.xhtmlBody] ?? moduleTexts[.body]
            ?? (description == nil ? moduleTexts[.content] : nil)
    }

    /// The brief one of two descriptions, where it has words; of so many that it does more than lead on to
    /// the other, `Entry` puts it before the text.
    private var lead: ArraySlice<UInt8>? {
        briefDescription.flatMap { PlainText.text(ofHTML: Array($0)) == nil ? nil : $0 }
    }

    private var summaryOfOtherNames: ArraySlice<UInt8>? {
        moduleTexts[.summary] ?? moduleTexts[.lead] ?? moduleTexts[.dctermsAbstract]
    }

    /// The description's, or the summary of a podcast that says the same and goes on.
    private func textOfDescription(_ description: HTMLFragment?, log: inout ProblemLog)
        -> String?
    {
        guard let text = description?.text(at: offset, log: &log) else { return nil }
        guard let summary = moduleTexts[.iTunesSummary], summary.count > text.utf8.count,
            let longer = PlainText.text(ofHTML: Array(summary))
        else { return text }
        var beginning = text[...]
        while let last = beginning.last, ".… \u{A0}[]".contains(last) { beginning.removeLast() }
        let goesOn = !beginning.isEmpty && longer.hasPrefix(beginning)
        return goesOn && longer.utf8.count > text.utf8.count ? longer : text
    }

    private var summaryOfModules: HTMLFragment? {
        (moduleTexts[.dcDescription] ?? moduleTexts[.iTunesSummary] ?? moduleTexts[.iTunesSubtitle])
            .map { HTMLFragment($0) }
    }

    /// The first that shows any text, as the item's own fields may not: a content may be nothing but a
    /// picture.
    private var textOfModules: String? {
        let names: [ElementName] = [
            .content, .summary, .lead, .dctermsAbstract, .dcDescription, .iTunesSummary,
            .mediaDescription, .mediaText, .iTunesSubtitle,
            .mediaTitle,
        ]
        return names.firstNonNil { name in
            moduleTexts[name].flatMap { PlainText.text(ofHTML: Array($0)) }
        }
    }

    private var authors: [Person] {
        guard creators.isEmpty else { return creators.flatMap(Person.people(written:)) }
        let stated = author ?? moduleTexts[.atomAuthor]?.trimmedText ?? iTunesAuthor
        let people = stated.map(Person.people(written:)) ?? []
        let others = otherAuthors.flatMap(Person.people(written:))
        return people + others.filter { !people.contains($0) }
    }

    /// Whether an author has elements of its own, which RSS knows nothing of.
    private var hasAuthorOfElements: Bool {
        author.map(Self.holdsEndTag) == true || creators.contains(where: Self.holdsEndTag)
    }

    private static func holdsEndTag(_ text: String) -> Bool {
        text.utf8.span.holds(.lessThan) && text.contains("</")
    }
}

extension Enclosure {
    /// With an absolute http or https address; `nil` if it has none.
    func resolved(against base: WebAddress?) -> Enclosure? {
        guard let url = WebAddress.link(url, base: base) else { return nil }
        return Enclosure(url: url, type: type, length: length.flatMap { $0 > 0 ? $0 : nil })
    }
}
