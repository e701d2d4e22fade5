import CSQLite
import Foundation
import GRDB

/// An archive in one file.
///
/// One connection, which alone writes and checkpoints; the run lock keeps other writers away. Every
/// write is one `BEGIN IMMEDIATE` transaction, so that a process may end at any instant.
struct SQLiteEngine: StoreEngine {
    let queue: DatabaseQueue

    init(path: String, isReadOnly: Bool) throws {
        if !isReadOnly { try FileSystem.check(path) }
        queue = try DatabaseQueue(
            path: path, configuration: Self.configuration(isReadOnly: isReadOnly))
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.read { try body(Database($0)) }
    }

    func readOnce<Value>(_ body: (Database) throws -> Value) throws -> Value { try read(body) }

    func write<Value>(isKept: Bool, _ body: (Database) throws -> Value) throws -> Value {
        try queue.writeWithoutTransaction { try Self.inTransaction($0, isKept: isKept, body) }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        // GRDB's own is cut short when the task is cancelled.
        try await withCheckedThrowingContinuation { continuation in
            queue.asyncRead { database in
                continuation.resume(with: Result { try body(Database(try database.get())) })
            }
        }
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            queue.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    with: Result { try Self.inTransaction(database, isKept: true, body) })
            }
        }
    }

    // MARK: What only files have

    /// Whose file it is, of which version, and how many tables it has.
    func marks() throws -> (application: Int, version: Int, tables: Int) {
        try queue.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) FROM sqlite_master
                        WHERE tbl_name NOT IN ('grdb_migrations', 'sqlite_sequence')
                        """) ?? 0
            )
        }
    }

    /// Brings its tables up to date; only for a file that is known to be ours: the mode of its log is
    /// written into it.
    func migrate() throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try Schema.migrator.migrate(queue)
    }

    /// Takes deleted words out of the full-text index, and everything deleted out of the file.
    func overwriteErased(isRebuilding: Bool) throws {
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "INSERT INTO entry_text (entry_text) VALUES ('optimize')")
            if isRebuilding { try database.execute(sql: "VACUUM") }
        }
    }

    /// - Returns: `false` where somebody is reading, so that the log stays as it is.
    func emptyLog() throws -> Bool {
        do {
            _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return false
        }
    }

    /// Hands over the connection in a transaction that may make temporary tables, which `read` does
    /// not allow.
    func examine<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.writeWithoutTransaction { database in
            var value: Value?
            try database.inTransaction(.deferred) {
                value = try body(Database(database))
                return .commit
            }
            guard let value else { preconditionFailure("a transaction ended without a value") }
            return value
        }
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
    private static func defend(_ database: GRDB.Database) throws {
        let code = unsafe earshot_sqlite_defend(database.sqliteConnection)
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    // MARK: - Private

    private static func inTransaction<Value>(
        _ database: GRDB.Database, isKept: Bool, _ body: (Database) throws -> Value
    ) throws -> Value {
        var value: Value?
        try database.inTransaction(.immediate) {
            value = try body(Database(database))
            return isKept ? .commit : .rollback
        }
        guard let value else { preconditionFailure("a transaction ended without a value") }
        return value
    }
}
