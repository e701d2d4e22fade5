import GRDB

extension Store {
    /// Has a file keep more pages in memory: rows of many tables and indexes go in at once.
    func prepareForLoading() throws(StoreError) {
        guard case .file(let file) = engine else { return }
        try translatingErrors {
            try file.queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA cache_size = -\(Self.loadingCacheKilobytes)")
            }
        }
    }

    /// Has a server go on numbering behind the last row, as a file does of itself, and look at what
    /// its tables hold now.
    func settleCounters(of tables: [CopiedTable]) throws(StoreError) {
        guard case .server = engine else { return }
        try writing { database in
            let numbered = tables.filter(\.hasNumbers).map { ($0.name, $0.key[0]) }
            // Who numbers entries is a table beside them.
            for (name, number) in numbered + [("entry_key", "entry")] {
                // There is no counter, and nothing happens, where numbers come from elsewhere.
                try database.execute(
                    sql: """
                        SELECT setval(
                            pg_get_serial_sequence(
                                quote_ident(current_schema()) || '.\(name)', '\(number)'),
                            greatest(max("\(number)"), 1), max("\(number)") IS NOT NULL)
                        FROM "\(name)"
                        """)
            }
            for name in tables.map(\.name) + ["entry_text", "entry_key"] {
                try database.execute(sql: "ANALYZE \"\(name)\"")
            }
        }
    }

    // MARK: - Private

    private static let loadingCacheKilobytes = 65_536
}
