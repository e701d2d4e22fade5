import Foundation
import Model

extension JSONFeedDocument {
    /// What the document means, in the terms that all formats share.
    func parsedDocument(url: String?, log: inout ProblemLog) -> ParsedDocument {
        let document = (url ?? feedURL).flatMap { WebAddress($0) }
        let base = WebAddress.base(homePageURL, within: document)
        let feed = feedInfo(base: base)
        items.report(to: &log)
        for offset in strangers { log.add("an item that is no object; left out", at: offset) }
        var drafts = EntryIdentity.Drafts()
        for item in items.elements {
            if let entry = item.entry(of: self, feed, base: base, log: &log) {
                drafts.append(entry, at: item.offset, isIDStated: item.id != nil, log: &log)
            } else {
                log.add("an item without title, text, link or id; left out", at: item.offset)
            }
        }
        return ParsedDocument(
            feed: feed, entries: EntryIdentity.settled(drafts, feed.updated, log: &log))
    }

    // MARK: - Private

    private func feedInfo(base: WebAddress?) -> FeedInfo {
        let hub = hubs.first { $0.type?.lowercased() == "websub" } ?? hubs.first
        return FeedInfo(
            format: version.hasSuffix("/1.1") ? .json11 : .json10,
            title: title.flatMap { PlainText.title(ofPlain: Array($0.utf8)[...]) },
            link: WebAddress.link(homePageURL, base: base),
            self: WebAddress.link(feedURL, base: base),
            description: description.flatMap { PlainText.line(ofPlain: Array($0.utf8)[...]) },
            language: language.flatMap { LanguageCode(tag: $0) },
            hub: WebAddress.link(hub?.url, base: base),
            hints: FeedHints(next: WebAddress.link(nextURL, base: base), isCut: items.isCut))
    }
}

extension JSONFeedDocument.Item {
    fileprivate func entry(
        of document: JSONFeedDocument, _ feed: FeedInfo, base: WebAddress?, log: inout ProblemLog
    ) -> Entry? {
        let link = WebAddress.link(url ?? externalURL, base: base)
        let title = title.flatMap { PlainText.title(ofPlain: Array($0.utf8)[...]) }
        let plain = contentText.map { PlainField(Array($0.utf8)[...], isCalledText: true) }
        let summary = summary.map { PlainField(Array($0.utf8)[...], isCalledText: true) }
        let content = contentHTML.map { HTMLFragment(Array($0.utf8)) }
        // The first that shows any text: a content may be nothing but a picture.
        let text =
            content?.text(at: offset, log: &log) ?? plain?.text(at: offset, log: &log)
            ?? summary?.text
        guard
            let id = EntryIdentity.id(
                stated: id, link: link, title: title, date: datePublished, text: text)
        else { return nil }
        if contentHTML == nil, plain?.isHTML == true {
            log.add("HTML in 'content_text'; read as HTML", at: offset)
        }
        let authors = (authors.isEmpty ? document.authors : authors).map {
            Person(name: $0.name, uri: WebAddress.link($0.url, base: base))
        }
        return Entry(
            id: id, link: link, title: title,
            summary: summary?.html.resolved(against: base),
            content: (content ?? plain?.html)?.resolved(against: base), text: text,
            authors: authors.filter { $0 != Person() },
            published: datePublished?.date(log: &log),
            updated: dateModified?.date(log: &log),
            categories: tags.compactMap { PlainText.line(ofPlain: Array($0.utf8)[...]) },
            language: language.flatMap { LanguageCode(tag: $0) } ?? feed.language,
            enclosures: attachments.compactMap { attachment in
                attachment.url.flatMap {
                    Enclosure(url: $0, type: attachment.mimeType, length: attachment.sizeInBytes)
                        .resolved(against: base)
                }
            })
    }
}
