extension Store {
    /// Tells which key the pseudonyms and the hashes of what was erased are made with; `nil` where
    /// nobody has noted it yet.
    package var keyID: String? {
        get throws(StoreError) {
            try reading { database in
                if case .sqlite = database.engine {
                    // A backup may be of a version that did not know.
                    let isThere = try Bool.fetchOne(
                        database,
                        sql:
                            "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'pseudonym_key')"
                    )
                    guard isThere == true else { return nil }
                }
                return try Self.keyID(in: database)
            }
        }
    }

    /// Notes the key where none is noted yet.
    ///
    /// - Returns: the one that is noted: another one where somebody else was first.
    package func noteKey(_ id: String) throws(StoreError) -> String {
        try writing { database in
            try database.execute(
                sql: """
                    INSERT INTO pseudonym_key (id, name) VALUES (1, ?) ON CONFLICT (id) DO NOTHING
                    """, arguments: [id])
            return try Self.keyID(in: database) ?? id
        }
    }

    /// Notes another key, with which pseudonyms begin anew.
    package func replaceKey(by id: String) throws(StoreError) {
        try writing { database in
            try database.execute(
                sql: """
                    INSERT INTO pseudonym_key (id, name) VALUES (1, ?)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name
                    """, arguments: [id])
        }
    }

    // MARK: - Private

    private static func keyID(in database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT name FROM pseudonym_key")
    }
}
