import CSQLite
import Foundation
import GRDB
import Model

/// The archive: everything heard so far, in one SQLite file.
///
/// One connection, which alone writes and checkpoints; the run lock keeps other writers away. Every
/// write is one `BEGIN IMMEDIATE` transaction, so that a process may end at any instant.
package final class Store: Sendable {
    let database: DatabaseQueue
    package let path: String

    /// - Parameters:
    ///   - isReadOnly: for commands that only look.
    ///   - acceptsEarlier: whether what is only looked at may be of an earlier version.
    package init(path: String, isReadOnly: Bool = false, acceptsEarlier: Bool = false)
        throws(StoreError)
    {
        self.path = path
        if !isReadOnly { try FileSystem.check(path) }
        do {
            database = try DatabaseQueue(
                path: path, configuration: Self.configuration(isReadOnly: isReadOnly))
        } catch {
            throw StoreError(error, path: path)
        }
        try checkVersion(needsLatest: isReadOnly && !acceptsEarlier)
        if !isReadOnly {
            // Only now that the file is known to be ours: the mode is written into it.
            try translatingErrors {
                try database.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA journal_mode = WAL")
                }
                try Schema.migrator.migrate(database)
            }
        }
    }

    /// The version of SQLite found when the program runs, such as `3.40.1`.
    package static var libraryVersion: String {
        let number = Int(Database.sqliteLibVersionNumber)
        return "\(number / 1_000_000).\(number / 1_000 % 1_000).\(number % 1_000)"
    }

    /// Moves what the write-ahead log still holds into the archive; at the end of a run.
    ///
    /// While somebody is reading it stays where it is, and the next run moves it.
    package func checkpoint() throws(StoreError) {
        _ = try emptyLog()
    }

    /// The same, for whoever must know whether all was moved.
    func emptyLog() throws(StoreError) -> Bool {
        FaultPoint.beforeCheckpoint.pass()
        defer { FaultPoint.afterCheckpoint.pass() }
        return try translatingErrors {
            do {
                _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
                return true
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                return false
            }
        }
    }

    // MARK: - For the extensions that read and write

    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try translatingErrors { try database.read(body) }
    }

    func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try translatingErrors {
            try database.writeWithoutTransaction { try Self.inTransaction($0, body) }
        }
    }

    /// The same without holding up a task's thread, for what runs while feeds come in.
    ///
    /// Not cut short when the task is cancelled: what has been fetched is still to be stored.
    func reading<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws(StoreError) -> Value
    {
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            database.asyncRead { database in
                continuation.resume(returning: self.result { try body(try database.get()) })
            }
        }
        return try result.get()
    }

    func writing<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws(StoreError) -> Value
    {
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            database.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    returning: self.result { try Self.inTransaction(database, body) })
            }
        }
        return try result.get()
    }

    func translatingErrors<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try body()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    // MARK: - Private

    private func result<Value>(_ body: () throws -> Value) -> Result<Value, StoreError> {
        Result(catching: body).mapError { StoreError($0, path: path) }
    }

    private static func inTransaction<Value>(
        _ database: Database, _ body: (Database) throws -> Value
    ) throws -> Value {
        var value: Value?
        try database.inTransaction(.immediate) {
            value = try body(database)
            return .commit
        }
        guard let value else { preconditionFailure("a transaction ended without a value") }
        return value
    }

    /// - Parameter toleratesDamage: reads on where the file is shorter than it says, or its schema is
    ///   not what it should be; only for saving what there is.
    static func configuration(isReadOnly: Bool, toleratesDamage: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            if toleratesDamage {
                // First: the others already look at the file.
                try database.execute(sql: "PRAGMA writable_schema = ON")
            } else {
                try defend(database)
            }
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA cache_size = -4096;
                    PRAGMA wal_autocheckpoint = 4000;
                    """)
        }
        return configuration
    }

    /// Lets no statement write what only SQLite itself may, such as the tables of the full-text index
    /// (`SQLITE_DBCONFIG_DEFENSIVE`).
    private static func defend(_ database: Database) throws {
        let code = unsafe earshot_sqlite_defend(database.sqliteConnection)
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    /// Refuses a file that is somebody else's, or that a later version wrote.
    ///
    /// A process that ended while it made the archive leaves a file without our mark, with nothing in
    /// it but the table in which GRDB counts migrations; that one is made to the end.
    private func checkVersion(needsLatest: Bool) throws(StoreError) {
        let (application, version, tables) = try reading {
            (
                try Int.fetchOne($0, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(
                    $0,
                    sql: """
                        SELECT count(*) FROM sqlite_master
                        WHERE tbl_name NOT IN ('grdb_migrations', 'sqlite_sequence')
                        """) ?? 0
            )
        }
        guard application == Schema.applicationID || application == 0 && tables == 0 else {
            throw .foreignFile(path: path)
        }
        guard version <= Schema.version else {
            throw .newerSchema(path: path, version: version, known: Schema.version)
        }
        guard !needsLatest || version == Schema.version else { throw .notMadeYet(path: path) }
    }
}

extension StoreError {
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            self = .foreignFile(path: path)
        case let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT:
            self = .damaged(path: path, reason: error.message ?? "corrupt")
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
            self = .full(path: path)
        case let error as DatabaseError where error.resultCode == .SQLITE_IOERR:
            self = .failingDisk(path: path, reason: error.message ?? "I/O error")
        case let error as DatabaseError
        where [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM].contains(error.resultCode):
            self = .cannotOpen(path: path, reason: error.message ?? "\(error.resultCode)")
        default:
            self = .failed(reason: "\(error)")
        }
    }
}
