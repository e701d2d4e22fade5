extension Database {
    /// How many rows there are.
    ///
    /// - Parameter rows: what stands behind `FROM`.
    func count(_ rows: String, arguments: StatementArguments = []) throws -> Int {
        try Int.fetchOne(self, sql: "SELECT count(*) FROM \(rows)", arguments: arguments) ?? 0
    }

    /// Whether there is any row.
    ///
    /// - Parameter rows: what stands behind `FROM`.
    func exists(_ rows: String, arguments: StatementArguments = []) throws -> Bool {
        try Bool.fetchOne(
            self, sql: "SELECT EXISTS (SELECT 1 FROM \(rows))", arguments: arguments) ?? false
    }
}
