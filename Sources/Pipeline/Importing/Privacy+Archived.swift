import Model

extension Privacy {
    /// An entry of another archive, masked as those of a document are: that archive may be of a
    /// version that masked nothing, or have been told not to.
    func masked(_ archived: ArchivedEntry) -> ArchivedEntry {
        let entry = masked(
            Entry(id: archived.id, link: archived.url, title: archived.title, text: archived.text))
        return ArchivedEntry(
            source: archived.source, id: entry.id, url: entry.link, title: entry.title,
            hasOwnTitle: archived.hasOwnTitle, text: entry.text ?? "",
            authorKey: archived.authorKey, language: archived.language,
            published: archived.published, heardAt: archived.heardAt,
            reportedAt: archived.reportedAt, contentHash: archived.contentHash,
            editedAt: archived.editedAt,
            earlier: archived.earlier?.map { wording in
                EarlierWording(
                    version: wording.version, title: wording.title.map { masked($0) },
                    text: masked(wording.text), replacedAt: wording.replacedAt)
            }, corrections: archived.corrections)
    }
}

extension ArchivedEntry {
    /// What it says, as a feed would have it.
    ///
    /// - Parameter findsLead: whether to look where the lead ends that a feed has put before it.
    func entry(findsLead: Bool) -> Entry {
        var entry = Entry(id: id, link: url, title: title, text: text, published: published)
        guard findsLead else { return entry }
        entry.leadLines = StoredLead.lineCount(
            in: text, title: title, link: url, contentHash: contentHash)
        return entry
    }
}
