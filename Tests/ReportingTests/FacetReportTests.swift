import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct FacetReportTests {
    private static let context = context(in: .polish)

    private static func context(in language: ReportLanguage) -> ReportingContext {
        var context = ReportingContext.sample(in: language)
        context.facets = [
            Facet(
                id: "touchpoint", name: "Touchpoint",
                translations: [.polish: Translation(name: "Styk")],
                values: [value("app", "Aplikacja"), value("staff", "Obsługa")], place: .sample),
            Facet(id: "aspect", name: "Aspect", values: [value("time", "Czas")], place: .sample),
        ]
        context.locations = ["gdansk", "riga"].map {
            Location(
                id: Location.ID($0), name: $0.capitalized,
                names: Brand(id: Brand.ID($0), name: $0, names: [$0], place: .sample),
                place: .sample)
        }
        return context
    }

    private static func value(_ id: Model.Category.ID, _ name: String) -> Model.Category {
        Model.Category(
            id: id, name: "in English", translations: [.polish: Translation(name: name)],
            place: .sample)
    }

    /// Of Zefirnet and what else is named, at noon of a day of November 2026.
    private func entry(
        _ sequence: Int64, _ label: Sentiment.Label = .neutral, about values: [String],
        saying others: [HeardEntry.Saying] = [], on day: Int = 22, story: Int64? = nil
    ) -> HeardEntry {
        var facets = FacetTags()
        for value in values.compactMap(FacetValue.init) {
            facets[value.facet].append(CategoryTag(id: value.value, confidence: 0.5, evidence: []))
        }
        let score = label == .negative ? -0.5 : label == .positive ? 0.5 : 0
        let date = Date.at("2026-11-01T11:00:00Z") + Double(day - 1) * 86_400
        return .sample(
            sequence, "Zefirnet",
            saying: [.init(of: "zefirnet", as: "Zefirnet", label, score: score)]
                + others, at: date,
            story: story.map { StoryMembership(id: $0, reason: .sameText, similarity: 1) },
            facets: facets)
    }

    private func digest(_ now: [HeardEntry], before: [HeardEntry] = []) -> Digest {
        SampleReports.digest(of: now, previous: before, context: Self.context)
    }

    @Test func `a digest tells of each value how often, in what tone, and what it was before`()
        throws
    {
        let digest = digest(
            [
                entry(1, .negative, about: ["touchpoint:app", "location:riga"]),
                entry(2, .negative, about: ["touchpoint:app"], story: 1),
                entry(3, .positive, about: ["touchpoint:app", "touchpoint:staff"]),
                entry(4, .undecided, about: ["touchpoint:app"]),
            ], before: [entry(5, about: ["touchpoint:app"]), entry(6, about: ["aspect:time"])])
        let facets = try #require(digest.facets)
        #expect(facets.map(\.name) == ["Styk", "Aspect", "Miejsce"])
        let app = try #require(facets[0].values.first)
        #expect(app.name == "Aplikacja")
        #expect(app.counts == Counts(mentions: 4, stories: 3))
        #expect(app.previous.before == Counts(mentions: 1, stories: 1))
        #expect(app.tone.negative == Counts(mentions: 2, stories: 1))
        #expect(app.negativeShare == Ratios(mentions: 0.6667, stories: 0.5))
        #expect(facets[0].values.map(\.id) == ["app", "staff"])
        #expect(facets[1].values.map(\.counts) == [.zero])
        #expect(facets[2].values.map(\.name) == ["Riga"])
    }

    @Test func `an entry counts once, by the strongest tone toward an own brand`() throws {
        let digest = digest([
            entry(
                1, .positive, about: ["touchpoint:app"],
                saying: [
                    .init(of: "kawka", as: "Kawka", .negative, score: -0.9),
                    .init(of: "baltfon", as: "Baltfon", .positive, score: 1),
                ])
        ])
        let app = try #require(digest.facets?.first?.values.first)
        #expect(app.counts.mentions == 1)
        #expect(app.tone.negative.mentions == 1)
        #expect(app.tone.positive == .zero)
    }

    @Test(
        arguments: [(.english, "Posts"), (.polish, "Wpisy"), (.latvian, "Ieraksti")]
            as [(ReportLanguage, String)])
    func `a table of what posts are about is headed by posts`(
        language: ReportLanguage, head: String
    ) throws {
        let heard = [entry(1, about: ["touchpoint:app"])]
        let context = Self.context(in: language)
        let pages = [
            try DigestPage.html(of: SampleReports.digest(of: heard, context: context)),
            try TrendsPage.html(of: SampleReports.trends(of: heard, context: context)),
        ]
        for (page, section) in zip(pages, ["about", "facet-touchpoint"]) {
            let start = try #require(page.range(of: #"<section id="\#(section)""#))
            let end = try #require(page[start.upperBound...].range(of: "</section>"))
            #expect(page[start.upperBound..<end.lowerBound].contains(">\(head)</th>"))
        }
    }

    @Test func `what is said of competitors alone counts none, and can be picked`() throws {
        let other = HeardEntry.sample(
            1, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon")],
            facets: ["touchpoint": [CategoryTag(id: "app", confidence: 0.5, evidence: [])]])
        let digest = digest([other])
        #expect(digest.facets?.first?.values.map(\.counts) == [.zero])
        let page = try DigestPage.html(of: digest)
        #expect(page.contains(#"<select name="facet-touchpoint">"#))
        #expect(page.contains(#"<option value="touchpoint:app" data-name="Aplikacja">"#))
        #expect(!page.contains(#"id="about""#))
    }

    @Test func `trends compare places: days, tone, the last week, what they are blamed for`() throws
    {
        let trends = SampleReports.trends(
            of: [
                entry(1, .negative, about: ["location:riga", "aspect:time"], on: 2),
                entry(2, .negative, about: ["location:riga", "aspect:time"], on: 10),
                entry(3, .positive, about: ["location:riga", "touchpoint:app"], on: 20),
                entry(4, .negative, about: ["location:riga", "touchpoint:app"], on: 21),
                entry(5, .positive, about: ["location:gdansk"], on: 21),
            ], context: Self.context)
        let places = try #require(trends.facets?.last)
        #expect(places.id == "location")
        #expect(places.values.map(\.id) == ["riga", "gdansk"])
        let riga = places.values[0]
        #expect(riga.counts.mentions == 4)
        #expect(riga.daily.mentions.reduce(0, +) == 4)
        #expect(riga.negativeShare.mentions == 0.75)
        #expect(riga.netSentiment.mentions == -0.5)
        #expect(riga.lastWeek.mentions == 2)
        #expect(riga.lastWeekChange?.before.mentions == 1)
        #expect(riga.blamedFor.map(\.id) == ["aspect:time", "touchpoint:app"])
        #expect(riga.blamedFor.map(\.counts.mentions) == [2, 1])
        let page = try TrendsPage.html(of: trends)
        #expect(page.contains("Porównanie miejsc"))
        #expect(page.contains("Czas 2, Aplikacja 1"))
    }

    @Test func `a morning's report holds seven days against seven`() throws {
        let trends = SampleReports.trends(
            of: (8...21).map { entry(Int64($0), about: ["location:riga"], on: $0) },
            to: "2026-11-22T06:00:00Z", context: Self.context)
        let riga = try #require(trends.facets?.last?.values.first)
        #expect(riga.lastWeek.mentions == 7)
        #expect(riga.lastWeekChange?.before.mentions == 7)
        #expect(riga.lastWeekChange?.ratio.mentions == 1)
    }

    @Test func `where the period has no two weeks the last is held against none`() throws {
        let trends = SampleReports.trends(
            of: [entry(1, about: ["location:riga"], on: 9), entry(2, about: ["location:riga"])],
            from: "2026-11-08T23:00:00Z", to: "2026-11-22T12:00:00Z", context: Self.context)
        let riga = try #require(trends.facets?.last?.values.first)
        #expect(riga.lastWeek.mentions == 1)
        #expect(riga.lastWeekChange == nil)
    }

    @Test(arguments: [("2026-11-12T23:00:00Z", false), ("2026-11-07T23:00:00Z", true)])
    func `what feeds still held of a week when they were first polled is no measure`(
        since: String, isCompared: Bool
    ) throws {
        let posts = (8...21).map { entry(Int64($0), about: ["location:riga"], on: $0) }
        let trends = TrendsMaker(context: Self.context).trends(
            from: .at("2026-10-31T23:00:00Z"), to: .at("2026-11-22T06:00:00Z"),
            heard: HeardEntries(posts), health: [], heardIn: ListeningTime(since: .at(since)),
            recordsSince: .at("2026-10-31T23:00:00Z"))
        let riga = try #require(trends.facets?.last?.values.first)
        #expect((riga.lastWeekChange != nil) == isCompared)
    }

    @Test func `rules without facets leave reports as they were`() throws {
        #expect(SampleReports.digest.facets == nil)
        #expect(SampleReports.trends.facets == nil)
        let json = try ContractJSON.encode(SampleReports.digest)
        #expect(!String(decoding: json, as: UTF8.self).contains("facets"))
    }

    @Test(arguments: ReportLanguage.allCases)
    func `the page has a table for each facet, in each language`(language: ReportLanguage) throws {
        let digest = SampleReports.digest(
            of: [entry(1, .negative, about: ["touchpoint:app", "location:riga"])],
            context: Self.context(in: language))
        let page = try DigestPage.html(of: digest)
        #expect(page.contains(FacetWords(language).about))
        #expect(page.contains(FacetWords(language).location))
        #expect(page.contains("100%"))
    }

    @Test func `figures are to be had as rows, JSON as the schemas say`() throws {
        let entries = [
            entry(1, .negative, about: ["touchpoint:app", "location:riga"]),
            entry(2, .positive, about: ["touchpoint:app"], on: 10),
        ]
        let digest = digest([entries[0]])
        let table = DigestTable.facets.figures(of: digest).csv(in: CSVDialect())
        #expect(table.contains(#""touchpoint","app","Aplikacja",1,1,0,0,0,0,1,0,0,1.0"#))
        let trends = SampleReports.trends(of: entries, context: Self.context)
        let rows = try String(
            decoding: TrendsTable.facets.figures(of: trends).jsonLines(), as: UTF8.self)
        #expect(rows.contains(#""facet":"location","id":"riga","#))
        let series = SeriesTable.figures(of: trends).csv(in: CSVDialect())
        #expect(series.contains(#""2026-11-10","facet:touchpoint","app","Aplikacja",1,1"#))
        #expect(
            try JSONSchema(ContractSchema.digest.bytes).problems(in: ContractJSON.encode(digest))
                == [])
        #expect(
            try JSONSchema(ContractSchema.trends.bytes).problems(in: ContractJSON.encode(trends))
                == [])
    }
}
