import Model
import TestSupport
import Testing

@testable import Reporting

struct RuleVerdictsTests {
    @Test func `spam that names no followed brand after all was given once by the rules`() throws {
        let heard = (1...2).map { number in
            HeardEntry.sample(
                number, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                at: .at("2026-11-16T12:00:00Z"), categories: [.sample("spam")])
        }
        let corrections = [
            Correction(entry: 1, brand: "zefirnet", field: .brand, was: "zefirnet", is: nil),
            Correction(entry: 2, brand: "zefirnet", field: .category, was: "spam", is: "spam"),
        ]
        let judged = zip(heard, corrections).map { JudgedEntry(entry: $0, corrections: [$1]) }
        let trends = TrendsMaker(context: .sample).trends(
            from: .at("2026-11-15T23:00:00Z"), to: .at("2026-11-17T23:00:00Z"),
            heard: HeardEntries(judged.map { $0.entry.corrected(by: $0.corrections) }),
            health: FeedHealth.sample, judged: judged)
        let verdict = try #require(trends.verdicts.first { $0.tag == "spam" })
        #expect((verdict.given, verdict.confirmed) == (2, 1))
        #expect(trends.totals.spamLeftOut == 1)
    }
}
