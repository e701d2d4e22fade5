import GRDB

/// The rows of one table in the order of its key, one after the other.
struct TableReader {
    struct Row {
        /// Those of the table's columns, and behind them those of its place.
        let all: [DatabaseValue]
        let columnCount: Int

        /// In the order of the table's columns.
        var values: [DatabaseValue] { Array(all.prefix(columnCount)) }
        /// In the order of `CopiedTable.order`.
        var place: [DatabaseValue] { Array(all.dropFirst(columnCount)) }
    }

    private let cursor: RowCursor
    private let columnCount: Int

    /// - Parameter place: behind which it begins; `nil` for all rows.
    init(_ table: CopiedTable, after place: [DatabaseValue]? = nil, in database: Database) throws {
        if case .postgreSQL = database.engine {
            // Along the key's index; sorted, wide rows would all be written down first.
            try database.execute(sql: "SET LOCAL enable_sort = off")
        }
        let order = table.order.joined(separator: ", ")
        let places = table.order.map { _ in "?" }.joined(separator: ", ")
        cursor = try Storing.Row.fetchCursor(
            database,
            sql: """
                SELECT \(table.columnList), \(order) FROM "\(table.name)"
                \(place == nil ? "" : "WHERE (\(order)) > (\(places))") ORDER BY \(order)
                """, arguments: StatementArguments(values: place ?? []))
        columnCount = table.columns.count
    }

    func next() throws -> Row? {
        try cursor.next().map { Row(all: $0.values, columnCount: columnCount) }
    }
}

extension CopiedTable {
    /// The last place that holds a row; `nil` where the table is empty.
    func lastPlace(in database: Database) throws -> [DatabaseValue]? {
        let places = order.joined(separator: ", ")
        let backwards = order.map { "\($0) DESC" }.joined(separator: ", ")
        return try Row.fetchOne(
            database, sql: "SELECT \(places) FROM \"\(name)\" ORDER BY \(backwards) LIMIT 1")?
            .values
    }

    func rowCount(in database: Database) throws -> Int {
        try database.count("\"\(name)\"")
    }

    func isEmpty(in database: Database) throws -> Bool {
        try !database.exists("\"\(name)\"")
    }
}

extension [CopiedTable] {
    func rowCount(in database: Database) throws -> Int {
        try reduce(0) { try $0 + $1.rowCount(in: database) }
    }
}
