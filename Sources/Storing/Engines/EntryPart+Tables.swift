import Foundation

// The parts as the tables of a server hold them.
extension EntryPart {
    /// How many a part has at least before another one begins: of fewer, one index is as good as two.
    static let leastEntries: Int64 = 1_000_000

    /// Spans of keys that entries may have.
    static func spans(in database: Database) throws -> [Range<Int64>] {
        switch database.engine {
        case .sqlite: [.min..<Int64.max]
        case .postgreSQL:
            try Int64.fetchAll(database, sql: "SELECT number FROM entry_part ORDER BY number")
                .map { EntryPart(number: $0).keys }
        }
    }

    /// The part to begin; `nil` where none is due.
    static func due(at now: Date, leastEntries: Int64, in database: Database) throws
        -> EntryPart?
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
        guard let last, let key = last[1] as Int64? else { return nil }
        let part = EntryPart(number: last[0])
        guard key - part.keys.lowerBound >= leastEntries else { return nil }
        return EntryPart(number: part.number + 1)
    }

    /// Makes its tables, and keeps that it has begun.
    ///
    /// - Parameter start: `nil` for now.
    func make(beganAt start: Date?, in database: Database) throws {
        for statement in creation.split(separator: ";") where !statement.allSatisfy(\.isWhitespace)
        {
            try database.execute(sql: String(statement))
        }
        try database.execute(
            sql: """
                INSERT INTO entry_part (number, began_at)
                VALUES (?, coalesce(to_timestamp(?), now()))
                """, arguments: [number, start?.unixSeconds])
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

    /// Takes away all parts but the first, of an archive that was emptied.
    static func removeEmptied(in database: Database) throws {
        let numbers = try Int64.fetchAll(
            database, sql: "SELECT number FROM entry_part WHERE number > 1 ORDER BY number")
        for number in numbers {
            // What hangs on entries before them.
            for (name, _) in tables.reversed() {
                try database.execute(
                    sql: "ALTER TABLE \(name) DETACH PARTITION \(name)_\(number)")
                try database.execute(sql: "DROP TABLE \(name)_\(number)")
            }
        }
        try database.execute(sql: "DELETE FROM entry_part WHERE number > 1")
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
}
