import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Answers to how likely somebody is to recommend a brand.
struct SurveyImportTests {
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
    }

    private func take(_ rows: String, map: String? = nil) async throws -> ImportReport {
        try folder.write(rows, to: "survey.csv")
        var options = Import.Options(now: Self.now)
        options.source = "survey"
        if let map { options.mapping = try ImportMapping(map) }
        return try await Import(workspace: folder.workspace, options: options)
            .execute(folder.workspace.path + "/survey.csv")
    }

    @Test(arguments: ["NPS", "Likelihood to recommend", "Ocena NPS", "NPS vērtējums"])
    func `an answer stands as a line above the words, its column known by name`(column: String)
        async throws
    {
        let rows = "id,text,rating,\(column)\n1,Zefirnet,4/5,9\n2,Kawka,,0\n"
        let report = try await take(rows)
        #expect(report.columns["nps"] == column)
        #expect(
            try folder.texts() == ["NPS 0/10\nKawka", "★★★★☆\nNPS 9/10\nZefirnet"])
        #expect(try await take(rows).knownEntries == 2)
        // Somebody may think again.
        let other = try await take(rows.replacing(",9\n", with: ",8\n"))
        #expect((other.changedEntries, other.knownEntries) == (1, 1))
    }

    @Test(arguments: ["CES", "Customer Effort Score", "Ocena CES", "CES vērtējums"])
    func `how easy it was stands below that, its column known by name`(column: String)
        async throws
    {
        let rows = "id,text,nps,\(column)\n1,Zefirnet,9,7 - Strongly agree\n2,Kawka,,8\n"
        let report = try await take(rows)
        #expect(report.columns["ces"] == column)
        #expect(report.unknownCes == 1)
        #expect(try folder.texts() == ["Kawka", "NPS 9/10\nCES 7/7\nZefirnet"])
        #expect(
            EntryImportText(report, style: TerminalStyle(isOn: false)).text.contains(
                "1 answer of CES left out; write whole numbers from 1 to 7"))
        #expect(try await take(rows).knownEntries == 2)
    }

    @Test func `answers without a word and without ids are told apart, each time alike`()
        async throws
    {
        let rows = "When asked,Would you recommend us?,text\n2026-11-21,10,\n2026-11-21,3,\n"
        let map = "nps=Would you recommend us?,published=When asked"
        #expect(try await take(rows, map: map).newEntries == 2)
        #expect(try folder.texts() == ["NPS 10/10", "NPS 3/10"])
        let again = try await take(rows, map: map)
        #expect((again.newEntries, again.changedEntries, again.knownEntries) == (0, 0, 2))
    }

    @Test func `what is no answer is left out and told, and the row goes on`() async throws {
        let report = try await take("id,text,nps\n1,Zefirnet,11\n2,Kawka,7.5\n3,Baltfon,\n")
        #expect((report.newEntries, report.unknownNps) == (3, 2))
        #expect(try folder.texts() == ["Baltfon", "Kawka", "Zefirnet"])
        #expect(
            EntryImportText(report, style: TerminalStyle(isOn: false)).text.contains(
                "2 answers of NPS left out; write whole numbers from 0 to 10"))
    }

    @Test func `numbers of NPS do not make a longer scale of the ratings`() async throws {
        let report = try await take("id,text,rating,nps\n1,Zefirnet,4,9\n2,Kawka,5,10\n")
        #expect(report.bestRating == 5)
        #expect(
            try folder.texts() == ["★★★★★\nNPS 10/10\nKawka", "★★★★☆\nNPS 9/10\nZefirnet"])
    }
}
