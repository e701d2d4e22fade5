import GRDB

/// The rows of one table in the order of its key, one after the other.
struct TableReader {
    struct Row {
        /// In the order of the table's columns.
        let values: [DatabaseValue]
        /// In the order of `CopiedTable.order`.
        let place: [DatabaseValue]
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
        guard let row = try cursor.next() else { return nil }
        let values = row.values
        return Row(
            values: Array(values.prefix(columnCount)), place: Array(values.dropFirst(columnCount)))
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
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(name)\"") ?? 0
    }

    func isEmpty(in database: Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM \"\(name)\")") ?? true
    }
}

extension [CopiedTable] {
    func rowCount(in database: Database) throws -> Int {
        try reduce(0) { try $0 + $1.rowCount(in: database) }
    }
}
