package import Foundation
package import Model

/// What an entry is known again by when its feed gives it another id.
package struct KnownEntry: Sendable, Hashable {
    package let id: Entry.ID
    /// Of what its feed says, as `Store.contentHashes(of:in:)`.
    package let contentHash: String
    package let title: String?
    /// When it was said; when it was heard, if its feed does not say.
    package let date: Date
    /// The link to its page, as stories compare links; `nil` where it has none.
    package let page: String?
}

/// What an entry says, by which it is known again where its feed has become another one.
package struct KnownWording: Sendable, Hashable {
    package let title: String?
    package let text: String
    /// As `KnownEntry.date`.
    package let date: Date
}

extension Store {
    /// Entries of a feed by the page that they lead to, first stored first.
    ///
    /// - Parameters:
    ///   - keys: Links as stories compare them.
    ///   - count: No more for each, as all entries of a feed may lead to one page.
    package func knownEntries(of feed: Feed.ID, leadingTo keys: [String], atMost count: Int)
        async throws(StoreError) -> [String: [KnownEntry]]
    {
        try await reading { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(KnownEntry.columns) FROM entry INDEXED BY entry_by_link
                    WHERE link_key = ? AND feed = ? ORDER BY id LIMIT ?
                    """)
            let rows = try statement.rows(ofEach: keys.map { [$0, feed.value, count] })
            return Dictionary(
                zip(keys, rows).map { ($0, $1.map(KnownEntry.init)) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// Entries of a feed by their ids, of those asked for.
    package func knownEntries(of feed: Feed.ID, ids: [Entry.ID]) async throws(StoreError)
        -> [Entry.ID: KnownEntry]
    {
        try await reading { database in
            try database.rows(KnownEntry.columns, ofEntries: ids, in: feed)
                .mapValues(KnownEntry.init)
        }
    }

    /// Entries of a feed of certain dates, first stored first.
    ///
    /// - Parameter count: No more for each date, as a feed may give all entries the same one.
    package func knownEntries(of feed: Feed.ID, from dates: Set<Date>, atMost count: Int)
        async throws(StoreError) -> [KnownEntry]
    {
        try await reading { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(KnownEntry.columns) FROM entry INDEXED BY entry_by_feed
                    WHERE feed = ? AND date = ? ORDER BY id LIMIT ?
                    """)
            return try statement.rows(
                ofEach: dates.sorted().map { [feed.value, $0.unixSeconds, count] }
            ).flatMap { $0.map(KnownEntry.init) }
        }
    }

    /// The latest entries of a feed, latest first.
    package func latestKnownEntries(of feed: Feed.ID, atMost count: Int)
        async throws(StoreError) -> [KnownEntry]
    {
        try await reading { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(KnownEntry.columns) FROM entry INDEXED BY entry_by_feed
                    WHERE feed = ? ORDER BY date DESC, id DESC LIMIT ?
                    """)
            return try Row.fetchAll(statement, arguments: [feed.value, count]).map(KnownEntry.init)
        }
    }

    /// What entries of a feed say, of those asked for.
    package func knownWordings(of ids: [Entry.ID], in feed: Feed.ID) async throws(StoreError)
        -> [Entry.ID: KnownWording]
    {
        try await reading { database in
            try database.rows("title, text, date", ofEntries: ids, in: feed)
                .mapValues(KnownWording.init)
        }
    }

    /// What the latest entries of a feed say.
    package func latestWordings(of feed: Feed.ID, atMost count: Int)
        async throws(StoreError) -> [KnownWording]
    {
        try await reading { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT title, text, date FROM entry INDEXED BY entry_by_feed
                    WHERE feed = ? ORDER BY date DESC, id DESC LIMIT ?
                    """)
            return try Row.fetchAll(statement, arguments: [feed.value, count])
                .map(KnownWording.init)
        }
    }
}

extension KnownWording {
    /// Of a row of title, text and date.
    fileprivate init(_ row: Row) {
        self.init(title: row[0], text: row[1], date: Date(unixSeconds: row[2] as Int64))
    }
}

extension KnownEntry {
    /// What `init(_:)` reads, in its order.
    fileprivate static let columns = "guid, content_hash, title, date, link_key"

    fileprivate init(_ row: Row) {
        id = Entry.ID(row[0])
        contentHash = row[1]
        title = row[2]
        date = Date(unixSeconds: row[3] as Int64)
        page = row[4]
    }
}
