import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What is told of bursts of blame at competitors to those who ask for it.
struct CompetitorAlertTests {
    private static let start = SampleNews.window.after

    /// As many bad posts about a brand in the window, from one second of it on.
    private static func posts(
        _ count: Int, of brand: Brand.ID, from first: Int64 = 1,
        categories: [Model.Category.ID] = []
    ) -> [HeardEntry] {
        (0..<Int64(count)).map { number in
            .sample(
                first + number, brand.value,
                saying: [.init(of: brand, as: brand.value, .negative)],
                at: start.addingTimeInterval(Double(first + number)),
                categories: categories.map { .sample($0) }, severity: .critical)
        }
    }

    private static func digest(
        of posts: [HeardEntry], isTold: Bool = true, brands: [Brand.ID] = [],
        in language: ReportLanguage = .english
    ) -> Digest {
        var context = ReportingContext.sample(in: language)
        context.audience = .init(brands: brands, isAlertedOfCompetitors: isTold)
        return DigestMaker(context: context).digest(
            SampleNews.window, heard: HeardEntries(posts), health: FeedHealth.sample)
    }

    @Test(arguments: [(4, []), (5, ["baltfon"])] as [(Int, [Brand.ID])])
    func `they are told by the measure of own brands, where they are asked for`(
        count: Int, told: [Brand.ID]
    ) {
        let posts = Self.posts(count, of: "baltfon")
        #expect(Self.digest(of: posts).alerts.map(\.brand) == told)
        #expect(Self.digest(of: posts, isTold: false).alerts.isEmpty)
    }

    @Test(
        arguments: [
            (.english, "At a competitor: 5 negative mentions of Baltfon (5 stories)"),
            (.polish, "U konkurenta: Baltfon: 5 negatywnych wzmianek (5 historii)"),
            (.latvian, "Pie konkurenta: Baltfon: 5 negatīvi pieminējumi (5 stāsti)"),
        ] as [(ReportLanguage, String)])
    func `they say whose they are, behind those of own brands`(
        language: ReportLanguage, sentence: String
    ) {
        let posts = Self.posts(5, of: "baltfon") + Self.posts(6, of: "zefirnet", from: 11)
        let alerts = Self.digest(of: posts, in: language).alerts
        #expect(alerts.map(\.brand) == ["zefirnet", "baltfon"])
        #expect(alerts.last?.sentence.hasPrefix(sentence) == true)
        #expect(alerts.first?.sentence.contains(sentence.prefix(10)) == false)
    }

    @Test func `incidents there are told, too, and nobody has to answer them`() {
        let digest = Self.digest(
            of: Self.posts(5, of: "baltfon", categories: [.incident]))
        #expect(digest.alerts.map(\.kind) == [.negative, .incident])
        #expect(digest.needsAnswer.items.isEmpty)
        #expect(digest.brands.filter { $0.kind == .own }.allSatisfy { $0.counts == .zero })
    }

    @Test func `of a brand's own notice they are those of its competitors`() {
        let posts = Self.posts(5, of: "baltfon") + Self.posts(6, of: "zefirnet", from: 11)
        #expect(Self.digest(of: posts, brands: ["kawka"]).alerts.map(\.brand) == ["baltfon"])
        #expect(Self.digest(of: posts, isTold: false, brands: ["kawka"]).alerts.isEmpty)
    }

    @Test(
        arguments: [(["baltfon"], ["baltfon"]), (["baltfon", "kawka"], [])]
            as [([Brand.ID], [Brand.ID])])
    func `of a notice for competitors alone they are theirs, and none of own brands`(
        brands: [Brand.ID], told: [Brand.ID]
    ) {
        let posts = Self.posts(5, of: "baltfon") + Self.posts(6, of: "zefirnet", from: 11)
        #expect(Self.digest(of: posts, isTold: false, brands: brands).alerts.map(\.brand) == told)
    }

    /// Everyday talk, none of it in the days that a digest is compared with.
    @Test(arguments: [(true, []), (false, ["baltfon"])] as [(Bool, [Brand.ID])])
    func `what sets a burst apart is found in the four weeks before`(
        isTold: Bool, brands: [Brand.ID]
    ) throws {
        func post(_ number: Int, _ text: String, hours: Double, _ label: Sentiment.Label)
            -> HeardEntry
        {
            .sample(
                Int64(number), "Baltfon. " + text,
                saying: [.init(of: "baltfon", as: "Baltfon", label)],
                at: Self.start.addingTimeInterval(hours * 3_600))
        }
        let weeks = (0..<57).map {
            post($0 + 1, "Rachunek jak zwykle", hours: Double(-24 * (8 + $0 / 3)), .neutral)
        }
        let burst = (0..<20).map { post($0 + 101, "Serwer leży", hours: 10, .negative) }
        func terms(_ posts: [HeardEntry]) throws -> [String] {
            let alerts = Self.digest(of: posts, isTold: isTold, brands: brands).alerts
            return try #require(alerts.first?.burst).terms
        }
        #expect(try terms(weeks + burst).isEmpty == false)
        #expect(try terms(burst).isEmpty)
    }

    @Test func `a message tells them, and there is none without`() throws {
        let writer = NoticeWriter(language: .english, timeZone: "Europe/Warsaw")
        let posts = Self.posts(5, of: "baltfon")
        let notice = try #require(
            writer.alerts(Self.digest(of: posts), minimumSeverity: .critical))
        #expect(notice.subject == "1 alert: Baltfon")
        #expect(notice.sections.map(\.items.count) == [1])
        #expect(notice.sections[0].items[0].text.hasPrefix("At a competitor: "))
        let without = Self.digest(of: posts, isTold: false)
        #expect(writer.alerts(without, minimumSeverity: .critical) == nil)
    }
}
