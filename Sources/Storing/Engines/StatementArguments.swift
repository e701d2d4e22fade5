import Foundation
import GRDB
import PostgreSQL

/// A type that columns hold, read from and written to either engine.
protocol ColumnValue: GRDB.DatabaseValueConvertible, GRDB.StatementColumnConvertible {
    /// What stands for it where a server sent something else; see `PostgreSQLRow`.
    static var absent: Self { get }

    /// `nil` where the column is of another type.
    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Self?

    var parameter: SQLParameter { get }
}

/// The values of the places of a statement, in their order.
struct StatementArguments: ExpressibleByArrayLiteral {
    private(set) var values: [SQLParameter]

    init(arrayLiteral elements: (any ColumnValue)?...) {
        self.init(elements)
    }

    init(_ elements: [(any ColumnValue)?]) {
        values = elements.map { $0?.parameter ?? .null }
    }

    init<Value: ColumnValue>(_ elements: some Sequence<Value>) {
        values = elements.map(\.parameter)
    }

    static func + (one: Self, other: Self) -> Self {
        var both = one
        both += other
        return both
    }

    static func += (one: inout Self, other: Self) {
        one.values += other.values
    }

    var ofSQLite: GRDB.StatementArguments { GRDB.StatementArguments(values.map(\.ofSQLite)) }
}

extension SQLParameter {
    fileprivate var ofSQLite: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let data): data.databaseValue
        }
    }
}

extension Int64: ColumnValue {
    static var absent: Int64 { 0 }
    var parameter: SQLParameter { .integer(self) }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Int64? {
        result.integer(row, column)
    }
}

extension Int: ColumnValue {
    static var absent: Int { 0 }
    var parameter: SQLParameter { .integer(Int64(self)) }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Int? {
        result.integer(row, column).map(Int.init)
    }
}

extension Double: ColumnValue {
    static var absent: Double { 0 }
    var parameter: SQLParameter { .real(self) }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Double? {
        result.real(row, column)
    }
}

extension Bool: ColumnValue {
    static var absent: Bool { false }
    var parameter: SQLParameter { .integer(self ? 1 : 0) }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Bool? {
        result.truth(row, column)
    }
}

extension String: ColumnValue {
    static var absent: String { "" }
    var parameter: SQLParameter { .text(self) }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> String? {
        result.text(row, column)
    }
}

extension Data: ColumnValue {
    static var absent: Data { Data() }
    var parameter: SQLParameter { .bytes(self) }

    static func read(_ result: QueryResult, _ row: Int, _ column: Int) -> Data? {
        result.bytes(row, column)
    }
}
