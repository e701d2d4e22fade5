import Foundation
import Grouping
import Model
import Storing

/// Finds the entries of a document that are stored already, or were until they were erased or expired,
/// although the feed now gives them other ids.
///
/// Some software makes every guid anew each time a document is fetched. A single document does not show
/// that, since such ids look like any others. It shows when what is stored comes again, all of it under
/// ids never seen.
///
/// Nothing new may be taken for known. So an entry is only recognised by a page that is its own
/// together with its title, or by everything that it says; and only in a document in which more entries
/// are known that way than by their ids. A later date makes two entries different unless they say the
/// same.
struct RenewedIDs {
    private let entries: [Entry]
    /// How many entries are known, or known to have gone, by their ids.
    private let settledCount: Int
    /// Of those entries that lead to a page which no other one leads to, by their places.
    private let ownPages: [Int: String]
    /// The places of entries whose ids are not stored.
    private let unknown: [Int]

    /// `nil` where it is not worth looking for any: in most documents most ids are known.
    ///
    /// - Parameters:
    ///   - known: content hashes of those entries whose ids are stored.
    ///   - gone: those whose ids were stored once.
    init?(_ document: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>) {
        entries = document.entries
        unknown = entries.indices.filter { index in
            let id = document.entries[index].id
            return known[id] == nil && !gone.contains(id)
        }
        settledCount = entries.count - unknown.count
        guard unknown.count > settledCount else { return nil }
        ownPages = Self.ownPages(of: document)
    }

    // MARK: What to look up

    /// Links as stories compare them.
    var pages: [String] { unknown.compactMap { ownPages[$0] } }

    /// Of entries without a page of their own, so far as their feed says when they were published.
    var dates: Set<Date> { Set(homeless.compactMap { entries[$0].statedDate }) }

    /// Whether some entries have neither a page of their own nor a date.
    var areSomeUndated: Bool { homeless.contains { entries[$0].statedDate == nil } }

    /// What to look for among the tombstones of each entry that may have gone.
    func candidates(among tombstones: Tombstones) -> [Entry.ID: [String]] {
        Dictionary(
            unknown.map { place in
                let entry = entries[place]
                return (entry.id, tombstones.candidates(for: entry, ownPage: ownPages[place]))
            }, uniquingKeysWith: +)
    }

    // MARK: What was found

    /// Entries by the ids that they have in the document; none where those are to be believed.
    struct Found {
        var stored: [Entry.ID: KnownEntry] = [:]
        var gone: Set<Entry.ID> = []

        var isEmpty: Bool { stored.isEmpty && gone.isEmpty }
    }

    /// - Parameters:
    ///   - byPage: what is stored of `pages`.
    ///   - others: what is stored of `dates`, and the latest if some have none.
    ///   - gone: of which entries one of the candidates is there.
    func found(byPage: [String: [KnownEntry]], others: [KnownEntry], gone: Set<Entry.ID>) -> Found {
        let byHash = Dictionary(grouping: others, by: \.feedHash)
        var taken = Set(entries.map(\.id))
        var found: [Entry.ID: KnownEntry] = [:]
        var edited: [(id: Entry.ID, stored: KnownEntry)] = []
        for place in unknown {
            let entry = entries[place]
            let pageMates = ownPages[place].flatMap { byPage[$0] } ?? []
            let titles = Set(pageMates.map(\.title))
            let hash = Intake.contentHash(of: entry)[...]
            let same =
                titles == [entry.title]
                ? pageMates.first { $0.feedHash == hash || $0.mayBeOfDate(of: entry) }
                : (pageMates + (byHash[hash] ?? [])).first {
                    $0.feedHash == hash && $0.mayBeOfDate(of: entry) && !taken.contains($0.id)
                }
            if let same {
                if taken.insert(same.id).inserted { found[entry.id] = same }
            } else if titles.count == 1, let stored = pageMates.first,
                stored.mayBeOfDate(of: entry)
            {
                edited.append((entry.id, stored))
            }
        }
        var gone = gone.subtracting(found.keys)
        guard found.count + gone.count > settledCount else { return Found() }
        for (id, stored) in edited where taken.insert(stored.id).inserted { found[id] = stored }
        gone.subtract(found.keys)
        return Found(stored: found, gone: gone)
    }

    /// Of those entries that lead to a page which no other one leads to, by their places, as stories compare links.
    ///
    /// A site's front page, and the page of the whole feed, are nobody's own.
    static func ownPages(of document: ParsedDocument) -> [Int: String] {
        let home = document.feed.link.map { CanonicalLink.canonical($0) }
            .flatMap(StorySketcher.linkKey)
        let keys = document.entries.map { $0.page.flatMap(StorySketcher.linkKey) }
        let counts = keys.reduce(into: [:]) { counts, key in counts[key, default: 0] += 1 }
        var pages: [Int: String] = [:]
        for (place, key) in keys.enumerated() {
            guard let key, counts[key] == 1, key != home else { continue }
            if key.contains(where: { "/?#".contains($0) }) { pages[place] = key }
        }
        return pages
    }

    // MARK: - Private

    private var homeless: [Int] { unknown.filter { ownPages[$0] == nil } }
}

extension Entry {
    fileprivate var statedDate: Date? { published ?? updated }
}

extension KnownEntry {
    fileprivate var feedHash: Substring { TaggedEntry.feedHash(contentHash) }

    /// Whether the entry's date, if it has one, is this one's: a date is stored in whole seconds.
    fileprivate func mayBeOfDate(of entry: Entry) -> Bool {
        entry.statedDate.map { abs($0.timeIntervalSince(date)) < 1 } ?? true
    }
}
