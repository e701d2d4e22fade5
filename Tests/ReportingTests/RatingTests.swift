import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What reports say of the stars that reviews give a brand.
struct RatingTests {
    /// `nil` for a post without stars.
    private static func post(
        _ number: Int64, _ stars: Double?, of brands: [Brand.ID] = ["zefirnet"],
        feed: Feed.ID = "reviews", story: Int64? = nil, at date: String = "2026-11-22T10:00:00Z"
    ) -> HeardEntry {
        let words = "\(brands.map(\.value).joined(separator: ", ")) \(number)"
        let line = stars.flatMap { Stars(rating: $0) }
        return .sample(
            number, line?.above(words) ?? words, saying: brands.map { .init(of: $0, as: $0.value) },
            feed: feed, at: .at(date),
            story: StoryMembership(
                id: story ?? number, reason: story == nil ? .first : .sameText, similarity: 1))
    }

    private static func posts(_ stars: [Double?]) -> [HeardEntry] {
        stars.enumerated().map { post(Int64($0 + 1), $1) }
    }

    private static func brand(_ id: Brand.ID = "zefirnet", in digest: Digest) throws
        -> Digest.BrandSummary
    {
        try #require(digest.brands.first { $0.id == id })
    }

    /// Two weeks: in the first one and three stars, in the second four.
    private static let course = [
        post(1, 1, at: "2026-11-10T10:00:00Z"), post(2, 3, at: "2026-11-11T10:00:00Z"),
        post(3, nil, at: "2026-11-12T10:00:00Z"), post(4, 4, at: "2026-11-17T10:00:00Z"),
    ]

    private static func trends(of heard: [HeardEntry], in language: ReportLanguage = .english)
        -> Trends
    {
        SampleReports.trends(
            of: heard, from: "2026-11-08T23:00:00Z", context: .sample(in: language))
    }

    @Test(
        arguments: [
            ([5], 5), ([nil, 2, nil], 2), ([1, 2], 1.5), ([1, 1, 2], 1.33), ([5, 5, 4], 4.67),
            ([3, 3, 3, 3, 3, 3, 3, 4], 3.13), ([4.5], 4.5), ([1.5, 4.5, 5], 3.67),
        ] as [([Double?], Double)])
    func `a rating is the mean of the stars, to two decimals`(stars: [Double?], mean: Double) throws
    {
        let rating = try #require(
            Self.brand(in: SampleReports.digest(of: Self.posts(stars))).rating)
        let given = stars.compactMap(\.self)
        #expect(rating.mean == Ratios(mentions: mean, stories: mean))
        #expect(rating.counts == Counts(mentions: given.count, stories: given.count))
        #expect(
            rating.spread.map(\.mentions)
                == (1...5).map { stars in given.count { $0.rounded(.down) == Double(stars) } })
    }

    @Test func `without stars there is none, neither in JSON nor on the page`() throws {
        let digest = SampleReports.digest(of: Self.posts([nil, nil]))
        let trends = Self.trends(of: Self.posts([nil]))
        #expect(digest.brands.allSatisfy { $0.rating == nil && $0.previousRating == nil })
        #expect(trends.brands.allSatisfy { $0.rating == nil && $0.weeklyRatings == nil })
        let json = try [ContractJSON.encode(digest), ContractJSON.encode(trends)]
        let pages = try [DigestPage.html(of: digest), TrendsPage.html(of: trends)]
        for text in json.map({ String(decoding: $0, as: UTF8.self) }) + pages {
            #expect(!text.contains("rating\"") && !text.contains("ratings\""))
            #expect(!text.contains("★"))
        }
    }

    @Test func `a copy counts as a post, and a story has the stars of its first that has any`()
        throws
    {
        let digest = SampleReports.digest(of: [
            Self.post(1, 1), Self.post(2, 1, story: 1), Self.post(3, 5), Self.post(4, nil),
            Self.post(5, 3, story: 4),
        ])
        let rating = try #require(Self.brand(in: digest).rating)
        #expect(rating.counts == Counts(mentions: 4, stories: 3))
        #expect(rating.mean == Ratios(mentions: 2.5, stories: 3))
        #expect(rating.spread.map(\.mentions) == [2, 0, 1, 0, 1])
        #expect(rating.spread.map(\.stories) == [1, 0, 1, 0, 1])
    }

    @Test func `stars of a post that names several brands are those of its source's`() throws {
        let sample = ReportingContext.sample
        let brands = sample.brands.map { brand in
            Brand(
                id: brand.id, name: brand.name, kind: brand.kind, names: brand.names,
                sources: brand.id == "zefirnet" ? ["zefirnet-app"] : [], place: .sample)
        }
        let context = ReportingContext(
            brands: brands + [
                Brand(id: "5g", name: "5G", kind: .topic, names: ["5G"], place: .sample)
            ],
            categories: sample.categories, routing: sample.routing, rulesHash: sample.rulesHash,
            programVersion: sample.programVersion)
        let digest = SampleReports.digest(
            of: [
                Self.post(1, 1, of: ["zefirnet", "baltfon"]),
                Self.post(2, 2, of: ["zefirnet", "baltfon"], feed: "zefirnet-app/2"),
                Self.post(3, 4, of: ["baltfon", "5g"]),
            ], context: context)
        #expect(try Self.brand(in: digest).rating?.mean.mentions == 2)
        #expect(try Self.brand("baltfon", in: digest).rating?.mean.mentions == 4)
        #expect(try Self.brand("5g", in: digest).rating == nil)
        #expect(
            digest.mentions.items.filter { $0.stars != nil }.map(\.id)
                == ["3-baltfon", "2-zefirnet"])
    }

    @Test func `a rating is the mean of what the digest lists, and stands beside the one before`()
        throws
    {
        let digest = SampleReports.digest(
            of: Self.posts([1, 2, nil, 5, 2]),
            previous: [
                Self.post(11, 4, at: "2026-11-21T10:00:00Z"),
                Self.post(12, 5, at: "2026-11-21T11:00:00Z"),
            ])
        let brand = try Self.brand(in: digest)
        let listed = digest.mentions.items.compactMap(\.stars)
        #expect(listed.sorted() == [1, 2, 2, 5])
        #expect(brand.rating?.mean.mentions == listed.reduce(0, +) / Double(listed.count))
        #expect(brand.previousRating?.mean.mentions == 4.5)
        let filter = try #require(
            FilterView.all(digest, words: PageWords(.english)).first { $0.filterLabel == "Stars" })
        #expect(filter.options.map(\.optionName) == ["★★★★★", "★★☆☆☆", "★☆☆☆☆"])
        #expect(filter.options.map(\.optionCount) == [" (1)", " (2)", " (1)"])
        let html = try DigestPage.html(of: digest)
        #expect(html.contains("<b>2.50</b> <small>was 4.50 (2)</small>"))
        #expect(html.contains("1★ 1 · 2★ 2 · 3★ 0 · 4★ 0 · 5★ 1"))
        #expect(html.contains("5 stories · ★\u{a0}2.50 (4)"))
        #expect(html.contains(#"<li class="tag"><bdi>★★★★★</bdi></li>"#))
    }

    @Test func `trends tell of ratings by week, in which somebody gave stars`() throws {
        let trends = Self.trends(of: Self.course)
        let brand = try #require(trends.brands.first)
        #expect(brand.rating?.mean.mentions == 2.67)
        #expect(brand.weeklyRatings?.map(\.week) == ["2026-W46", "2026-W47"])
        #expect(brand.weeklyRatings?.map(\.value.mean.mentions) == [2, 4])
        #expect(brand.weeklyRatings?.map(\.value.counts.mentions) == [2, 1])
        let html = try TrendsPage.html(of: trends)
        #expect(html.contains("<h3>Ratings week by week</h3>"))
        #expect(html.contains(#"<td data-label="Zefirnet">2.00 <small>2 (2)</small></td>"#))
        let weeks = TrendsTable.weeks.figures(of: trends)
        let first = try #require(weeks.columns.firstIndex(of: "rating"))
        #expect(
            weeks.columns.dropFirst(first).prefix(6) == [
                "rating", "rating_stories", "rated", "rated_stories", "csat", "csat_stories",
            ])
        #expect(
            weeks.rows.filter { $0[1] == .text("zefirnet") }
                .map { Array($0.dropFirst(first).prefix(6)) } == [
                    [.share(2), .share(2), .count(2), .count(2), .missing, .missing],
                    [.share(4), .share(4), .count(1), .count(1), .missing, .missing],
                ])
    }

    @Test(arguments: ReportLanguage.allCases)
    func `pages say it in their language`(language: ReportLanguage) throws {
        let words = RatingWords(language)
        let digest = SampleReports.digest(
            of: Self.posts([4, 5]), context: .sample(in: language))
        for page in try [
            DigestPage.html(of: digest),
            TrendsPage.html(of: Self.trends(of: Self.course, in: language)),
        ] {
            #expect(page.contains(#"<h3 id="ratings">\#(words.ratings)</h3>"#))
            #expect(page.contains(words.ratingsExplained))
        }
        #expect(
            try DigestPage.html(of: digest).contains(language == .english ? "4.50" : "4,50"))
    }

    @Test func `reports with ratings conform`() throws {
        let digest = SampleReports.digest(of: Self.posts([1, nil, 5]), previous: Self.posts([3]))
        let trends = Self.trends(of: Self.course)
        let (digestJSON, trendsJSON) = try (
            ContractJSON.encode(digest), ContractJSON.encode(trends)
        )
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: digestJSON) == [])
        #expect(try JSONSchema(ContractSchema.trends.bytes).problems(in: trendsJSON) == [])
        #expect(try ContractJSON.decode(Digest.self, from: digestJSON) == digest)
        #expect(try ContractJSON.decode(Trends.self, from: trendsJSON) == trends)
        let text = String(decoding: digestJSON, as: UTF8.self)
        #expect(text.contains(#""rating":{"counts":{"mentions":2,"stories":2},"csat":{},"mean":{"#))
    }

    @Test func `a report from before there was CSAT is read`() throws {
        let digest = SampleReports.digest(of: Self.posts([2, 4]))
        let text = String(decoding: try ContractJSON.encode(digest), as: UTF8.self)
        let older = text.replacing(#""csat":{},"#, with: "")
        #expect(older != text)
        #expect(try ContractJSON.decode(Digest.self, from: Data(older.utf8)) == digest)
    }

    @Test func `the table of brands has the rating, empty where there is none`() throws {
        let digest = SampleReports.digest(of: Self.posts([1, 4]))
        let table = DigestTable.brands.figures(of: digest)
        let first = try #require(table.columns.firstIndex(of: "rating"))
        #expect(
            table.columns.dropFirst(first).prefix(14) == [
                "rating", "rating_stories", "rated", "rated_stories", "rating_before",
                "rated_before", "stars_1", "stars_2", "stars_3", "stars_4", "stars_5", "csat",
                "csat_stories", "csat_before",
            ])
        #expect(
            table.rows[0].dropFirst(first).prefix(14) == [
                .share(2.5), .share(2.5), .count(2), .count(2), .missing, .missing, .count(1),
                .count(0), .count(0), .count(1), .count(0), .missing, .missing, .missing,
            ])
        #expect(table.rows[1].dropFirst(first).allSatisfy { $0 == .missing })
    }
}
