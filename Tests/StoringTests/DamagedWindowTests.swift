import Foundation
import GRDB
import Testing

@testable import Storing

struct DamagedWindowTests {
    @Test(arguments: [
        (Int64.max, Date.hour(48).unixSeconds),
        (Date.hour(48).unixSeconds, Date.hour(48).unixSeconds), (Int64.max, Int64.max),
    ])
    func `a digest whose time cannot be is made anew from the end of the one before`(
        start: Int64, end: Int64
    ) async throws {
        let folder = try ArchiveFolder()
        do {
            let store = try Store(path: folder.path)
            try store.recordDigest(name: "monday", start: .hour(0), end: .hour(24))
            try store.recordDigest(name: "tuesday", start: .hour(24), end: .hour(48))
        }
        try await DatabaseQueue(path: folder.path).writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try database.execute(
                sql: "UPDATE digest_window SET start = ?, \"end\" = ? WHERE name = 'tuesday'",
                arguments: [start, end])
        }
        let store = try Store(path: folder.path)
        #expect(try store.digestWindow(named: "tuesday") == nil)
        #expect(try store.digestWindow(endingAt: .hour(48)) == nil)
        let window = try store.digestWindow(name: "tuesday", now: .hour(49), fallback: .hour(-9))
        #expect([window.start, window.end] == [.hour(24), .hour(49)])
        try store.recordDigest(name: "tuesday", start: window.start, end: window.end)
        #expect(try store.digestWindow(named: "tuesday") == Date.hour(24)..<Date.hour(49))
    }
}
