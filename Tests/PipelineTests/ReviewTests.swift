import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2)))
struct ReviewTests {
    private let now = Date(timeIntervalSince1970: 1_795_323_600)

    private func heard() async throws -> TestWorkspace {
        let folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]",
            "forum.xml": postRSS([
                Post(id: "1", author: "Ola", text: "Zefirnet nie działa", day: -1),
                Post(id: "2", author: "Jan", text: "Zefirnet jest świetny", day: -2),
            ]),
        ])
        _ = try await folder.crawl()
        return folder
    }

    private func apply(_ lines: [String], in folder: TestWorkspace) throws -> ReviewReport {
        try folder.write(lines.joined(separator: "\n"), to: "c.jsonl")
        return try Review(workspace: folder.workspace).apply(
            folder.workspace.path + "/c.jsonl", now: now)
    }

    @Test func `what can be applied is, and every other line is told with what to do`() async throws
    {
        let folder = try await heard()
        let digest = try Archive(workspace: folder.workspace).digest(
            DigestRequest(period: .span, span: now.addingTimeInterval(-9 * 86_400)..<now), now: now)
        let bad = try #require(digest.mentions.items.first { $0.sentiment.label == .negative })
        let report = try apply(
            [
                #"{"entry": \#(bad.sequence), "brand": "zefirnet", "field": "tone", "was": "negative", "is": "neutral", "note": "?"}"#,
                #"{"entry": "\#(bad.id)", "brand": "zefirnet", "field": "category", "was": "technical_issue", "is": null}"#,
                "", "no JSON",
                #"{"entry": 99, "brand": "zefirnet", "field": "tone", "was": "negative", "is": "neutral"}"#,
                #"{"entry": 1, "brand": "zefirnet", "field": "tone", "was": "negative", "is": "nice"}"#,
            ], in: folder)
        #expect(report.applied == 2)
        #expect(report.refused.map(\.line) == [4, 5, 6])
        #expect(report.mistakes[0].contains("c.jsonl:4: not a correction; write {"))
        #expect(report.mistakes[1].contains("c.jsonl:5: the archive has no entry #99;"))
        #expect(report.mistakes[2].contains("c.jsonl:6: unknown tone 'nice'; write positive,"))

        let after = try Archive(workspace: folder.workspace).digest(
            DigestRequest(period: .span, span: now.addingTimeInterval(-9 * 86_400)..<now), now: now)
        let mended = try #require(after.mentions.items.first { $0.id == bad.id })
        #expect(mended.sentiment.label == .neutral)
        #expect(mended.categories.isEmpty)
        #expect(after.reviewed.map(\.entries) == [[bad.sequence], [bad.sequence]])
    }

    @Test(arguments: [
        (
            #""field": "tone", "was": "positive", "is": "negative""#,
            "does not get the tone that a reviewer gave it, 'negative'"
        ),
        (
            #""field": "brand", "was": "zefirnet", "is": null"#,
            "still gets the brand that a reviewer took from it, 'zefirnet'"
        ),
    ])
    func `rules check warns of what the rules do not keep, and a run goes on`(
        correction: String, slip: String
    ) async throws {
        let folder = try await heard()
        _ = try apply([#"{"entry": 1, "brand": "zefirnet", \#(correction)}"#], in: folder)
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(verdict.isGood)
        #expect(
            verdict.findings.filter { $0.check == .reviewedExample }.map(\.message) == [
                "entry #1 \(slip); `earshot explain '#1'` says why"
            ])
        _ = try await folder.crawl()
    }

    @Test(arguments: [
        ("true", "asked [e-mail], [phone]"), ("false", "asked jan@nowak.example, +48 600 700 800"),
    ])
    func `what tells who somebody is leaves the archive masked, and stays in the note's file`(
        masking: String, exported: String
    ) async throws {
        let folder = try await heard()
        let line =
            #"{"entry": 1, "brand": "zefirnet", "field": "tone", "was": "positive", "is": "neutral", "note": "asked jan@nowak.example, +48 600 700 800"}"#
        #expect(try apply([line], in: folder).applied == 1)
        try folder.write("privacy: {mask: \(masking)}", to: "feeds/privacy.yaml")
        var lines = Data()
        try ArchiveExport(workspace: folder.workspace).lines(of: nil) { lines += $0 }
        let text = String(decoding: lines, as: UTF8.self)
        #expect(text.contains(#""note":"\#(exported)""#))
        #expect(
            try String(contentsOfFile: folder.workspace.path + "/c.jsonl", encoding: .utf8) == line)
    }

    private func verdict(
        on tag: String, after lines: [String], in folder: TestWorkspace
    ) throws -> RuleVerdict? {
        let report = try apply(lines, in: folder)
        #expect(report.refused == [])
        return try Archive(workspace: folder.workspace).trends(days: 14, now: now).verdicts
            .first { $0.tag == tag }
    }

    @Test func `a name that is no mention counts against the brand's rule`() async throws {
        let folder = try await heard()
        let verdict = try #require(
            try verdict(
                on: "zefirnet",
                after: [
                    #"{"entry": 1, "brand": "zefirnet", "field": "brand", "was": "zefirnet", "is": null}"#
                ], in: folder))
        #expect((verdict.given, verdict.corrected) == (2, 1))
        #expect(verdict.hitRate == 0.5)
    }

    @Test func `what the rules no longer say is no verdict on them`() async throws {
        let folder = try await heard()
        let before = try verdict(
            on: "positive",
            after: [
                #"{"entry": 1, "brand": "zefirnet", "field": "tone", "was": "positive", "is": "negative"}"#
            ], in: folder)
        #expect(before?.corrected == 1)
        try folder.write(
            "fatalny\t-3\nświetny\t-3\nnie działa\t-2\nnie\tnegator\n",
            to: "rules/sentiment/pl.tsv")
        _ = try await folder.crawl()
        let after = try Archive(workspace: folder.workspace).trends(days: 14, now: now).verdicts
        #expect(after.filter { $0.corrected + $0.missed > 0 } == [])
    }

    @Test func `a brand line says the brand that is wrong twice`() async throws {
        let folder = try await heard()
        let report = try apply(
            [
                #"{"entry": 1, "brand": "zefirnet", "field": "brand", "was": "baltfon", "is": null}"#
            ], in: folder)
        #expect(report.applied == 0)
        #expect(
            report.mistakes.map { $0.split(separator: "/").last.map(String.init) } == [
                "c.jsonl:1: 'was' is not 'brand'; write the brand that is wrong in both"
            ])
    }

    @Test func `a brand that was missed, and a tone without its other side, are told so`()
        async throws
    {
        let folder = try await heard()
        let brands = String(decoding: try folder.read("rules/brands.yaml"), as: UTF8.self)
        try folder.write(
            brands + "\n  - {id: kawka, name: Kawka, examples: {match: [Kawka]}}\n",
            to: "rules/brands.yaml")
        let report = try apply(
            [
                #"{"entry": 1, "brand": "kawka", "field": "brand", "is": "kawka"}"#,
                #"{"entry": 1, "brand": "zefirnet", "field": "tone", "is": "negative"}"#,
                #"{"entry": 1, "brand": "zefirnet", "field": "tone", "was": "positive"}"#,
            ], in: folder)
        #expect(report.applied == 0)
        #expect(report.refused.map(\.line) == [1, 2, 3])
        #expect(
            report.refused[0].message.hasPrefix(
                "entry #1 is not tagged brand 'kawka', and no correction adds one; "))
        #expect(report.refused[1].message.hasPrefix("'was' has no tone; write the wrong one"))
        #expect(report.refused[2].message.hasPrefix("'is' has no tone; write the wrong one"))
    }

    @Test func `a category that is there already is no missing one`() async throws {
        let folder = try await heard()
        let digest = try Archive(workspace: folder.workspace).digest(
            DigestRequest(period: .span, span: now.addingTimeInterval(-9 * 86_400)..<now), now: now)
        let bad = try #require(digest.mentions.items.first { $0.sentiment.label == .negative })
        let report = try apply(
            [
                #"{"entry": \#(bad.sequence), "brand": "zefirnet", "field": "category", "is": "technical_issue"}"#
            ], in: folder)
        #expect(report.applied == 0)
        #expect(
            report.refused.map(\.message) == [
                "entry #\(bad.sequence) has category 'technical_issue' already, or does not name "
                    + "brand 'zefirnet'; `earshot explain '#\(bad.sequence)'` says which"
            ])
    }

    @Test(arguments: [
        (
            #""brand": "zefrinet", "field": "tone", "was": "positive", "is": "neutral""#,
            "unknown brand 'zefrinet'; did you mean 'zefirnet'?"
        ),
        (
            #""brand": "zefirnet", "field": "brand", "is": "zefirne""#,
            "unknown brand 'zefirne' in 'is'; did you mean 'zefirnet'?"
        ),
        (
            #""brand": "zefirnet", "field": "category", "is": "tehnical_issue""#,
            "unknown category 'tehnical_issue' in 'is'; did you mean 'technical_issue'?"
        ),
        (
            #""brand": "acme", "field": "tone", "was": "positive", "is": "neutral""#,
            "unknown brand 'acme'; rules/brands.yaml has none such"
        ),
    ])
    func `of an id that is mistyped the one that is meant is told`(tags: String, message: String)
        async throws
    {
        let folder = try await heard()
        let report = try apply([#"{"entry": 1, \#(tags)}"#], in: folder)
        #expect(report.refused.map(\.message) == [message])
    }

    @Test func `a line that is not UTF-8 is told as that`() async throws {
        let folder = try await heard()
        let path = folder.workspace.path + "/c.jsonl"
        try Data([0x7B, 0xB3, 0x7D]).write(to: URL(filePath: path))
        let report = try Review(workspace: folder.workspace).apply(path, now: now)
        #expect(report.refused.map(\.message) == ["not UTF-8; save the file as UTF-8"])
    }

    @Test func `what a file says cannot steer the terminal that its mistakes are shown on`()
        async throws
    {
        let folder = try await heard()
        let report = try apply(
            [#"{"entry": 1, "brand": "\u001b[31mkawka", "field": "tone", "is": "positive"}"#],
            in: folder)
        #expect(report.mistakes.count == 1)
        #expect(report.mistakes[0].contains("unknown brand ' [31mkawka'"))
    }

    @Test func `a digest that corrections have overtaken says so when it is verified`() async throws
    {
        let folder = try await heard()
        let archive = try Archive(workspace: folder.workspace)
        let digest = try archive.digest(
            DigestRequest(period: .span, span: now.addingTimeInterval(-9 * 86_400)..<now), now: now)
        try folder.write(
            String(decoding: try ContractJSON.encode(digest, isPretty: true), as: UTF8.self) + "\n",
            to: "d.json")
        #expect(try archive.verify(digestAt: folder.workspace.path + "/d.json").isReproduced)
        try folder.write(
            #"{"entry": 1, "brand": "zefirnet", "field": "tone", "was": "positive", "is": "negative"}"#,
            to: "c.jsonl")
        _ = try Review(workspace: folder.workspace).apply(
            folder.workspace.path + "/c.jsonl", now: now.addingTimeInterval(60))
        let again = try Archive(workspace: folder.workspace)
            .verify(digestAt: folder.workspace.path + "/d.json")
        #expect(!again.isReproduced)
        #expect(again.reasons == ["1 correction was applied since; reports count by them"])
    }

    @Test func `judged categories are given to learning, as people left them`() async throws {
        let folder = try await heard()
        #expect(try Review(workspace: folder.workspace).categorizedTexts().isEmpty)
        let report = try apply(
            [
                #"{"entry": 1, "brand": "zefirnet", "field": "category", "was": null, "is": "technical_issue"}"#
            ],
            in: folder)
        #expect(report.applied == 1)
        let texts = try Review(workspace: folder.workspace).categorizedTexts()
        #expect(texts.count == 1)
        #expect(texts.allSatisfy { $0.labels.contains("technical_issue") })
        #expect(texts.allSatisfy { $0.text.contains("świetny") })
        let judged = try CategoryTexts.reviewed(in: folder.workspace, of: "technical_issue")
        #expect(judged.texts.map(\.isOfCategory) == [true])
        let others = try CategoryTexts.reviewed(in: folder.workspace, of: "complaint")
        #expect(others.texts.map(\.isOfCategory) == [false])
    }

    @Test func `judged tones are given to learning, and the trend report says how often rules hit`()
        async throws
    {
        let folder = try await heard()
        _ = try apply(
            [
                #"{"entry": 1, "brand": "zefirnet", "field": "tone", "was": "positive", "is": "negative"}"#
            ],
            in: folder)
        let texts = try Review(workspace: folder.workspace).judgedTexts()
        #expect(texts.map(\.label) == ["negative"])
        #expect(texts.allSatisfy { $0.text.contains("świetny") })
        let trends = try Archive(workspace: folder.workspace).trends(days: 14, now: now)
        let positive = try #require(trends.verdicts.first { $0.tag == "positive" })
        #expect(positive.given == 1)
        #expect(positive.corrected == 1)
        #expect(positive.hitRate == 0)
        let negative = try #require(trends.verdicts.first { $0.tag == "negative" })
        #expect(negative.given == 1)
        #expect(negative.missed == 1)
        #expect(negative.hitRate == 1)
    }
}
