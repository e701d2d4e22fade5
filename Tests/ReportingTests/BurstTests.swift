import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What an alert tells of the mentions behind it.
struct BurstTests {
    private static let start = SampleNews.window.after

    private func post(
        _ sequence: Int64, _ text: String, feed: Feed.ID = "forum", hours: Double,
        _ label: Sentiment.Label = .negative, author: String? = nil
    ) -> HeardEntry {
        .sample(
            sequence, "Zefirnet. " + text,
            saying: [.init(of: "zefirnet", as: "Zefirnet", label)], feed: feed,
            at: Self.start.addingTimeInterval(hours * 3_600), language: .polish, author: author)
    }

    private func outage(
        _ count: Int, from start: Double = 10, anHour: Double = 10, first sequence: Int64 = 100
    ) -> [HeardEntry] {
        let texts = ["Serwer, logowanie, wszystko.", "Serwera? Brak! Logowania? Brak!"]
        return (0..<count).map { number -> HeardEntry in
            let feed: Feed.ID = number % 3 == 0 ? "kurier" : "forum"
            let hours = start + Double(number) / anHour
            return post(
                sequence + Int64(number), texts[number % 2], feed: feed, hours: hours,
                author: "a\(number % 4)")
        }
    }

    private func everyday(_ count: Int = 60) -> [HeardEntry] {
        (0..<count).map { number in
            post(Int64(number), "Spokojnie, rachunek jak zwykle", hours: -20, .neutral)
        }
    }

    private func burst(
        _ now: [HeardEntry], before: [HeardEntry], answers: [Int64: Date] = [:],
        past: [PastEntry] = []
    ) throws -> Digest.Burst {
        let all = now + before
        var heard = HeardEntries(all) { span in
            all.filter { span.contains($0.reportedAt) }
        }
        heard.holding = { _, _, _ in past }
        let digest = DigestMaker(context: .sample).digest(
            SampleNews.window, heard: heard, health: FeedHealth.sample, answered: answers)
        return try #require(digest.alerts.first { $0.kind == .negative }?.burst)
    }

    @Test func `it says since when, where, who, why, and how people take it`() throws {
        let burst = try burst(outage(20), before: everyday())
        #expect(burst.beganAt == Self.start.addingTimeInterval(10 * 3_600))
        #expect(burst.lastAt == Self.start.addingTimeInterval(11.9 * 3_600))
        #expect(burst.beganIn == "Kurier Nadwiślański")
        #expect(burst.sources.map(\.counts.mentions) == [13, 7])
        #expect(burst.sourcesInAll == 2)
        #expect(burst.authorsInAll == 4)
        #expect(Set(burst.terms.prefix(2).map(TermStem.stem)) == ["serwer", "logowan"])
        #expect(burst.toneBefore.negative == .zero)
        #expect(burst.tone.negative.mentions == 20)
        #expect(burst.answeredAt == nil)
        #expect(burst.echo == nil)
    }

    @Test func `one old post with one of the words does not begin it, one with two does`() throws {
        let complaint = post(90, "Logowanie znów wolne", feed: "balss", hours: -5)
        #expect(
            try burst(outage(20), before: everyday() + [complaint]).beganAt
                == Self.start.addingTimeInterval(10 * 3_600))
        let early = post(91, "Serwer nie wstaje, logowanie też", feed: "balss", hours: -1)
        let burst = try burst(outage(20), before: everyday() + [early])
        #expect(burst.beganAt == Self.start.addingTimeInterval(-3_600))
        #expect(burst.beganIn == "Rīta Balss")
    }

    @Test func `it begins where its words come thick, not with a complaint of the day before`()
        throws
    {
        let early = post(91, "Serwer nie wstaje, logowanie też", feed: "balss", hours: -3)
        let burst = try burst(outage(20), before: everyday() + [early])
        #expect(burst.beganAt == Self.start.addingTimeInterval(10 * 3_600))
    }

    /// Six hours before the others, in the same window.
    @Test(arguments: [("Logowanie znów wolne", 10.0), ("Serwer nie wstaje, logowanie też", 4)])
    func `a post alone for hours begins it with two of its words only`(text: String, begin: Double)
        throws
    {
        let early = post(91, text, feed: "balss", hours: 4)
        #expect(
            try burst(outage(20) + [early], before: everyday()).beganAt
                == Self.start.addingTimeInterval(begin * 3_600))
    }

    /// Eight within two days: none of them has another near.
    @Test func `where all stand alone it begins with the first`() {
        let mentions = (0..<8).map { number in
            BrandMention(
                entry: CountedEntry(post(Int64(number), "Zimno", hours: Double(number) * 6)),
                brand: "zefirnet", tone: BrandTone(joining: []))
        }
        #expect(mentions.fromBeginning(sure: []).count == 8)
    }

    @Test func `in a week it begins where its words come thick, not with a complaint days before`()
        throws
    {
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .week)
        let window = Digest.Window(
            after: Self.start - 6 * 86_400, through: Self.start + 86_400,
            timeZone: "Europe/Warsaw")
        let usual = (0..<60).map { number in
            post(Int64(number), "Spokojnie, rachunek jak zwykle", hours: -250, .neutral)
        }
        // One of the week before, and one of the same week.
        let complaints = [-200.0, -100.0].enumerated().map { number, hours in
            post(
                90 + Int64(number), "Serwer nie wstaje, logowanie też", feed: "balss", hours: hours)
        }
        let digest = DigestMaker(context: context).digest(
            window, heard: HeardEntries(outage(20) + usual + complaints), health: [])
        let burst = try #require(digest.alerts.first { $0.kind == .negative }?.burst)
        #expect(burst.terms.isEmpty == false)
        #expect(burst.beganAt == Self.start.addingTimeInterval(10 * 3_600))
        #expect(burst.beganIn == "kurier")
    }

    @Test func `an answer counts from when it began`() throws {
        let begin = Self.start.addingTimeInterval(10 * 3_600)
        let answered = try burst(
            outage(20), before: everyday(),
            answers: [101: begin.addingTimeInterval(7_200), 102: begin.addingTimeInterval(3_600)])
        #expect(answered.answeredAt == begin.addingTimeInterval(3_600))
        let old = try burst(
            outage(20), before: everyday(), answers: [101: begin.addingTimeInterval(-60)])
        #expect(old.answeredAt == nil)
    }

    @Test func `an answer to what began it before the window counts`() throws {
        let early = post(91, "Serwer nie wstaje, logowanie też", feed: "balss", hours: -1)
        let answer = Self.start.addingTimeInterval(-1_800)
        let burst = try burst(outage(20), before: everyday() + [early], answers: [91: answer])
        #expect(burst.beganAt == Self.start.addingTimeInterval(-3_600))
        #expect(burst.answeredAt == answer)
    }

    @Test func `words that made a burst long ago are told with it`() throws {
        let long = Self.start.addingTimeInterval(-200 * 86_400)
        let burst = try burst(
            outage(20), before: everyday(),
            past: (0..<6).map { PastEntry(date: long, story: -Int64($0)) })
        #expect(burst.echo == Echo(beganAt: long, endedAt: long, stories: 6))
    }

    @Test func `a young archive is held against the four weeks before, not two days alone`() throws
    {
        let weeks = (0..<60).map { number -> HeardEntry in
            let day = Double(3 + number / 3)
            return post(
                Int64(number), "Spokojnie, rachunek jak zwykle", hours: -24 * day, .neutral)
        }
        #expect(try burst(outage(20), before: weeks).terms.isEmpty == false)
        #expect(try burst(outage(20), before: []).terms.isEmpty)
    }

    /// The night's run has heard of it already, so the two nearest windows are full of it.
    @Test func `a burst that goes on has its words and its beginning in the next digest, too`()
        throws
    {
        let weeks = (0..<60).map { number -> HeardEntry in
            let day = Double(3 + number / 3)
            return post(
                Int64(number), "Spokojnie, rachunek jak zwykle", hours: -24 * day, .neutral)
        }
        let night = outage(120, from: -8, anHour: 20, first: 1_000)
        let burst = try burst(outage(200, from: 2, anHour: 20), before: weeks + night)
        #expect(Set(burst.terms.prefix(2).map(TermStem.stem)) == ["serwer", "logowan"])
        #expect(burst.beganAt == Self.start.addingTimeInterval(-8 * 3_600))
        #expect(burst.beganIn == "Kurier Nadwiślański")
    }

    @Test func `the weeks before are read twice, however many alerts ask for them`() throws {
        let now =
            outage(20)
            + (0..<20).map { number in
                HeardEntry.sample(
                    300 + Int64(number), "Kawka zamknięta",
                    saying: [.init(of: "kawka", as: "Kawka", .negative)],
                    at: Self.start.addingTimeInterval(36_000), categories: [.sample("incident")])
            }
        nonisolated(unsafe) var spans: [Range<Date>] = []
        let heard = HeardEntries(now) { span in
            unsafe spans.append(span)
            return now.filter { span.contains($0.reportedAt) }
        }
        let digest = DigestMaker(context: .sample).digest(
            SampleNews.window, heard: heard, health: [])
        #expect(digest.alerts.count == 3)
        let weeks = unsafe spans.filter {
            $0.upperBound == Self.start
                && $0.upperBound.timeIntervalSince($0.lowerBound) > 20 * 86_400
        }
        // For what is usual, and for everyday talk.
        #expect(weeks.count == 2)
    }
}
