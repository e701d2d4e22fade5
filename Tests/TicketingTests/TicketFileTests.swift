import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Ticketing

struct TicketFileTests {
    private let clock = TestClock()

    private func session() -> TicketSession {
        let destination = TicketDestination(
            id: "lines", system: .jsonLines, address: "out", place: .sample)
        return TicketSession(destination: destination, secret: "", clock: clock.clock) {
            _, _ throws(WebFault) in throw .unsent("files need no network")
        }
    }

    private func draft(_ number: Int64, subject: String = "Subject") -> TicketDraft {
        .sample(
            TicketDelivery(
                id: number, ticket: number, destination: "lines", key: "key-\(number)",
                entry: number, createdAt: .start), subject: subject)
    }

    @Test(arguments: [JSONLinesFormat() as any TicketFileFormat, CSVFormat()])
    func `a ticket written before is found by another process`(format: any TicketFileFormat) throws
    {
        try TemporaryFolder.with([:]) { folder in
            let first = TicketFile(folder: folder.path, format: format)
            #expect(try first.find("key-1", session()) == nil)
            let ticket = try first.create(draft(1, subject: "a \"b\",\nc"), session())
            try first.comment(draft(2), on: ticket, session())
            let second = TicketFile(folder: folder.path, format: format)
            #expect(try second.find("key-1", session()) != nil)
            #expect(try second.find("key-2", session()) == nil)
            #expect(try second.hasComment(draft(2), on: ticket, session()) == true)
            #expect(try second.hasComment(draft(3), on: ticket, session()) == false)
        }
    }

    @Test(arguments: [JSONLinesFormat() as any TicketFileFormat, CSVFormat()])
    func `lines are dated by the moment of the run, whatever the clock says`(
        format: any TicketFileFormat
    ) throws {
        let now = Date(timeIntervalSince1970: 1_709_186_400)
        func bytes(clockedAfter seconds: Double) throws -> Data {
            clock.advance(by: .seconds(seconds))
            return try TemporaryFolder.with([:]) { folder in
                let file = TicketFile(folder: folder.path, format: format, now: now)
                let ticket = try file.create(draft(1), session())
                try file.comment(draft(2), on: ticket, session())
                return try Data(
                    contentsOf: URL(filePath: folder.path)
                        .appending(path: "tickets-2024-02-29\(format.ending)"))
            }
        }
        let first = try bytes(clockedAfter: 0)
        #expect(String(decoding: first, as: UTF8.self).contains("2024-02-29T06:00:00Z"))
        #expect(try bytes(clockedAfter: 86_400) == first)
    }

    @Test(arguments: [JSONLinesFormat() as any TicketFileFormat, CSVFormat()])
    func `no text makes the next row cut off the one before`(format: any TicketFileFormat) throws {
        try TemporaryFolder.with([:]) { folder in
            let file = TicketFile(folder: folder.path, format: format)
            for (number, text) in ["a", "he said \"\u{301} so", "\"\u{301}", "b"].enumerated() {
                _ = try file.create(draft(Int64(number), subject: text), session())
            }
            let again = TicketFile(folder: folder.path, format: format)
            for number in 0..<4 {
                #expect(try again.find("key-\(number)", session()) != nil)
            }
        }
    }

    @Test(arguments: [JSONLinesFormat() as any TicketFileFormat, CSVFormat()])
    func `a line that a killed process left half is cut off before the next`(
        format: any TicketFileFormat
    ) throws {
        try TemporaryFolder.with([:]) { folder in
            let path = "tickets-2026-11-22\(format.ending)"
            let file = TicketFile(folder: folder.path, format: format)
            _ = try file.create(draft(1, subject: "two\nlines"), session())
            let whole = try Data(contentsOf: URL(filePath: folder.path).appending(path: path))
            for cut in stride(from: format.head.count + 1, to: whole.count, by: 7) {
                try folder.write(whole.prefix(cut), to: path)
                let again = TicketFile(folder: folder.path, format: format)
                #expect(try again.find("key-1", session()) == nil)
                _ = try again.create(draft(1, subject: "two\nlines"), session())
                #expect(
                    try Data(contentsOf: URL(filePath: folder.path).appending(path: path)) == whole)
            }
        }
    }

    /// Counts what it reads of files.
    private final class CountingFormat: TicketFileFormat {
        private let format: any TicketFileFormat
        private let count = Mutex(0)

        init(_ format: any TicketFileFormat) { self.format = format }

        var bytesRead: Int { count.withLock { $0 } }
        var ending: String { format.ending }
        var head: [UInt8] { format.head }

        func row(_ draft: TicketDraft, _ operation: TicketDelivery.Operation, at moment: Date)
            -> [UInt8]
        { format.row(draft, operation, at: moment) }

        func rows(of bytes: [UInt8]) -> (rows: [TicketFileRow], end: Int) {
            count.withLock { $0 += bytes.count }
            return format.rows(of: bytes)
        }
    }

    @Test(arguments: [JSONLinesFormat() as any TicketFileFormat, CSVFormat()])
    func `however many lines are written, what was there before is read twice at most`(
        format: any TicketFileFormat
    ) throws {
        try TemporaryFolder.with([:]) { folder in
            let session = session()
            func write(_ numbers: Range<Int64>) throws -> Int {
                let format = CountingFormat(format)
                let file = TicketFile(folder: folder.path, format: format)
                for number in numbers {
                    let draft = draft(number)
                    #expect(try file.find(draft.key, session) == nil)
                    _ = try file.create(draft, session)
                }
                return format.bytesRead
            }
            #expect(try write(0..<50) == 0)
            let path = "tickets-2026-11-22\(format.ending)"
            let before = try Data(contentsOf: URL(filePath: folder.path).appending(path: path))
            // Once to know what is there, once to know where it ends.
            #expect(try write(50..<100) == before.count * 2)
            let after = try Data(contentsOf: URL(filePath: folder.path).appending(path: path))
            #expect(
                format.rows(of: [UInt8](after)).rows.map(\.key) == (0..<100).map { "key-\($0)" })
        }
    }

    @Test func `a file that a reader takes away, or somebody else writes to, is not written over`()
        throws
    {
        try TemporaryFolder.with([:]) { folder in
            let format = JSONLinesFormat()
            let file = TicketFile(folder: folder.path, format: format)
            let path = URL(filePath: folder.path).appending(path: "tickets-2026-11-22.jsonl")
            let taken = URL(filePath: folder.path).appending(path: "taken.jsonl")
            _ = try file.create(draft(1), session())
            try FileManager.default.moveItem(at: path, to: taken)
            _ = try file.create(draft(2), session())
            let other = TicketFile(folder: folder.path, format: format)
            _ = try other.create(draft(3), session())
            _ = try file.create(draft(4), session())
            func keys(_ place: URL) throws -> [String] {
                format.rows(of: [UInt8](try Data(contentsOf: place))).rows.map(\.key)
            }
            #expect(try keys(taken) == ["key-1"])
            #expect(try keys(path) == ["key-2", "key-3", "key-4"])
        }
    }

    @Test(arguments: [
        ("=cmd|' /C calc'!A0", true), ("+371 20000000", true), ("@marka", true), ("  -5", true),
        ("\t=1", true), ("＝1", true), ("zwykły tekst", false), ("5 - 3", false),
    ])
    func `a cell that a spreadsheet would run has a mark in front`(text: String, isGuarded: Bool) {
        let row = String(
            decoding: CSVFormat().row(draft(1, subject: text), .create, at: .start), as: UTF8.self)
        #expect(row.contains(isGuarded ? "\"'" : "\"0\""))
        #expect(row.hasSuffix("\r\n"))
    }
}
