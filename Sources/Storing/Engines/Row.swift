import Foundation
import GRDB
import PostgreSQL

/// A row that a statement gave; columns are read when they are asked for.
struct Row {
    private enum Kind {
        case sqlite(GRDB.Row, Misreadings)
        case postgreSQL(PostgreSQLRow)
    }

    private let kind: Kind

    init(_ row: GRDB.Row, noting misreadings: Misreadings) { kind = .sqlite(row, misreadings) }

    init(_ row: PostgreSQLRow) { kind = .postgreSQL(row) }

    // MARK: By place, or by name; in an optional, NULL is `nil`.

    subscript<Value: ColumnValue>(column: Int) -> Value {
        switch kind {
        case .sqlite(let row, let misreadings):
            misreadings.value(of: Array(row.columnNames)[column]) {
                try row.decode(Value.self, atIndex: column)
            }
        case .postgreSQL(let row): row.value(column)
        }
    }

    subscript<Value: ColumnValue>(column: Int) -> Value? {
        switch kind {
        case .sqlite(let row, let misreadings):
            misreadings.optional(of: Array(row.columnNames)[column]) {
                try row.decode(Value?.self, atIndex: column)
            }
        case .postgreSQL(let row): row.optional(column)
        }
    }

    subscript<Value: ColumnValue>(name: String) -> Value {
        switch kind {
        case .sqlite(let row, let misreadings):
            misreadings.value(of: name) { try row.decode(Value.self, forColumn: name) }
        case .postgreSQL(let row): row.value(row.column(named: name))
        }
    }

    subscript<Value: ColumnValue>(name: String) -> Value? {
        switch kind {
        case .sqlite(let row, let misreadings):
            misreadings.optional(of: name) { try row.decode(Value?.self, forColumn: name) }
        case .postgreSQL(let row): row.optional(row.column(named: name))
        }
    }

    /// The bytes of a column without a copy of them, `nil` for NULL.
    ///
    /// - Parameter body: they are gone when it returns.
    func withUnsafeData<Value>(atIndex column: Int, _ body: (Data?) throws -> Value) throws -> Value
    {
        switch kind {
        case .sqlite(let row, _): try row.withUnsafeData(atIndex: column, body)
        case .postgreSQL(let row): try body(row.optional(column))
        }
    }

    /// All columns as they are stored, truth values as 0 or 1.
    var values: [DatabaseValue] {
        switch kind {
        case .sqlite(let row, _): (0..<row.count).map { row[$0] }
        case .postgreSQL(let row): (0..<row.result.columnCount).map(row.stored)
        }
    }

    /// Whether all columns hold the same; of rows of a file.
    func isEqual(to other: Row) -> Bool {
        switch (kind, other.kind) {
        case (.sqlite(let one, _), .sqlite(let other, _)): one == other
        case (.postgreSQL, _), (_, .postgreSQL): false
        }
    }

    // MARK: Getting them

    static func fetchAll(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> [Row] {
        try database.makeStatement(sql: sql).rows(arguments)
    }

    static func fetchAll(_ statement: Statement, arguments: StatementArguments = []) throws -> [Row]
    {
        try statement.rows(arguments)
    }

    static func fetchOne(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> Row? {
        try database.makeStatement(sql: sql).row(arguments)
    }

    static func fetchOne(_ statement: Statement, arguments: StatementArguments = []) throws -> Row?
    {
        try statement.row(arguments)
    }

    static func fetchCursor(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> RowCursor {
        try database.makeStatement(sql: sql).cursor(arguments)
    }

    static func fetchCursor(_ statement: Statement, arguments: StatementArguments = []) throws
        -> RowCursor
    {
        try statement.cursor(arguments)
    }
}

/// Rows one by one, of which none is kept.
struct RowCursor {
    private enum Kind {
        case sqlite(GRDB.RowCursor, Misreadings)
        case postgreSQL(PostgreSQLCursor)
    }

    private let kind: Kind

    init(_ cursor: GRDB.RowCursor, noting misreadings: Misreadings) {
        kind = .sqlite(cursor, misreadings)
    }

    init(_ cursor: PostgreSQLCursor) { kind = .postgreSQL(cursor) }

    /// The next row, which holds until the one after it; `nil` behind the last one.
    func next() throws -> Row? {
        switch kind {
        case .sqlite(let cursor, let misreadings):
            try cursor.next().map { Row($0, noting: misreadings) }
        case .postgreSQL(let cursor): try cursor.next().map(Row.init)
        }
    }
}

// MARK: - Single values

extension ColumnValue {
    static func fetchOne(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> Self? {
        try database.makeStatement(sql: sql).value(Self.self, arguments)
    }

    static func fetchOne(_ statement: Statement, arguments: StatementArguments = []) throws -> Self?
    {
        try statement.value(Self.self, arguments)
    }

    static func fetchAll(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> [Self] {
        try database.makeStatement(sql: sql).values(Self.self, arguments)
    }

    static func fetchAll(_ statement: Statement, arguments: StatementArguments = []) throws
        -> [Self]
    {
        try statement.values(Self.self, arguments)
    }
}
