import GRDB

/// What columns of a file hold that they cannot, as where a bit of it has turned; of one transaction.
///
/// Something stands for it until the transaction ends, which then fails; what a server sends is told by
/// `PostgreSQLSession`.
final class Misreadings {
    /// The first of them, without what stands there, which may be somebody's words.
    private var first: String?

    /// What a transaction gives.
    ///
    /// - Throws: `SQLITE_CORRUPT` where something in it was misread.
    static func none<Value>(
        in database: GRDB.Database, _ body: (Database) throws -> Value
    ) throws -> Value {
        let misreadings = Misreadings()
        let result = Result { try body(Database(database, noting: misreadings)) }
        if let first = misreadings.first {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: first)
        }
        do {
            return try result.get()
        } catch is RowDecodingError {
            // What it says itself has the row in it.
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "a column holds what it cannot")
        }
    }

    /// - Parameter column: what it is called.
    func value<Value: ColumnValue>(
        of column: @autoclosure () -> String, _ decode: () throws -> Value
    ) -> Value {
        do {
            return try decode()
        } catch {
            note(column(), Value.self)
            return .absent
        }
    }

    /// The same of a column that may hold nothing.
    func optional<Value: ColumnValue>(
        of column: @autoclosure () -> String, _ decode: () throws -> Value?
    ) -> Value? {
        do {
            return try decode()
        } catch {
            note(column(), Value.self)
            return nil
        }
    }

    // MARK: - Private

    private func note(_ column: String, _ type: any ColumnValue.Type) {
        first = first ?? "column '\(column)' cannot be read as \(type)"
    }
}
