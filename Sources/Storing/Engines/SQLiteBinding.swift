import CSQLite
import Foundation
import GRDB

extension GRDB.Statement {
    /// Carries out a statement that changes rows, with values for its places, in a transaction.
    ///
    /// GRDB's own way copies and checks the values of each row several times, which was a third of what
    /// storing an entry took beside SQLite's work. What it would do besides, tell observers and take
    /// note of changed tables, nothing here needs.
    ///
    /// - Parameters:
    ///   - values: As many as the statement has places.
    ///   - database: The statement's.
    /// - Throws: `SQLITE_ABORT` outside a transaction, as GRDB does: on a full disk SQLite has ended it, and
    ///   what came after an error that was let go would be kept by itself.
    func carryOut(with values: [DatabaseValue], in database: GRDB.Database) throws {
        let count = unsafe sqlite3_bind_parameter_count(sqliteStatement)
        precondition(Int(count) == values.count, "a value for each place of: \(sql)")
        guard unsafe sqlite3_get_autocommit(database.sqliteConnection) == 0 else {
            throw DatabaseError(
                resultCode: .SQLITE_ABORT, message: "no transaction is open", sql: sql)
        }
        // Its result is that of the step before, which has been told.
        defer { _ = unsafe sqlite3_reset(sqliteStatement) }
        for (place, value) in zip(Int32(1)..., values) {
            try check(unsafe value.bind(to: sqliteStatement, at: place), in: database)
        }
        var code = unsafe sqlite3_step(sqliteStatement)
        while code == SQLITE_ROW { code = unsafe sqlite3_step(sqliteStatement) }
        guard code != SQLITE_DONE else { return }
        try check(code, in: database)
    }

    // MARK: - Private

    private func check(_ code: Int32, in database: GRDB.Database) throws {
        guard code != SQLITE_OK else { return }
        throw DatabaseError(
            resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
    }
}

extension DatabaseValue {
    /// Copies it to a place of a statement, from 1 on.
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch storage {
        case .null: unsafe sqlite3_bind_null(statement, place)
        case .int64(let number): unsafe sqlite3_bind_int64(statement, place, number)
        case .double(let number): unsafe sqlite3_bind_double(statement, place, number)
        case .string(let text): unsafe earshot_sqlite_bind_text(statement, place, text)
        case .blob(let data):
            unsafe data.withUnsafeBytes { bytes in
                unsafe earshot_sqlite_bind_blob(statement, place, bytes.baseAddress, bytes.count)
            }
        }
    }
}
