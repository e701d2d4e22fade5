import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RuleUsageTests {
    @Test(arguments: ArchivePlace.available)
    func `a rule is counted once an entry, in the period, in the time before and ever`(
        archive: ArchivePlace
    ) async throws {
        let folder = try await TestWorkspace.hearing(
            [
                Post(id: "1", text: "Zefirnet nie działa, nie działa", day: -1),
                Post(id: "2", text: "W Zefirnecie nie działa", day: -2),
                Post(id: "3", text: "Zefirnet nie działa", day: -100),
                Post(id: "4", text: "Zefirnet stoi", day: -170),
                Post(id: "5", text: "Zefirnet", day: -200),
                Post(id: "6", text: "Ziarenko nie działa", day: -3),
            ], archiveIn: archive)
        let report = try folder.usage()
        // The last names no brand, and so is in no report.
        #expect(report.entries == 6 && report.mentions == 5)
        #expect(report.period.mentions == 2 && report.before?.mentions == 2)
        #expect(report.counts(.brand, "zefirnet") == [2, 2, 5])
        #expect(report.counts(.name, "Zefirnet") == [2, 2, 5])
        let ofIssues: [(UsedRule.Kind, String)] = [
            (.category, "technical_issue"), (.keyword, "nie działa"), (.tone, "nie działa"),
            (.route, "support"), (.severity, "high"),
        ]
        for (kind, name) in ofIssues {
            #expect(report.counts(kind, name) == [2, 1, 3], "\(kind)")
            #expect(report.rule(kind, name)?.last == .post(day: -1))
        }
        #expect(
            report.rule(.keyword, "nie działa")?.rule.place.description
                == "rules/categories.yaml:4:21")
        #expect(report.counts(.keyword, "not working") == [0, 0, 0])
        let lexicon = try #require(report.lexicons.first { $0.language == .polish })
        #expect(lexicon.lines == 3 && lexicon.firedLines == 1 && lexicon.everFiredLines == 1)
    }

    @Test func `a period has its beginning and not its end, and what follows is not looked at`()
        async throws
    {
        let folder = try await TestWorkspace.hearing(
            (1...6).map { Post(id: "\($0)", text: "Zefirnet \($0)", day: -Double($0)) })
        let report = try folder.usage {
            $0.from = .post(day: -3)
            $0.to = .post(day: -1)
        }
        #expect(report.before?.from == .post(day: -5) && report.before?.to == .post(day: -3))
        #expect(report.counts(.brand, "zefirnet") == [2, 2, 5])
        #expect(report.rule(.brand, "zefirnet")?.last == .post(day: -2))
        #expect(report.entries == 5)
    }

    @Test func `a period of the calendar is the last whole one of the clocks of the rules`()
        async throws
    {
        let folder = try await TestWorkspace.hearing([Post(id: "1", text: "Zefirnet", day: -100)])
        let report = try folder.usage { $0.unit = .month }
        let times: [Date?] = [
            report.period.from, report.period.to, report.before?.from, report.before?.to,
        ]
        #expect(
            times.map { $0.map(ContractJSON.timestamp) } == [
                "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z", "2026-08-31T22:00:00Z",
                "2026-09-30T22:00:00Z",
            ])
    }

    @Test func `nothing is held against a time that was not all heard`() async throws {
        let folder = try await TestWorkspace.hearing([
            Post(id: "1", text: "Zefirnet", day: -1), Post(id: "2", text: "Zefirnet", day: -179),
        ])
        let report = try folder.usage()
        #expect(report.before == nil && report.heardSince == .post(day: -179))
        #expect(report.counts(.brand, "zefirnet") == [1, nil, 2])
    }

    /// Rules of every kind.
    private static let rules = [
        "rules/brands.yaml": """
        brands:
          - id: zefirnet
            name: Zefirnet
            names: [Zefirnet, "@zefirnet"]
            inflect: pl
            forms: [zefirek]
          - {id: ziarenko, name: Ziarenko, sources: [forum]}
        """,
        "rules/categories.yaml": """
        categories:
          - id: technical_issue
            name: Technical issue
            keywords:
              pl: [nie działa, awaria, {term: szybko, weight: -1}]
              en: [not working]
          - {id: praise, name: Praise, query: świetny OR great}
        """,
        "rules/facets.yaml": """
        facets:
          - id: touchpoint
            name: Touchpoint
            values: [{id: app, name: App, keywords: {pl: ["aplikacj*"]}}]
        """,
        "rules/locations.yaml": """
        locations:
          - {id: gdansk, name: Gdańsk, inflect: pl}
          - {id: dluga, name: Długa, part_of: gdansk, names: [Długa, "#dluga"], inflect: pl}
        """,
        "rules/learnt/technical_issue.pl.tsv": "padło\t4\nleży\t4\n",
    ]

    private static let posts = [
        "Zefirnet nie działa, nie działa", "W Zefirnecie znowu awaria na Długiej",
        "Zefirnet padło", "Zefirnet leży i padło", "Zefirnet świetny w aplikacji",
        "@zefirnet fatalny zefirek w Gdańsku", "Zefirnet is great", "wszystko fatalny",
        "Ziarenko świetny", "Zefirnet awaria, ale szybko",
    ]

    private func heard() async throws -> TestWorkspace {
        try await TestWorkspace.hearing(
            Self.posts.enumerated().map { number, text in
                Post(id: "\(number)", text: text, day: -1 - Double(number) / 100)
            }, Self.rules)
    }

    @Test func `a rule has fired where explain names it`() async throws {
        let folder = try await heard()
        let rules = try folder.workspace.loadRules().rules
        let archive = try Archive(workspace: folder.workspace)
        let tagger = Tagger(rules: rules)
        var explained: [String: Int] = [:]
        for hit in try archive.search(EntrySearch(limit: 100)) {
            let explanation = Explanation(
                try archive.entryText(number: hit.number), rules: rules, tagger: tagger)
            for place in explanation.places { explained[place, default: 0] += 1 }
        }
        let report = try folder.usage { $0.includesAll = true }
        let told = report.rules.filter {
            [.name, .keyword, .location, .route, .severity, .tone].contains($0.rule.kind)
                && $0.rule.owner?.hasPrefix("location:") != true && !$0.rule.isAgainst
        }
        for rule in told {
            #expect(rule.entriesEver == explained[rule.rule.place.description] ?? 0, "\(rule.rule)")
        }
        #expect(told.count { $0.entriesEver > 0 } == 15)
        // Explained where it keeps something away, and counted wherever it stands.
        let against = report.rules.filter(\.rule.isAgainst)
        #expect(against.map(\.rule.name) == ["szybko"] && against.map(\.entriesEver) == [1])
    }

    @Test func `names, queries, values, places, sources and what was learnt are counted`()
        async throws
    {
        let report = try await heard().usage()
        func ever(_ kind: UsedRule.Kind, _ name: String) -> Int? {
            report.rule(kind, name)?.entriesEver
        }
        // Every entry of the source is about Ziarenko, which one of them names.
        #expect(ever(.brand, "ziarenko") == 10 && ever(.source, "forum") == 9)
        #expect(ever(.name, "Ziarenko") == 1)
        #expect(ever(.brand, "zefirnet") == 8 && ever(.name, "Zefirnet") == 7)
        #expect(ever(.name, "@zefirnet") == 1 && ever(.name, "zefirek") == 1)
        #expect(ever(.category, "praise") == 3 && ever(.query, "query") == 3)
        #expect(ever(.facet, "touchpoint:app") == 1 && ever(.keyword, "aplikacj*") == 1)
        #expect(ever(.location, "location:gdansk") == 2 && ever(.location, "location:dluga") == 1)
        #expect(ever(.name, "Gdańsk") == 1 && ever(.name, "Długa") == 1)
        #expect(ever(.name, "#dluga") == 0)
        #expect(ever(.learntKeywords, "2 keywords") == 2)
        #expect(
            report.rule(.learntKeywords, "2 keywords")?.rule.place.description
                == "rules/learnt/technical_issue.pl.tsv")
    }

    @Test func `a line with alternatives is one rule, silent while none of them is found`()
        async throws
    {
        let folder = try await TestWorkspace.hearing(
            [
                Post(id: "1", text: "Zefirnet: strona klękła", day: -1),
                Post(id: "2", text: "Zefirnet: apka leży, strona leży", day: -2),
                Post(id: "3", text: "Zefirnet: wszystko dziś stoi", day: -3),
            ],
            [
                "rules/sentiment/pl.tsv":
                    "apka|strona klękła|leży\t-2\nstoi\t-1\nsmaczny|słodki banan\t2\n"
            ])
        let report = try folder.usage { $0.includesAll = true }
        let lines = report.rules.filter { $0.rule.kind == .tone && $0.rule.language == .polish }
        #expect(
            Set(lines.map(\.rule.name)) == [
                "apka|strona klękła|leży", "stoi", "smaczny|słodki banan",
            ])
        #expect(report.rule(.tone, "apka|strona klękła|leży")?.entriesEver == 2)
        #expect(
            report.rule(.tone, "apka|strona klękła|leży")?.rule.place.description
                == "rules/sentiment/pl.tsv:1:1")
        #expect(report.rule(.tone, "smaczny|słodki banan")?.isSilent == true)
        let lexicon = try #require(report.lexicons.first { $0.language == .polish })
        #expect(lexicon.lines == 3 && lexicon.everFiredLines == 2)
    }

    @Test func `a line that has moved is counted where it stands now, and nothing is written`()
        async throws
    {
        let folder = try await heard()
        let before = try folder.usage()
        let archive = try folder.read("earshot.sqlite")
        for file in ["brands", "categories", "facets", "locations"] {
            let text = String(decoding: try folder.read("rules/\(file).yaml"), as: UTF8.self)
            try folder.write("# A comment moves every line.\n\n" + text, to: "rules/\(file).yaml")
        }
        let after = try folder.usage()
        #expect(after.rulesHash != before.rulesHash)
        #expect(after.rules.map(\.entriesEver) == before.rules.map(\.entriesEver))
        #expect(after.rules.map(\.rule.name) == before.rules.map(\.rule.name))
        let places = try [before, after].map {
            try #require($0.rule(.keyword, "awaria")).rule.place.description
        }
        #expect(places == ["rules/categories.yaml:5:24", "rules/categories.yaml:7:24"])
        #expect(try folder.read("earshot.sqlite") == archive)
    }
}

extension Explanation {
    /// Of every rule that it names, once.
    fileprivate var places: Set<String> {
        let given = tags.categories + tags.facets.facets.flatMap { tags.facets[$0] }
        return Set(
            names.map(\.rule) + keywords.flatMap(\.rules) + given.flatMap(\.evidence).map(\.rule)
                + [tags.severityReason, tags.teamReason])
    }
}
