/// A column of another table that points to entries; whatever hangs on an entry goes with it.
struct EntryDependent {
    let table: String
    let column: String
    let isSequence: Bool

    static func all(in database: Database) throws -> [EntryDependent] {
        try Row.fetchAll(database, sql: query(for: database.engine)).map { row in
            let target: String? = row["target"]
            return EntryDependent(
                table: row["name"], column: row["source"], isSequence: target == "sequence")
        }
    }

    private static func query(for engine: Database.Engine) -> String {
        switch engine {
        case .sqlite:
            """
            SELECT m.name, f."from" AS source, f."to" AS target
            FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
            WHERE m.type = 'table' AND f."table" = 'entry' ORDER BY m.name, f."from"
            """
        case .postgreSQL:
            """
            SELECT r.relname AS name, s.attname AS source, t.attname AS target
            FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
                JOIN pg_attribute s ON s.attrelid = c.conrelid AND s.attnum = c.conkey[1]
                JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = c.confkey[1]
            WHERE c.contype = 'f' AND c.conparentid = 0
                AND c.confrelid IN ('entry'::regclass, 'entry_key'::regclass)
                AND c.conrelid <> 'entry_key'::regclass
            ORDER BY r.relname, s.attname
            """
        }
    }

    func delete(entry key: Int64, sequence: Int64?, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM \"\(table)\" WHERE \"\(column)\" = ?")
            .execute(arguments: [isSequence ? sequence : key])
    }
}
