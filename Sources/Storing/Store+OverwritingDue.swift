/// Whether something was erased of which words may still be in the archive's file.
///
/// A row among the erasures says so, of an id that no receipt has: it comes with the transaction that
/// erases, so that nobody who is killed behind it can leave the words there unnoticed.
extension Store {
    package func isOverwritingDue() throws(StoreError) -> Bool {
        try reading { try $0.exists("erasure WHERE id = '\(Self.overwritingDue)'") }
    }

    static func noteOverwritingDue(in database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT INTO erasure (id, finished_at) VALUES (?, 0) ON CONFLICT DO NOTHING"
        ).execute(arguments: [overwritingDue])
    }

    func forgetOverwritingDue() throws(StoreError) {
        guard try isOverwritingDue() else { return }
        try writing {
            try $0.execute(
                sql: "DELETE FROM erasure WHERE id = ?", arguments: [Self.overwritingDue])
        }
        // The log is left empty, as it was.
        try checkpoint()
    }

    /// The ids of receipts that the archive has been through.
    static func finishedErasures(in database: Database) throws -> Set<String> {
        var ids = Set(try String.fetchAll(database, sql: "SELECT id FROM erasure"))
        ids.remove(overwritingDue)
        return ids
    }

    // MARK: - Private

    private static let overwritingDue = "overwriting-due"
}
