import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RuleUsageReportTests {
    private static let twoNames = [
        "rules/brands.yaml": """
        brands:
          - id: zefirnet
            name: Zefirnet
            names: [Zefirnet, "@zefirnet"]
        """
    ]

    /// One name fired lately, the other one in summer.
    private func heard() async throws -> TestWorkspace {
        try await TestWorkspace.hearing(
            [
                Post(id: "1", text: "Zefirnet stoi", day: -1),
                Post(id: "2", text: "@zefirnet stoi", day: -120),
            ], Self.twoNames)
    }

    private func text(_ report: RuleUsageReport) -> String {
        RuleUsageText(report, style: TerminalStyle(isOn: false)).text
    }

    @Test func `what has stopped firing comes first, then what never did, then the most fired`()
        async throws
    {
        let folder = try await heard()
        let report = try folder.usage()
        #expect(
            report.rules.map(\.rule.name) == [
                "@zefirnet", "technical_issue", "nie działa", "not working", "support", "high",
                "zefirnet", "Zefirnet",
            ])
        #expect(report.rules.map(\.isSilent) == (0..<8).map { $0 < 6 })
        #expect(report.rules[0].last == .post(day: -120) && report.rules[1].last == nil)
        let patient = try folder.usage { $0.silentDays = 150 }
        #expect(patient.rule(.name, "@zefirnet")?.isSilent == false)
    }

    @Test func `the text names what is silent, a whole without its parts, and then what fired`()
        async throws
    {
        let folder = try await heard()
        let text = text(try folder.usage())
        #expect(
            text == """
                2026-08-24 – 2026-11-22
                1 mention; the time before was not all heard (heard since 2026-07-24)

                not fired for 90 days
                rule                          last fired  where
                name "@zefirnet" of zefirnet  2026-07-24  rules/brands.yaml:4:23
                category technical_issue      never       rules/categories.yaml:2:5
                route to support              never       rules/routing.yaml:4:10
                severity high                 never       rules/routing.yaml:5:12

                fired most
                rule                         entries  before  last fired  right  wrong  where
                brand zefirnet                     1       –  2026-11-20      –      –  rules/brands.yaml:2:5
                name "Zefirnet" of zefirnet        1       –  2026-11-20      –      –  rules/brands.yaml:4:13

                lexicon  lines  fired  ever fired
                en           2      0           0
                lv           2      0           0
                pl           3      0           0

                --all lists every keyword and line

                """, "\(text)")
        let all = self.text(try folder.usage { $0.includesAll = true })
        #expect(all.contains("\nkeyword \"nie działa\" of technical_issue (pl)   never "), "\(all)")
        #expect(all.contains("\ntone \"fatalny\" (pl) "), "\(all)")
    }

    @Test func `keywords that never fired are told by their number`() async throws {
        let folder = try await TestWorkspace.hearing([
            Post(id: "1", text: "Zefirnet nie działa", day: -1)
        ])
        let report = try folder.usage()
        #expect(report.rule(.keyword, "not working")?.isSilent == true)
        let text = text(report)
        #expect(
            text.contains(
                """

                not fired since listening began on 2026-11-20
                keywords of      silent  never fired  all
                technical_issue       1            1    2

                """), "\(text)")
        #expect(!text.contains("not working"))
    }

    @Test func `a keyword with alternatives is one rule`() async throws {
        let folder = try await TestWorkspace.hearing(
            [Post(id: "1", text: "Zefirnet nie łączy", day: -1)],
            [
                "rules/categories.yaml": """
                categories:
                  - id: technical_issue
                    name: Technical issue
                    keywords: {pl: [nie działa|łączy, apka|strona leży]}
                """
            ])
        let report = try folder.usage()
        #expect(report.rule(.keyword, "nie działa|łączy")?.isSilent == false)
        #expect(report.rule(.keyword, "apka|strona leży")?.isSilent == true)
        #expect(report.rule(.keyword, "nie łączy") == nil)
    }

    @Test func `what fires far more or less often than before is told, the furthest first`()
        async throws
    {
        /// 40 mentions in four days.
        func days(before end: Double, failing: Int, outages: Int) -> [Post] {
            (0..<40).map { number in
                let text =
                    number < failing
                    ? "Zefirnet nie działa"
                    : number < failing + outages ? "Zefirnet awaria" : "Zefirnet stoi"
                return Post(id: "\(end) \(number)", text: text, day: end - Double(number) / 10)
            }
        }
        let folder = try await TestWorkspace.hearing(
            [Post(id: "first", text: "Zefirnet stoi", day: -15)]
                + days(before: -8, failing: 5, outages: 24)
                + days(before: -1, failing: 30, outages: 2),
            [
                "rules/categories.yaml": """
                categories:
                  - id: technical_issue
                    name: Technical issue
                    keywords: {pl: [nie działa, awaria]}
                """
            ])
        let report = try folder.usage {
            $0.from = .post(day: -7)
            $0.to = .post(day: 0)
        }
        #expect(report.period.mentions == 40 && report.before?.mentions == 40)
        let drifting = report.rules.filter { $0.drift != nil }
        #expect(drifting.map(\.rule.name) == ["awaria", "nie działa", "nie działa"])
        #expect(drifting.map(\.rule.kind) == [.keyword, .keyword, .tone])
        #expect(drifting.map(\.drift) == [.less, .more, .more])
        #expect(drifting.map(\.factor) == [0.08, 6, 6])
        #expect(report.counts(.category, "technical_issue") == [32, 29, 61])
        #expect(report.rules.prefix(3).map(\.rule.name) == drifting.map(\.rule.name))
        let text = text(report)
        #expect(
            text.contains(
                """

                no rule that has not fired since listening began on 2026-11-06

                fired far more or less than before
                rule                                          entries  before  times  where
                keyword "awaria" of technical_issue (pl)            2      24   0.08  rules/categories.yaml:4:33
                keyword "nie działa" of technical_issue (pl)       30       5    6.0  rules/categories.yaml:4:21
                tone "nie działa" (pl)                             30       5    6.0  rules/sentiment/pl.tsv:3:1

                """), "\(text)")
    }

    @Test func `what reviewers said is counted for the rules that gave what they judged`()
        async throws
    {
        let folder = try await TestWorkspace.hearing([
            Post(id: "1", text: "Zefirnet nie działa", day: -2),
            Post(id: "2", text: "Zefirnet nie działa, wstyd", day: -1),
        ])
        try folder.write(
            """
            {"entry": 1, "brand": "zefirnet", "field": "tone", "was": "negative", "is": "neutral"}
            {"entry": 1, "brand": "zefirnet", "field": "category", "was": "technical_issue", "is": null}
            {"entry": 2, "brand": "zefirnet", "field": "category", "was": "technical_issue", "is": "technical_issue"}
            {"entry": 2, "brand": "zefirnet", "field": "brand", "was": "zefirnet", "is": "zefirnet"}
            """, to: "c.jsonl")
        let review = try Review(workspace: folder.workspace).apply(
            folder.workspace.path + "/c.jsonl", now: .crawlDay(0))
        #expect(review.applied == 4)
        let report = try folder.usage()
        func verdict(_ kind: UsedRule.Kind, _ name: String) -> [Double?] {
            let rule = report.rule(kind, name)
            return [
                rule?.confirmed.map(Double.init), rule?.corrected.map(Double.init), rule?.hitRate,
            ]
        }
        #expect(verdict(.tone, "nie działa") == [0, 1, 0.5])
        #expect(verdict(.keyword, "nie działa") == [1, 1, 0.5])
        #expect(verdict(.category, "technical_issue") == [1, 1, 0.5])
        #expect(verdict(.name, "Zefirnet") == [1, 0, 1])
        #expect(verdict(.route, "support") == [nil, nil, nil])
        #expect(text(report).contains("  1 (50 %)  1 (50 %)  rules/categories.yaml:4:21"))
        let earlier = try folder.usage { $0.to = .post(day: -1.5) }
        #expect(earlier.rule(.brand, "zefirnet")?.confirmed == nil)
    }

    @Test(arguments: [false, true])
    func `the JSON conforms to its schema and is the same every time`(all: Bool) async throws {
        let folder = try await TestWorkspace.copyOfSampleRun()
        func json() throws -> Data {
            try ContractJSON.encode(
                try folder.usage {
                    $0.now = TestWorkspace.sampleEnd
                    $0.unit = .week
                    $0.includesAll = all
                })
        }
        let first = try json()
        #expect(try JSONSchema(ContractSchema.rulesUsage.bytes).problems(in: first) == [])
        #expect(try json() == first)
        #expect(String(decoding: first, as: UTF8.self).contains(#""kind":"learnt_tone""#))
    }

    @Test func `an empty archive has no rule that fired, and where there is none that is said`()
        async throws
    {
        let folder = try await TestWorkspace.hearing([])
        let report = try folder.usage { $0.includesAll = true }
        #expect(report.entries == 0 && report.before == nil)
        #expect(report.rules.allSatisfy { $0.isSilent && $0.last == nil && $0.entriesEver == 0 })
        #expect(report.rule(.tone, "fatalny") != nil)
        #expect(text(report).hasPrefix("2026-08-24 – 2026-11-22\n0 mentions; "))
        #expect(
            try JSONSchema(ContractSchema.rulesUsage.bytes)
                .problems(in: ContractJSON.encode(report)) == [])
        try FileManager.default.removeItem(atPath: folder.workspace.archivePath)
        let error = #expect(throws: RunError.self) { try folder.usage() }
        #expect(error?.description.contains("no archive yet") == true)
    }
}
