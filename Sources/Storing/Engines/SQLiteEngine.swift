import CSQLite
import Foundation
import GRDB
import Model

/// An archive in one file.
///
/// One connection, which alone writes and checkpoints; the run lock keeps other writers away. Every
/// write is one `BEGIN IMMEDIATE` transaction, so that a process may end at any instant.
///
/// Another program that keeps the file locked, such as a shell of SQLite, is waited for for a minute, as
/// is a server: what a run has fetched by then is not to be lost to somebody who looks something up.
struct SQLiteEngine: StoreEngine {
    let queue: DatabaseQueue
    private let path: String
    /// The file as it was found, where no lock keeps others from changing it while it is read.
    private let found: FileState?

    /// How long SQLite itself waits for a lock, each time that it is tried to get.
    private static let wait = Duration.seconds(5)

    /// - Parameter takesNothing: as of `FileSystem`, which is asked where it is not given.
    init(
        path: String, isReadOnly: Bool, takesNothing: Bool? = nil, wait: Duration = Self.wait
    ) throws {
        if !isReadOnly {
            try FileSystem.check(path)
            try FileSystem.checkMayBeWritten(path)
        }
        let isAlone = isReadOnly && takesNothing ?? FileSystem.takesNothing(path)
        // Before it is asked whether somebody is at work: who begins between the two is noticed.
        let state = FileState(path: path)
        let unchanging = isAlone ? FileSystem.unchanging(path) : nil
        self.path = path
        found = unchanging == nil ? nil : state
        queue = try DatabaseQueue(
            path: unchanging ?? path,
            configuration: Self.configuration(isReadOnly: isReadOnly, wait: wait))
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try unchanged { try queue.read { try Misreadings.none(in: $0, body) } }
    }

    func readOnce<Value>(_ body: (Database) throws -> Value) throws -> Value { try read(body) }

    func write<Value>(isKept: Bool, _ body: (Database) throws -> Value) throws -> Value {
        try outwaitingLocks {
            try queue.writeWithoutTransaction { try Self.inTransaction($0, isKept: isKept, body) }
        }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        // GRDB's own is cut short when the task is cancelled.
        try await withCheckedThrowingContinuation { continuation in
            queue.asyncRead { database in
                continuation.resume(
                    with: Result {
                        try unchanged { try Misreadings.none(in: database.get(), body) }
                    })
            }
        }
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        let patience = LockPatience()
        while true {
            do {
                return try await withCheckedThrowingContinuation { continuation in
                    queue.asyncWriteWithoutTransaction { database in
                        continuation.resume(
                            with: Result { try Self.inTransaction(database, isKept: true, body) })
                    }
                }
            } catch let error where patience.outlasts(error) {}
        }
    }

    // MARK: What only files have

    /// Whose file it is, of which version, and how many tables it has.
    func marks() throws -> (application: Int, version: Int, tables: Int) {
        try unchanged {
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
    }

    /// Brings its tables up to date; only for a file that is known to be ours: the mode of its log is
    /// written into it.
    func migrate() throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try Schema.migrator.migrate(queue)
    }

    /// Takes deleted words out of the full-text index, and everything deleted out of the file.
    func overwriteErased(isRebuilding: Bool) throws {
        try outwaitingLocks {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "INSERT INTO entry_text (entry_text) VALUES ('optimize')")
                if isRebuilding { try rebuild(database) }
            }
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
        try unchanged {
            try queue.writeWithoutTransaction { database in
                var value: Value?
                try database.inTransaction(.deferred) {
                    value = try Misreadings.none(in: database, body)
                    return .commit
                }
                guard let value else { preconditionFailure("a transaction ended without a value") }
                return value
            }
        }
    }

    /// - Parameter toleratesDamage: reads on where the file is shorter than it says, or its schema is
    ///   not what it should be; only for saving what there is.
    static func configuration(
        isReadOnly: Bool, toleratesDamage: Bool = false, wait: Duration = Self.wait
    ) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(wait / .seconds(1))
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

    /// What was read without a lock counts only if nobody has changed the file meanwhile, as a run does that
    /// begins then: half of it may be of before.
    private func unchanged<Value>(_ body: () throws -> Value) throws -> Value {
        guard let found else { return try body() }
        let result = Result { try body() }
        guard FileState(path: path) == found else { throw StoreError.changedWhileRead(path: path) }
        return try result.get()
    }

    /// Writes the file anew by way of a copy, which lies beside it meanwhile: where the system keeps
    /// temporary files, `/var/tmp`, there may be room for less.
    private func rebuild(_ database: GRDB.Database) throws {
        let folder = FileSystem.folder(of: queue.path).replacing("'", with: "''")
        try database.execute(sql: "PRAGMA temp_store_directory = '\(folder)'")
        defer {
            // What small files come later may lie there as well.
            try? database.execute(sql: "PRAGMA temp_store_directory = ''")
        }
        try database.execute(sql: "VACUUM")
    }

    /// - Parameter body: is called again, from its beginning, where it got no lock.
    private func outwaitingLocks<Value>(_ body: () throws -> Value) throws -> Value {
        let patience = LockPatience()
        while true {
            do { return try body() } catch let error where patience.outlasts(error) {}
        }
    }

    private static func inTransaction<Value>(
        _ database: GRDB.Database, isKept: Bool, _ body: (Database) throws -> Value
    ) throws -> Value {
        var value: Value?
        try database.inTransaction(.immediate) {
            value = try Misreadings.none(in: database, body)
            return isKept ? .commit : .rollback
        }
        guard let value else { preconditionFailure("a transaction ended without a value") }
        return value
    }
}

/// For how long a program that keeps a file locked is waited for.
///
/// A transaction that has not begun has changed nothing, so that it is safe to begin it again; and
/// whoever is told to end waits no longer than SQLite does.
private struct LockPatience {
    private let end = ContinuousClock.now + .seconds(60)

    /// Whether what failed is to be tried again, which SQLite has waited before already.
    func outlasts(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError, error.resultCode == .SQLITE_BUSY else {
            return false
        }
        return !Task.isCancelled && .now < end
    }
}
