import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// Reports that were asked for of a competitor: what is said of it, and not of own brands beside it.
struct CompetitorReportTests {
    private static func context(of brand: Brand.ID?, in language: ReportLanguage = .english)
        -> ReportingContext
    {
        var context = ReportingContext.sample(in: language)
        context.facets = [
            Facet(
                id: "touchpoint", name: "Touchpoint",
                values: ["app", "staff"].map {
                    Model.Category(id: Model.Category.ID($0), name: $0, place: .sample)
                }, place: .sample)
        ]
        context.scope = Digest.Scope(period: .day, brand: brand, name: brand?.value)
        return context
    }

    /// One of ours about the app, one of Baltfon about its staff, and one of both about the app.
    private static let heard: [HeardEntry] = [
        entry(1, about: "app", [.init(of: "zefirnet", as: "Zefirnet", .positive, score: 0.5)]),
        entry(2, about: "staff", [.init(of: "baltfon", as: "Baltfon", .negative, score: -0.5)]),
        entry(
            3, about: "app",
            [
                .init(of: "zefirnet", as: "Zefirnet", .positive, score: 0.5),
                .init(of: "baltfon", as: "Baltfon", .negative, score: -0.2),
            ]),
    ]

    private static func entry(
        _ sequence: Int64, about touchpoint: Model.Category.ID, _ said: [HeardEntry.Saying]
    ) -> HeardEntry {
        .sample(
            sequence, said.map(\.form).joined(separator: " "), saying: said,
            facets: [
                "touchpoint": [CategoryTag(id: touchpoint, confidence: 0.5, evidence: [])]
            ])
    }

    private static func digest(of brand: Brand.ID?, in language: ReportLanguage = .english)
        -> Digest
    {
        SampleReports.digest(of: heard, context: context(of: brand, in: language))
    }

    @Test(
        arguments: [
            (nil, ["app": 2], 0), ("zefirnet", ["app": 2], 0),
            ("baltfon", ["app": 1, "staff": 1], 2),
        ] as [(Brand.ID?, [String: Int], Int)])
    func `what mentions are about is counted for the brand that was asked for`(
        brand: Brand.ID?, expected: [String: Int], negative: Int
    ) throws {
        let digest = Self.digest(of: brand)
        let values = try #require(digest.facets?.first).values.filter { $0.counts != .zero }
        let counts = values.map { ($0.id.value, $0.counts.mentions) }
        #expect(Dictionary(uniqueKeysWithValues: counts) == expected)
        #expect(values.map(\.tone.negative.mentions).reduce(0, +) == negative)
        let trends = SampleReports.trends(of: Self.heard, context: Self.context(of: brand))
        let series = try #require(trends.facets?.first).values
        let followed = series.map { ($0.id.value, $0.counts.mentions) }
        #expect(Dictionary(uniqueKeysWithValues: followed) == expected)
    }

    @Test(
        arguments: [
            (["baltfon", "ziarenko"], ["app": 1, "staff": 1], ["Baltfon", "Ziarenko"]),
            (["baltfon", "zefirnet"], ["app": 2], ["Zefirnet"]),
        ] as [([Brand.ID], [String: Int], [String])])
    func `messages to who asked for several go into competitors where no own brand is among them`(
        brands: [Brand.ID], expected: [String: Int], told: [String]
    ) throws {
        var context = Self.context(of: nil)
        context.audience = NoticeRule.Audience(brands: brands)
        let digest = SampleReports.digest(of: Self.heard, context: context)
        let values = try #require(digest.facets?.first).values.filter { $0.counts != .zero }
        let counts = values.map { ($0.id.value, $0.counts.mentions) }
        #expect(Dictionary(uniqueKeysWithValues: counts) == expected)
        #expect(
            ["Zefirnet", "Baltfon", "Ziarenko"].filter(digest.headlines[0].contains).sorted()
                == told)
    }

    @Test(
        arguments: [(nil, ["forum", "kurier"]), ("baltfon", ["forum"])]
            as [(Brand.ID?, [String])])
    func `new are those who name it`(brand: Brand.ID?, sources: [String]) {
        let heard: [HeardEntry] = [
            .sample(1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")], feed: "kurier"),
            .sample(2, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon")], feed: "forum"),
        ]
        let digest = DigestMaker(context: Self.context(of: brand)).digest(
            SampleNews.window,
            heard: HeardEntries<Never> { span, body in
                if span.upperBound == SampleNews.window.through { heard.forEach(body) }
            } numbered: { sequences in
                heard.filter { sequences.contains($0.sequence) }
            } known: { _, _ in
                Voices(feeds: [], authors: [])
            }, health: FeedHealth.sample)
        #expect(digest.newcomers?.sources.map(\.id).sorted() == sources)
        #expect(digest.newcomers?.mentions.count == sources.count)
    }

    @Test func `a trend report begins with it`() {
        let trends = SampleReports.trends(of: Self.heard, context: Self.context(of: "baltfon"))
        #expect(trends.headlines[0].contains("Baltfon"))
        #expect(!trends.headlines[0].contains("Zefirnet"))
        let own = SampleReports.trends(of: Self.heard, context: Self.context(of: "zefirnet"))
        #expect(own.headlines[0].contains("Zefirnet"))
        #expect(!own.headlines[0].contains("Baltfon"))
    }

    @Test func `channels are those that it was named in`() {
        #expect(Self.digest(of: nil).channels?.map(\.negative.mentions) == [0])
        #expect(Self.digest(of: "baltfon").channels?.map(\.negative.mentions) == [2])
    }

    @Test func `the page has its part, and none of own brands`() throws {
        let all = try DigestPage.html(of: Self.digest(of: nil))
        #expect(all.contains(#"id="brand-zefirnet""#))
        #expect(!all.contains(#"id="brand-baltfon""#))
        let page = try DigestPage.html(of: Self.digest(of: "baltfon"))
        #expect(page.contains(#"id="brand-baltfon""#))
        #expect(page.contains("href=\"#brand-baltfon\""))
        #expect(!page.contains(#"id="brand-zefirnet""#))
    }

    @Test(arguments: ReportLanguage.allCases)
    func `the page says whose mentions these are`(language: ReportLanguage) throws {
        let asked = FacetWords(language, of: "Baltfon").aboutExplained
        let own = FacetWords(language).aboutExplained
        #expect(asked.contains("Baltfon") && asked != own)
        let page = try DigestPage.html(of: Self.digest(of: "baltfon", in: language))
        #expect(page.contains(asked) && !page.contains(own))
        let trends = SampleReports.trends(
            of: Self.heard, context: Self.context(of: "baltfon", in: language))
        let trendsPage = try TrendsPage.html(of: trends)
        #expect(trendsPage.contains(asked) && !trendsPage.contains(own))
    }

    /// Seven weeks with one post of Zefirnet and two of Baltfon a day, and rules that say how many posts
    /// somebody has to answer.
    private static func course(of brand: Brand.ID) -> Trends {
        let posts: [(name: String, hour: Int)] = [
            ("Zefirnet", 8), ("Baltfon", 15), ("Baltfon", 16),
        ]
        let monday = Date.at("2026-10-05T00:00:00Z")
        var heard: [HeardEntry] = []
        for day in 0..<49 {
            for (name, hour) in posts {
                heard.append(
                    .sample(
                        Int64(day * 24 + hour), name,
                        saying: [.init(of: Brand.ID(name.lowercased()), as: name)],
                        at: monday.addingTimeInterval(Double(day * 24 + hour) * 3_600)))
            }
        }
        let sample = ReportingContext.sample
        var context = ReportingContext(
            brands: sample.brands, categories: sample.categories,
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [.support], routes: [], defaultTeam: "support",
                severityRules: [],
                staffing: StaffingRules(
                    handlingTime: .seconds(360), answerWithin: .seconds(3_600), shareWithin: 0.8,
                    answerShare: 0.3)),
            rulesHash: sample.rulesHash, programVersion: sample.programVersion)
        context.scope = Digest.Scope(period: .day, brand: brand, name: brand.value)
        return SampleReports.trends(
            of: heard, from: "2026-10-04T22:00:00Z", to: "2026-11-22T23:00:00Z", context: context)
    }

    @Test(
        arguments: [("zefirnet", 1, 49, 9), ("baltfon", 2, 98, 0)] as [(Brand.ID, Double, Int, Int)]
    )
    func `hours and the forecast are of it, and nobody answers its posts`(
        brand: Brand.ID, aDay: Double, posts: Int, answers: Int
    ) throws {
        let trends = Self.course(of: brand)
        #expect(trends.hours.flatMap(\.mentions).reduce(0, +) == posts)
        let forecast = try #require(trends.forecast)
        #expect(forecast.days.map(\.expected) == Array(repeating: aDay, count: 7))
        #expect(trends.staffing.monthlyAnswers == answers)
        #expect((trends.staffing.roster != nil) == (answers > 0))
    }

    @Test(arguments: ReportLanguage.allCases)
    func `its page foretells its posts and asks for no operators`(language: ReportLanguage) {
        let words = PageWords(language)
        func planning(_ brand: Brand.ID) -> PlanningView {
            let trends = Self.course(of: brand)
            return PlanningView(
                trends, words: words, ChannelWords(words.report, of: trends.otherBrandInDepth))
        }
        let (own, asked) = (planning("zefirnet"), planning("baltfon"))
        #expect(own.hasStaffing && !own.forecastNote.contains("Baltfon"))
        #expect(!asked.hasStaffing && asked.forecastNote.contains("Baltfon"))
        let hours = words.trends.whenPeopleWrite
        let definition = words.trendsMethod(of: "Baltfon").first { $0.defined == hours }
        #expect(definition?.definition.contains("Baltfon") == true)
    }

    @Test(arguments: [("zefirnet", true), ("baltfon", false)] as [(Brand.ID, Bool)])
    func `operators have a heading where there is something to answer`(
        brand: Brand.ID, isThere: Bool
    ) throws {
        let page = try TrendsPage.html(of: Self.course(of: brand))
        #expect(page.contains("<h3>Who it takes to answer</h3>") == isThere)
    }
}
