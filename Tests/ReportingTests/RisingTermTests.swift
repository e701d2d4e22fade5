import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct RisingTermTests {
    private static let from = Date.at("2026-11-01T00:00:00Z")

    private func trends(_ texts: [(day: Int, text: String)]) -> Trends {
        let heard = texts.enumerated().map { number, said in
            HeardEntry.sample(
                Int64(number + 1), "Zefirnet. " + said.text,
                saying: [.init(of: "zefirnet", as: "Zefirnet")],
                at: Self.from.addingTimeInterval(Double(said.day * 86_400 + 43_200)),
                language: .polish)
        }
        return SampleReports.trends(
            of: heard, from: "2026-11-01T00:00:00Z", to: "2026-11-22T00:00:00Z")
    }

    /// Words of a vocabulary in which the commoner ones are as much commoner as in any language.
    private func noise(posts: Int, seed: UInt64) -> [(day: Int, text: String)] {
        var random = SeededGenerator(seed: seed)
        let ranks = (1...400).map { 1 / Double($0) }
        let sum = ranks.reduce(0, +)
        func word() -> String {
            var place = Double.random(in: 0..<sum, using: &random)
            for (rank, share) in ranks.enumerated() {
                place -= share
                if place <= 0 { return "slowo\(rank)x" }
            }
            return "slowo"
        }
        return (0..<posts).map { number in
            (number % 21, (0..<12).map { _ in word() }.joined(separator: ", "))
        }
    }

    @Test func `a word rises in an archive of three weeks, in whichever form it stands`() {
        let everyday = (0..<60).map { ($0 % 21, "rachunek przyszedł, umowa bez zmian") }
        let forms = ["awaria", "awarii", "awarią", "awarię", "awaria"]
        let rising = trends(
            everyday.map { (day: $0.0, text: $0.1) }
                + (0..<10).map { (day: 16 + $0 % 5, text: "była \(forms[$0 % 5])") }
        ).rising
        #expect(rising.first?.term == "awaria")
        #expect(rising.first?.recent.stories == 10)
        #expect(rising.count == 1)
    }

    @Test func `what was before is told by the week, as the last seven days are`() throws {
        let everyday =
            (0..<300).map { (day: $0 % 14, text: "rachunek przyszedł, umowa bez zmian") }
            + (0..<30).map { (day: 15 + $0 % 6, text: "rachunek przyszedł, umowa bez zmian") }
        let outage =
            (0..<28).map { (day: 2 + $0 % 4, text: "była awaria") }
            + (0..<24).map { (day: 17 + $0 % 4, text: "była awaria") }
        let trends = trends(everyday + outage)
        let term = try #require(trends.rising.first { $0.term == "awaria" })
        #expect(term.before.stories == 28)
        #expect(
            PageWords(.english).rise(of: term, in: trends.period) == "14.0 → 24 stories a week")
        let page = try TrendsPage.html(of: trends)
        #expect(page.contains(#"<td data-label="Before, per week">14.0 (14.0)</td>"#))
    }

    @Test func `a report of the morning counts seven whole days of rising words`() throws {
        let heard = (0..<21 * 6).map { number in
            let day = number / 6
            return HeardEntry.sample(
                Int64(number + 1), "Zefirnet. " + (day < 14 ? "umowa" : "awaria"),
                saying: [.init(of: "zefirnet", as: "Zefirnet")],
                at: Self.from.addingTimeInterval(Double(number) * 4 * 3600), language: .polish)
        }
        let trends = SampleReports.trends(
            of: heard, from: "2026-10-31T23:00:00Z", to: "2026-11-22T05:00:00Z")
        let term = try #require(trends.rising.first { $0.term == "awaria" })
        #expect(term.recent.stories == 40)
        #expect(
            PageWords(.english).rise(of: term, in: trends.period).hasSuffix("→ 40 stories a week"))
        let short = SampleReports.trends(
            of: heard, from: "2026-11-07T23:00:00Z", to: "2026-11-21T05:00:00Z")
        #expect(!short.period.hasTwoWeeks && short.rising.isEmpty)
    }

    @Test(arguments: [(100, 1 as UInt64), (100, 2), (100, 3), (400, 4), (400, 5), (400, 6)])
    func `where nothing changes hardly a word rises`(posts: Int, seed: UInt64) {
        let rising = trends(noise(posts: posts, seed: seed)).rising
        #expect(rising.count <= 6, "\(rising.map { ($0.term, $0.zScore) })")
    }

    @Test func `the prior weighs a tenth of a small archive, and 500 counts of a large one`() {
        #expect(LogOdds.ofFewTexts(recentTotal: 200, beforeTotal: 600).priorStrength == 80)
        #expect(LogOdds.ofFewTexts(recentTotal: 9_000, beforeTotal: 30_000).priorStrength == 500)
    }

    @Test func `a rising word is quoted in the sentence that has it, and marked there`() throws {
        let everyday = (0..<60).map { (day: $0 % 21, text: "rachunek przyszedł, umowa bez zmian") }
        let rising = trends(
            everyday
                + (0..<10).map { (day: 16 + $0 % 5, text: "Pogoda ładna. Awaria, i tyle.") }
        ).rising
        let term = try #require(rising.first { $0.term == "awaria" })
        let quote = try #require(term.quote)
        #expect(quote.text == "Awaria, i tyle.")
        let mark = try #require(quote.marks.first { $0.kind == .term })
        let scalars = Array(quote.text.unicodeScalars)[mark.start..<mark.end]
        #expect(String(String.UnicodeScalarView(scalars)) == "Awaria")
    }
}
