import Foundation
import GRDB
import Model
import PostgreSQL

/// The archive: everything heard so far, in one SQLite file or on a PostgreSQL server.
package final class Store: Sendable {
    enum Engine: Sendable {
        case file(SQLiteEngine)
        case server(PostgreSQLEngine)

        var transactions: any StoreEngine {
            switch self {
            case .file(let engine): engine
            case .server(let engine): engine
            }
        }
    }

    let engine: Engine
    /// What messages call it: the file's path, or the server's address without its password.
    package let path: String
    /// Of the tables as they were found; 0 for an archive that was still to be made.
    let versionFound: Int

    /// - Parameters:
    ///   - isReadOnly: for commands that only look.
    ///   - acceptsEarlier: whether what is only looked at may be of an earlier version.
    ///   - acceptsUnfinished: whether it may be the half of an archive that a copy has come to.
    package init(
        _ location: ArchiveLocation, isReadOnly: Bool = false, acceptsEarlier: Bool = false,
        acceptsUnfinished: Bool = false
    ) throws(StoreError) {
        path = location.description
        do {
            engine =
                switch location {
                case .file(let path): .file(try SQLiteEngine(path: path, isReadOnly: isReadOnly))
                case .server(let address):
                    .server(try PostgreSQLEngine(address, isReadOnly: isReadOnly))
                }
        } catch {
            throw StoreError(error, path: path)
        }
        do {
            versionFound =
                switch engine {
                case .file(let file): try Self.version(of: file, path: path)
                case .server(let server): try Self.version(of: server, path: path)
                }
        } catch {
            throw StoreError(error, path: path)
        }
        try check(versionFound, needsLatest: isReadOnly && !acceptsEarlier)
        if !acceptsUnfinished, versionFound > 0, let source = try unfinishedCopy {
            throw .unfinishedCopy(path: path, source: source)
        }
        guard !isReadOnly else { return }
        switch engine {
        case .file(let file): try translatingErrors { try file.migrate() }
        case .server(let server): try translatingErrors { try server.migrate(name: path) }
        }
    }

    /// An archive in a file.
    package convenience init(path: String, isReadOnly: Bool = false, acceptsEarlier: Bool = false)
        throws(StoreError)
    {
        try self.init(.file(path: path), isReadOnly: isReadOnly, acceptsEarlier: acceptsEarlier)
    }

    /// Whether crawlers on several machines may share it.
    package var isShared: Bool {
        switch engine {
        case .file: false
        case .server: true
        }
    }

    /// The version of SQLite found when the program runs, such as `3.40.1`.
    package static var libraryVersion: String {
        let number = Int(GRDB.Database.sqliteLibVersionNumber)
        return "\(number / 1_000_000).\(number / 1_000 % 1_000).\(number % 1_000)"
    }

    /// The version of libpq found when the program runs, such as `15.8`.
    package static var serverLibraryVersion: String { Connection.libraryVersion }

    /// Moves what a file's write-ahead log still holds into the archive; at the end of a run.
    ///
    /// While somebody is reading it stays where it is, and the next run moves it. A server sees to its
    /// own.
    package func checkpoint() throws(StoreError) {
        _ = try emptyLog()
    }

    /// The same, for whoever must know whether all was moved.
    func emptyLog() throws(StoreError) -> Bool {
        FaultPoint.beforeCheckpoint.pass()
        defer { FaultPoint.afterCheckpoint.pass() }
        return switch engine {
        case .file(let file): try translatingErrors { try file.emptyLog() }
        case .server: true
        }
    }

    // MARK: - For the extensions that read and write

    /// - Parameter body: may be called again, from its beginning; see `StoreEngine`.
    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try translatingErrors { try engine.transactions.read(body) }
    }

    /// The same for a body that hands on what it reads: nothing is handed on twice.
    func readingOnce<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try translatingErrors { try engine.transactions.readOnce(body) }
    }

    /// - Parameter body: may be called again, from its beginning; see `StoreEngine`.
    func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try translatingErrors { try engine.transactions.write(isKept: true, body) }
    }

    /// Lets a body change the archive, then undoes all that it changed.
    func rehearsing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try translatingErrors { try engine.transactions.write(isKept: false, body) }
    }

    /// The same without holding up a task's thread, for what runs while feeds come in.
    ///
    /// Not cut short when the task is cancelled: what has been fetched is still to be stored.
    func reading<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws(StoreError) -> Value
    {
        do {
            return try await engine.transactions.read(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    func writing<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws(StoreError) -> Value
    {
        do {
            return try await engine.transactions.write(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    func translatingErrors<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try body()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// The file's own engine, for what only files have.
    ///
    /// - Parameters:
    ///   - what: is to be done, and `instead` what does it on a server.
    func file(for what: String, instead: String) throws(StoreError) -> DatabaseQueue {
        switch engine {
        case .file(let file): return file.queue
        case .server: throw .notForServers(what: what, instead: instead)
        }
    }

    // MARK: - Private

    /// Which version of ours an archive is of; 0 for one that is still to be made.
    ///
    /// A process that ended while it made the archive leaves a file without our mark, with nothing in
    /// it but the table in which GRDB counts migrations; that one is made to the end.
    private static func version(of file: SQLiteEngine, path: String) throws -> Int {
        let (application, version, tables) = try file.marks()
        guard application == Schema.applicationID || application == 0 && tables == 0 else {
            throw StoreError.foreignFile(path: path)
        }
        return version
    }

    private static func version(of server: PostgreSQLEngine, path: String) throws -> Int {
        switch try server.standing(name: path) {
        case .empty: 0
        case .foreign: throw StoreError.foreignDatabase(name: path)
        case .ours(let version): version
        }
    }

    private func check(_ version: Int, needsLatest: Bool) throws(StoreError) {
        let known =
            switch engine {
            case .file: Schema.version
            case .server: PostgreSQLSchema.latest
            }
        guard version <= known else {
            throw .newerSchema(path: path, version: version, known: known)
        }
        guard !needsLatest || version == known else { throw .notMadeYet(path: path) }
    }
}

extension StoreError {
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as PostgreSQLError:
            self = .server(name: path, reason: error.description)
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            self = .foreignFile(path: path)
        case let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT:
            self = .damaged(path: path, reason: error.message ?? "corrupt")
        case let error as DatabaseError where error.resultCode == .SQLITE_BUSY:
            self = .busy(path: path)
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
