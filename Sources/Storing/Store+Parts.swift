package import Foundation
import PostgreSQL

extension Store {
    /// What came of the parts of a server's archive at the end of a month.
    package enum PartChange: Equatable, Sendable {
        /// Nothing was due.
        case none
        /// What is heard from now on lies in a part of its own.
        case begun(number: Int)
        /// It is due and could not be made; it is tried again by the next run.
        case putOff(reason: String)
    }

    /// Begins a part for what is heard from now on, where another month has come.
    ///
    /// The last part must be large enough for that to be worth it. A file has none.
    package func beginPart(at now: Date) throws(StoreError) -> PartChange {
        try beginPart(at: now, leastEntries: EntryPart.leastEntries)
    }

    /// - Parameter leastEntries: in the last part.
    func beginPart(at now: Date, leastEntries: Int64) throws(StoreError) -> PartChange {
        guard case .server(let server) = engine else { return .none }
        do {
            return try server.write(isKept: true) { database in
                try EntryPart.begin(at: now, leastEntries: leastEntries, in: database)
            }
        } catch let error as PostgreSQLError where error.isLockTimeout || error.lacksRight {
            return .putOff(reason: error.description)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Has the planner of a server learn what all parts of it hold, once that has changed by a tenth.
    ///
    /// The server looks at each part by itself when many of its rows have changed, and at all together
    /// only when it is told to (PostgreSQL, "ALTER TABLE … autovacuum").
    func refreshStatistics() throws(StoreError) {
        guard case .server = engine else { return }
        try writing { database in
            let known =
                try Int64.fetchOne(
                    database,
                    sql: """
                        SELECT greatest(reltuples, 0)::bigint FROM pg_class
                        WHERE oid = 'entry'::regclass
                        """) ?? 0
            let analyzed =
                try Int64.fetchOne(
                    database, sql: "SELECT max(analyzed_to) FROM entry_part") ?? 0
            let last = try lastSequence(in: database)
            guard last - analyzed >= max(Self.leastChange, known / 10) else { return }
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

    // MARK: - Private

    /// New words wait in a list that every search reads through until somebody sorts them in
    /// (PostgreSQL, "GIN Fast Update Technique"), which only the owner may.
    private static func sortInNewWords(in database: Database) throws {
        _ = try Int64.fetchAll(
            database,
            sql: """
                SELECT gin_clean_pending_list(index.oid::regclass)
                FROM pg_class AS index JOIN pg_am ON pg_am.oid = relam AND amname = 'gin'
                WHERE relnamespace = current_schema()::regnamespace AND relkind = 'i'
                    AND pg_has_role(relowner, 'USAGE')
                """)
    }

    /// Newly numbered entries, below which plans stay as they are.
    private static let leastChange: Int64 = 1_000
}

extension EntryPart {
    /// In a part before another one begins: below that, one index of all is as good as two.
    fileprivate static let leastEntries: Int64 = 1_000_000

    /// Spans of keys that entries may have.
    static func spans(in database: Database) throws -> [Range<Int64>] {
        switch database.engine {
        case .sqlite: [.min..<Int64.max]
        case .postgreSQL:
            try Int64.fetchAll(database, sql: "SELECT number FROM entry_part ORDER BY number")
                .map { EntryPart(number: $0).keys }
        }
    }

    /// Remembers that what these entries said may still stand in the files of their parts.
    static func markErased(_ keys: some Sequence<Int64>, in database: Database) throws {
        guard case .postgreSQL = database.engine else { return }
        for part in Set(keys.map(EntryPart.init(of:))).sorted(by: { $0.number < $1.number }) {
            try database.execute(
                sql: """
                    UPDATE entry_part SET has_erased = TRUE
                    WHERE number = ? AND NOT has_erased
                    """,
                arguments: [part.number])
        }
    }

    // MARK: For what comes from another archive, with its keys

    /// Makes the parts that these keys lie in, as far as they are missing.
    static func prepare(for keys: [Int64], in database: Database) throws {
        guard case .postgreSQL = database.engine else { return }
        let known = Set(
            try Int64.fetchAll(database, sql: "SELECT number FROM entry_part")
                .map(EntryPart.init(number:)))
        for part in Set(keys.map(EntryPart.init(of:))).subtracting(known) {
            try part.make(beganAt: nil, in: database)
        }
    }

    /// Lists what must be there once of the entries with these keys, which were just put in.
    static func list(_ keys: [Int64], in database: Database) throws {
        guard case .postgreSQL = database.engine, let first = keys.min(), let last = keys.max()
        else { return }
        try database.execute(
            sql: """
                INSERT INTO entry_key (entry, feed, guid, sequence)
                SELECT id, feed, guid, sequence FROM entry WHERE id BETWEEN ? AND ? ORDER BY id
                """, arguments: [first, last])
    }

    // MARK: - Private

    fileprivate static func begin(at now: Date, leastEntries: Int64, in database: Database) throws
        -> Store.PartChange
    {
        let last = try Row.fetchOne(
            database,
            sql: """
                SELECT number, (SELECT max(entry) FROM entry_key)
                FROM entry_part
                WHERE date_trunc('month', to_timestamp(?) AT TIME ZONE 'UTC')
                    > date_trunc('month', began_at AT TIME ZONE 'UTC')
                    AND number = (SELECT max(number) FROM entry_part)
                """, arguments: [now.unixSeconds])
        guard let last, let key = last[1] as Int64? else { return .none }
        let part = EntryPart(number: last[0])
        guard key - part.keys.lowerBound >= leastEntries else { return .none }
        let next = EntryPart(number: part.number + 1)
        try next.make(beganAt: now, in: database)
        _ = try Int64.fetchOne(
            database,
            sql: """
                SELECT setval(
                    pg_get_serial_sequence(
                        quote_ident(current_schema()) || '.entry_key', 'entry'), ?, FALSE)
                """, arguments: [next.firstKey])
        return .begun(number: Int(next.number))
    }

    /// - Parameter start: `nil` for now.
    private func make(beganAt start: Date?, in database: Database) throws {
        for statement in creation.split(separator: ";\n") {
            try database.execute(sql: String(statement))
        }
        try database.execute(
            sql: """
                INSERT INTO entry_part (number, began_at)
                VALUES (?, coalesce(to_timestamp(?), now()))
                """, arguments: [number, start?.unixSeconds])
    }
}
