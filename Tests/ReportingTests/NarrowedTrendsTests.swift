import Foundation
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
        #expect(part.headlines[0].hasPrefix("Marketing: "))
        #expect(trends(category: "complaint").headlines[0].hasPrefix("Complaint: "))
    }

    /// As in digests: neither a team's posts nor the severe ones are all that is said.
    @Test func `a part of a team or a severity has no shares of voice`() {
        func hasShares(_ trends: Trends) -> [Bool] {
            [trends.brands.contains { $0.shareOfVoice != nil }, !trends.weeks.isEmpty]
        }
        #expect(hasShares(trends { $0.team = "marketing" }) == [false, false])
        #expect(hasShares(trends { $0.severityAtLeast = .high }) == [false, false])
        #expect(hasShares(trends(category: "complaint")) == [true, true])
    }

    /// Three posts a day by one source, of complaint for thirty days, then of praise for twelve.
    private static let turned = (0..<42).flatMap { day in
        (1...3).map { number in post(number, onDay: day, of: day < 30 ? "complaint" : "praise") }
    }

    private static func post(_ number: Int, onDay day: Int, of category: Model.Category.ID)
        -> HeardEntry
    {
        .sample(
            Int64(day * 3 + number), "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
            at: Date.at("2026-08-31T10:00:00Z").addingTimeInterval(Double(day) * 86_400),
            categories: [.sample(category)])
    }

    @Test func `a source that is silent on a part alone is no source that vanished`() {
        func changes(_ heard: [HeardEntry], _ scope: Digest.Scope) -> [Trends.SourceChange.Kind] {
            var context = ReportingContext.sample
            context.scope = scope
            if scope.region != nil { context.feeds = ["kurier"] }
            return SampleReports.trends(
                of: heard, to: "2026-10-11T22:00:00Z", context: context
            ).sourceChanges.map(\.kind)
        }
        let complaints = Array(Self.turned.prefix(90))
        #expect(changes(Self.turned, Digest.Scope(period: .span, category: "complaint")) == [])
        #expect(changes(complaints, Digest.Scope(period: .span)) == [.vanished])
        #expect(changes(complaints, Digest.Scope(period: .span, region: "PL")) == [.vanished])
    }

    /// They were set for everything.
    @Test func `a part has no targets`() {
        func targets(of team: Team.ID?) -> Int {
            let sample = ReportingContext.sample
            let routing = Routing(
                timeZone: "Europe/Warsaw", teams: [.support, .marketing], routes: [],
                defaultTeam: "marketing", severityRules: [],
                targets: [
                    Target(measure: .mentionsPerDay, bound: .atLeast(1), place: .sample)
                ])
            var context = ReportingContext(
                brands: sample.brands, categories: sample.categories, routing: routing,
                rulesHash: "", programVersion: "")
            context.scope.team = team
            return SampleReports.trends(of: Self.heard, context: context).targets.count
        }
        #expect(targets(of: nil) == 1)
        #expect(targets(of: "marketing") == 0)
    }
}
