import Foundation
import Grouping
import Hashing
import Model
import Storing

/// Keyed hashes by which entries of a feed are recognised that were erased or have expired.
///
/// Usually that is the hash of the id. For a feed that gives every entry another id each time, it is
/// that of what `RenewedIDs` goes by: everything that the entry says, or its page with its title and
/// date. For an entry whose id follows what editors change, it is that of what `RenamedEntries` and
/// `EditedEntries` go by, but for the words, of which nothing is left.
struct Tombstones: Sendable {
    private let hashes: PrivacyHashes
    private let feed: Feed.ID

    init(of feed: Feed.ID, hashes: PrivacyHashes) {
        self.feed = feed
        self.hashes = hashes
    }

    func id(_ id: Entry.ID) -> String { hashes.entry(id, of: feed) }

    /// All that are left of an entry that goes.
    static func all(of entry: ErasableEntry, hashes: PrivacyHashes) -> [String] {
        let tombstones = Tombstones(of: entry.feed, hashes: hashes)
        let contentHash = TaggedEntry.feedHash(entry.contentHash)
        var all = [
            tombstones.id(entry.id), tombstones.wording(contentHash, date: nil),
            tombstones.wording(contentHash, date: entry.date),
        ]
        if let title = entry.title { all.append(tombstones.titled(title, date: entry.date)) }
        if let page = entry.linkKey {
            all.append(tombstones.page(page, title: entry.title, date: entry.date))
            all.append(tombstones.second(of: entry.date, at: page))
            all += [tombstones.address(entry.id, page: page)].compactMap(\.self)
        }
        return all
    }

    /// Those of which one is left if an entry under an id never seen has gone.
    ///
    /// - Parameter ownPage: where it leads to, as stories compare links; `nil` where others of its
    ///   document lead to the same page, so that the same words at another date are said once more.
    func candidates(for entry: Entry, ownPage: String?) -> [String] {
        let contentHash = Intake.contentHash(of: entry)[...]
        let date = entry.published ?? entry.updated
        guard let ownPage else { return [wording(contentHash, date: date)] }
        return [wording(contentHash, date: nil)]
            + (date.map { [page(ownPage, title: entry.title, date: $0)] } ?? [])
    }

    /// Those of which one is left if a single entry of a document has gone under another id.
    ///
    /// - Parameters:
    ///   - ownPage: where it leads to and no other entry of the document does, as stories compare links.
    ///   - date: when it was published, if no other one was in that second; else `nil`.
    func candidates(forRenamed entry: Entry, ownPage: String, publishedAlone date: Date?)
        -> [String]
    {
        var candidates = [address(entry.id, page: ownPage)].compactMap(\.self)
        if let date {
            candidates.append(second(of: date, at: ownPage))
            candidates.append(page(ownPage, title: entry.title, date: date))
            if let title = entry.title { candidates.append(titled(title, date: date)) }
        }
        return candidates
    }

    /// The one that is left of an entry with a title, wherever it led and whatever else it said.
    func titled(_ title: String, date: Date) -> String {
        hashes.gone(["title", feed.value, title, Self.second(of: date)])
    }

    // MARK: - Private

    private func wording(_ contentHash: Substring, date: Date?) -> String {
        hashes.gone(["wording", feed.value, String(contentHash), Self.second(of: date)])
    }

    private func page(_ key: String, title: String?, date: Date) -> String {
        hashes.gone(["page", feed.value, key, title ?? "", Self.second(of: date)])
    }

    /// One for all addresses of the id that are the same as stories compare links; `nil` if it is none.
    private func address(_ id: Entry.ID, page: String) -> String? {
        StorySketcher.linkKey(id.value).map { hashes.gone(["address", feed.value, $0, page]) }
    }

    /// One for all pages of a site.
    private func second(of date: Date, at page: String) -> String {
        let site = String(RenamedEntries.site(of: page))
        return hashes.gone(["second", feed.value, site, Self.second(of: date)])
    }

    /// Dates are stored in whole seconds.
    private static func second(of date: Date?) -> String {
        date.map { String($0.second) } ?? ""
    }
}
