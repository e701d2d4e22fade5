import Grouping
import Model
import Parsing

extension Intake {
    /// An entry of another archive, with its dates and pseudonym as they are there, and tags by the
    /// rules here.
    ///
    /// - Parameter source: which may want no authors kept.
    func tagged(_ archived: ArchivedEntry, of source: Source) -> TaggedEntry {
        let author = source.authors == .none ? nil : archived.authorKey
        let link = archived.url.flatMap(WebLink.link)
        let entry = Entry(
            id: archived.id, link: link, title: archived.title, text: archived.text,
            language: archived.language)
        let read = ReadEntry(
            EntryText(
                title: archived.hasOwnTitle ? archived.title : nil, text: archived.text,
                link: link, language: archived.language, author: author, source: source.id))
        return TaggedEntry(
            entry: entry, hasOwnTitle: archived.hasOwnTitle, contentHash: archived.contentHash,
            author: author, date: archived.published, heardAt: archived.heardAt,
            reportedAt: archived.reportedAt,
            signature: StorySketcher.signature(
                of: read.text, link: link.map { CanonicalLink.canonical($0) }),
            tags: tagger.tags(for: read), rulesHash: rulesHash, earlier: archived.earlier ?? [],
            editedAt: archived.editedAt)
    }
}
