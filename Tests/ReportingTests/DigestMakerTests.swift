import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct DigestMakerTests {
    static let noon = Date.at("2026-11-22T12:00:00Z")

    /// Four mentions of Zefirnet that tell three stories, two of Baltfon, one entry of spam.
    private static let small: [HeardEntry] = [
        zefirnet(1, .negative), zefirnet(2, .negative, story: 1),
        .sample(
            3, "Zefirnet, not Baltfon. Zefirnet!",
            saying: [
                .init(of: "zefirnet", as: "Zefirnet", .positive, score: 0.5),
                .init(of: "zefirnet", as: "Zefirnet", .positive, score: 0.7),
                .init(of: "baltfon", as: "Baltfon", .negative, score: -0.2),
            ], at: noon),
        zefirnet(4, .undecided),
        .sample(5, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon")], at: noon),
        .sample(
            6, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .positive)], at: noon,
            categories: [.sample(.spam)]),
    ]

    static func zefirnet(
        _ sequence: Int64, _ label: Sentiment.Label, story: Int64? = nil,
        categories: [CategoryTag] = [], severity: Severity = .normal, at date: Date = noon
    ) -> HeardEntry {
        .sample(
            sequence, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", label)], at: date,
            story: story.map { StoryMembership(id: $0, reason: .sameText, similarity: 1) },
            categories: categories, severity: severity)
    }

    func brand(_ id: Brand.ID, in digest: Digest) throws -> Digest.BrandSummary {
        try #require(digest.brands.first { $0.id == id })
    }

    @Test func `an entry counts once for each brand it names, and a story once`() throws {
        let digest = SampleReports.digest(of: Self.small)
        let zefirnet = try brand("zefirnet", in: digest)
        #expect(zefirnet.counts == Counts(mentions: 4, stories: 3))
        #expect(zefirnet.tone.negative == Counts(mentions: 2, stories: 1))
        #expect(zefirnet.tone.positive == Counts(mentions: 1, stories: 1))
        #expect(zefirnet.tone.undecided == Counts(mentions: 1, stories: 1))
        #expect(try brand("baltfon", in: digest).counts == Counts(mentions: 2, stories: 2))
        #expect(digest.totals.counts == Counts(mentions: 5, stories: 4))
    }

    @Test func `spam is in no count, and its number is told`() {
        let digest = SampleReports.digest(of: Self.small)
        #expect(digest.totals.spamLeftOut == 1)
        #expect(!digest.mentions.items.contains { $0.sequence == 6 })
    }

    @Test func `net sentiment leaves out what is undecided`() throws {
        let net = try brand("zefirnet", in: SampleReports.digest(of: Self.small)).netSentiment
        #expect(net == Ratios(mentions: -0.3333, stories: 0))
    }

    @Test func `share of voice is told by mentions and by stories`() throws {
        let digest = SampleReports.digest(of: Self.small)
        #expect(
            try brand("zefirnet", in: digest).shareOfVoice
                == Ratios(mentions: 0.6667, stories: 0.6))
        #expect(
            try brand("kawka", in: digest).shareOfVoice == Ratios(mentions: 0, stories: 0))
    }

    @Test func `a count is held against the window before and the same weekday`() throws {
        let before = (11...13).map { Self.zefirnet($0, .neutral) }
        let digest = SampleReports.digest(of: Self.small, previous: before)
        let zefirnet = try brand("zefirnet", in: digest)
        #expect(zefirnet.previous.before == Counts(mentions: 3, stories: 3))
        #expect(zefirnet.previous.ratio == Ratios(mentions: 1.33, stories: 1))
        #expect(zefirnet.sameWeekday.ratio == Ratios(mentions: nil, stories: nil))
    }

    @Test(arguments: [
        ([Sentiment.Label.positive, .negative], Sentiment.Label.mixed, 0.0),
        ([.positive, .neutral], .positive, 0.5), ([.neutral, .undecided], .neutral, 0),
        ([.undecided, .undecided], .undecided, 0), ([.negative, .mixed], .mixed, -0.25),
    ])
    func `several places give one tone`(
        labels: [Sentiment.Label], expected: Sentiment.Label, score: Double
    ) {
        let scores: [Sentiment.Label: Double] = [.positive: 0.5, .negative: -0.5]
        let joined = Sentiment(
            joining: labels.map { Sentiment(label: $0, score: scores[$0] ?? 0) })
        #expect(joined.label == expected)
        #expect(joined.score == score)
    }

    @Test func `three sentences tell volume, tone and what is left to do`() {
        let before = (11...13).map { Self.zefirnet($0, .neutral) }
        let health = FeedHealth.sample.filter { $0.status == .ok }
        let digest = SampleReports.digest(of: Self.small, previous: before, health: health)
        #expect(
            digest.headlines == [
                "Zefirnet was mentioned 4 times (3 stories), against 3 the day before; "
                    + "Kawka not at all.",
                "Of the 4 mentions of Zefirnet, 2 were negative, 1 positive, 1 neutral or other, "
                    + "net tone −0.33.",
                "Nothing needs an answer; all 5 feeds were heard.",
            ])
    }

    @Test func `a day on which nothing happened is told as such`() {
        let digest = SampleReports.digest(of: [], previous: SampleNews.yesterday)
        #expect(
            digest.headlines == [
                "In the day up to Mon 23 Nov 2026, 06:00 nobody mentioned Zefirnet or Kawka; the "
                    + "day before there were 13 mentions.",
                "With nothing heard, there is no tone to report.",
                "Nothing needs an answer; 2 of 7 feeds could not be heard properly, so true counts "
                    + "may be higher.",
            ])
        #expect(digest.alerts.isEmpty)
        #expect(digest.mentions.items.isEmpty)
    }

    @Test func `an alert shows the gravest of different sources, and one of a story`() throws {
        func entry(
            _ sequence: Int64, _ feed: Feed.ID, _ score: Double, _ severity: Severity = .high,
            story: Int64? = nil
        ) -> HeardEntry {
            .sample(
                sequence, "Zefirnet",
                saying: [.init(of: "zefirnet", as: "Zefirnet", .negative, score: score)],
                feed: feed,
                story: story.map { StoryMembership(id: $0, reason: .sameText, similarity: 1) },
                categories: sequence < 7 ? [.sample("incident")] : [], severity: severity)
        }
        let digest = SampleReports.digest(of: [
            entry(1, "kurier", -0.2, .normal), entry(2, "kurier", -0.5),
            entry(3, "kurier", -0.9), entry(4, "herald", -0.8, story: 3),
            entry(5, "herald", -0.7), entry(6, "herald", -0.6), entry(7, "forum", -1, .normal),
        ])
        #expect(
            digest.alerts.map(\.mentions) == [
                ["3-zefirnet", "5-zefirnet", "7-zefirnet"],
                ["6-zefirnet", "2-zefirnet", "1-zefirnet"],
            ])
    }

    @Test(arguments: [
        (52, 1, "52 times (52 stories), against 1 the day before", "52, was 1"),
        (2, 4, "twice, against 4 the day before", "2, was 4"),
        (13, 5, "13 times (13 stories), 2.6 times as often as the day before", "▲ 2.6×"),
    ])
    func `a quotient is told of five and more before only`(
        now: Int64, before: Int64, headline: String, cell: String
    ) throws {
        let digest = SampleReports.digest(
            of: (1...now).map { Self.zefirnet($0, .neutral) },
            previous: (101...100 + before).map { Self.zefirnet($0, .neutral) })
        let told = try #require(digest.headlines.first?.replacing(" (2 stories)", with: ""))
        #expect(told.hasPrefix("Zefirnet was mentioned \(headline);"))
        let zefirnet = try brand("zefirnet", in: digest)
        #expect(PageWords(.english).change(zefirnet.previous, now: zefirnet.counts) == cell)
    }

    @Test func `the alert of a competitor is not ours`() {
        let heard = (1...9).map {
            HeardEntry.sample(
                $0, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon", .negative)])
        }
        #expect(SampleReports.digest(of: heard).alerts.isEmpty)
    }

    @Test func `past its limit the list keeps what other lists refer to`() {
        let context = ReportingContext(
            brands: ReportingContext.sample.brands, categories: [],
            routing: ReportingContext.sample.routing, rulesHash: "", programVersion: "",
            listedMentions: 2)
        let heard = (1...20).map { number in
            Self.zefirnet(
                number, .neutral, severity: number == 1 ? .critical : .normal,
                at: Self.noon + Double(number))
        }
        let digest = SampleReports.digest(of: heard, context: context)
        let listed = Set(digest.mentions.items.map(\.id))
        #expect(listed.contains("1-zefirnet"))
        #expect(digest.mentions.items.first?.id == "20-zefirnet")
        #expect(digest.mentions.items.count + digest.mentions.unlisted == 20)
        #expect(digest.brands.flatMap(\.topStories).allSatisfy { listed.contains($0.mention) })
    }

    @Test func `the order of the entries makes no difference to a byte`() throws {
        var generator = SeededGenerator(seed: 7)
        let digest = SampleReports.digest(
            of: SampleNews.today.shuffled(using: &generator),
            previous: SampleNews.yesterday.shuffled(using: &generator),
            health: FeedHealth.sample.shuffled(using: &generator))
        #expect(
            try ContractJSON.encode(digest) == ContractJSON.encode(SampleReports.digest))
        #expect(try DigestPage.html(of: digest) == DigestPage.html(of: SampleReports.digest))
    }
}
