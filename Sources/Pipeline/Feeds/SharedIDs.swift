import Grouping
import Model
import Storing

/// Finds the entries of a document that are stored by their links, as they once stood in it beside
/// another entry with the same id.
///
/// Parsing makes such ids distinct, which takes both entries. The last one left in the document has the
/// id to itself, and would be taken for an edition of whatever is stored under it.
struct SharedIDs {
    private let entries: [Entry]
    /// Links, as stories compare them, of the entries that do not say what is stored under their ids.
    private let pages: [Entry.ID: String]

    /// - Parameter known: content hashes of those entries whose ids are stored.
    init(_ document: ParsedDocument, known: [Entry.ID: String]) {
        entries = document.entries
        var pages: [Entry.ID: String] = [:]
        for entry in document.entries {
            guard let stored = known[entry.id], stored != Intake.contentHash(of: entry) else {
                continue
            }
            pages[entry.id] = entry.page.flatMap(StorySketcher.linkKey)
        }
        self.pages = pages
    }

    /// The stored entries by the ids that they have in the document.
    func stored(of feed: Feed.ID, in store: Store) async throws(StoreError)
        -> [Entry.ID: KnownEntry]
    {
        // Most polls bring no entry that has changed.
        guard !pages.isEmpty else { return [:] }
        let byPage = try await store.knownEntries(
            of: feed, leadingTo: pages.values.sorted(), atMost: Self.mostOfOnePage)
        var taken = Set(entries.map(\.id))
        var found: [Entry.ID: KnownEntry] = [:]
        for entry in entries {
            guard let mates = pages[entry.id].flatMap({ byPage[$0] }), let link = entry.link,
                // An edition leads where it always did.
                !mates.contains(where: { $0.id == entry.id })
            else { continue }
            let id = Entry.ID(CanonicalLink.withoutVisit(link))
            guard let stored = mates.first(where: { $0.id == id }), taken.insert(id).inserted else {
                continue
            }
            found[entry.id] = stored
        }
        return found
    }

    // MARK: - Private

    private static let mostOfOnePage = 20
}
