package import Foundation

extension Store {
    /// Keeps a server's archive fast as it grows.
    ///
    /// Begins a part for another month, and has the planner learn what is new: for the end of a run, when
    /// nothing waits for it any more. A file needs none of it.
    ///
    /// - Parameter now: `nil` where the clock is not to be trusted.
    /// - Returns: why something was left to the next run, which tries it again.
    package func tend(at now: Date?) -> [String] {
        tend(at: now, leastEntries: EntryPart.leastEntries)
    }

    /// - Parameter leastEntries: in the last part, before another one begins.
    func tend(at now: Date?, leastEntries: Int64) -> [String] {
        guard case .server = engine else { return [] }
        var putOff: [String] = []
        for step in [
            { try self.beginPart(at: now, leastEntries: leastEntries) },
            { try self.countInLastPart() }, { try self.refreshStatistics() },
        ] {
            do { try step() } catch { putOff.append("\(error)") }
        }
        return putOff
    }

    // MARK: - Private

    /// Newly numbered entries, below which plans stay as they are.
    private static let leastChange: Int64 = 1_000

    private func beginPart(at now: Date?, leastEntries: Int64) throws(StoreError) {
        guard let now else { return }
        try writing { database in
            guard let next = try EntryPart.due(at: now, leastEntries: leastEntries, in: database)
            else { return }
            try Self.waitBriefly(in: database)
            try next.make(beganAt: now, in: database)
        }
    }

    /// Has keys handed out in the last part; behind its making, as a counter is not set back with a
    /// transaction that fails.
    private func countInLastPart() throws(StoreError) {
        try writing { database in
            guard try Self.ownsTables(in: database),
                let last = try Int64.fetchOne(database, sql: "SELECT max(number) FROM entry_part")
            else { return }
            _ = try Int64.fetchOne(
                database,
                sql: """
                    SELECT setval(counter, ?1, FALSE)
                    FROM (
                        SELECT pg_get_serial_sequence(
                            quote_ident(current_schema()) || '.entry_key', 'entry'
                        )::regclass AS counter) AS counters
                    WHERE coalesce(pg_sequence_last_value(counter), 0) < ?1
                    """, arguments: [EntryPart(number: last).firstKey])
        }
    }

    /// Has the planner learn what all parts hold, once a tenth of it is new.
    ///
    /// The server looks at each part by itself when many of its rows have changed, and at all together
    /// only when it is told to (PostgreSQL, "ANALYZE").
    private func refreshStatistics() throws(StoreError) {
        try writing { database in
            guard try Self.ownsTables(in: database) else { return }
            let known =
                try Int64.fetchOne(
                    database,
                    sql: """
                        SELECT sum(greatest(reltuples, 0))::bigint
                        FROM pg_inherits JOIN pg_class ON oid = inhrelid
                        WHERE inhparent = 'entry'::regclass
                        """) ?? 0
            let analyzed =
                try Int64.fetchOne(
                    database, sql: "SELECT max(analyzed_to) FROM entry_part") ?? 0
            let last = try lastSequence(in: database)
            guard last - analyzed >= max(Self.leastChange, known / 10) else { return }
            try Self.waitBriefly(in: database)
            for table in EntryPart.tables.map(\.name) + ["entry_key"] {
                try database.execute(sql: "ANALYZE \(table)")
            }
            try Self.sortInNewWords(in: database)
            try database.execute(
                sql: """
                    UPDATE entry_part SET analyzed_to = ?
                    WHERE number = (SELECT max(number) FROM entry_part)
                    """, arguments: [last])
        }
    }

    /// New words wait in a list that every search reads through until somebody sorts them in
    /// (PostgreSQL, "GIN Fast Update Technique").
    private static func sortInNewWords(in database: Database) throws {
        _ = try Int64.fetchAll(
            database,
            sql: """
                SELECT gin_clean_pending_list(index.oid::regclass)
                FROM pg_class AS index JOIN pg_am ON pg_am.oid = relam AND amname = 'gin'
                WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind = 'i'
                """)
    }

    private static func ownsTables(in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT pg_has_role(relowner, 'USAGE') FROM pg_class
                WHERE oid = 'entry'::regclass
                """) ?? false
    }

    /// Nobody is to wait behind what can be done tomorrow as well.
    private static func waitBriefly(in database: Database) throws {
        try database.execute(sql: "SET LOCAL lock_timeout = '2s'")
    }
}
