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
}
