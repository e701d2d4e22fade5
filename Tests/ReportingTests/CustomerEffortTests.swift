import Model
import TestSupport
import Testing

@testable import Reporting

/// What reports say of surveys that ask how easy a brand made it.
struct CustomerEffortTests {
    private static func post(
        _ number: Int64, _ points: Int?, story: Int64? = nil,
        at date: String = "2026-11-22T10:00:00Z"
    ) -> HeardEntry {
        let appraisal = Appraisal(
            stars: nil, recommendation: nil,
            effort: points.flatMap { CustomerEffort(points: $0) })
        return .sample(
            number, appraisal.above("zefirnet \(number)") ?? "",
            saying: [.init(of: "zefirnet", as: "zefirnet")], feed: "survey", at: .at(date),
            story: StoryMembership(
                id: story ?? number, reason: story == nil ? .first : .sameText, similarity: 1))
    }

    private static func posts(
        _ points: [Int?], from first: Int64 = 1, at date: String = "2026-11-22T10:00:00Z"
    ) -> [HeardEntry] {
        points.enumerated().map { post(first + Int64($0), $1, at: date) }
    }

    private static func ces(in digest: Digest) throws -> CustomerEffortScore {
        let brand = try #require(digest.brands.first { $0.id == "zefirnet" })
        return try #require(brand.ces)
    }

    @Test(
        arguments: [
            ([5, 6, 7, 5, 6], 1, 5.8), ([1, 2, 3, 4, 4], 0, 2.8), ([7, 7, 1, 1, 4], 0.4, 4),
            ([7, nil, 6, 5, 4, nil, 1], 0.6, 4.6),
        ] as [([Int?], Double, Double)])
    func `it is the share of 5 to 7, and the mean`(
        points: [Int?], score: Double, mean: Double
    ) throws {
        let ces = try Self.ces(in: SampleReports.digest(of: Self.posts(points)))
        #expect(ces.score == Ratios(mentions: score, stories: score))
        #expect(ces.mean == Ratios(mentions: mean, stories: mean))
        let given = points.compactMap(\.self)
        #expect(ces.counts == Counts(mentions: given.count, stories: given.count))
        #expect(ces.easy.mentions == given.count { $0 >= 5 })
        #expect(ces.hard.mentions == given.count { $0 <= 3 })
    }

    @Test func `of fewer than five answers there is none`() throws {
        let digest = SampleReports.digest(of: Self.posts([7, 7, 7, 7]))
        let ces = try Self.ces(in: digest)
        #expect(ces.counts == Counts(mentions: 4, stories: 4))
        #expect(ces.score == Ratios(mentions: nil, stories: nil))
        #expect(ces.mean == Ratios(mentions: nil, stories: nil))
        #expect(try DigestPage.html(of: digest).contains(#"<td data-label="CES"><b>–</b>"#))
    }

    @Test func `a story has the answer of its first`() throws {
        let ces = try Self.ces(
            in: SampleReports.digest(
                of: Self.posts([7, 7, 7, 1, 1]) + [Self.post(6, 1, story: 3)]))
        #expect(ces.counts == Counts(mentions: 6, stories: 5))
        #expect(ces.score == Ratios(mentions: 0.5, stories: 0.6))
    }

    @Test func `a digest tells it on its page, beside the period before`() throws {
        let digest = SampleReports.digest(
            of: Self.posts([7, 7, 7, 7, 2]), previous: Self.posts([5, 4, 4, 4, 4], from: 11))
        let page = try DigestPage.html(of: digest)
        #expect(page.contains("<b>80%</b> <small>was 20% (5)</small>"))
        #expect(page.contains(#"<td data-label="Mean, 1–7">6.00</td>"#))
        #expect(page.contains(#"<li class="tag"><bdi>CES 2/7</bdi></li>"#))
        #expect(digest.mentions.items.compactMap(\.ces).sorted() == [2, 7, 7, 7, 7])
        let table = DigestTable.brands.figures(of: digest)
        #expect(
            table.columns.suffix(7) == [
                "ces", "ces_stories", "ces_mean", "ces_answers", "ces_answers_stories",
                "ces_before", "ces_answers_before",
            ])
        #expect(
            table.rows[0].suffix(7) == [
                .share(0.8), .share(0.8), .share(6), .count(5), .count(5), .share(0.2), .count(5),
            ])
    }

    @Test(arguments: ReportLanguage.allCases)
    func `trends tell it week by week, in their language, and conform`(
        language: ReportLanguage
    ) throws {
        let trends = SampleReports.trends(
            of: Self.posts([7, 7, 7, 7, 1], at: "2026-11-10T10:00:00Z")
                + [Self.post(7, 3, at: "2026-11-17T10:00:00Z")],
            from: "2026-11-08T23:00:00Z", context: .sample(in: language))
        let brand = try #require(trends.brands.first { $0.id == "zefirnet" })
        #expect(brand.cesByWeek?.map(\.week) == ["2026-W46", "2026-W47"])
        #expect(brand.cesByWeek?.map(\.value.score.mentions) == [0.8, nil])
        let words = RatingWords(language)
        let page = try TrendsPage.html(of: trends)
        #expect(page.contains(#"<h3 id="ces">\#(words.effort)</h3>"#))
        #expect(page.contains(words.effortExplained))
        #expect(page.contains("<h3>\(words.cesByWeek)</h3>"))
        let json = try ContractJSON.encode(trends)
        #expect(try JSONSchema(ContractSchema.trends.bytes).problems(in: json) == [])
        #expect(try ContractJSON.decode(Trends.self, from: json) == trends)
    }

    @Test func `digests with it conform, and those without say nothing of it`() throws {
        let digest = SampleReports.digest(
            of: [Self.post(1, 6)], previous: Self.posts([3], from: 2))
        let json = try ContractJSON.encode(digest)
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: json) == [])
        #expect(try ContractJSON.decode(Digest.self, from: json) == digest)
        let without = SampleReports.digest(of: [Self.post(1, nil)])
        #expect(without.brands.allSatisfy { $0.ces == nil && $0.cesBefore == nil })
        #expect(try !DigestPage.html(of: without).contains("id=\"ces\""))
    }
}
