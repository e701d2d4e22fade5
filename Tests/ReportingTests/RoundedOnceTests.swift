import Model
import TestSupport
import Testing

@testable import Reporting

/// Figures that are told with fewer decimals than reports have them are made of the counts.
struct RoundedOnceTests {
    private let words = PageWords(.english)

    /// 55 of 193 is 0.284974…: to four decimals 0.285, and from there to two 0.29.
    @Test func `a net tone`() {
        func counts(_ count: Int) -> Counts { Counts(mentions: count, stories: count) }
        let tone = ToneCounts(
            positive: counts(55), neutral: counts(138), negative: .zero, mixed: .zero,
            undecided: counts(7))
        #expect(tone.netSentiment.mentions == 0.285)
        #expect(words.net(tone.exactNetSentiment.mentions) == "+0.28")
        #expect(words.net(tone.exactNetSentiment.stories) == "+0.28")
        #expect(words.report.answered(at: "now", before: tone, after: tone).contains("+0.28"))
    }

    /// Pages and terminals tell it by this.
    @Test func `the share of what is negative`() {
        func told(_ negative: Int, of all: Int) -> String {
            let counts = [negative, all - negative].map { Counts(mentions: $0, stories: $0) }
            return words.negativeShare(
                ToneCounts(
                    positive: .zero, neutral: counts[1], negative: counts[0], mixed: .zero,
                    undecided: Counts(mentions: 7, stories: 7)))
        }
        #expect(told(55, of: 193) == "28%")
        #expect(told(1, of: 11) == "9.1%")
        #expect(told(0, of: 0) == "–")
    }

    @Test func `the share of the satisfied`() {
        func counts(_ count: Int) -> Counts { Counts(mentions: count, stories: count) }
        let rating = Rating(
            counts: counts(193), mean: Ratios(mentions: 2, stories: 2),
            spread: [counts(100), counts(38), .zero, counts(50), counts(5)],
            csat: Ratios(mentions: 0.285, stories: 0.285))
        #expect(words.csat(rating) == "28%")
        let few = Rating(
            counts: counts(3), mean: Ratios(mentions: 5, stories: 5),
            spread: [.zero, .zero, .zero, .zero, counts(3)],
            csat: Ratios(mentions: nil, stories: nil))
        #expect(words.csat(few) == "–")
    }

    /// 31 of 73 are 42.4657… points: to one decimal 42.5, and from there to none 43.
    @Test func `a net promoter score`() {
        func counts(_ count: Int) -> Counts { Counts(mentions: count, stories: count) }
        let score = NetPromoterScore(
            counts: counts(73), promoters: counts(40), passives: counts(24), detractors: counts(9),
            score: Ratios(mentions: 42.5, stories: 42.5))
        #expect(words.nps(score) == "+42")
    }

    @Test func `the net tone of the period before`() throws {
        let before = (1...193).map { number in
            HeardEntry.sample(
                Int64(number), "Zefirnet \(number)",
                saying: [
                    .init(of: "zefirnet", as: "Zefirnet", number <= 55 ? .positive : .neutral)
                ])
        }
        let now = HeardEntry.sample(
            200, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")])
        let digest = SampleReports.digest(of: [now], previous: before)
        let brand = try #require(digest.brands.first)
        #expect(brand.previousNetSentiment?.mentions == 0.285)
        #expect(brand.toneBefore?.positive.mentions == 55)
        let page = try DigestPage.html(of: digest)
        #expect(page.contains("<small>was +0.28</small>"))
    }

    @Test func `a forecast`() throws {
        let trends = SampleReports.trends
        let days = try #require(trends.forecast).days
        let rows = PlanningView(trends, words: words, ChannelWords(words.report)).forecastRows
        #expect(rows.map { "\($0.expected) (\($0.range))" } == days.map(words.expected))
    }
}
