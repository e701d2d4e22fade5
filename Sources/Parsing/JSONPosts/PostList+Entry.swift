import Foundation
import Model

extension PostList {
    /// What the document means, in the terms that all formats share.
    func parsedDocument(url: String?, log: inout ProblemLog) -> ParsedDocument {
        let base = url.flatMap { WebAddress($0) }
        let feed = FeedInfo(
            format: .json, title: title,
            hints: FeedHints(next: next?.address(after: url, base: base), isCut: posts.isCut))
        posts.report(to: &log)
        for offset in strangers {
            log.add("an element of the list that is no post; left out", at: offset)
        }
        if let unlisted {
            log.add(
                "\(unlisted.counted("more post")) of the thread, which this address does not list: "
                    + "follow its feed, which ends in .rss and lists the latest",
                at: 0)
        }
        var drafts = EntryIdentity.Drafts()
        for post in posts.elements {
            if let entry = post.entry(base: base, log: &log) {
                drafts.append(entry, at: post.offset, isIDStated: post.id != nil, log: &log)
            } else {
                log.add("a post without title, text, link or id; left out", at: post.offset)
            }
        }
        return ParsedDocument(feed: feed, entries: EntryIdentity.settled(drafts, nil, log: &log))
    }
}

extension PostList.Post {
    fileprivate func entry(base: WebAddress?, log: inout ProblemLog) -> Entry? {
        let link = WebAddress.link(link, base: base)
        let words = content?.text(at: offset, log: &log) ?? summary?.text
        guard
            let id = EntryIdentity.id(
                stated: id, link: link, title: title, date: published, text: words)
        else { return nil }
        // An id is no path of the site.
        let answered =
            inReplyTo?.hasPrefix("/") == true ? WebAddress.link(inReplyTo, base: base) : inReplyTo
        let person = author.map {
            Person(name: $0.name, uri: WebAddress.link($0.uri, base: base))
        }
        return Entry(
            id: id, link: link, title: title, summary: summary?.resolved(against: base),
            content: content?.resolved(against: base), text: stars?.above(words) ?? words,
            authors: [person].compactMap(\.self), published: published?.date(log: &log),
            updated: updated?.date(log: &log), categories: categories,
            language: language.flatMap { LanguageCode(tag: $0) },
            enclosures: enclosures.compactMap { $0.resolved(against: base) },
            commentCount: commentCount, inReplyTo: answered)
    }
}
