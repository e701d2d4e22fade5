import PostgreSQL

/// A table that is in an archive for as long as a copy into it has not ended: it names the source.
///
/// How far the copy has come is not written down besides: batches go in by key, each whole, so that
/// the last key that is there says it, and can never say anything else.
enum CopyMark {
    static let table = "unfinished_copy"

    /// The source; `nil` in an archive that is whole.
    static func source(in file: SQLiteEngine) throws -> String? {
        try file.read { database in
            let isThere = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = ?)",
                arguments: [table])
            guard isThere == true else { return nil }
            return try String.fetchOne(database, sql: "SELECT source FROM \(table)")
        }
    }

    /// The same of a server, which is asked whenever an archive is opened, and in no transaction.
    static func source(in server: PostgreSQLEngine) throws -> String? {
        try server.outsideTransaction { connection in
            let isThere = try connection.query(
                .text(
                    """
                    SELECT to_regclass(quote_ident(current_schema()) || '.\(table)') IS NOT NULL
                    """))
            guard isThere.truth(0, 0) == true else { return nil }
            let answer = try connection.query(.text("SELECT source FROM \(table)"))
            return answer.rowCount == 0 ? nil : answer.text(0, 0)
        }
    }

    static func set(source: String, in database: Database) throws {
        try database.execute(sql: "CREATE TABLE \(table) (source TEXT NOT NULL)")
        try database.execute(
            sql: "INSERT INTO \(table) (source) VALUES (?)", arguments: [source])
    }

    static func remove(in database: Database) throws {
        try database.execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
}

extension Store {
    /// What it holds only a part of; `nil` for an archive that is whole.
    package var unfinishedCopy: String? {
        get throws(StoreError) {
            try translatingErrors {
                switch engine {
                case .file(let file): try CopyMark.source(in: file)
                case .server(let server): try CopyMark.source(in: server)
                }
            }
        }
    }
}
