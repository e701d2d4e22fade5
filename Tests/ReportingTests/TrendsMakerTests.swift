import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct TrendsMakerTests {
    static let warsaw = LocalCalendar(timeZone: "Europe/Warsaw")

    /// So many mentions of Zefirnet at noon of each day from Monday, 31 August 2026.
    func course(_ counts: [Int]) -> [HeardEntry] {
        let noon = Date.at("2026-08-31T10:00:00Z")
        return counts.enumerated().flatMap { day, count in
            (0..<count).map { number -> HeardEntry in
                let seconds = Double(day * 86_400 + number)
                return .sample(
                    Int64(day * 1_000 + number + 1), "Zefirnet",
                    saying: [.init(of: "zefirnet", as: "Zefirnet")],
                    at: noon.addingTimeInterval(seconds))
            }
        }
    }

    func events(_ counts: [Int], to: String) -> [Trends.Event] {
        SampleReports.trends(of: course(counts), to: to).events
    }

    @Test func `days are local, also when the clocks change`() {
        let days = TrendDays(
            from: .at("2026-10-23T22:00:00Z"), to: .at("2026-10-26T23:00:00Z"),
            calendar: Self.warsaw)
        #expect(days.names == ["2026-10-24", "2026-10-25", "2026-10-26"])
        #expect(days.whole == 0..<3)
        #expect(days.index(of: .at("2026-10-24T21:59:59Z")) == 0)
        #expect(days.index(of: .at("2026-10-24T22:00:00Z")) == 1)
        #expect(days.index(of: .at("2026-10-25T22:59:59Z")) == 1)
        #expect(days.index(of: .at("2026-10-25T23:00:00Z")) == 2)
    }

    @Test func `days that the period covers in part are counted and not judged`() {
        let days = TrendDays(
            from: .at("2026-11-01T12:00:00Z"), to: .at("2026-11-04T12:00:00Z"),
            calendar: Self.warsaw)
        #expect(days.names.count == 4)
        #expect(days.whole == 1..<3)
    }

    @Test(arguments: [([1.0], 1.0), ([3.0, 1.0, 2.0], 2.0), ([4.0, 1.0, 3.0, 2.0], 2.5)])
    func `the median of an even number lies between the middle two`(
        values: [Double], median: Double
    ) {
        #expect(RobustEstimates.median(values) == median)
    }

    /// What is usual for the day after so many, the first of which is a Monday.
    func whatIsUsual(after counts: [Int?]) -> BaselineFinder.Usual? {
        BaselineFinder(
            values: counts + [0], weekdays: (0...counts.count).map { $0 % 7 + 1 }
        ).usual(ofDay: counts.count)
    }

    @Test func `usual is what the same weekday was from four weeks on`() throws {
        // Five weeks of 16 on Mondays, 4 else; two more on Tuesdays than before.
        var counts = Array(repeating: 4, count: 35)
        for week in 0..<5 { counts[week * 7] = 16 }
        let usual = try #require(whatIsUsual(after: counts))
        #expect(usual.basis == .sameWeekday)
        #expect(usual.days == 5)
        #expect(abs(usual.median - 16.375.squareRoot()) < 1e-12)
        // No deviation at all: that of a Poisson count, 1/2, widened by √(1 + π/15).
        #expect(abs(usual.deviation - 0.5 * (1 + Double.pi / 15).squareRoot()) < 1e-12)
    }

    /// By `Tests/Checks/reporting_statistics.py`.
    @Test func `usual and its deviation are those of an independent reckoning`() throws {
        let counts = [
            12, 9, 14, 11, 10, 5, 3, 15, 8, 13, 16, 9, 4, 6, 10, 12, 11, 18, 7, 6, 2, 13, 9, 17,
            12, 11, 5, 4, 30, 21, 26, 24, 22, 11, 9,
        ]
        let usual = try #require(whatIsUsual(after: counts))
        #expect(abs(usual.median - 3.846_811_371_036_76) < 1e-12)
        #expect(abs(usual.deviation - 0.642_682_014_282_24) < 1e-12)
        #expect(usual.baseline(ofDay: "x").median == 14.42)
    }

    @Test func `days on which little is usual vary less than those on which much is`() throws {
        // Weeks that waver by shares of themselves, with a tenth on weekends.
        let counts = [100, 70, 120, 80, 130, 90, 110, 60].flatMap { mean in
            Array(repeating: mean, count: 5) + Array(repeating: mean / 10, count: 2)
        }
        let monday = try #require(whatIsUsual(after: counts))
        let saturday = try #require(whatIsUsual(after: counts + counts.prefix(5)))
        #expect(monday.deviation > 1.5 * saturday.deviation)
        #expect(saturday.deviation > 0.5)
    }

    @Test
    func
        `before four weeks are known, working days and weekends are told apart, from two weeks on`()
        throws
    {
        let week = [9, 9, 9, 9, 9, 2, 2]
        #expect(whatIsUsual(after: week + Array(week.prefix(6))) == nil)
        let monday = try #require(whatIsUsual(after: week + week))
        #expect(monday.basis == .previousDays)
        #expect(monday.days == 10)
        let saturday = try #require(whatIsUsual(after: week + week + Array(week.prefix(5))))
        #expect(saturday.days == 4)
        #expect(saturday.baseline(ofDay: "x").median == 2)
    }

    @Test func `days that were not heard from end to end are left out`() throws {
        let usual = try #require(
            whatIsUsual(after: [nil, 90, nil] + Array(repeating: 9, count: 20)))
        #expect(usual.baseline(ofDay: "x").median == 9)
    }

    @Test func `whole days are counted, and today apart`() throws {
        let trends = SampleReports.trends(
            of: course([4, 4, 4]), from: "2026-08-30T22:00:00Z", to: "2026-09-02T04:00:00Z")
        #expect(
            try #require(trends.headlines.first).hasPrefix(
                "In 2 days and today so far people mentioned Zefirnet"))
    }

    @Test func `each day of a series counts its own stories`() throws {
        let day = Date.at("2026-11-16T10:00:00Z")
        func entry(_ sequence: Int64, story: Int64, day offset: Double) -> HeardEntry {
            .sample(
                sequence, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                at: day.addingTimeInterval(offset * 86_400),
                story: StoryMembership(id: story, reason: .sameText, similarity: 1))
        }
        let trends = SampleReports.trends(
            of: [
                entry(1, story: 1, day: 0), entry(2, story: 1, day: 0), entry(3, story: 1, day: 1),
                entry(4, story: 4, day: 1),
            ], from: "2026-11-15T23:00:00Z", to: "2026-11-18T23:00:00Z")
        let zefirnet = try #require(trends.brands.first)
        #expect(zefirnet.daily == Trends.DailyCounts(mentions: [2, 2, 0], stories: [1, 2, 0]))
        #expect(zefirnet.counts == Counts(mentions: 4, stories: 2))
        #expect(zefirnet.dailyTone.negative.mentions == [2, 2, 0])
        #expect(zefirnet.dailyNetSentiment.map(\.day) == ["2026-11-16", "2026-11-17"])
        #expect(zefirnet.dailyNetSentiment.first?.value == Ratios(mentions: -1, stories: -1))
    }

    @Test func `the share of voice of a week is local and told twice`() throws {
        func entry(_ sequence: Int64, _ name: String, at date: String) -> HeardEntry {
            .sample(
                sequence, name, saying: [.init(of: Brand.ID(name.lowercased()), as: name)],
                at: .at(date))
        }
        // Sunday, 23:30 and Monday, 00:30 in Warsaw.
        let trends = SampleReports.trends(
            of: [
                entry(1, "Zefirnet", at: "2026-11-15T22:30:00Z"),
                entry(2, "Zefirnet", at: "2026-11-15T23:30:00Z"),
                entry(3, "Baltfon", at: "2026-11-16T10:00:00Z"),
                entry(4, "Baltfon", at: "2026-11-17T10:00:00Z"),
                entry(5, "Baltfon", at: "2026-11-18T10:00:00Z"),
            ], from: "2026-11-14T23:00:00Z", to: "2026-11-18T23:00:00Z")
        #expect(trends.weeks.map(\.week) == ["2026-W46", "2026-W47"])
        #expect(trends.weeks[0].shares[0].shareOfVoice == Ratios(mentions: 1, stories: 1))
        #expect(trends.weeks[1].shares[0].shareOfVoice == Ratios(mentions: 0.25, stories: 0.25))
    }

    @Test func `hours and weekdays are those of the reader's clock`() {
        let trends = SampleReports.trends(
            of: [
                .sample(
                    1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                    at: .at("2026-11-15T23:30:00Z")),
                .sample(
                    2, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon")],
                    at: .at("2026-11-15T23:30:00Z")),
            ])
        #expect(trends.hours.map(\.weekday) == [1, 2, 3, 4, 5, 6, 7])
        #expect(trends.hours[0].mentions[0] == 1)
        #expect(trends.hours.flatMap(\.mentions).reduce(0, +) == 1)
    }

    @Test func `a period without a mention is told as such`() {
        let trends = SampleReports.emptyTrends
        #expect(
            trends.headlines == [
                "In 84 days nobody mentioned Zefirnet or Kawka.",
                "No day stood out against the days before it.",
                "No word rose clearly in the last seven days; 2 of 7 feeds could not be heard "
                    + "properly, so true counts may be higher.",
            ])
    }

    @Test func `the order of the entries makes no difference to a byte`() throws {
        var generator = SeededGenerator(seed: 11)
        let trends = SampleReports.trends(of: SampleNews.course.shuffled(using: &generator))
        #expect(try ContractJSON.encode(trends) == ContractJSON.encode(SampleReports.trends))
        #expect(try TrendsPage.html(of: trends) == TrendsPage.html(of: SampleReports.trends))
    }

    @Test func `what is counted by day can be had by the hours of the reader's clocks`() throws {
        let heard = ["2026-11-16T22:30:00Z", "2026-11-16T23:10:00Z", "2026-11-16T23:50:00Z"]
            .enumerated().map { number, moment in
                HeardEntry.sample(
                    Int64(number + 1), "Zefirnet",
                    saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)], at: .at(moment),
                    story: StoryMembership(
                        id: number == 0 ? 1 : 2, reason: .sameText, similarity: 1),
                    categories: [.sample("complaint")])
            }
        let trends = TrendsMaker(context: .sample).trends(
            from: .at("2026-11-16T22:00:00Z"), to: .at("2026-11-17T00:00:01Z"),
            heard: HeardEntries(heard), health: [], by: .hour)
        let course = try #require(trends.course)
        #expect(
            course.names == [
                "2026-11-16T23:00+01:00", "2026-11-17T00:00+01:00", "2026-11-17T01:00+01:00",
            ])
        #expect(course.starts.first == .at("2026-11-16T22:00:00Z"))
        for (kind, id) in [
            ("brand", "zefirnet"), ("tone:zefirnet", "negative"), ("category", "complaint"),
            ("source", "kurier"), ("language", "en"), ("channel", "other"),
        ] {
            let line = try #require(course.lines.first { $0.of == kind && $0.id == id })
            #expect(line.counts.mentions == [1, 2, 0], "\(kind)")
            #expect(line.counts.stories == [1, 1, 0], "\(kind)")
        }
        let rows = TrendsTable.series.figures(of: trends)
        #expect(rows.columns.first == "hour")
        #expect(rows.rows.count == 3 * course.lines.count)
    }

    @Test func `a story that is told on two days of a week is one of that week`() throws {
        let heard = ["2026-11-14T12:00:00Z", "2026-11-16T12:00:00Z", "2026-11-18T12:00:00Z"]
            .enumerated().map { number, moment in
                HeardEntry.sample(
                    Int64(number + 1), "Zefirnet",
                    saying: [.init(of: "zefirnet", as: "Zefirnet")], at: .at(moment),
                    story: StoryMembership(id: 1, reason: .sameText, similarity: 1))
            }
        let trends = TrendsMaker(context: .sample).trends(
            from: .at("2026-11-13T23:00:00Z"), to: .at("2026-11-19T23:00:00Z"),
            heard: HeardEntries(heard), health: [], by: .week)
        let course = try #require(trends.course)
        #expect(course.names == ["2026-W46", "2026-W47"])
        let line = try #require(course.lines.first { $0.of == "brand" && $0.id == "zefirnet" })
        #expect(line.counts == Trends.DailyCounts(mentions: [1, 2], stories: [1, 1]))
    }

    @Test func `hours go on over the hour that a clock shows twice`() {
        let calendar = LocalCalendar(timeZone: "Europe/Warsaw")
        let starts = calendar.starts(
            of: .hour, from: .at("2026-10-24T23:30:00Z"), to: .at("2026-10-25T02:30:00Z"))
        #expect(
            starts.map { calendar.name(of: .hour, at: $0) } == [
                "2026-10-25T01:00+02:00", "2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00",
                "2026-10-25T03:00+01:00",
            ])
    }

    @Test func `a report follows a thousand sources, and the rest in one sum`() throws {
        let heard = (1...1_002).map { number in
            HeardEntry.sample(
                Int64(number), "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                feed: Feed.ID("f\(number)"), at: .at("2026-11-16T12:00:00Z"))
        }
        let trends = SampleReports.trends(
            of: heard, from: "2026-11-15T23:00:00Z", to: "2026-11-16T23:00:00Z")
        #expect(trends.sources.count == 1_000)
        let others = try #require(trends.otherSources)
        #expect(others.sources == 2)
        #expect(others.counts == Counts(mentions: 2, stories: 2))
        #expect(others.daily.mentions == [2])
        #expect(SampleReports.trends.otherSources == nil)
    }
}
