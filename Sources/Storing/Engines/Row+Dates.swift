import Foundation

// Times, which columns hold as `Date.unixSeconds`.

extension Row {
    /// `nil` for NULL.
    func date(_ column: String) -> Date? {
        (self[column] as Int64?).map(Date.init(unixSeconds:))
    }
}

extension Database {
    /// The one time that a query gives; `nil` where it gives no row, or NULL.
    func date(sql: String, arguments: StatementArguments = []) throws -> Date? {
        try Int64.fetchOne(self, sql: sql, arguments: arguments).map(Date.init(unixSeconds:))
    }
}
