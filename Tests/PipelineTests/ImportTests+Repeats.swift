import Foundation
import Hashing
import Model
import Pipeline
import TestSupport
import Testing

/// Rows that come again, the same or changed.
extension ImportTests {
    @Test func `a file imported twice adds nothing`() async throws {
        _ = try await take(csv.utf8)
        let again = try await take(csv.utf8)
        #expect((again.newEntries, again.knownEntries) == (0, 3))
        #expect(try heard().count == 3)
    }

    @Test func `rows without ids are known by all that they say, as often as they say it`()
        async throws
    {
        let rows = "text\nZefirnet ok\nZefirnet ok\nKawka ok\n"
        #expect(try await take(rows.utf8).newEntries == 3)
        #expect(try await take(rows.utf8).newEntries == 0)
        let more = try await take((rows + "Zefirnet ok\n").utf8)
        #expect((more.newEntries, more.knownEntries) == (1, 3))
    }

    @Test func `a row that has changed is an edit`() async throws {
        _ = try await take(csv.utf8)
        let report = try await take(csv.replacing("świetny", with: "fatalny").utf8)
        #expect((report.newEntries, report.changedEntries) == (0, 1))
        let found = try Archive(workspace: folder.workspace)
            .search(EntrySearch(text: .term(.phrase("fatalny"))), withWordings: true)
        #expect(found.map { $0.earlier?.map(\.text) } == [["★★★★★\nZefirnet jest świetny"]])
        #expect(found.first?.editedAt == Self.now)
    }

    @Test(arguments: ["csv", "jsonl"])
    func `of rows with one id the last counts, however often the file is imported`(format: String)
        async throws
    {
        let rows = [
            ("7", "Zefirnet stoi"), ("8", "Zefirnet leży"), ("7", "Zefirnet działa"),
            ("7", "Zefirnet siedzi"), ("8", "Zefirnet leży"),
        ]
        let lines =
            format == "csv"
            ? ["id,text"] + rows.map { "\($0),\($1)" }
            : rows.map { "{\"id\": \($0), \"text\": \"\($1)\"}" }
        let file = lines.map { $0 + "\n" }.joined()
        let first = format == "csv" ? 2 : 1
        for round in 0..<2 {
            let report = try await take(file.utf8)
            #expect(report.newEntries == (round == 0 ? 2 : 0))
            #expect(report.changedEntries == 0)
            #expect(report.firstBadRows.map(\.line) == [first, first + 2])
            #expect(
                report.firstBadRows.first?.reason
                    == "has the id of line \(first + 3), which counts in its place")
            #expect(try folder.texts() == ["Zefirnet leży", "Zefirnet siedzi"])
        }
        // In another file it is an edit, as ever.
        let edit = try await take("id,text\n7,Zefirnet stoi\n".utf8)
        #expect(edit.changedEntries == 1)
    }

    @Test func `rows with one id and other ratings do not say the same`() async throws {
        let file = "id,rating,text\n7,5,Zefirnet\n7,1,Zefirnet\n"
        for round in 0..<2 {
            let report = try await take(file.utf8)
            #expect(report.newEntries == (round == 0 ? 1 : 0))
            #expect(report.changedEntries == 0)
            #expect(report.firstBadRows.map(\.line) == [2])
            #expect(try folder.texts() == ["★☆☆☆☆\nZefirnet"])
        }
    }

    @Test func `a row that comes twice is known the second time, and the last where they differ`()
        async throws
    {
        let report = try await take(
            """
            id,text
            1,Zefirnet ok
            1,Zefirnet ok
            2,Zefirnet ok
            2,Zefirnet znów ok
            """.utf8)
        #expect(report.newEntries == 2)
        #expect((report.knownEntries, report.changedEntries) == (1, 0))
        #expect(report.firstBadRows.map(\.line) == [4])
    }

    @Test func `what a row without an id is known by cannot be guessed from what it says`()
        async throws
    {
        let rows = "text,author\nZefirnet ok,Krzysztofina Kanarek\n"
        _ = try await take(rows.utf8)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(rows.utf8, { $0.source = "reviews" }, into: other)
        let ids = try [folder, other].map {
            try ContractJSON.decode(ArchivedEntry.self, from: export($0)).id.value
        }
        #expect(ids.allSatisfy { $0.hasPrefix("import:") })
        // Each workspace has a key of its own.
        #expect(ids[0] != ids[1])
    }

    @Test func `a row that an earlier version took over is known by the id that it gave it`()
        async throws
    {
        let rows = "text\nZefirnet ok\n"
        _ = try await take(rows.utf8)
        // The plain hash of source, link, title, text, author and date.
        let parts = ["reviews", "", "", "Zefirnet ok", "", ""]
        let former = "import:" + ContentHash.hex(of: parts).prefix(32)
        let line = String(decoding: try export(folder), as: UTF8.self)
        let own = try ContractJSON.decode(ArchivedEntry.self, from: Data(line.utf8)).id.value
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(line.replacing(own, with: former).utf8, { _ in }, into: other)
        let report = try await take(rows.utf8, { $0.source = "reviews" }, into: other)
        #expect((report.newEntries, report.knownEntries) == (0, 1))
    }

    @Test(arguments: [("", ""), ("5", "★★★★★\n")])
    func `paragraphs that an earlier version took over as one line do not come twice`(
        rating: String, stars: String
    ) async throws {
        let rows = "rating,text\n\(rating),\"Zefirnet padł.\n\nZefirnet działa.\"\n"
        _ = try await take(rows.utf8)
        let said = "Zefirnet padł. Zefirnet działa."
        let archived = try ContractJSON.decode(ArchivedEntry.self, from: export(folder))
        let parts = ["reviews", "", "", said, "", ""]
        let formerID = "import:" + ContentHash.hex(of: parts).prefix(32)
        let formerHash = ContentHash.hex(of: ["", stars + said, ""])
        let former = String(decoding: try export(folder), as: UTF8.self)
            .replacing(archived.id.value, with: formerID)
            .replacing(archived.contentHash, with: formerHash)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(former.utf8, { _ in }, into: other)
        let report = try await take(rows.utf8, { $0.source = "reviews" }, into: other)
        #expect(report.knownEntries == 1)
        #expect((report.newEntries, report.changedEntries) == (0, 0))
    }
}
