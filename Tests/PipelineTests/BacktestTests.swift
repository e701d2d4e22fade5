import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct BacktestTests {
    static let now = Date(timeIntervalSince1970: 1_795_327_200)

    /// A workspace whose run has stored these posts, one a minute.
    func heard(_ posts: [String]) async throws -> TestWorkspace {
        let start = Self.now.addingTimeInterval(-86_400)
        let format = Date.VerbatimFormatStyle(
            format: """
                \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
                \(minute: .twoDigits):00 +0000
                """,
            locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
            calendar: Calendar(identifier: .gregorian))
        let entries = posts.enumerated().map { number, post in
            (
                "\(number)", post,
                start.addingTimeInterval(Double(number * 60)).formatted(format)
            )
        }
        let halves = [
            entries.filter { $0.0.count % 2 == 0 }, entries.filter { $0.0.count % 2 == 1 },
        ]
        let folder = try TestWorkspace([
            "feeds/mine.yaml": """
            sources: [{id: a, name: A, path: a.xml}, {id: b, name: B, path: b.xml}]
            """,
            "a.xml": rss(halves[0]), "b.xml": rss(halves[1]),
        ])
        let options = Run.Options(now: Self.now)
        _ = try await Run(workspace: folder.workspace, options: options).execute()
        return folder
    }

    /// The workspace's rules with one change, in a folder beside them.
    func rules(
        _ folder: TestWorkspace, _ file: String, _ old: String, _ new: String
    ) throws -> CheckedRules {
        let target = folder.workspace.path + "/new"
        if FileManager.default.fileExists(atPath: target) {
            try FileManager.default.removeItem(atPath: target)
        }
        try FileManager.default.copyItem(
            atPath: folder.workspace.path + "/rules", toPath: target)
        let text = String(decoding: try folder.read("new/\(file)"), as: UTF8.self)
        try #require(text.contains(old))
        try folder.write(text.replacing(old, with: new), to: "new/\(file)")
        return try folder.workspace.loadRules(folder: "new")
    }

    func report(
        _ folder: TestWorkspace, to rules: CheckedRules, isThorough: Bool = false,
        _ options: Backtest.Options = Backtest.Options(now: Self.now)
    ) throws(RunError) -> BacktestReport {
        try Backtest(
            workspace: folder.workspace, from: try folder.workspace.loadRules(), to: rules,
            options: options, isThorough: isThorough
        ).report()
    }

    @Test(arguments: [
        ("brands.yaml", "inflect: pl", "inflect: none"),
        ("brands.yaml", "inflect: pl", "inflect: pl\n    forms: [awaria]"),
        ("brands.yaml", "inflect: pl", "inflect: pl\n    strike: [Zefirnecie]"),
        ("brands.yaml", "inflect: pl", "inflect: pl\n    standalone: true"),
        ("brands.yaml", "inflect: pl", "inflect: pl\n    hashtags: listed"),
        ("brands.yaml", "inflect: pl", "inflect: pl\n    sources: [a]"),
        ("brands.yaml", "inflect: pl", "inflect: pl\n    case_sensitive: true"),
        ("brands.yaml", "inflect: pl", "inflect: pl\n    kind: competitor"),
        ("brands.yaml", "inflect: pl", "inflect: pl\n    query: 'NOT awaria'"),
        ("brands.yaml", "inflect: pl", "context: {any_of: [sieć], within: 4}"),
        ("brands.yaml", "brands:", "brands:\n  - {id: ziarenko, name: Ziarenko, inflect: pl}"),
        (
            "brands.yaml", "name: Zefirnet",
            "name: Zefirnet\n    names: [Zefirnet, '@kawka', '#sieć*']"
        ),
        ("categories.yaml", "[nie działa]", "[nie działa, awari*]"),
        ("categories.yaml", "[nie działa]", "[awaria]"),
        ("categories.yaml", "[nie działa]", "[{term: nie działa, weight: 0.5}, 'źle*']"),
        (
            "categories.yaml", "name: Technical issue",
            "name: Technical issue\n    severity: critical"
        ),
        (
            "categories.yaml", "name: Technical issue",
            "name: Technical issue\n    tone: {label: negative, weight: 1}"
        ),
        (
            "categories.yaml", "categories:",
            "categories:\n  - {id: praise, name: Praise, query: 'świetny OR super'}"
        ),
        ("categories.yaml", "en: [not working]", "en: [not working], any: [suuper]"),
        ("categories.yaml", "categories:", "# A comment moves every line.\n\ncategories:"),
        ("routing.yaml", "default_team: marketing", "default_team: support"),
        ("routing.yaml", "severity: high", "severity: low"),
        ("sentiment/pl.tsv", "fatalny\t-3", "fatalny\t2"),
        ("sentiment/pl.tsv", "nie\tnegator\n", ""),
        ("sentiment/pl.tsv", "świetny\t3", "świetny\t3\nsuper\t3\nźle\t-2"),
        ("sentiment/en.tsv", "great\t3", "great\t3\n❤\t3"),
    ])
    func `the result is that of tagging every entry by both sets of rules`(
        file: String, old: String, new: String
    ) async throws {
        let folder = try await heard(RandomPosts.make(120))
        let rules = try rules(folder, file, old, new)
        let report = try report(folder, to: rules)
        let thorough = try self.report(folder, to: rules, isThorough: true)
        #expect(try ContractJSON.encode(report) == ContractJSON.encode(thorough))
        #expect(report.entries == 120)
        #expect(report.mentions > 20)
        #expect(
            try JSONSchema(ContractSchema.backtest.bytes)
                .problems(in: ContractJSON.encode(report)) == [])
    }

    @Test(arguments: [
        ("szkoda że stoi", "szkoda, że stoi Zefirnet"),
        ("szkoda że stoi", "szkoda, ze stoi zefirnet"),
        ("gdyby szło", "gdyby w Zefirnecie szło"),
    ])
    func `a new phrase is found with commas and around a name`(
        phrase: String, post: String
    ) async throws {
        let folder = try await heard([post])
        let rules = try rules(
            folder, "categories.yaml", "[nie działa]", "[nie działa, \(phrase)]")
        let report = try report(folder, to: rules)
        #expect(report.changedEntries == 1)
        let thorough = try self.report(folder, to: rules, isThorough: true)
        #expect(try ContractJSON.encode(report) == ContractJSON.encode(thorough))
    }

    @Test func `values of facets and places are counted, with their reasons`() async throws {
        let folder = try await heard([
            "Zefirnet nie działa w aplikacji", "Zefirnet w Gdańsku przyspieszył", "Zefirnet stoi",
            "aplikacja bez marki",
        ])
        _ = try rules(folder, "brands.yaml", "brands:", "brands:")
        try folder.write(
            """
            facets:
              - id: touchpoint
                name: Touchpoint
                values: [{id: app, name: App, keywords: {pl: ["aplikacj*"]}}]
            """, to: "new/facets.yaml")
        try folder.write(
            "locations: [{id: gdansk, name: Gdańsk, inflect: pl}]", to: "new/locations.yaml")
        let rules = try folder.workspace.loadRules(folder: "new")
        let report = try report(folder, to: rules)
        #expect(report.changes.map(\.dimension) == [.facet, .facet])
        #expect(report.changes.map(\.to) == ["location:gdansk", "touchpoint:app"])
        #expect(report.changedEntries == 2)
        let example = try #require(report.changes.last?.examples.first)
        #expect(example.reasonBefore == "there is no such value")
        #expect(example.reasonAfter == "rules/facets.yaml:4:51: 'aplikacj*'")
        let thorough = try self.report(folder, to: rules, isThorough: true)
        #expect(try ContractJSON.encode(report) == ContractJSON.encode(thorough))
        #expect(
            try JSONSchema(ContractSchema.backtest.bytes)
                .problems(in: ContractJSON.encode(report)) == [])
    }

    @Test func `the same rules in another folder have the same hash and change nothing`()
        async throws
    {
        let folder = try await heard(["Zefirnet fatalny", "Zefirnet działa"])
        let rules = try rules(folder, "brands.yaml", "brands:", "brands:")
        #expect(try folder.workspace.loadRules().hash == rules.hash)
        #expect(try report(folder, to: rules, isThorough: true).changes.isEmpty)
    }

    @Test func `entries outside the period are left out`() async throws {
        let folder = try await heard(["Zefirnet raz", "Zefirnet dwa", "Zefirnet trzy"])
        let rules = try folder.workspace.loadRules()
        let start = Self.now.addingTimeInterval(-86_400)
        let options = Backtest.Options(
            now: Self.now, since: start.addingTimeInterval(60),
            until: start.addingTimeInterval(120))
        #expect(try report(folder, to: rules, options).entries == 1)
    }

    @Test func `nothing is compared while a run is at work, nor written`() async throws {
        let folder = try await heard(["Zefirnet nie działa"])
        let rules = try rules(folder, "routing.yaml", "severity: high", "severity: low")
        let archive = try folder.read("earshot.sqlite")
        _ = try report(folder, to: rules)
        #expect(try folder.read("earshot.sqlite") == archive)
        let lock = try RunLock(path: folder.workspace.path + "/run.lock")
        defer { withExtendedLifetime(lock) {} }
        let error = #expect(throws: RunError.self) { try report(folder, to: rules) }
        #expect(error?.exitCode == 75)
    }

    @Test func `tagging again follows the rules, and is done once`() async throws {
        let folder = try await heard(["Zefirnet nie działa", "Ziarenko nie działa"])
        try folder.write(
            """
            brands: [{id: ziarenko, name: Ziarenko}]
            """, to: "rules/brands.yaml")
        let first = try await Retag(workspace: folder.workspace).execute()
        #expect(first.retaggedEntries == 2 && first.entries == 2 && !first.isPartial)
        let second = try await Retag(workspace: folder.workspace).execute()
        #expect(second.retaggedEntries == 0 && second.rulesHash == first.rulesHash)
        let found = try Archive(workspace: folder.workspace).search(
            EntrySearch(brand: "ziarenko"))
        #expect(found.count == 1)
    }

    @Test func `tagging again that is ended early says so, and how to go on`() async throws {
        let folder = try await heard(["Zefirnet nie działa", "Ziarenko nie działa"])
        try folder.write(
            """
            brands: [{id: ziarenko, name: Ziarenko}]
            """, to: "rules/brands.yaml")
        let retag = Retag(workspace: folder.workspace)
        let ended = try await Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try await retag.execute()
        }.value
        #expect(ended.isPartial && ended.retaggedEntries == 0)
        let failure = try #require(ended.failure)
        #expect(failure.exitCode == 75)
        #expect(
            failure.description
                == "ended early, with 0 entries tagged again; give the command again, and it goes on "
                + "with the others")
        let whole = try await retag.execute()
        #expect(whole.retaggedEntries == 2 && whole.failure == nil)
    }
}
