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

    /// Trends narrowed to a part, of two entries, each corrected once.
    private func verdicts(
        _ heard: [HeardEntry], _ corrections: [Correction], narrowed scope: Digest.Scope
    ) -> [RuleVerdict] {
        var context = ReportingContext.sample
        context.scope = scope
        let judged = zip(heard, corrections).map { JudgedEntry(entry: $0, corrections: [$1]) }
        return TrendsMaker(context: context).trends(
            from: .at("2026-11-15T23:00:00Z"), to: .at("2026-11-17T23:00:00Z"),
            heard: HeardEntries(judged.map { $0.entry.corrected(by: $0.corrections) }),
            health: FeedHealth.sample, judged: judged
        ).verdicts
    }

    @Test func `a report of a brand tells of no verdict on another`() {
        let heard = ["zefirnet", "kawka"].enumerated().map { index, brand in
            HeardEntry.sample(
                Int64(index + 1), "Brand", saying: [.init(of: Brand.ID(brand), as: "Brand")],
                at: .at("2026-11-16T12:00:00Z"))
        }
        let corrections = [
            Correction(entry: 1, brand: "zefirnet", field: .brand, was: "zefirnet", is: "zefirnet"),
            Correction(entry: 2, brand: "kawka", field: .brand, was: "kawka", is: nil),
        ]
        let verdicts = verdicts(
            heard, corrections, narrowed: Digest.Scope(period: .span, brand: "zefirnet"))
        #expect(verdicts.map(\.tag) == ["zefirnet"])
        #expect(verdicts.map(\.given) == [1])
    }

    @Test func `a report of a category tells of what was missed as of what was wrong`() throws {
        let heard = [1, 2].map { number in
            HeardEntry.sample(
                number, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                at: .at("2026-11-16T12:00:00Z"),
                categories: number == 1 ? [.sample("complaint")] : [])
        }
        let corrections = [
            Correction(entry: 1, brand: "zefirnet", field: .category, was: "complaint", is: nil),
            Correction(entry: 2, brand: "zefirnet", field: .category, was: nil, is: "complaint"),
        ]
        let verdict = try #require(
            verdicts(
                heard, corrections, narrowed: Digest.Scope(period: .span, category: "complaint")
            ).first)
        #expect((verdict.given, verdict.corrected, verdict.missed) == (1, 1, 1))
    }
}
