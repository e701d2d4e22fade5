import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// A network and a café are both ours: their competitors are not each other's.
struct MarketTests {
    private static let context = context(of: ReportingContext.sample.brands.map(\.stating))

    private static func context(of brands: [Brand], targets: [Target] = []) -> ReportingContext {
        let sample = ReportingContext.sample
        return ReportingContext(
            brands: brands, categories: sample.categories,
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [.support], routes: [], defaultTeam: "support",
                severityRules: [], targets: targets),
            rulesHash: sample.rulesHash, programVersion: sample.programVersion)
    }

    /// Zefirnet is named three times, Baltfon once, Kawka once, Ziarenko four times.
    private static let heard = [
        "Zefirnet", "Zefirnet", "Zefirnet", "Baltfon", "Kawka", "Ziarenko", "Ziarenko", "Ziarenko",
        "Ziarenko",
    ].enumerated().map { number, name in
        HeardEntry.sample(
            Int64(number + 1), "\(name) \(number)",
            saying: [.init(of: Brand.ID(name.lowercased()), as: name)],
            at: .at("2026-11-22T10:00:00Z"))
    }

    private static func trends(_ targets: [Target] = []) -> Trends {
        SampleReports.trends(
            of: heard, from: "2026-11-21T23:00:00Z",
            context: context(of: context.brands, targets: targets))
    }

    @Test func `a brand shares the voice of its market alone`() throws {
        let digest = SampleReports.digest(of: Self.heard, context: Self.context)
        #expect(digest.brands.map(\.id) == ["zefirnet", "kawka", "baltfon", "ziarenko"])
        #expect(digest.brands.map(\.market) == ["telecom", "cafés", "telecom", "cafés"])
        #expect(digest.brands.map { $0.shareOfVoice?.mentions } == [0.75, 0.2, 0.25, 0.8])
        let trends = Self.trends()
        #expect(trends.brands.map(\.market) == digest.brands.map(\.market))
        #expect(trends.brands.map { $0.shareOfVoice?.mentions } == [0.75, 0.2, 0.25, 0.8])
        #expect(
            trends.weeks.map { $0.shares.map(\.shareOfVoice.mentions) } == [[0.75, 0.2, 0.25, 0.8]])
    }

    @Test func `brands that state no market compete with each other`() {
        let brands = Self.context.brands.map { brand in
            brand.market == "telecom" ? brand : brand.stating(nil)
        }
        let digest = SampleReports.digest(of: Self.heard, context: Self.context(of: brands))
        #expect(digest.brands.map { $0.shareOfVoice?.mentions } == [0.75, 0.2, 0.25, 0.8])
        #expect(digest.brands[1].market == nil)
    }

    @Test(
        arguments: [
            ("kawka", ["kawka", "ziarenko", "weather"]),
            ("zefirnet", ["zefirnet", "baltfon", "5g", "weather"]),
            ("ziarenko", ["ziarenko", "kawka", "weather"]),
        ] as [(Brand.ID, [Brand.ID])])
    func `a brand's digest tells of its competitors, and of topics of its market or of none`(
        brand: Brand.ID, told: [Brand.ID]
    ) {
        let topics = [("5g", "telecom"), ("weather", nil)].map { id, market in
            Brand(
                id: Brand.ID(id), name: id, kind: .topic, market: market, names: [id],
                place: .sample)
        }
        var context = Self.context(of: Self.context.brands + topics)
        context.scope = Digest.Scope(period: .day, brand: brand, name: brand.value)
        let digest = SampleReports.digest(of: Self.heard, context: context)
        #expect(digest.brands.map(\.id) == told)
    }

    @Test(
        arguments: [
            ("zefirnet", 0.75), ("kawka", 0.2), (nil, 0.4444),
        ] as [(Brand.ID?, Double)])
    func `a target of the share of voice is of the markets of its brands`(
        brand: Brand.ID?, value: Double
    ) throws {
        let target = Target(
            measure: .shareOfVoice, brand: brand, bound: .atLeast(0.5), place: .sample)
        #expect(try #require(Self.trends([target]).targets.first).value == value)
    }

    @Test func `a market without a brand of ours is in no target`() throws {
        let brands = Self.context.brands.map { brand in
            brand.id == "ziarenko" ? brand.stating("bakeries") : brand
        }
        let target = Target(measure: .shareOfVoice, bound: .atLeast(0.5), place: .sample)
        let trends = SampleReports.trends(
            of: Self.heard, from: "2026-11-21T23:00:00Z",
            context: Self.context(of: brands, targets: [target]))
        #expect(try #require(trends.targets.first).value == 0.8)
    }

    @Test func `the page has a table of weeks for each market, and says whose a brand is`() throws {
        let trends = Self.trends()
        let tables = WeekTableView.all(of: trends, words: PageWords(.english))
        #expect(
            tables.map(\.weekTitle) == [
                "Share of voice by week: telecom", "Share of voice by week: cafés",
            ])
        #expect(
            tables.map { $0.heads.map(\.headName) } == [
                ["Zefirnet", "Baltfon"], ["Kawka", "Ziarenko"],
            ])
        let html = try TrendsPage.html(of: trends)
        #expect(html.contains("<h3>Share of voice by week: cafés</h3>"))
        #expect(html.contains("<small>competitor · cafés</small>"))
        let plain = SampleReports.trends(of: Self.heard, from: "2026-11-21T23:00:00Z")
        #expect(
            WeekTableView.all(of: plain, words: PageWords(.english)).map(\.weekTitle)
                == ["Share of voice by week"])
    }

    @Test func `pages round a share of voice once, from the counts`() throws {
        let heard = (1...107).map { number in
            let name = number <= 94 ? "Zefirnet" : "Baltfon"
            return HeardEntry.sample(
                Int64(number), "\(name) \(number)",
                saying: [.init(of: Brand.ID(name.lowercased()), as: name)],
                at: .at("2026-11-22T10:00:00Z"))
        }
        let target = Target(
            measure: .shareOfVoice, brand: "baltfon", bound: .atLeast(0.2), place: .sample)
        let digest = SampleReports.digest(of: heard, context: Self.context)
        let trends = SampleReports.trends(
            of: heard, from: "2026-11-21T23:00:00Z",
            context: Self.context(of: Self.context.brands, targets: [target]))
        // 13 of 107 are 12.1495%.
        #expect(trends.brands.first { $0.id == "baltfon" }?.shareOfVoice?.mentions == 0.1215)
        #expect(trends.targets.first?.sentence.contains("12.1%") == true)
        for page in try [DigestPage.html(of: digest), TrendsPage.html(of: trends)] {
            #expect(page.contains("12.1%"))
            #expect(!page.contains("12.2%"))
        }
        let week = try #require(
            WeekTableView.all(of: trends, words: PageWords(.english)).first?.weekRows.first)
        #expect(week.cells.map(\.shareText) == ["87.9%", "12.1%"])
    }

    @Test(arguments: [
        (ReportLanguage.polish, "kawiarnie", "konkurencja · kawiarnie"),
        (.latvian, "cafés", "konkurents · cafés"),
    ])
    func `a market is called as the rules say in the language of the report`(
        language: ReportLanguage, name: String, kind: String
    ) throws {
        var brands = Self.context.brands
        for index in brands.indices where brands[index].market == "cafés" {
            brands[index].marketNames = [.english: "cafés", .polish: "kawiarnie"]
        }
        let sample = ReportingContext.sample
        let context = ReportingContext(
            brands: brands, categories: sample.categories, routing: sample.routing,
            language: language, rulesHash: sample.rulesHash, programVersion: sample.programVersion)
        let trends = SampleReports.trends(
            of: Self.heard, from: "2026-11-21T23:00:00Z", context: context)
        #expect(trends.brands.map(\.market) == ["telecom", "cafés", "telecom", "cafés"])
        let tables = WeekTableView.all(of: trends, words: PageWords(language))
        #expect(tables.map(\.weekTitle).last?.hasSuffix(": \(name)") == true)
        #expect(try TrendsPage.html(of: trends).contains("<small>\(kind)</small>"))
        let digest = SampleReports.digest(of: Self.heard, context: context)
        #expect(try DigestPage.html(of: digest).contains("<small>\(kind)</small>"))
        #expect(
            try JSONSchema(ContractSchema.digest.bytes)
                .problems(in: ContractJSON.encode(digest)) == [])
        #expect(
            try JSONSchema(ContractSchema.trends.bytes)
                .problems(in: ContractJSON.encode(trends)) == [])
    }

    @Test func `the table of brands says the market, where there is one`() throws {
        func markets(_ context: ReportingContext) throws -> [CSVDialect.Cell] {
            let table = DigestTable.brands.figures(
                of: SampleReports.digest(of: Self.heard, context: context))
            let column = try #require(table.columns.firstIndex(of: "market"))
            return table.rows.map { $0[column] }
        }
        #expect(
            try markets(Self.context) == ["telecom", "cafés", "telecom", "cafés"].map { .text($0) })
        #expect(try markets(.sample).allSatisfy { $0 == .missing })
    }
}

extension Brand {
    fileprivate var stating: Brand {
        stating(["kawka", "ziarenko"].contains(id.value) ? "cafés" : "telecom")
    }

    fileprivate func stating(_ market: String?) -> Brand {
        Brand(id: id, name: name, kind: kind, market: market, names: names, place: place)
    }
}
