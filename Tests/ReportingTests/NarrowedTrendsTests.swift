import Model
import Reporting
import TestSupport
import Testing

struct NarrowedTrendsTests {
    private static let heard: [HeardEntry] = [
        .sample(
            1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")], language: .polish,
            categories: [.sample("complaint")], severity: .high, team: "support"),
        .sample(
            2, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
            categories: [.sample("praise")], team: "marketing"),
        .sample(
            3, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon")], feed: "forum",
            categories: [.sample("complaint")], team: "marketing"),
    ]

    private func trends(
        feeds: Set<Feed.ID>? = nil, _ narrow: (inout Digest.Scope) -> Void = { _ in },
        category: Model.Category.ID? = nil
    ) -> Trends {
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .span, category: category, name: "A part")
        narrow(&context.scope)
        context.feeds = feeds
        return SampleReports.trends(of: Self.heard, context: context)
    }

    @Test func `only entries of the part are counted`() {
        #expect(trends().totals.counts == Counts(mentions: 3, stories: 3))
        #expect(
            trends { $0.team = "marketing" }.totals.counts == Counts(mentions: 2, stories: 2))
        #expect(
            trends { $0.severityAtLeast = .high }.totals.counts == Counts(mentions: 1, stories: 1))
        #expect(
            trends { $0.language = .polish }.totals.counts == Counts(mentions: 1, stories: 1))
        #expect(trends(category: "complaint").totals.counts == Counts(mentions: 2, stories: 2))
        #expect(trends(feeds: ["forum"]).totals.counts == Counts(mentions: 1, stories: 1))
    }

    @Test func `the part is named, and everything is no part`() throws {
        #expect(trends().scope == nil)
        let part = trends { $0.team = "marketing" }
        #expect(part.scope?.team == "marketing")
        #expect(try TrendsPage.html(of: part).contains("A part"))
    }

    /// They were set for everything.
    @Test func `a part has no targets`() {
        #expect(trends { $0.team = "marketing" }.targets.isEmpty)
    }
}
