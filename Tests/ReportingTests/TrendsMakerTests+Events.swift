import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What stands out of the course of a brand.
extension TrendsMakerTests {
    @Test func `a day far above the others is a spike, and the only event`() throws {
        var counts = Array(repeating: 4, count: 42)
        counts[40] = 20
        let events = events(counts, to: "2026-10-11T22:00:00Z")
        let event = try #require(events.first)
        #expect(events.count == 1)
        #expect(event.kind == .spike)
        #expect(event.day == "2026-10-10")
        #expect(event.score == 4.41)
        #expect(
            event.sentence
                == "Zefirnet was mentioned 20 times (20 stories) on Sat 10 Oct 2026, where 4 is "
                + "usual on such a day.")
    }

    @Test func `a day far below the others is a drop`() throws {
        var counts = Array(repeating: 16, count: 42)
        counts[40] = 2
        let event = try #require(events(counts, to: "2026-10-11T22:00:00Z").first)
        #expect(event.kind == .drop)
        #expect(event.score == -4.56)
        #expect(event.sources.isEmpty)
    }

    @Test(arguments: [
        ([Int](repeating: 7, count: 42), "2026-10-11T22:00:00Z"),
        ([Int](repeating: 0, count: 41) + [4], "2026-10-11T22:00:00Z"),
        ([Int](repeating: 16, count: 41) + [1], "2026-10-11T15:00:00Z"),
    ])
    func `an even course, a handful and a day not over yet are no events`(
        counts: [Int], to: String
    ) {
        #expect(events(counts, to: to).isEmpty)
    }

    @Test func `the days before we listened are none, and nothing stands out for two weeks`() {
        let heard = course([0, 0, 0, 0, 9] + [Int](repeating: 9, count: 5) + [40, 9, 9, 9])
        let since = Date.at("2026-09-04T08:00:00Z")
        let trends = TrendsMaker(context: .sample).trends(
            from: .at("2025-08-30T22:00:00Z"), to: .at("2026-09-13T22:00:00Z"),
            heard: HeardEntries(heard), health: [], heardIn: ListeningTime(since: since))
        #expect(trends.period.from == since)
        #expect(trends.period.days.first == "2026-09-04")
        #expect(trends.period.days.count == 10)
        #expect(trends.events.isEmpty)
        #expect(trends.brands.flatMap(\.baselines).isEmpty)
        #expect(
            trends.headlines.first
                == "In 9 days and part of the day before people mentioned Zefirnet 121 times "
                + "(121 stories), 12.6 a day; Kawka not at all.")
    }

    @Test(arguments: [
        ("2026-09-02T22:00:00Z", "2026-08-30T22:00:00Z", 3),
        ("2026-09-02T22:00:00Z", nil, 3), ("2026-09-02T22:00:00Z", "2027-01-01T00:00:00Z", 0),
    ])
    func `listening that began outside the period makes no more days`(
        to: String, since: String?, days: Int
    ) {
        let trends = TrendsMaker(context: .sample).trends(
            from: .at("2026-08-30T22:00:00Z"), to: .at(to), heard: HeardEntries([]), health: [],
            heardIn: ListeningTime(since: since.map(Date.at)))
        #expect(trends.period.days.count == days)
    }

    /// One mention a day by a blog, and some by a portal since a day.
    func blogAndPortal(since day: Int, of days: Int, a count: Int) -> [HeardEntry] {
        let noon = Date.at("2026-08-31T10:00:00Z")
        var heard: [HeardEntry] = []
        for today in 0..<days {
            for number in 0...(today < day ? 0 : count) {
                let seconds = Double(today * 86_400 + number)
                heard.append(
                    .sample(
                        Int64(today * 1_000 + number + 1), "Zefirnet",
                        saying: [.init(of: "zefirnet", as: "Zefirnet")],
                        feed: number == 0 ? "blog" : "portal", at: noon.addingTimeInterval(seconds))
                )
            }
        }
        return heard
    }

    func trends(_ heard: [HeardEntry], firstHeard: [Feed.ID: Date]) -> Trends {
        TrendsMaker(context: .sample).trends(
            from: .at("2026-08-30T22:00:00Z"), to: .at("2026-10-31T22:00:00Z"),
            heard: HeardEntries(heard), health: [],
            heardIn: ListeningTime(since: firstHeard.values.min()),
            recordsSince: .at("2026-08-30T22:00:00Z"), firstHeard: firstHeard)
    }

    @Test func `what a feed held when it was first polled is shown and not judged by`() {
        // Both were polled first when the portal's memory began.
        let polled = Date.at("2026-10-22T22:00:00Z")
        let trends = trends(
            blogAndPortal(since: 52, of: 62, a: 20), firstHeard: ["blog": polled, "portal": polled])
        #expect(trends.period.days.first == "2026-08-31")
        #expect(trends.brands[0].daily.mentions.first == 1)
        #expect(trends.events == [])
        #expect(trends.incidents == [])
        #expect(trends.forecast == nil)
        #expect(trends.headlines[1].hasPrefix("What is usual is not known yet"))
    }

    @Test(arguments: [
        ("2026-08-30T22:00:00Z", Trends.Cause.talk), ("2026-10-21T22:00:00Z", .newSource),
    ])
    func `a source that was listened to all the time is not new when it takes up a brand`(
        portalSince: String, cause: Trends.Cause
    ) throws {
        let trends = trends(
            blogAndPortal(since: 52, of: 62, a: 20),
            firstHeard: ["blog": .at("2026-08-30T22:00:00Z"), "portal": .at(portalSince)])
        let first = try #require(trends.events.last)
        #expect(first.cause == cause)
        #expect(trends.sourceChanges.isEmpty == (cause == .talk))
    }

    @Test(arguments: [(41, true), (40, true), (39, true), (38, false)])
    func `a burst goes on while another spike would still be part of it`(day: Int, isOpen: Bool)
        throws
    {
        var counts = [Int](repeating: 3, count: 42)
        counts[day] = 30
        let trends = SampleReports.trends(of: course(counts), to: "2026-10-11T22:00:00Z")
        #expect(try #require(trends.incidents.first).isOpen == isOpen)
    }

    @Test func `what was usual for a burst is of all its days`() throws {
        var counts = [Int](repeating: 6, count: 42)
        (counts[30], counts[33]) = (40, 40)
        let trends = SampleReports.trends(of: course(counts), to: "2026-10-11T22:00:00Z")
        let burst = try #require(trends.incidents.first)
        #expect((burst.firstDay, burst.lastDay) == ("2026-09-30", "2026-10-03"))
        #expect(burst.counts.mentions == 92)
        #expect(burst.usual == 24)
    }

    @Test func `a burst without words of its own begins where posts come thick`() throws {
        let times =
            [Date.at("2026-10-09T22:30:00Z")]
            + (0..<30).map { Date.at("2026-10-10T15:00:00Z") + 60 * Double($0) }
        let burst = times.enumerated().map { number, time in
            HeardEntry.sample(
                Int64(900_000 + number), "Zefirnet",
                saying: [.init(of: "zefirnet", as: "Zefirnet")], at: time)
        }
        let everyday = course([Int](repeating: 3, count: 40) + [0, 3])
        let trends = SampleReports.trends(of: everyday + burst, to: "2026-10-11T22:00:00Z")
        let card = try #require(trends.incidents.first)
        #expect(card.terms == [])
        #expect(card.counts.mentions == 31)
        #expect(card.beganAt == .at("2026-10-10T15:00:00Z"))
        #expect(card.endedAt == .at("2026-10-10T15:29:00Z"))
    }

    @Test func `a burst on the first day of a period is held against the weeks before it`() throws {
        var counts = [Int](repeating: 6, count: 42)
        counts[35] = 40
        let trends = TrendsMaker(context: .sample).trends(
            from: .at("2026-10-04T22:00:00Z"), to: .at("2026-10-11T22:00:00Z"),
            heard: HeardEntries(course(counts)), health: [],
            heardIn: ListeningTime(since: .at("2026-08-30T22:00:00Z")))
        let burst = try #require(trends.incidents.first)
        #expect(burst.tone.before.neutral.mentions == 42)
    }
}
