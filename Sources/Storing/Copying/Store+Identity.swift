import Foundation
import Model

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
            FileState(path: path)?.identity == FileState(path: other.path)?.identity
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
