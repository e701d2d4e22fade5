import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What stands out in a trend report of a competitor is its own, not what own brands have beside it.
struct CompetitorTrendsTests {
    private static let monday = Date.at("2026-11-02T12:00:00Z")

    /// For three weeks three posts a day of each, which tell of a contract, and in the last week of a
    /// discount at Baltfon and a failure at Zefirnet; on one day thirty more of that.
    private static let heard: [HeardEntry] = {
        var said = (0..<21).flatMap { day in
            (0..<3).flatMap { _ in
                [
                    (day: day, brand: "Zefirnet", word: day < 14 ? "umowa" : "awaria"),
                    (day: day, brand: "Baltfon", word: day < 14 ? "umowa" : "rabat"),
                ]
            }
        }
        said += (0..<30).map { _ in (day: 19, brand: "Zefirnet", word: "awaria") }
        let posts = said.enumerated().map { number, said in
            post(Int64(number + 1), of: said.brand, said.word, onDay: said.day)
        }
        let again = StoryMembership(id: 901, reason: .sameText, similarity: 1)
        return posts + [
            post(901, of: "Zefirnet", "umowa", onDay: 3, praisedBy: "ola"),
            post(902, of: "Zefirnet", "umowa", onDay: 4, story: again, feed: "forum"),
        ]
    }()

    private static func post(
        _ number: Int64, of brand: String, _ word: String, onDay day: Int,
        praisedBy author: String? = nil, story: StoryMembership? = nil, feed: Feed.ID = "kurier"
    ) -> HeardEntry {
        .sample(
            number, "\(brand) \(word)",
            saying: [.init(of: Brand.ID(brand.lowercased()), as: brand)], feed: feed,
            at: monday.addingTimeInterval(Double(day * 86_400) + Double(number)), story: story,
            categories: author == nil ? [] : [.sample("praise")], author: author)
    }

    private static func trends(of brand: Brand.ID?) -> Trends {
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .day, brand: brand, name: brand?.value)
        return SampleReports.trends(
            of: heard, from: "2026-11-01T23:00:00Z", to: "2026-11-22T23:00:00Z", context: context)
    }

    @Test(
        arguments: [
            (nil, ["awaria", "rabat"]), ("zefirnet", ["awaria", "rabat"]), ("baltfon", ["rabat"]),
        ] as [(Brand.ID?, [String])])
    func `words that rise`(brand: Brand.ID?, expected: [String]) {
        #expect(Self.trends(of: brand).rising.map(\.term).sorted() == expected)
    }

    @Test(
        arguments: [(nil, ["zefirnet"]), ("zefirnet", ["zefirnet"]), ("baltfon", [])]
            as [(Brand.ID?, [Brand.ID])])
    func `days, bursts, voices and who praises`(brand: Brand.ID?, expected: [Brand.ID]) {
        let trends = Self.trends(of: brand)
        #expect(trends.events.map(\.brand) == expected)
        #expect(trends.incidents.map(\.brand) == expected)
        #expect(trends.influencers.isEmpty == expected.isEmpty)
        #expect(trends.brands.filter { $0.promoters != nil }.map(\.id) == expected)
        #expect(trends.headlines[1].contains("Zefirnet") != expected.isEmpty)
    }

    @Test(
        arguments: [(nil, 158, ["praise"]), ("baltfon", 63, [])] as [(Brand.ID?, Int, [String])])
    func `categories, sources and languages`(brand: Brand.ID?, posts: Int, categories: [String]) {
        let trends = Self.trends(of: brand)
        #expect(trends.categories.map(\.id) == categories)
        #expect(trends.languages.map(\.counts.mentions) == [posts])
        #expect(trends.sources.map(\.counts.mentions).reduce(0, +) == posts)
        #expect(trends.totals.counts.mentions == 158)
    }

    /// Where what named no brand is not kept, what is usual for a brand added on the last day is not known.
    @Test(
        arguments: [(nil, "No day stood out"), ("baltfon", "What is usual is not known yet")]
            as [(Brand.ID?, String)])
    func `whether a day could stand out depends on its own days`(brand: Brand.ID?, told: String)
        throws
    {
        let heard =
            (0..<21).map { Self.post(Int64($0 + 1), of: "Zefirnet", "umowa", onDay: $0) }
            + [Self.post(22, of: "Baltfon", "umowa", onDay: 20)]
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .day, brand: brand, name: brand?.value)
        let trends = TrendsMaker(context: context).trends(
            from: .at("2026-11-01T23:00:00Z"), to: .at("2026-11-22T23:00:00Z"),
            heard: HeardEntries(heard), health: [],
            allKeptSince: Self.monday.addingTimeInterval(20 * 86_400))
        #expect(trends.headlines[1].hasPrefix(told))
        #expect(try TrendsPage.html(of: trends).contains("<p class=\"standfirst\">\(told)"))
    }

    @Test func `own brands stand beside it all the same`() {
        let trends = Self.trends(of: "baltfon")
        #expect(trends.brands.map(\.id) == ["zefirnet", "kawka", "baltfon"])
        #expect(trends.brands[0].counts == Counts(mentions: 95, stories: 94))
    }
}
