import Masking
import Model

extension Privacy {
    /// An entry of another archive, masked as those of a document are, and what people noted of it: that
    /// archive may be of a version that masked nothing, or have been told not to.
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
            }, corrections: archived.corrections?.map { $0.masked(by: masker) })
    }
}

extension ArchivedCorrection {
    /// The same without what tells who a person is in the note, which its writer wrote for the team alone.
    ///
    /// - Parameter masker: `nil` where the operator wants texts as they are.
    func masked(by masker: Masker?) -> ArchivedCorrection {
        ArchivedCorrection(
            brand: brand, field: field, was: was, is: self.is,
            note: note.map { masker?.masked($0) ?? $0 }, rules: rules, digest: digest,
            appliedAt: appliedAt)
    }
}

extension ArchivedEntry {
    /// The same with the notes of its corrections masked; what it says was masked as it was taken in.
    func maskingNotes(by masker: Masker?) -> ArchivedEntry {
        guard corrections != nil else { return self }
        return ArchivedEntry(
            source: source, id: id, url: url, title: title, hasOwnTitle: hasOwnTitle, text: text,
            authorKey: authorKey, language: language, published: published, heardAt: heardAt,
            reportedAt: reportedAt, contentHash: contentHash, editedAt: editedAt, earlier: earlier,
            corrections: corrections?.map { $0.masked(by: masker) })
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
