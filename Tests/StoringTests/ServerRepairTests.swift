import Model
import TestSupport
import Testing

@testable import Storing

/// What is mended in an archive on a server.
@Suite(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerRepairTests {
    @Test func `words that are missing are put in, and all others stay where they are`()
        async throws
    {
        let archive = try TestArchive(.server, isSpread: false)
        let store = try archive.open()
        try await store.keep(
            .bringing(
                .saying("Zefirnet", id: "1"), .saying("Kawka", id: "2"),
                .saying("Baltfon", id: "3")))
        let all = try places(in: store)
        #expect(all.count == 3)
        try await store.writing { database in
            try database.execute(sql: "DELETE FROM entry_text WHERE rowid = 2")
        }
        let found = try store.findings(isFull: true)
        #expect(found.map(\.kind) == [.textIndexOutOfStep])
        try store.repair(found)
        #expect(try store.findings(isFull: true) == [])
        let mended = try places(in: store)
        try #require(mended.count == 3)
        #expect([mended[0], mended[2]] == [all[0], all[2]])
        #expect(try store.search(EntrySearch(text: .term(.phrase("kawka")))).count == 1)
    }

    /// Where the words of each entry lie.
    private func places(in store: Store) throws -> [String] {
        try store.reading { database in
            try String.fetchAll(database, sql: "SELECT ctid::text FROM entry_text ORDER BY rowid")
        }
    }
}
