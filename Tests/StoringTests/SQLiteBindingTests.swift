import Foundation
import GRDB
import Testing

@testable import Storing

struct SQLiteBindingTests {
    private let queue: DatabaseQueue

    init() throws {
        queue = try DatabaseQueue()
        try queue.write { try $0.execute(sql: "CREATE TABLE kept (id INTEGER PRIMARY KEY, value)") }
    }

    private static let values: [DatabaseValue] = [
        .null, Int64.min.databaseValue, 0.1.databaseValue, "".databaseValue,
        "žł".databaseValue, "ž, and more letters than stand in a pointer: ł".databaseValue,
        Data().databaseValue, Data([0, 255, 0]).databaseValue,
    ]

    @Test func `every kind of value is stored as it is, and nothing empty as NULL`() throws {
        let stored = try queue.write { database in
            let insert = try database.cachedStatement(sql: "INSERT INTO kept (value) VALUES (?)")
            for value in Self.values { try insert.carryOut(with: [value], in: database) }
            return try DatabaseValue.fetchAll(database, sql: "SELECT value FROM kept ORDER BY id")
        }
        #expect(stored == Self.values)
    }

    @Test func `a text ends at a zero, as it is read`() throws {
        let length = try queue.write { database in
            let insert = try database.cachedStatement(sql: "INSERT INTO kept (value) VALUES (?)")
            try insert.carryOut(with: ["four\u{0} and more".databaseValue], in: database)
            return try Int.fetchOne(database, sql: "SELECT length(CAST(value AS BLOB)) FROM kept")
        }
        #expect(length == 4)
    }

    @Test func `what a constraint turns away is told, and the statement goes on`() throws {
        try queue.write { database in
            let insert = try database.cachedStatement(sql: "INSERT INTO kept (id) VALUES (?)")
            try insert.carryOut(with: [1.databaseValue], in: database)
            let error = #expect(throws: DatabaseError.self) {
                try insert.carryOut(with: [1.databaseValue], in: database)
            }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT)
            #expect(error?.message == "UNIQUE constraint failed: kept.id")
            try insert.carryOut(with: [2.databaseValue], in: database)
            #expect(try Int.fetchAll(database, sql: "SELECT id FROM kept") == [1, 2])
        }
    }

    @Test func `nothing is kept behind an error that ended the transaction`() throws {
        let value = Data(repeating: 1, count: 1_000_000).databaseValue
        let (errors, kept) = try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA max_page_count = 10")
            let insert = try database.cachedStatement(sql: "INSERT INTO kept (value) VALUES (?)")
            var errors: [ResultCode] = []
            try database.inTransaction {
                for value in [1.databaseValue, value, 2.databaseValue] {
                    do {
                        try insert.carryOut(with: [value], in: database)
                    } catch let error as DatabaseError {
                        errors.append(error.resultCode)
                    }
                }
                return .rollback
            }
            try database.inTransaction {
                try insert.carryOut(with: [3.databaseValue], in: database)
                return .commit
            }
            return (errors, try Int.fetchAll(database, sql: "SELECT value FROM kept"))
        }
        #expect(errors == [.SQLITE_FULL, .SQLITE_ABORT])
        #expect(kept == [3])
    }

    @Test func `a statement that gives rows is carried out to its end`() throws {
        try queue.write { database in
            let insert = try database.cachedStatement(
                sql: "INSERT INTO kept (id) VALUES (?), (?) RETURNING id")
            try insert.carryOut(with: [3.databaseValue, 4.databaseValue], in: database)
            #expect(try Int.fetchAll(database, sql: "SELECT id FROM kept") == [3, 4])
        }
    }
}
