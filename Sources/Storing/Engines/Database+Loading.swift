import GRDB
import PostgreSQL

extension Database {
    /// Puts many rows into a table at once: a server takes them by `COPY`.
    ///
    /// - Parameters:
    ///   - rows: what stands in them behind the columns is left out.
    ///   - columns: in the order of the values of each row.
    func load(_ rows: [[DatabaseValue]], into table: String, columns: [String]) throws {
        guard !rows.isEmpty else { return }
        switch engine {
        case .sqlite(let database):
            let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
            let places = columns.map { _ in "?" }.joined(separator: ", ")
            let statement = try database.cachedStatement(
                sql: "INSERT INTO \"\(table)\" (\(names)) VALUES (\(places))")
            for row in rows {
                try statement.execute(
                    arguments: GRDB.StatementArguments(row.prefix(columns.count)))
            }
        case .postgreSQL(let session):
            var rows = rows.makeIterator()
            try session.connection.copy(into: "\"\(table)\"", columns: columns) {
                rows.next()?.prefix(columns.count).map(\.parameter)
            }
        }
    }
}
