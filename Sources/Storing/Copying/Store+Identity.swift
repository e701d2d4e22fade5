import Foundation

extension Store {
    /// Whether the tables were found as this version makes them.
    package var isLatest: Bool {
        switch engine {
        case .file: versionFound == Schema.version
        case .server: versionFound == PostgreSQLSchema.latest
        }
    }

    /// Whether both are one archive, under whatever names.
    package func isSame(as other: Store) throws(StoreError) -> Bool {
        switch (engine, other.engine) {
        case (.file, .file):
            FileIdentity(path: path) == FileIdentity(path: other.path)
        case (.server, .server): try place == other.place
        case (.file, .server), (.server, .file): false
        }
    }

    /// With the schema, if it is one of its own: `postgres://db.example.org/heard, schema earshot`.
    package var fullName: String {
        get throws(StoreError) {
            guard case .server = engine else { return path }
            let schema = try reading { try String.fetchOne($0, sql: "SELECT current_schema()") }
            return schema == "public" ? path : "\(path), schema \(schema ?? "")"
        }
    }

    /// Whether crawlers have feeds of a server's archive at this moment.
    package var isBeingCrawled: Bool {
        get throws(StoreError) {
            guard case .server = engine else { return false }
            return try reading { database in
                try database.exists("feed_lease WHERE ends_at > now()")
            }
        }
    }

    // MARK: - Private

    /// A server is known by the moment it started, to the microsecond: its address has many spellings.
    private var place: String? {
        get throws(StoreError) {
            try reading {
                try String.fetchOne(
                    $0,
                    sql: """
                        SELECT concat_ws(
                            ' ', extract(epoch FROM pg_postmaster_start_time()),
                            quote_ident(current_database()), quote_ident(current_schema()))
                        """)
            }
        }
    }
}

/// A file, under whatever name or link.
private struct FileIdentity: Equatable {
    let device: UInt
    let number: UInt

    /// `nil` where there is none.
    init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }
}
