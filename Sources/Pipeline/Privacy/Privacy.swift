import Foundation
import Grouping
import Hashing
import Masking
import Model
import RuleLoading
import Storing

/// What a run keeps of people, and what it must not take in again.
struct Privacy: Sendable {
    /// `nil` where the operator wants texts as they are.
    let masker: Masker?
    let hashes: PrivacyHashes
    let suppression: Suppression
    /// Whether some entries that feeds may still show have gone.
    let hasTombstones: Bool

    init(
        settings: PrivacySettings, hashes: PrivacyHashes, suppression: Suppression,
        hasTombstones: Bool
    ) {
        masker = settings.isMasking ? Masker(unmasked: settings.unmasked) : nil
        self.hashes = hashes
        self.suppression = suppression
        self.hasTombstones = hasTombstones
    }

    /// The document without what tells who a person is, but for authors, who are still to be hashed.
    ///
    /// Before anything is compared, hashed or stored, so that nothing of it gets anywhere. What is
    /// fetched next, and HTML, which is not stored, stay as they are.
    func masked(_ document: ParsedDocument) -> ParsedDocument {
        guard let masker else { return document }
        var document = document
        for index in document.entries.indices { document.entries[index].mask(with: masker) }
        document.problems = document.problems.map { problem in
            ParseProblem(
                line: problem.line, column: problem.column,
                message: masker.masked(problem.message))
        }
        return document
    }

    /// An entry that comes alone, masked as those of a document are.
    func masked(_ entry: Entry) -> Entry {
        guard let masker else { return entry }
        var entry = entry
        entry.mask(with: masker)
        return entry
    }

    func masked(_ text: String) -> String { masker?.masked(text) ?? text }

    /// What is stored of an entry's author.
    func author(of entry: Entry, at source: Source) -> (pseudonym: String?, name: String?) {
        switch source.authors {
        case .none: (nil, nil)
        case .pseudonym: (hashes.author(of: entry, at: source.id), nil)
        case .name:
            (hashes.author(of: entry, at: source.id), entry.authors.first?.name.map(masked))
        }
    }

    /// Those entries that were erased, have expired, or are somebody's who asked not to be heard.
    func unwanted(among entries: [Entry], of feed: Feed, in store: Store) async throws(StoreError)
        -> Set<Entry.ID>
    {
        guard hasTombstones || !suppression.isEmpty else { return [] }
        var unwanted = Set(
            entries.filter { suppression.holds($0, of: feed, hashes: hashes) }.map(\.id))
        guard hasTombstones else { return unwanted }
        let byHash = Dictionary(
            entries.map { (hashes.entry($0.id, of: feed.id), $0.id) },
            uniquingKeysWith: { first, _ in first })
        for hash in try await store.tombstones(among: Array(byHash.keys)) {
            if let id = byHash[hash] { unwanted.insert(id) }
        }
        return unwanted
    }
}

extension Entry {
    fileprivate mutating func mask(with masker: Masker) {
        id = ID(masker.masked(link: id.value))
        link = link.map(masker.masked(link:))
        canonical = canonical.map(masker.masked(link:))
        title = title.map { masker.masked($0) }
        text = text.map { masker.masked($0) }
    }
}
