import PostgreSQL

/// The tables on a server, in the schema that is searched first (`search_path`), and how an archive
/// of an earlier version becomes one of this.
///
/// Up to 12 the numbers are those of the file's versions with the same tables; then each goes on by
/// itself.
enum PostgreSQLSchema {
    /// Scripts by the version they lead to; shipped ones are never edited.
    static let versions: [(number: Int, script: String)] = [
        (11, eleventh), (12, twelfth), (13, thirteenth), (14, fourteenth),
        (15, fifteenth),
    ]

    static var latest: Int { versions.last?.number ?? 0 }

    /// "Ears" in ASCII, the first half of every advisory lock of ours.
    static let lockSpace = 0x4561_7273

    /// What a database has of ours.
    enum Standing: Equatable {
        /// Nothing of anybody's.
        case empty
        /// Tables, and none of them says that it is ours.
        case foreign
        case ours(version: Int)
    }

    /// - Throws: `StoreError.unsuitable` where it can hold no archive.
    static func standing(_ connection: Connection, name: String) throws -> Standing {
        let about = try connection.query(
            .text(
                """
                SELECT current_setting('server_encoding'), current_schema(),
                    to_regclass(quote_ident(current_schema()) || '.earshot_schema') IS NOT NULL,
                    EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())
                """))
        guard about.text(0, 0) == "UTF8" else {
            throw StoreError.unsuitable(
                path: name,
                reason: "its encoding is \(about.text(0, 0) ?? "unknown"); make one with "
                    + "`createdb --template template0 --encoding UTF8`")
        }
        guard !about.isNull(0, 1) else {
            throw StoreError.unsuitable(
                path: name,
                reason: "no schema of its search_path is there; make it with `CREATE SCHEMA`")
        }
        guard about.truth(0, 2) == true else {
            return about.truth(0, 3) == true ? .foreign : .empty
        }
        let version = try connection.query(.text("SELECT max(version) FROM earshot_schema"))
        return .ours(version: Int(version.integer(0, 0) ?? 0))
    }

    /// Makes the tables, or brings them up to date; of several that try, one does, and the others
    /// wait.
    static func migrate(_ connection: Connection, name: String) throws {
        try connection.run(script: "BEGIN")
        do {
            _ = try connection.query(
                .text("SELECT pg_advisory_xact_lock(\(lockSpace), 0)"))
            // Somebody may have been at it since it was looked at.
            let version =
                switch try standing(connection, name: name) {
                case .empty: 0
                case .foreign: throw StoreError.foreignDatabase(name: name)
                case .ours(let version): version
                }
            if version == 0 { try connection.run(script: versionTable) }
            for step in versions where step.number > version {
                try connection.run(script: step.script)
                try connection.run(
                    script: "INSERT INTO earshot_schema VALUES (\(step.number), now())")
            }
            try connection.run(script: "COMMIT")
        } catch {
            // The connection is let go of with what it began.
            try? connection.run(script: "ROLLBACK")
            throw error
        }
    }

    // MARK: - Private

    private static let versionTable = """
        CREATE TABLE earshot_schema (
            version bigint PRIMARY KEY,
            made_at timestamptz NOT NULL
        )
        """
}
