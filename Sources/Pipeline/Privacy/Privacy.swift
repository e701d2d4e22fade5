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
    /// Of erasures that were finished when this was made; `nil` under the run lock, where none begins.
    let erasures: Set<String>?

    init(
        settings: PrivacySettings, hashes: PrivacyHashes, suppression: Suppression,
        hasTombstones: Bool, erasures: Set<String>? = nil
    ) {
        masker = Masker(settings)
        self.hashes = hashes
        self.suppression = suppression
        self.hasTombstones = hasTombstones
        self.erasures = erasures
    }

    /// The document without what tells who a person is; only authors are left, who are hashed later.
    ///
    /// This comes before anything is compared, hashed or stored, so that nothing personal gets
    /// anywhere. Addresses to be fetched next, and HTML, which is not stored, stay as they are.
    func masked(_ document: ParsedDocument) -> ParsedDocument {
        guard let masker else { return document }
        var document = document
        for index in document.entries.indices { mask(&document.entries[index], with: masker) }
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
        mask(&entry, with: masker)
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
        suppressed(among: entries, of: feed)
            .union(try await gone(among: entries, of: feed.id, in: store))
    }

    /// Those entries that are somebody's who asked not to be heard.
    func suppressed(among entries: [Entry], of feed: Feed) -> Set<Entry.ID> {
        guard !suppression.isEmpty else { return [] }
        return Set(entries.filter { suppression.holds($0, of: feed, hashes: hashes) }.map(\.id))
    }

    /// Those entries that were erased or have expired, by their ids.
    func gone(among entries: [Entry], of feed: Feed.ID, in store: Store) async throws(StoreError)
        -> Set<Entry.ID>
    {
        let tombstones = Tombstones(of: feed, hashes: hashes)
        return try await gone(
            by: Dictionary(
                entries.map { ($0.id, [tombstones.id($0.id)]) },
                uniquingKeysWith: { first, _ in first }),
            in: store)
    }

    /// The entries of which a tombstone exists that they would have left.
    ///
    /// - Parameter candidates: not made if nothing has ever gone.
    func gone(by candidates: @autoclosure () -> [Entry.ID: [String]], in store: Store)
        async throws(StoreError) -> Set<Entry.ID>
    {
        guard hasTombstones else { return [] }
        let candidates = candidates()
        let found = try await store.tombstones(among: candidates.values.flatMap(\.self))
        return Set(candidates.filter { !found.isDisjoint(with: $0.value) }.keys)
    }

    // MARK: - Private

    private func mask(_ entry: inout Entry, with masker: Masker) {
        entry.id = Entry.ID(masked(name: entry.id.value, by: masker))
        entry.link = entry.link.map { masked(name: $0, by: masker) }
        entry.canonical = entry.canonical.map { masked(name: $0, by: masker) }
        entry.title = entry.title.map { masker.masked($0) }
        entry.text = entry.text.map { masker.masked($0) }
    }

    /// A masked id or link must stay different from every other one.
    ///
    /// With the mask alone, all entries whose ids look like e-mail addresses (RFC 5322 §3.6.4) would be
    /// one.
    private func masked(name: String, by masker: Masker) -> String {
        let masked = masker.masked(link: name)
        guard masked != name else { return name }
        let mark = Mask.email.rawValue
        return masked.replacing(mark, with: "\(mark.dropLast())-\(hashes.name(name))]")
    }
}

extension Masker {
    /// `nil` where the operator wants texts as they are.
    init?(_ settings: PrivacySettings) {
        guard settings.isMasking else { return nil }
        self.init(unmasked: settings.unmasked)
    }
}
