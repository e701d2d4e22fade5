import Foundation
import Model
import Reporting
import TestSupport
import Testing

struct SourceGroupsTests {
    private static let context = {
        var context = ReportingContext.sample
        context.sources = [
            "forum": Source(id: "forum", name: "Forum", region: "Gdańsk", channel: .forum),
            "forum/comments": Source(
                id: "forum", name: "Forum", region: "Gdańsk", channel: .forum),
            "kurier": Source(id: "kurier", name: "Kurier", region: "Rīga", channel: .news),
        ]
        return context
    }()

    private static let heard: [HeardEntry] = [
        post(1, "forum", .negative, [.sample("complaint")]),
        post(2, "forum/comments", .negative, [.sample("complaint")], story: 1),
        post(3, "forum", .positive, [.sample("sales_lead")]),
        post(4, "kurier", .neutral), post(5, "unlisted", .neutral),
        .sample(6, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon")], feed: "kurier"),
    ]

    private static func post(
        _ sequence: Int64, _ feed: Feed.ID, _ label: Sentiment.Label,
        _ categories: [CategoryTag] = [], story: Int64? = nil
    ) -> HeardEntry {
        .sample(
            sequence, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", label)],
            feed: feed,
            story: story.map { StoryMembership(id: $0, reason: .sameText, similarity: 1) },
            categories: categories)
    }

    @Test func `each channel is told with what it brings of own brands`() throws {
        let channels = try #require(
            SampleReports.digest(of: Self.heard, context: Self.context).channels)
        #expect(channels.map(\.id) == ["forum", "news", "other"])
        #expect(channels.map(\.name) == ["Forums", "News", "Other sources"])
        let forum = channels[0]
        #expect(forum.sources == 1)
        #expect(forum.counts == Counts(mentions: 3, stories: 2))
        #expect(forum.negative == Counts(mentions: 2, stories: 1))
        #expect(forum.positive == Counts(mentions: 1, stories: 1))
        #expect(forum.needsAnswer == Counts(mentions: 3, stories: 2))
        #expect(forum.salesLeads == Counts(mentions: 1, stories: 1))
        #expect(channels[1].counts == Counts(mentions: 1, stories: 1))
    }

    @Test func `regions are compared day by day, and those without a region are in none`() throws {
        let trends = SampleReports.trends(of: Self.heard, context: Self.context)
        let regions = try #require(trends.regions)
        #expect(regions.map(\.id) == ["Gdańsk", "Rīga"])
        let day = try #require(trends.period.days.firstIndex(of: "2026-11-22"))
        #expect(regions[0].daily?.mentions[day] == 3)
        #expect(regions[0].daily?.stories[day] == 2)
        let page = try TrendsPage.html(of: trends)
        #expect(page.contains("Region by region"))
        #expect(page.contains("Channel by channel"))
    }

    @Test func `one region alone is no comparison`() {
        let digest = SampleReports.digest(
            of: Self.heard.filter { $0.feed != "kurier" }, context: Self.context)
        #expect(digest.regions == [])
    }

    /// Two tables of groups, one of hours, and one each of categories, sources and languages.
    @Test(
        arguments: [(.english, "Posts"), (.polish, "Wpisy"), (.latvian, "Ieraksti")]
            as [(ReportLanguage, String)])
    func `what is counted once, whichever brands it names, stands under posts`(
        language: ReportLanguage, head: String
    ) throws {
        var context = ReportingContext.sample(in: language)
        context.sources = Self.context.sources
        let page = try TrendsPage.html(of: SampleReports.trends(of: Self.heard, context: context))
        #expect(page.ranges(of: ">\(head)</th>").count == 6)
    }
}
