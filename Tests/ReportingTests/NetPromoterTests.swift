import Model
import TestSupport
import Testing

@testable import Reporting

/// What reports say of surveys: whether people would recommend a brand, and whether they are satisfied.
struct NetPromoterTests {
    private static func post(
        _ number: Int64, nps points: Int?, stars: Double? = nil, story: Int64? = nil,
        at date: String = "2026-11-22T10:00:00Z"
    ) -> HeardEntry {
        let appraisal = Appraisal(
            stars: stars.flatMap { Stars(rating: $0) },
            recommendation: points.flatMap { Recommendation(points: $0) })
        return .sample(
            number, appraisal.above("zefirnet \(number)") ?? "",
            saying: [.init(of: "zefirnet", as: "zefirnet")], feed: "survey", at: .at(date),
            story: StoryMembership(
                id: story ?? number, reason: story == nil ? .first : .sameText, similarity: 1))
    }

    private static func posts(
        _ points: [Int?], from first: Int64 = 1, at date: String = "2026-11-22T10:00:00Z"
    ) -> [HeardEntry] {
        points.enumerated().map { post(first + Int64($0), nps: $1, at: date) }
    }

    private static func brand(in digest: Digest) throws -> Digest.BrandSummary {
        try #require(digest.brands.first { $0.id == "zefirnet" })
    }

    /// Two weeks: five promoters and a passive one, then two who would not.
    private static func trends(in language: ReportLanguage = .english) -> Trends {
        let first = posts([9, 9, 10, 10, 9, 8], at: "2026-11-10T10:00:00Z")
        let second = [
            post(7, nps: 6, at: "2026-11-17T10:00:00Z"),
            post(8, nps: 0, at: "2026-11-17T11:00:00Z"),
        ]
        return SampleReports.trends(
            of: first + second, from: "2026-11-08T23:00:00Z", context: .sample(in: language))
    }

    @Test(
        arguments: [
            ([9, 10, 9, 9, 10], 100), ([0, 6, 3, 2, 1], -100), ([7, 8, 7, 8, 7], 0),
            ([10, 9, 8, 7, 6], 20), ([10, 8, 8, 8, 8, 6, 0], -14.3),
            ([10, nil, 9, 8, 7, nil, 6], 20),
        ] as [([Int?], Double)])
    func `it is the share of 9 and 10 minus that of 0 to 6, in points`(
        points: [Int?], score: Double
    ) throws {
        let nps = try #require(Self.brand(in: SampleReports.digest(of: Self.posts(points))).nps)
        let given = points.compactMap(\.self)
        #expect(nps.score == Ratios(mentions: score, stories: score))
        #expect(nps.counts == Counts(mentions: given.count, stories: given.count))
        #expect(
            nps.promoters.mentions + nps.passives.mentions + nps.detractors.mentions == given.count)
        #expect(nps.detractors.mentions == given.count { $0 <= 6 })
    }

    @Test func `of fewer than five answers only their number is told`() throws {
        let digest = SampleReports.digest(of: Self.posts([10, 10, 10, 10]))
        let nps = try #require(Self.brand(in: digest).nps)
        #expect(nps.counts == Counts(mentions: 4, stories: 4))
        #expect(nps.score == Ratios(mentions: nil, stories: nil))
        let page = try DigestPage.html(of: digest)
        #expect(page.contains(#"<td data-label="NPS"><b>–</b>"#))
        #expect(page.contains(#"<td data-label="Answers"><b>4</b> <small>4 stories</small></td>"#))
    }

    @Test func `a copy counts as an answer, and a story has that of its first`() throws {
        let digest = SampleReports.digest(
            of: Self.posts([9, 9, 9, 9, 2]) + [Self.post(6, nps: 9, story: 5)])
        let nps = try #require(Self.brand(in: digest).nps)
        #expect(nps.counts == Counts(mentions: 6, stories: 5))
        #expect(nps.score == Ratios(mentions: 66.7, stories: 60))
    }

    @Test(
        arguments: [
            ([4, 4.5, 5, 3.5], nil), ([4, 4.5, 5, 3.5, 1], 0.6), ([5, 5, 5, 5, 5], 1),
            ([1, 2, 3, 3.5, 3, 2], 0), ([4, 4, 1, 1, 1, 1], 0.3333),
        ] as [([Double], Double?)])
    func `the satisfied are those who give four stars or more, of five ratings at least`(
        stars: [Double], share: Double?
    ) throws {
        let posts = stars.enumerated().map {
            Self.post(Int64($0 + 1), nps: nil, stars: $1)
        }
        let brand = try Self.brand(in: SampleReports.digest(of: posts))
        #expect(brand.rating?.csat == Ratios(mentions: share, stories: share))
        #expect(brand.nps == nil)
    }

    @Test func `a digest tells it beside that of the period before`() throws {
        let digest = SampleReports.digest(
            of: Self.posts([9, 10, 9, 9, 1]),
            previous: Self.posts([9, 9, 7, 7, 6], from: 6, at: "2026-11-21T10:00:00Z"))
        let page = try DigestPage.html(of: digest)
        #expect(page.contains("<b>+60</b> <small>was +20 (5)</small>"))
        #expect(page.contains("<small>by story +60</small>"))
        #expect(page.contains(#"<td data-label="0–6, 7–8, 9–10">1 · 0 · 4</td>"#))
        #expect(page.contains(#"<li class="tag"><bdi>NPS 10/10</bdi></li>"#))
        #expect(digest.mentions.items.compactMap(\.nps).sorted() == [1, 9, 9, 9, 10])
    }

    @Test func `trends tell it week by week`() throws {
        let trends = Self.trends()
        let brand = try #require(trends.brands.first { $0.id == "zefirnet" })
        // Five of eight would recommend it, two would not.
        #expect(brand.nps?.score.mentions == 37.5)
        #expect(brand.npsByWeek?.map(\.week) == ["2026-W46", "2026-W47"])
        #expect(brand.npsByWeek?.map(\.value.score.mentions) == [83.3, nil])
        let page = try TrendsPage.html(of: trends)
        #expect(page.contains("<h3>NPS week by week</h3>"))
        #expect(page.contains(#"<td data-label="Zefirnet">+83 <small>6 (6)</small></td>"#))
        #expect(page.contains(#"<td data-label="Zefirnet">– <small>2 (2)</small></td>"#))
        let weeks = TrendsTable.weeks.figures(of: trends)
        #expect(
            weeks.columns.dropLast(5).suffix(4)
                == ["nps", "nps_stories", "nps_answers", "nps_answers_stories"])
        #expect(
            weeks.rows.filter { $0[1] == .text("zefirnet") }.map { Array($0.dropLast(5).suffix(4)) }
                == [
                    [.share(83.3), .share(83.3), .count(6), .count(6)],
                    [.missing, .missing, .count(2), .count(2)],
                ])
    }

    @Test func `the table of brands has it last, empty where nobody answered`() {
        let table = DigestTable.brands.figures(
            of: SampleReports.digest(of: Self.posts([10, 9, 8, 7, 6])))
        #expect(
            table.columns.dropLast(7).suffix(9) == [
                "nps", "nps_stories", "nps_answers", "nps_answers_stories", "nps_before",
                "nps_answers_before", "promoters", "passives", "detractors",
            ])
        #expect(
            table.rows[0].dropLast(7).suffix(9) == [
                .share(20), .share(20), .count(5), .count(5), .missing, .missing, .count(2),
                .count(2), .count(1),
            ])
        #expect(table.rows[1].suffix(9).allSatisfy { $0 == .missing })
    }

    @Test func `reports with it conform`() throws {
        let digest = SampleReports.digest(
            of: [Self.post(1, nps: 9, stars: 4.5)], previous: Self.posts([3], from: 2))
        let trends = Self.trends()
        let (digestJSON, trendsJSON) = try (
            ContractJSON.encode(digest), ContractJSON.encode(trends)
        )
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: digestJSON) == [])
        #expect(try JSONSchema(ContractSchema.trends.bytes).problems(in: trendsJSON) == [])
        #expect(try ContractJSON.decode(Digest.self, from: digestJSON) == digest)
        #expect(try ContractJSON.decode(Trends.self, from: trendsJSON) == trends)
        let text = String(decoding: digestJSON, as: UTF8.self)
        #expect(text.contains(#""nps_before":{"counts":{"mentions":1,"stories":1}"#))
        #expect(text.contains(#""stars":4.5"#))
    }

    @Test(arguments: ReportLanguage.allCases)
    func `pages say it in their language`(language: ReportLanguage) throws {
        let words = RatingWords(language)
        let page = try TrendsPage.html(of: Self.trends(in: language))
        #expect(page.contains(#"<h3 id="nps">\#(words.recommending)</h3>"#))
        #expect(page.contains(words.npsExplained))
    }

    @Test(arguments: [
        ("NPS 2/10\nNikt nie odbiera. I co?", "NPS 2/10\nNikt nie odbiera."),
        ("★☆☆☆☆\nNPS 2/10\nNikt nie odbiera. I co?", "★☆☆☆☆\nNPS 2/10\nNikt nie odbiera."),
        ("★½☆☆☆\nNikt nie odbiera. I co?", "★½☆☆☆\nNikt nie odbiera."), ("NPS 2/10", "NPS 2/10"),
    ])
    func `an answer is quoted with its first sentence`(text: String, sentence: String) {
        let entry = HeardEntry.sample(1, text, saying: [])
        let place = TaggedMention(
            mention: Mention(bySourceOf: "zefirnet"),
            sentiment: Sentiment(label: .negative, score: -0.6, evidence: []))
        let snippet = SnippetCutter(
            QuotedMention(entry: entry, brand: "zefirnet", places: [place])
        ).snippet
        #expect(snippet.text == sentence)
    }
}
