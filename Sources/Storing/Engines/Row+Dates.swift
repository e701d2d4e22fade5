import Foundation

// Times, which columns hold as `Date.unixSeconds`.

extension Row {
    /// `nil` for NULL.
    func date(_ column: String) -> Date? {
        (self[column] as Int64?).map(Date.init(unixSeconds:))
    }

    /// The time from one column to another; `nil` where one of them is NULL, or the second is not later, as in a
    /// damaged file.
    func span(_ start: String, _ end: String) -> Range<Date>? {
        guard let start = date(start), let end = date(end), start < end else { return nil }
        return start..<end
    }
}

extension Database {
    /// The one time that a query gives; `nil` where it gives no row, or NULL.
    func date(sql: String, arguments: StatementArguments = []) throws -> Date? {
        try Int64.fetchOne(self, sql: sql, arguments: arguments).map(Date.init(unixSeconds:))
    }
}
