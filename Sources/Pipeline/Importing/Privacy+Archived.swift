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
            })
    }
}
