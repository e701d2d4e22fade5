import Foundation
import Hashing
import Model
import Pipeline
import TestSupport
import Testing

/// What one archive exports and another takes in.
extension ImportTests {
    @Test func `so they are from another archive`() async throws {
        _ = try await take("id\turl\ttext\n1\thttps://a.example/1\tZefirnet leży\n".utf8)
        let lines = String(decoding: try export(folder), as: UTF8.self)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let changed = lines.replacing("https://a.example/1", with: "javascript:alert(1)")
            .replacing("https:\\/\\/a.example\\/1", with: "javascript:alert(1)")
        #expect(changed.contains("javascript:"))
        _ = try await take(changed.utf8, { _ in }, into: other)
        #expect(try heard(in: other).map(\.link) == [nil])
    }

    @Test func `what one archive exports another imports, to the byte`() async throws {
        _ = try await take(csv.utf8)
        _ = try await take(csv.replacing("świetny", with: "fatalny").utf8)
        let first = try export(folder)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let report = try await take(first, { _ in }, into: other)
        #expect((report.newEntries, report.badRows) == (3, 0))
        #expect(try export(other) == first)
        #expect(try heard(in: other).map(\.tags) == heard().map(\.tags))
        #expect(try await take(first, { _ in }, into: other).knownEntries == 3)
    }

    @Test func `what people said of tags comes along, and goes behind what was said here`()
        async throws
    {
        _ = try await take(csv.utf8)
        func judge(_ verdict: String, in folder: TestWorkspace) throws {
            let entry = try #require(
                try heard(in: folder).first { $0.snippet.contains("świetny") })
            let was = try #require(entry.tags.mentions.first).sentiment.label.rawValue
            try folder.write(
                #"{"entry": \#(entry.number), "brand": "zefirnet", "field": "tone", "was": "\#(was)", "is": "\#(verdict)", "note": "joke"}"#,
                to: "c.jsonl")
            let report = try Review(workspace: folder.workspace).apply(
                folder.workspace.path + "/c.jsonl", now: Self.now)
            #expect(report.applied == 1)
        }
        func tone(in folder: TestWorkspace) throws -> Sentiment.Label? {
            try heard(in: folder).first { $0.snippet.contains("świetny") }?
                .tags.mentions.first?.sentiment.label
        }
        try judge("mixed", in: folder)
        let lines = try export(folder)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(lines, { $0.source = nil }, into: other)
        #expect(try tone(in: other) == .mixed)
        #expect(try export(other) == lines)
        _ = try await take(lines, { $0.source = nil }, into: other)
        #expect(try export(other) == lines)

        // An archive that has the entry, and where somebody said otherwise.
        let judged = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(csv.utf8, { $0.source = "reviews" }, into: judged)
        try judge("neutral", in: judged)
        _ = try await take(lines, { $0.source = nil }, into: judged)
        #expect(try tone(in: judged) == .neutral)

        // As the rules of the other archive may have given another tone.
        let text = String(decoding: lines, as: UTF8.self)
        let others = text.replacing(#""was":"positive""#, with: #""was":"undecided""#)
        #expect(others != text)
        _ = try await take(others.utf8, { $0.source = nil }, into: judged)
        #expect(try tone(in: judged) == .neutral)
    }

    @Test func `a source that was never heard of is not exported as nothing`() async throws {
        _ = try await take(csv.utf8)
        let error = #expect(throws: RunError.self) {
            try ArchiveExport(workspace: folder.workspace).lines(of: "review") { _ in }
        }
        #expect(error?.exitCode == 65)
        #expect(error?.description.hasSuffix("a source 'review'; there are reviews") == true)
    }

    @Test func `what another archive did not mask is masked, earlier wordings too`() async throws {
        let open = try TestWorkspace(["feeds/none.yaml": "privacy: {mask: false}\n"])
        for word in ["ola.nowak@poczta.example", "ola.nowak@poczta.example, pilne"] {
            _ = try await take(
                "id,text\n1,\"Zefirnet, proszę pisać: \(word)\"\n".utf8,
                {
                    $0.source = "reviews"
                }, into: open)
        }
        let exported = try export(open)
        #expect(exported.range(of: Data("ola.nowak".utf8)) != nil)
        #expect(try await take(exported, { _ in }).newEntries == 1)
        #expect(try export(folder).range(of: Data("ola.nowak".utf8)) == nil)
    }

    @Test func `a source keeps of imported authors no more than of those it heard`() async throws {
        _ = try await take(csv.utf8)
        let exported = try export(folder)
        let strict = try TestWorkspace([
            "feeds/all.yaml": """
            fetching: {pause_per_host: 0s}
            sources:
              - {id: reviews, name: Reviews, url: 'https://a.example/feed', authors: none}
            """
        ])
        #expect(try await take(exported, { _ in }, into: strict).newEntries == 3)
        _ = try await take(csv.utf8, into: strict)
        #expect(try heard(in: strict).allSatisfy { $0.author == nil })
        #expect(try heard().contains { $0.author != nil })
    }

    @Test func `whose words are erased is not taken in from another archive`() async throws {
        _ = try await take(csv.utf8)
        let exported = try export(folder)
        _ = try await take("id,author,text\n9,Ania,Zefirnet\n".utf8)
        let later = try export(folder)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let key = try Data(contentsOf: URL(filePath: folder.workspace.path + "/.earshot-key"))
        try key.write(to: URL(filePath: other.workspace.path + "/.earshot-key"))
        _ = try await take(exported, { _ in }, into: other)
        let erasure = try Forgetting(
            .author("Ania", sources: ["reviews"]), in: other.workspace, now: Self.now
        ).execute()
        #expect(erasure.entries == 1)
        let report = try await take(later, { _ in }, into: other)
        #expect((report.newEntries, report.unwantedEntries) == (0, 2))
    }

    @Test func `an older export takes no edit back`() async throws {
        _ = try await take(csv.utf8)
        let older = try export(folder)
        _ = try await take(csv.replacing("świetny", with: "fatalny").utf8) {
            $0.source = "reviews"
            $0.now = Self.now + 60
        }
        let newer = try export(folder)
        let report = try await take(older) { $0.now = Self.now + 120 }
        #expect((report.changedEntries, report.knownEntries) == (0, 3))
        #expect(try export(folder) == newer)
    }

    @Test func `a newer export brings its edits, with the time at which they were seen`()
        async throws
    {
        _ = try await take(csv.utf8)
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        _ = try await take(export(folder), { _ in }, into: other)
        _ = try await take(csv.replacing("świetny", with: "fatalny").utf8) {
            $0.source = "reviews"
            $0.now = Self.now + 60
        }
        let newer = try export(folder)
        let report = try await take(newer, { $0.now = Self.now + 3_600 }, into: other)
        #expect((report.changedEntries, report.knownEntries) == (1, 2))
        #expect(try export(other) == newer)
    }

    @Test(arguments: ["0", "-1", "9223372036854775807", "1000000"])
    func `a line of export-archive that no archive has written is told, and the others go on`(
        version: String
    ) async throws {
        _ = try await take(csv.utf8)
        _ = try await take(csv.replacing("świetny", with: "fatalny").utf8)
        let exported = String(decoding: try export(folder), as: UTF8.self)
        #expect(exported.contains("\"version\":1"))
        let other = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let report = try await take(
            exported.replacing("\"version\":1", with: "\"version\":\(version)").utf8, { _ in },
            into: other)
        #expect((report.newEntries, report.badRows) == (2, 1))
        #expect(report.firstBadRows.map(\.reason) == ["is no whole line of export-archive"])
    }

    @Test func `lines of export-archive take neither a source nor the mark of news`() async throws {
        _ = try await take(csv.utf8)
        let exported = try export(folder)
        for change: (inout Import.Options) -> Void in [{ $0.source = "b" }, { $0.isNews = true }] {
            let error = await #expect(throws: RunError.self) { try await take(exported, change) }
            #expect(error?.exitCode == 65)
            #expect(error?.description.hasPrefix("--source and --news are for rows;") == true)
        }
    }
}
