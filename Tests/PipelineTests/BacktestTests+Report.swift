import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What the report of a comparison says: counts, weeks and examples.
extension BacktestTests {
    @Test func `one entry is told of as one`() async throws {
        let folder = try await heard(["Zefirnet szkoda że stoi"])
        let rules = try rules(
            folder, "categories.yaml", "[nie działa]", "[nie działa, szkoda że stoi]")
        let text = BacktestText(
            try report(folder, to: rules), style: TerminalStyle(isOn: false)
        ).text
        #expect(text.contains("\n1 entry; mentions 1 → 1\n"), "\(text)")
        #expect(text.contains("\n1 of 1 mention changes (100.0 %)\n"), "\(text)")
    }

    @Test func `the trend begins with the first week in which anything was heard`() async throws {
        let folder = try await heard(RandomPosts.make(20))
        let report = try report(
            folder, to: try rules(folder, "brands.yaml", "inflect: pl", "inflect: none"))
        #expect(Set(report.weeks.map(\.from)).count == 8)
        let text = BacktestText(report, style: TerminalStyle(isOn: false)).text
        let rows = text.split(separator: "\n").filter { $0.contains("zefirnet  ") }
            .filter { $0.hasPrefix("2026-") }
        // The Monday of the clocks in Warsaw; in UTC the week begins on the Sunday before.
        #expect(rows.count == 1 && rows[0].hasPrefix("2026-11-16  "), "\(text)")
    }

    @Test func `what appears, vanishes and moves is counted and shown with its reasons`()
        async throws
    {
        let folder = try await heard([
            "Zefirnet nie działa", "Ziarenko ma awarię", "Zefirnet świetny", "nic o nikim",
        ])
        let rules = try rules(
            folder, "brands.yaml", "brands:", "brands:\n  - {id: ziarenko, name: Ziarenko}")
        let report = try report(folder, to: rules)
        #expect(report.before.mentions == 2 && report.after.mentions == 3)
        #expect(report.changedEntries == 1 && report.changedShare == 0.3333)
        let brand = try #require(report.changes.first)
        #expect(brand.dimension == .brand && brand.from == nil && brand.to == "ziarenko")
        let example = try #require(brand.examples.first)
        #expect(example.snippet.text == "Ziarenko ma awarię")
        #expect(example.reasonBefore == "there is no such brand")
        #expect(example.reasonAfter == "rules/brands.yaml:2:5: 'Ziarenko'")
        #expect(report.changes(moreThan: 33) && !report.changes(moreThan: 34))
    }

    @Test func `weeks tell the trend by each set of rules`() async throws {
        let folder = try await heard(["Zefirnet fatalny", "Zefirnet działa", "Zefirnet świetny"])
        let rules = try rules(folder, "sentiment/pl.tsv", "świetny\t3", "świetny\t-3")
        let options = Backtest.Options(now: Self.now, weeks: 2)
        let report = try report(folder, to: rules, options)
        #expect(report.weeks.map { $0.before.negative } == [0, 1])
        #expect(report.weeks.map { $0.after.negative } == [0, 2])
        #expect(report.weeks.last?.after.negativeShare == 0.6667)
        // Monday in Warsaw.
        #expect(report.weeks.last.map { ContractJSON.timestamp($0.from) } == "2026-11-15T23:00:00Z")
    }

    @Test func `examples are spread over sources and are the same ones every time`() async throws {
        let folder = try await heard((0..<60).map { "Zefirnet numer \($0)" })
        let rules = try rules(folder, "brands.yaml", "name: Zefirnet", "name: Orzech")
        let options = Backtest.Options(now: Self.now, examples: 4)
        let report = try report(folder, to: rules, options)
        let feeds = report.changes.first?.examples.map(\.feed.value).sorted()
        #expect(feeds == ["a", "a", "b", "b"])
        let again = try self.report(folder, to: rules, options)
        #expect(try ContractJSON.encode(report) == ContractJSON.encode(again))
    }
}
