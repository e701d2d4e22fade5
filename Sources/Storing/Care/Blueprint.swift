import GRDB

/// The tables and indexes that an archive of this version has.
struct Blueprint {
    struct Table {
        let name: String
        let sql: String
        let isWithoutRowID: Bool
    }

    struct Index {
        let name: String
        let table: String
        /// `nil` for those that a constraint brings with it.
        let sql: String?
    }

    let tables: [Table]
    let indexes: [Index]

    /// As a new archive is made.
    init() throws {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        self = try queue.read { try Misreadings.none(in: $0) { try Blueprint(of: $0) } }
    }

    init(of database: Database) throws {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT type, name, tbl_name, sql FROM sqlite_master
                WHERE tbl_name NOT LIKE 'entry_text%' AND tbl_name NOT LIKE 'sqlite_%' ORDER BY name
                """)
        tables = rows.filter { $0["type"] as String == "table" }.map { row in
            let sql: String = row["sql"]
            return Table(
                name: row["name"], sql: sql, isWithoutRowID: sql.hasSuffix("WITHOUT ROWID"))
        }
        indexes = rows.filter { $0["type"] as String == "index" }.map { row in
            Index(name: row["name"], table: row["tbl_name"], sql: row["sql"])
        }
    }
}
