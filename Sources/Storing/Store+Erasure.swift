package import Foundation
package import Model

/// Which entries are to go.
package enum ErasureScope: Sendable {
    case authors(Set<String>)
    /// - Parameters:
    ///   - key: of the page, as stories compare links.
    ///   - link: as it was written.
    case link(key: String?, link: String)
    /// Those that say, or said before an edit, what a search finds.
    case text(SearchQuery)
    /// Said before then.
    case before(Date)
    case keys([Int64])
    case all
}

/// What is needed of an entry to erase it, and to know it again should its feed still show it.
package struct ErasableEntry: Sendable {
    package let key: Int64
    package let feed: Feed.ID
    package let id: Entry.ID
    package let link: String?
    package let linkKey: String?
    /// As it was stored: the hash of what its feed says or, behind `TaggedEntry.putOffMark`, of less
    /// than that.
    package let contentHash: String
    package let title: String?
    package let date: Date
    /// The present wording.
    package let text: String
    /// The wordings that are meant, the present one first: those that hold the words where words were
    /// asked for, else the present one alone.
    package let texts: [String]
    /// Places that name a brand.
    package let mentions: Int
}

extension Store {
    /// Hands over the entries of a scope, one after the other.
    package func forEachEntry(in scope: ErasureScope, _ body: (ErasableEntry) -> Void)
        throws(StoreError)
    {
        let (condition, arguments): (String, StatementArguments)
        switch scope {
        case .authors(let authors):
            condition = "author IN (\(ListParameter.texts))"
            arguments = [try translatingErrors { try ListParameter.of(authors.sorted()) }]
        case .link(let key, let link):
            (condition, arguments) = ("link_key = ? OR link = ?", [key, link])
        case .text(let query): return try forEachEntry(everSaying: query, body)
        case .before(let date): (condition, arguments) = ("date < ?", [date.unixSeconds])
        case .keys(let keys):
            condition = "id IN (\(ListParameter.numbers))"
            arguments = [ListParameter.of(keys)]
        case .all: (condition, arguments) = ("TRUE", [])
        }
        try readingOnce { database in
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT \(ErasableEntry.columns) FROM entry WHERE \(condition) ORDER BY id",
                arguments: arguments)
            while let row = try rows.next() { body(ErasableEntry(row, texts: [row["text"]])) }
        }
    }

    /// Erases entries and all that hangs on them, in one transaction, and leaves tombstones of each.
    ///
    /// The free pages are overwritten (`PRAGMA secure_delete`); the words of the texts stay in the
    /// full-text index, and older pages in the write-ahead log, until `overwriteErased`, which is noted as
    /// due with the erasure: who is killed between the two leaves it to the next one.
    ///
    /// - Parameter tombstones: keyed hashes of each entry, by its key.
    /// - Returns: how many stories ended with their last entry.
    @discardableResult
    package func erase(tombstones: [Int64: [String]]) throws(StoreError) -> Int {
        try writing { database in
            guard !tombstones.isEmpty else { return 0 }
            try keepLastSequence(in: database)
            try EntryPart.markErased(tombstones.keys, in: database)
            try Self.noteOverwritingDue(in: database)
            let dependents = try EntryDependent.all(in: database)
            var ended = 0
            // The last ones first: a story is then passed on once at most.
            for (key, hashes) in tombstones.sorted(by: { $0.key > $1.key }) {
                ended += try erase(key, dependents, in: database)
                for hash in hashes {
                    try database.cachedStatement(
                        sql: "INSERT INTO tombstone (hash) VALUES (?) ON CONFLICT DO NOTHING"
                    ).execute(arguments: [hash])
                }
            }
            return ended
        }
    }

    /// Makes sure, before anything is erased, that it can be overwritten, too.
    package func checkErasable() throws(StoreError) {
        switch engine {
        case .file: break
        case .server(let server): try translatingErrors { try server.checkOwnership() }
        }
    }

    /// Sees to it that nothing erased is left in the file or beside it.
    ///
    /// FTS5 keeps a deleted text's words until the index is merged, and its own `secure-delete` came
    /// with SQLite 3.42. Rebuilding the file takes twice its size in free space beside it: for a copy, and
    /// for the log through which that takes its place.
    ///
    /// - Parameter isRebuilding: rebuilds the file too: where rows were moved between pages, copies of
    ///   them may be left that no deletion overwrites.
    /// - Returns: `false` when somebody is reading the archive, so that it is still in the file and
    ///   goes with the next run.
    /// - Throws: `StoreError.noRoomToOverwrite` where that space is not there.
    @discardableResult
    package func overwriteErased(isRebuilding: Bool) throws(StoreError) -> Bool {
        switch engine {
        case .file(let file):
            do throws(StoreError) {
                try translatingErrors { try file.overwriteErased(isRebuilding: isRebuilding) }
            } catch {
                guard case .full(let path) = error, isRebuilding else { throw error }
                // The log has grown to all the space there was, which others need.
                _ = try emptyLog()
                throw .noRoomToOverwrite(path: path)
            }
            guard try emptyLog() else { return false }
        case .server(let server):
            let isDone = try translatingErrors {
                try server.overwriteErased(isRebuilding: isRebuilding)
            }
            guard isDone else { return false }
        }
        try forgetOverwritingDue()
        return true
    }

    /// Which of these hashes are of entries that were erased or have expired.
    package func tombstones(among hashes: [String]) async throws(StoreError) -> Set<String> {
        try await reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT hash FROM tombstone WHERE hash IN (\(ListParameter.texts))")
            return Set(
                try String.fetchAll(statement, arguments: [try ListParameter.of(hashes)]))
        }
    }

    package func hasTombstones() throws(StoreError) -> Bool {
        try reading {
            try $0.exists("tombstone")
        }
    }

    /// Ids of all that was ever polled or imported.
    package func feedIDs() throws(StoreError) -> [Feed.ID] {
        try reading {
            try String.fetchAll($0, sql: "SELECT id FROM feed ORDER BY id").map { Feed.ID($0) }
        }
    }

    // MARK: Which erasures the archive has been through

    package func finishedErasures() throws(StoreError) -> Set<String> {
        try reading { try Self.finishedErasures(in: $0) }
    }

    /// Whether all that was said before a time was erased once.
    package func isBeginningErased() throws(StoreError) -> Bool {
        try reading {
            try $0.exists("erasure WHERE id LIKE '%-before%'")
        }
    }

    package func recordErasure(id: String, at date: Date) throws(StoreError) {
        try writing {
            try $0.execute(
                sql: """
                    INSERT INTO erasure (id, finished_at) VALUES (?, ?)
                    ON CONFLICT (id) DO UPDATE SET finished_at = excluded.finished_at
                    """,
                arguments: [id, date.unixSeconds])
        }
    }

    // MARK: - For numbering entries

    /// The highest number that any entry has or had.
    func lastSequence(in database: Database) throws -> Int64 {
        let kept = try Int64.fetchOne(database, sql: "SELECT value FROM last_sequence") ?? 0
        let present =
            try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM \(database.numberedTable)")
            ?? 0
        return max(kept, present)
    }

    /// Keeps it, for when the entry that has it is gone.
    ///
    /// - Parameter given: numbers that entries had of which nothing else is left.
    func keepLastSequence(given: [Int64] = [], in database: Database) throws {
        let last = max(try lastSequence(in: database), given.max() ?? 0)
        try database.execute(
            sql: """
                INSERT INTO last_sequence (id, value) VALUES (1, ?)
                ON CONFLICT (id) DO UPDATE SET value = excluded.value
                """, arguments: [last])
    }

    // MARK: - Private

    /// - Returns: 1 if a story ended with it, else 0.
    private func erase(_ key: Int64, _ dependents: [EntryDependent], in database: Database) throws
        -> Int
    {
        let find = try database.cachedStatement(
            sql: """
                SELECT sequence, story, reported_at, is_mention, title, text FROM entry
                WHERE id = ?
                """)
        guard let row = try Row.fetchOne(find, arguments: [key]) else { return 0 }
        let sequence: Int64? = row["sequence"]
        // What names no brand is in no notice and no ticket.
        if row["is_mention"] {
            try Self.takeOutOfOutboxes(
                story: row["story"], reportedAt: row["reported_at"], in: database)
        }
        try TextIndex.delete(key, title: row["title"], text: row["text"], in: database)
        for dependent in dependents {
            try dependent.delete(entry: key, sequence: sequence, in: database)
        }
        try database.cachedStatement(sql: "DELETE FROM entry WHERE id = ?")
            .execute(arguments: [key])
        guard let sequence, row["story"] == sequence else { return 0 }
        return try passOn(story: sequence, in: database) ? 0 : 1
    }
}

extension ErasableEntry {
    static let columns = """
        id, feed, guid, link, link_key, content_hash, title, date, text,
        (SELECT count(*) FROM mention WHERE mention.entry = entry.id) AS mentions
        """

    init(_ row: Row, texts: [String]) {
        self.init(
            key: row["id"], feed: Feed.ID(row["feed"]), id: Entry.ID(row["guid"]),
            link: row["link"], linkKey: row["link_key"], contentHash: row["content_hash"],
            title: row["title"], date: Date(unixSeconds: row["date"]), text: row["text"],
            texts: texts, mentions: row["mentions"])
    }
}
