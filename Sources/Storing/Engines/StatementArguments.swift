import Foundation
import GRDB
import PostgreSQL

/// A type that columns hold, read from and written to either engine.
protocol ColumnValue: GRDB.DatabaseValueConvertible, GRDB.StatementColumnConvertible {
    /// What stands for it where a server sent something else; see `PostgreSQLRow`.
    static var absent: Self { get }

    /// `nil` where the column is of another type.
    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Self?
}

/// The values of the places of a statement, in their order.
///
/// Held as SQLite takes them: a file's statements are many and short, and a server's wait for the
/// server.
struct StatementArguments: ExpressibleByArrayLiteral {
    private(set) var values: [DatabaseValue]

    init(arrayLiteral elements: (any ColumnValue)?...) {
        self.init(elements)
    }

    init(_ elements: [(any ColumnValue)?]) {
        values = elements.map { $0?.databaseValue ?? .null }
    }

    init<Value: ColumnValue>(_ elements: some Sequence<Value>) {
        values = elements.map(\.databaseValue)
    }

    init(values: [DatabaseValue]) {
        self.values = values
    }

    static func + (one: Self, other: Self) -> Self {
        var both = one
        both += other
        return both
    }

    static func += (one: inout Self, other: Self) {
        one.values += other.values
    }

    var ofSQLite: GRDB.StatementArguments { GRDB.StatementArguments(values) }

    var ofPostgreSQL: [SQLParameter] { values.map(\.parameter) }
}

extension DatabaseValue {
    init(_ parameter: SQLParameter) {
        self =
            switch parameter {
            case .null: .null
            case .integer(let number): number.databaseValue
            case .real(let number): number.databaseValue
            case .text(let text): text.databaseValue
            case .bytes(let data): data.databaseValue
            }
    }

    var parameter: SQLParameter {
        switch storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .bytes(data)
        }
    }
}

extension Int64: ColumnValue {
    static var absent: Int64 { 0 }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Int64? {
        result.integer(row, column)
    }
}

extension Int: ColumnValue {
    static var absent: Int { 0 }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Int? {
        result.integer(row, column).map(Int.init)
    }
}

extension Double: ColumnValue {
    static var absent: Double { 0 }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Double? {
        result.real(row, column)
    }
}

extension Bool: ColumnValue {
    static var absent: Bool { false }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Bool? {
        result.truth(row, column)
    }
}

extension String: ColumnValue {
    static var absent: String { "" }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> String? {
        result.text(row, column)
    }
}

extension Data: ColumnValue {
    static var absent: Data { Data() }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Data? {
        result.bytes(row, column)
    }
}
