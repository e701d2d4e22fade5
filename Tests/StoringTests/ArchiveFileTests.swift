import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Storing

/// What an archive does with the file that it is given.
struct ArchiveFileTests {
    private let folder: ArchiveFolder
    private var path: String { folder.path }

    init() throws {
        folder = try ArchiveFolder()
    }

    @Test func `a file of somebody else's is refused and left alone`() async throws {
        try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StoreError.foreignFile(path: path)) { try Store(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
        let text = path + ".txt"
        try String(repeating: "not a database ", count: 100).write(
            toFile: text, atomically: true, encoding: .utf8)
        #expect(throws: StoreError.foreignFile(path: text)) { try Store(path: text) }
    }

    /// As a process leaves it that ends between GRDB's first table and our migration.
    @Test func `an archive that was not made to the end is made to the end`() async throws {
        try await DatabaseQueue(path: path).write {
            try $0.execute(
                sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        #expect(throws: StoreError.notMadeYet(path: path)) {
            try Store(path: path, isReadOnly: true)
        }
        #expect(try Store(path: path).isEmpty)
        #expect(try Store(path: path, isReadOnly: true).isEmpty)
    }

    @Test func `somebody who reads does not make the end of a run fail`() async throws {
        let store = try Store(path: path)
        try await store.commit([.bringing(.saying("Zefirnet"))])
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: path, configuration: configuration)
        try await reader.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN; SELECT * FROM entry")
        }
        try await store.commit([.bringing(.saying("Kawka", id: "2"))])
        try store.checkpoint()
        try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(try store.settleEntries() == 2)
    }

    /// A shell of SQLite in which somebody has begun to write.
    private func lockingShell() async throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(5)
        let shell = try DatabaseQueue(path: path, configuration: configuration)
        try await shell.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        return shell
    }

    @Test func `whoever is ended names the program that keeps the file locked`() async throws {
        let store = try Store(path: path)
        let shell = try await lockingShell()
        let commit = Task { try await store.commit([.bringing(.saying("Zefirnet"))]) }
        commit.cancel()
        await #expect(throws: StoreError.busy(path: path)) { try await commit.value }
        try await shell.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try await store.commit([.bringing(.saying("Zefirnet"))])
        #expect(try store.settleEntries() == 1)
    }

    @Test func `a program that keeps the file locked is waited for, longer than SQLite does`()
        async throws
    {
        let store = try Store(path: path)
        // Whoever closes a file last locks it for a moment.
        defer { withExtendedLifetime(store) {} }
        try await store.commit([.bringing(.saying("Zefirnet"))])
        let engine = try SQLiteEngine(path: path, isReadOnly: false, wait: .milliseconds(5))
        let shell = try await lockingShell()
        async let first = engine.write { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM entry")
        }
        let second = Task.detached {
            try engine.write(isKept: true) { database in
                try Int.fetchOne(database, sql: "SELECT count(*) FROM entry")
            }
        }
        // Many times as long as SQLite waits here, and on a thread of its own: for longer than the minute
        // that is waited for, other tests may have all that tasks run on.
        let unlocking = Thread {
            Thread.sleep(forTimeInterval: 0.3)
            do {
                try shell.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            } catch {
                Issue.record(error)
            }
        }
        unlocking.start()
        #expect(try await first == 1)
        #expect(try await second.value == 1)
    }

    @Test func `a task that is cancelled leaves what is not settled to the next`() async throws {
        let store = try Store(path: path)
        try await store.commit([
            .bringing(.saying("Zefirnet")), .bringing(.saying("Kawka", id: "2")),
        ])
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try store.settleEntries(atOnce: 1)
        }
        #expect(try await task.value == 1)
        #expect(try store.unsettledEntries() == 1)
        #expect(try store.settleEntries(atOnce: 1) == 1)
    }

    @Test func `a file that nobody can change is read without others beside it`() async throws {
        let store = try Store(path: path)
        try await store.commit([.bringing(.saying("Zefirnet"))])
        // What the log alone holds would be passed over.
        #expect(FileSystem.unchanging(path) == nil)
        try store.checkpoint()
        // Whoever has it open may write at any time.
        #expect(FileSystem.unchanging(path) == nil)
        let snapshot = try ArchiveFolder()
        try FileManager.default.copyItem(atPath: path, toPath: snapshot.path)
        withExtendedLifetime(store) {}
        let address = try #require(FileSystem.unchanging(snapshot.path))
        let reader = try DatabaseQueue(
            path: address, configuration: SQLiteEngine.configuration(isReadOnly: true))
        let count = try await reader.read {
            try Int64.fetchOne($0, sql: "SELECT count(*) FROM entry")
        }
        #expect(count == 1)
        #expect(!FileManager.default.fileExists(atPath: snapshot.path + "-shm"))
    }

    @Test func `what is read without a lock does not count if somebody writes meanwhile`()
        async throws
    {
        let store = try Store(path: path)
        try await store.commit([.bringing(.saying("Zefirnet"))])
        try store.checkpoint()
        let lent = try ArchiveFolder()
        try FileManager.default.copyItem(atPath: path, toPath: lent.path)
        let engine = try SQLiteEngine(path: lent.path, isReadOnly: true, takesNothing: true)
        #expect(try Self.countEntries(engine) == 1)
        #expect(!FileManager.default.fileExists(atPath: lent.path + "-shm"))
        #expect(throws: StoreError.changedWhileRead(path: lent.path)) {
            try Self.countEntries(engine) {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: lent.path)
            }
        }
    }

    private static func countEntries(
        _ engine: SQLiteEngine, meanwhile body: () throws -> Void = {}
    ) throws -> Int {
        try engine.read { database in
            try body()
            return try database.count("entry")
        }
    }

    @Test func `an archive of a newer version is refused`() throws {
        _ = try Store(path: path)
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        let error = #expect(throws: StoreError.self) { try Store(path: path) }
        #expect(
            error?.description
                == "\(path): written by a newer Earshot (schema 99, this one knows \(Schema.version)); upgrade "
                + "earshot, or restore a backup")
    }
}
