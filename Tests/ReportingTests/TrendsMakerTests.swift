import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct TrendsMakerTests {
    private static let warsaw = LocalCalendar(timeZone: "Europe/Warsaw")

    /// So many mentions of Zefirnet at noon of each day from Monday, 31 August 2026.
    private func course(_ counts: [Int]) -> [HeardEntry] {
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

    private func events(_ counts: [Int], to: String) -> [Trends.Event] {
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
    private func whatIsUsual(after counts: [Int?]) -> BaselineFinder.Usual? {
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
                + "usual.")
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
    private func blogAndPortal(since day: Int, of days: Int, a count: Int) -> [HeardEntry] {
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

    private func trends(_ heard: [HeardEntry], firstHeard: [Feed.ID: Date]) -> Trends {
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

    @Test func `a report of less than two weeks does not say that no word rose`() {
        let trends = SampleReports.trends(
            of: course([4, 4, 4]), from: "2026-08-30T22:00:00Z", to: "2026-09-02T22:00:00Z")
        #expect(
            trends.headlines[2].hasPrefix(
                "A report of less than two weeks does not tell which words rose; "))
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

    @Test func `words of the last seven days rise, with an example to read`() throws {
        let trends = SampleReports.trends
        let first = try #require(trends.rising.first)
        #expect(trends.rising.map(\.term).contains("awaria światłowodu"))
        #expect(first.recent.stories > first.before.stories)
        #expect(
            trends.rising.allSatisfy { term in
                trends.mentions.contains { $0.id == term.example }
            })
    }

    @Test func `terms are those of the text, and a negated word is none by itself`() {
        var reader = TermReader()
        let terms = EntryTerms(
            .sample(
                1, "Internet nie działa. Nav interneta! The app doesn't load, tak nie mam",
                title: "Znowu awaria", saying: []), reader: &reader)
        #expect(terms.words.map(terms.string).sorted() == ["app", "internet"])
        #expect(
            terms.phrases.map(terms.string).sorted()
                == ["doesn't load", "nav interneta", "nie działa"])
    }

    @Test func `a word that mostly stands in a rising phrase does not rise beside it`() throws {
        func entry(_ sequence: Int64, _ text: String, at date: String) -> HeardEntry {
            .sample(
                sequence, text, saying: [.init(of: "zefirnet", as: "Zefirnet")], at: .at(date))
        }
        let early = (1...60).map {
            entry($0, "Zefirnet, zwykły rachunek \($0)", at: "2026-10-10T10:00:00Z")
        }
        let late = (101...120).map {
            entry(
                $0, $0 < 105 ? "Zefirnet, zajęta" : "Zefirnet, infolinia zajęta",
                at: "2026-11-21T10:00:00Z")
        }
        let rising = SampleReports.trends(of: early + late).rising.map(\.term)
        #expect(rising == ["infolinia zajęta"])
    }

    @Test func `a press release printed twenty times does not make its words rise`() {
        let release = (1...20).map { number in
            HeardEntry.sample(
                100_000 + number, "Zefirnet ogłasza rewolucyjny cennik",
                saying: [.init(of: "zefirnet", as: "Zefirnet")], at: .at("2026-11-21T10:00:00Z"),
                story: StoryMembership(id: 100_001, reason: .sameText, similarity: 1))
        }
        let trends = SampleReports.trends(of: SampleNews.course + release)
        #expect(!trends.rising.contains { $0.term.contains("rewolucyjny") })
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
