import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// Who praises an own brand, and who of them does so again.
struct PromoterTests {
    private static func post(
        _ number: Int64, by author: String?, of brand: Brand.ID = "zefirnet",
        _ tone: Sentiment.Label = .positive, as category: Model.Category.ID = "praise",
        story: Int64? = nil, at date: String = "2026-11-10T10:00:00Z"
    ) -> HeardEntry {
        .sample(
            number, "\(brand) \(number)", saying: [.init(of: brand, as: brand.value, tone)],
            at: .at(date),
            story: StoryMembership(
                id: story ?? number, reason: story == nil ? .first : .sameText, similarity: 1),
            categories: [.sample(category)], author: author)
    }

    private static func earlier(
        _ number: Int64, by author: String?, _ tone: Sentiment.Label = .positive,
        story: Int64? = nil
    ) -> HeardEntry {
        post(number, by: author, tone, story: story, at: "2026-07-01T10:00:00Z")
    }

    /// - Parameter before: what was said within the year before, tagged as praise.
    private static func trends(
        of posts: [HeardEntry], after before: [HeardEntry] = [],
        in language: ReportLanguage = .english
    ) -> Trends {
        var heard = HeardEntries(posts)
        heard.praise = { authors, brand, span, body in
            guard brand == "zefirnet", span.upperBound == .at("2026-11-08T23:00:00Z"),
                span.lowerBound == .at("2025-11-08T23:00:00Z")
            else { return }
            for entry in before where entry.author.map(authors.contains) ?? false { body(entry) }
        }
        return TrendsMaker(context: .sample(in: language)).trends(
            from: .at("2026-11-08T23:00:00Z"), to: .at("2026-11-22T23:00:00Z"), heard: heard,
            health: FeedHealth.sample)
    }

    private static func promoters(of posts: [HeardEntry], after before: [HeardEntry] = [])
        -> Trends.Promoters?
    {
        trends(of: posts, after: before).brands.first { $0.id == "zefirnet" }?.promoters
    }

    @Test func `authors are counted once, and as coming again by what they said before`() {
        let posts = [
            Self.post(1, by: "ola"), Self.post(2, by: "ola"), Self.post(3, by: "jan"),
            Self.post(4, by: "ewa"), Self.post(5, by: nil),
        ]
        #expect(Self.promoters(of: posts) == Trends.Promoters(authors: 3, again: 1))
        let before = [
            Self.earlier(101, by: "ola"), Self.earlier(102, by: "jan"),
            Self.earlier(103, by: "iza"),
        ]
        #expect(Self.promoters(of: posts, after: before) == Trends.Promoters(authors: 3, again: 2))
    }

    @Test func `the same story told again is no second time`() {
        let posts = [Self.post(2, by: "ola", story: 1), Self.post(3, by: "ola", story: 1)]
        let before = [Self.earlier(1, by: "ola")]
        #expect(Self.promoters(of: posts, after: before) == Trends.Promoters(authors: 1, again: 0))
    }

    @Test(
        arguments: [
            (.neutral, .positive, "praise", 0), (.negative, .neutral, "praise", 0),
            (.neutral, .neutral, "praise", 1), (.mixed, .positive, "praise", 1),
            (.positive, .neutral, "spam", 0),
        ] as [(Sentiment.Label, Sentiment.Label, Model.Category.ID, Int)])
    func `who praised another before, blamed it or advertised does not come again`(
        own: Sentiment.Label, other: Sentiment.Label, category: Model.Category.ID, again: Int
    ) {
        let before = HeardEntry.sample(
            9, "Zefirnet, Baltfon",
            saying: [
                .init(of: "zefirnet", as: "Zefirnet", own),
                .init(of: "baltfon", as: "Baltfon", other),
            ], at: .at("2026-07-01T10:00:00Z"),
            categories: [.sample("praise"), .sample(category)], author: "ola")
        #expect(
            Self.promoters(of: [Self.post(1, by: "ola")], after: [before])
                == Trends.Promoters(authors: 1, again: again))
    }

    @Test func `blame, other categories, nobody known and competitors have no promoters`() {
        let posts = [
            Self.post(1, by: "ola", .negative), Self.post(2, by: "jan", as: "question"),
            Self.post(3, by: nil), Self.post(4, by: "ewa", of: "baltfon"),
        ]
        #expect(Self.trends(of: posts).brands.allSatisfy { $0.promoters == nil })
    }

    @Test(
        arguments: [
            (.neutral, .positive, nil), (.undecided, .positive, nil), (.neutral, .neutral, 1),
            (.positive, .positive, 1), (.mixed, .positive, 1),
        ] as [(Sentiment.Label, Sentiment.Label, Int?)])
    func `who praises a competitor beside it does not praise it`(
        own: Sentiment.Label, other: Sentiment.Label, authors: Int?
    ) {
        let post = HeardEntry.sample(
            1, "Zefirnet, Baltfon",
            saying: [
                .init(of: "zefirnet", as: "Zefirnet", own),
                .init(of: "baltfon", as: "Baltfon", other),
            ], at: .at("2026-11-10T10:00:00Z"), categories: [.sample("praise")], author: "ola")
        #expect(Self.promoters(of: [post])?.authors == authors)
    }

    @Test(
        arguments: [
            (
                .english,
                "Zefirnet: praised by 2 named authors, 1 of them not for the first time within a year."
            ),
            (
                .polish,
                "Zefirnet: znanych autorów, którzy chwalą: 2, w tym nie pierwszy raz w ciągu roku: 1."
            ),
            (
                .latvian,
                "Zefirnet: zināmie autori, kas slavē: 2, no tiem gada laikā ne pirmo reizi: 1."
            ),
        ] as [(ReportLanguage, String)])
    func `the page and the data tell how many`(language: ReportLanguage, sentence: String) throws {
        let trends = Self.trends(
            of: [Self.post(1, by: "ola"), Self.post(2, by: "jan")],
            after: [Self.earlier(9, by: "jan")], in: language)
        #expect(try TrendsPage.html(of: trends).contains("<bdi>\(sentence)</bdi>"))
        let json = try ContractJSON.encode(trends)
        #expect(try JSONSchema(ContractSchema.trends.bytes).problems(in: json) == [])
        #expect(
            String(decoding: json, as: UTF8.self).contains(
                #""promoters":{"again":1,"authors":2}"#))
        #expect(try ContractJSON.decode(Trends.self, from: json) == trends)
    }
}
