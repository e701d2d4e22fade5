import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What becomes of people's corrections when a brand goes by another id.
@Suite(.timeLimit(.minutes(2)))
struct RenamedBrandTests {
    @Test func `corrections of a brand whose id was changed are told of in one line`() async throws
    {
        let folder = try await corrected()
        try rename("zefirnet", to: "zefir", in: folder)
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(verdict.isGood)
        #expect(
            messages(of: verdict) == [
                "there is no brand 'zefirnet', so 2 corrections of it count for nothing; if it goes by "
                    + "another id now, give it the old one back: its name may change, its id should not"
            ])
    }

    @Test func `they count again once it has its id back`() async throws {
        let folder = try await corrected()
        try rename("zefirnet", to: "zefir", in: folder)
        _ = try await folder.crawl()
        try rename("zefir", to: "zefirnet", in: folder)
        _ = try await folder.crawl()
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(
            messages(of: verdict) == [
                "entry #1 does not get the tone that a reviewer gave it, 'neutral'; `earshot explain "
                    + "'#1'` says why",
                "entry #2 still gets the brand that a reviewer took from it, 'zefirnet'; `earshot "
                    + "explain '#2'` says why",
            ])
    }

    // MARK: - Private

    /// A workspace in which the tone of one entry was corrected, and another names the brand no more.
    private func corrected() async throws -> TestWorkspace {
        let folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]",
            "forum.xml": postRSS([
                Post(id: "1", author: "Ola", text: "Zefirnet nie działa", day: -1),
                Post(id: "2", author: "Jan", text: "Zefirnet jest świetny", day: -2),
            ]),
        ])
        _ = try await folder.crawl()
        try folder.write(
            """
            {"entry": 1, "brand": "zefirnet", "field": "tone", "was": "positive", "is": "neutral"}
            {"entry": 2, "brand": "zefirnet", "field": "brand", "is": null}
            """, to: "c.jsonl")
        let report = try Review(workspace: folder.workspace).apply(
            folder.workspace.path + "/c.jsonl", now: Date(timeIntervalSince1970: 1_795_323_600))
        #expect(report.applied == 2)
        return folder
    }

    private func rename(_ id: String, to other: String, in folder: TestWorkspace) throws {
        let brands = String(decoding: try folder.read("rules/brands.yaml"), as: UTF8.self)
        try folder.write(
            brands.replacingOccurrences(of: "id: \(id)\n", with: "id: \(other)\n"),
            to: "rules/brands.yaml")
    }

    private func messages(of verdict: RulesVerdict) -> [String] {
        verdict.findings.filter { $0.check == .reviewedExample }.map(\.message)
    }
}
