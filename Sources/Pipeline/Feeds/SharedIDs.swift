import Foundation
import Grouping
import Model
import Storing

/// Finds the entries of a document whose id is, or was, another entry's, too; they are recognised by
/// their links.
///
/// Parsing makes such ids distinct when it sees both entries. But an entry that is the only one with
/// that id, as the last one left in the document or the only one that a feed ever shows, would be taken
/// for an edit of whatever is stored under it.
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

    /// Entries by the ids that they have in the document.
    struct Found {
        /// As what they are stored.
        var stored: [Entry.ID: KnownEntry] = [:]
        /// Ids of their own for entries that are new; one at most.
        var new: [Entry.ID: Entry.ID] = [:]

        var ids: [Entry.ID: Entry.ID] { stored.mapValues(\.id).merging(new) { id, _ in id } }
    }

    func found(of feed: Feed.ID, in store: Store) async throws(StoreError) -> Found {
        var found = Found()
        // Most polls bring no entry that has changed.
        guard !pages.isEmpty else { return found }
        let byPage = try await store.knownEntries(
            of: feed, leadingTo: pages.values.sorted(), atMost: Self.mostOfOnePage)
        // Where several have an id each, it is the entry's, whatever became of it.
        let holders =
            entries.count == 1
            ? try await store.knownEntries(of: feed, ids: Array(pages.keys)) : [:]
        var taken = Set(entries.map(\.id))
        for entry in entries {
            guard let mates = pages[entry.id].flatMap({ byPage[$0] }), let link = entry.link,
                // An edition leads where it always did.
                !mates.contains(where: { $0.id == entry.id })
            else { continue }
            let id = Entry.ID(CanonicalLink.withoutVisit(link))
            if let stored = mates.first(where: { $0.id == id }) {
                if taken.insert(id).inserted { found.stored[entry.id] = stored }
            } else if mates.isEmpty, let holder = holders[entry.id],
                Self.isAnother(entry, than: holder), taken.insert(id).inserted
            {
                found.new[entry.id] = id
            }
        }
        return found
    }

    /// The only entry of a document, identified by its link, where what had its id has gone: by that id
    /// it would count as gone, and so would all that come after it.
    ///
    /// What has gone can no longer be compared. So an entry is a different one if it was published
    /// after the last poll and says something else, and also if it is stored by its link already.
    static func reused(
        in document: ParsedDocument, gone: Set<Entry.ID>, since last: Date?, of feed: Feed.ID,
        _ privacy: Privacy, _ store: Store
    ) async throws(StoreError) -> [Entry.ID: Entry.ID] {
        guard document.entries.count == 1, let entry = document.entries.first,
            gone.contains(entry.id), let link = entry.link
        else { return [:] }
        let id = Entry.ID(CanonicalLink.withoutVisit(link))
        guard id != entry.id else { return [:] }
        if let date = entry.published, let last, date > last {
            let candidates = Tombstones(of: feed, hashes: privacy.hashes)
                .candidates(for: entry, ownPage: entry.page.flatMap(StorySketcher.linkKey))
            let said = try await privacy.gone(by: [entry.id: candidates], in: store)
            return said.isEmpty ? [entry.id: id] : [:]
        }
        let isStored = try await !store.contentHashes(of: [id], in: feed).isEmpty
        return isStored ? [entry.id: id] : [:]
    }

    // MARK: - Private

    private static let mostOfOnePage = 20

    /// Whether an entry leads to another page than the stored entry of its id, and has another title
    /// and a later date: whoever edits an entry leaves one of these as it is.
    private static func isAnother(_ entry: Entry, than stored: KnownEntry) -> Bool {
        guard let title = entry.title, let date = entry.published else { return false }
        return stored.title.map { $0 != title } ?? false && date > stored.date
    }
}
