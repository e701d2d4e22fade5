import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// When anybody listened, and what a time in which nobody did means for the figures.
struct ListeningTimeTests {
    private static let start = Date.at("2026-08-30T22:00:00Z")

    private func hour(_ hours: Double) -> Date { Self.start.addingTimeInterval(hours * 3_600) }

    /// Of runs that are so many hours apart.
    private func gaps(_ hours: [Double]) -> [Range<Date>] {
        var at = 0.0
        let pauses = hours.map { length -> Range<Date> in
            defer { at += length }
            return hour(at)..<hour(at + length)
        }
        return ListeningTime(since: nil, pauses: pauses).gaps
    }

    @Test func `a run that is missed twice leaves a gap up to a day before the next`() {
        let daily = Array(repeating: 24.0, count: 20)
        #expect(gaps(daily + [72] + daily) == [hour(480)..<hour(528)])
        #expect(gaps(daily + [35] + daily) == [])
    }

    @Test func `weekends without a run are no gaps where all are so, and a missed week is one`() {
        let week = [24.0, 24, 24, 24, 72]
        let weeks = (0..<6).flatMap { _ in week }
        #expect(gaps(weeks) == [])
        #expect(gaps(weeks + [240] + weeks) == [hour(6 * 168)..<hour(6 * 168 + 168)])
    }

    /// Feeds that were asked twice after they had brought something, and then for ten days no more.
    @Test func `a pause is a gap from the last answer in it`() {
        let daily = stride(from: 0.0, to: 480, by: 24).map { hour($0)..<hour($0 + 24) }
        let pauses = daily + [hour(480)..<hour(720)]
        func gaps(after answers: [Date]) -> [Range<Date>] {
            ListeningTime(since: nil, pauses: pauses) { time in
                answers.filter(time.contains).max()
            }.gaps
        }
        #expect(gaps(after: []) == [hour(480)..<hour(696)])
        #expect(gaps(after: [hour(482), hour(486)]) == [hour(486)..<hour(696)])
        #expect(gaps(after: [hour(486), hour(690)]) == [])
    }

    /// Runs may start some seconds later or earlier than the day before.
    @Test(arguments: [(503.99, true), (504, true), (504.01, true), (527.99, false)])
    func `a day on which feeds had nothing new is no gap, by the clock of the run of that day`(
        answer: Double, isHeard: Bool
    ) {
        let daily = stride(from: 0.0, to: 480, by: 24).map { hour($0)..<hour($0 + 24) }
        let time = ListeningTime(since: nil, pauses: daily + [hour(480)..<hour(528)]) { time in
            [hour(answer)].filter(time.contains).max()
        }
        #expect(time.gaps == (isHeard ? [] : [hour(480)..<hour(504)]))
    }

    @Test(arguments: [
        [24.0, 24, 24, 24, 96], [24, 24, 24, 24, 72, 24, 24, 24, 24, 72],
        [168, 168, 168, 336, 168],
        [6, 6, 6, 6, 30],
    ])
    func `a few runs do not tell a weekend or a late run from a stop`(hours: [Double]) {
        #expect(gaps(hours) == [])
    }

    @Test func `they do tell a stop of many days`() {
        #expect(gaps([24, 24, 24, 240, 24]) == [hour(72)..<hour(288)])
        #expect(gaps([6, 6, 6, 6, 40]) == [hour(24)..<hour(40)])
    }

    @Test func `the first runs tell nothing of what is usual`() {
        #expect(gaps([24, 24, 240, 24]) == [])
    }

    @Test func `a time is heard with no more than a twenty-fourth before we listened`() {
        let time = ListeningTime(since: hour(1))
        #expect(time.isHeard(hour(0)..<hour(24)))
        #expect(!time.isHeard(hour(0)..<hour(23)))
        #expect(ListeningTime(since: nil).isHeard(hour(0)..<hour(1)))
    }

    @Test func `a time is heard with no more than three tenths in gaps`() {
        let time = ListeningTime(since: nil, gaps: [hour(0)..<hour(3), hour(10)..<hour(13)])
        #expect(time.missing(in: hour(0)..<hour(24)) == 0.25)
        #expect(time.isHeard(hour(0)..<hour(24)))
        #expect(!time.isHeard(hour(1)..<hour(13)))
        #expect(time.missing(in: hour(3)..<hour(10)) == 0)
    }

    @Test(arguments: [(48.0, true), (72, false)])
    func `a week without the runs of a weekend is heard, one without three days is not`(
        hours: Double, isHeard: Bool
    ) {
        let time = ListeningTime(since: nil, gaps: [hour(96)..<hour(96 + hours)])
        #expect(time.isHeard(hour(0)..<hour(168)) == isHeard)
        // By the clocks of a week in spring.
        #expect(time.isHeard(hour(0)..<hour(167)) == isHeard)
    }

    /// So many posts about Zefirnet on each day.
    private func course(_ counts: [Int], feed: Feed.ID = "kurier") -> [HeardEntry] {
        counts.enumerated().flatMap { day, count in
            (0..<count).map { number in
                .sample(
                    Int64(day * 1_000 + number + 1), "Zefirnet",
                    saying: [.init(of: "zefirnet", as: "Zefirnet")], feed: feed,
                    at: hour(Double(day) * 24 + 12))
            }
        }
    }

    private func trends(_ heard: [HeardEntry], gaps: [Range<Date>]) -> Trends {
        TrendsMaker(context: .sample).trends(
            from: Self.start, to: Self.start.addingTimeInterval(42 * 86_400),
            heard: HeardEntries(heard), health: FeedHealth.sample.filter { $0.status == .ok },
            heardIn: ListeningTime(since: nil, gaps: gaps))
    }

    private let counts = Array(repeating: 16, count: 39) + [0, 0, 16]

    @Test func `few mentions on days of which nothing was heard are no drop`() throws {
        let gap = hour(39 * 24)..<hour(41 * 24)
        let all = trends(course(counts), gaps: [])
        #expect(all.events.map(\.kind) == [.drop, .drop])
        #expect(all.health.gaps == nil)
        let heard = trends(course(counts), gaps: [gap])
        #expect(heard.events == [])
        #expect(
            heard.health.gaps == [ListeningHealth.Gap(from: gap.lowerBound, to: gap.upperBound)])
        #expect(
            heard.health.sentence
                == "From Fri 9 Oct 2026, 00:00 to Sun 11 Oct 2026, 00:00 no feed was heard: of that time "
                + "only what the feeds still held later is counted, so true counts may be higher.")
        #expect(
            heard.headlines[2].hasSuffix(
                " for a time no feed was heard, so true counts may be higher."))
        let json = try ContractJSON.encode(heard)
        #expect(try JSONSchema(ContractSchema.trends.bytes).problems(in: json) == [])
    }

    @Test func `many mentions on a day with a gap are a spike all the same`() {
        var counts = counts
        counts[39] = 60
        let events = trends(course(counts), gaps: [hour(39 * 24)..<hour(41 * 24)]).events
        #expect(events.map(\.kind) == [.spike])
    }

    @Test func `reprints of one story on a day with a gap are told for what they are`() {
        var counts = counts
        counts[39] = 16
        let reprints = (1...44).map { number in
            HeardEntry.sample(
                Int64(100_000 + number), "Zefirnet",
                saying: [.init(of: "zefirnet", as: "Zefirnet")], at: hour(39 * 24 + 13),
                story: StoryMembership(id: 100_001, reason: .sameText, similarity: 1))
        }
        let events = trends(course(counts) + reprints, gaps: [hour(39 * 24)..<hour(41 * 24)]).events
        #expect(events.map(\.cause) == [.oneStory])
    }

    @Test func `days of which nothing was heard do not count toward what is usual`() throws {
        let counts = Array(repeating: 0, count: 25) + Array(repeating: 16, count: 17)
        func usual(_ gaps: [Range<Date>]) throws -> Double {
            try #require(trends(course(counts), gaps: gaps).brands[0].baselines.last).median
        }
        #expect(try usual([]) < 8)
        #expect(try usual([hour(0)..<hour(25 * 24)]) == 16)
    }

    @Test func `a source that is quiet while nothing is heard has not vanished`() {
        let quiet = Array(repeating: 3, count: 30) + Array(repeating: 0, count: 12)
        let heard = course(quiet)
        #expect(trends(heard, gaps: []).sourceChanges.map(\.kind) == [.vanished])
        #expect(trends(heard, gaps: [hour(30 * 24)..<hour(42 * 24)]).sourceChanges == [])
    }

    @Test func `a source that is quiet only while nothing is heard has not appeared afterwards`() {
        let heard = course(Array(repeating: 0, count: 20) + Array(repeating: 3, count: 22))
        #expect(trends(heard, gaps: []).sourceChanges.map(\.kind) == [.appeared])
        #expect(trends(heard, gaps: [hour(0)..<hour(10 * 24)]).sourceChanges == [])
        #expect(
            trends(heard, gaps: [hour(0)..<hour(5 * 24)]).sourceChanges.map(\.kind) == [.appeared])
    }

    @Test func `a source that vanished before a gap has been gone since then`() throws {
        let quiet = Array(repeating: 3, count: 22) + Array(repeating: 0, count: 20)
        let change = try #require(
            trends(course(quiet), gaps: [hour(24 * 24)..<hour(27 * 24)]).sourceChanges.first)
        #expect(change.day == "2026-09-22")
        #expect(change.until == nil)
    }

    @Test func `a digest says of its own time what was not heard, and judges by no such week`() {
        let window = SampleNews.window
        let post = HeardEntry.sample(
            1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")], at: window.after)
        func digest(_ gaps: [Range<Date>]) -> Digest {
            DigestMaker(context: .sample).digest(
                window, heard: HeardEntries([post]), health: FeedHealth.sample,
                heardIn: ListeningTime(since: nil, gaps: gaps))
        }
        let week = 7 * 86_400.0
        let own = digest([window.after - 3_600..<window.after + 7_200])
        #expect(
            own.health.gaps == [
                ListeningHealth.Gap(from: window.after, to: window.after + 7_200)
            ])
        #expect(own.totals.sameWeekday.unheard == nil)
        let earlier = digest([window.after - week..<window.through - week - 3_600])
        #expect(earlier.health.gaps == nil)
        #expect(earlier.totals.sameWeekday.unheard == true)
        #expect(earlier.totals.previous.unheard == nil)
    }

    @Test func `a time before anybody listened is no measure, and no cause of alarm`() throws {
        let window = SampleNews.window
        let posts = (1...7).map {
            HeardEntry.sample(
                $0, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)])
        }
        func digest(listeningSince: Date) -> Digest {
            DigestMaker(context: .sample).digest(
                window, heard: HeardEntries(posts), health: FeedHealth.sample,
                heardIn: ListeningTime(since: listeningSince))
        }
        let first = digest(listeningSince: window.through)
        #expect(first.alerts.isEmpty)
        #expect(first.totals.previous.unheard == true)
        #expect(
            first.headlines[0]
                == "Zefirnet was mentioned 7 times (7 stories), with nothing to compare it with; "
                + "Kawka not at all.")
        #expect(try DigestPage.html(of: first).contains("not known"))

        let second = digest(listeningSince: window.after.addingTimeInterval(-86_400))
        #expect(second.totals.previous.unheard == nil)
        #expect(second.totals.sameWeekday.unheard == true)
        #expect(
            second.alerts.map(\.sentence) == [
                "7 negative mentions of Zefirnet (7 stories), against 0 the day before."
            ])
        #expect(second.alerts[0].sameWeekdayUnheard == true)
        for digest in [first, second] {
            let json = try ContractJSON.encode(digest)
            #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: json) == [])
        }
    }

    @Test(arguments: [
        (
            ReportLanguage.english,
            "7 negative mentions of Zefirnet (7 stories), against 0 a week earlier."
        ),
        (.polish, "Zefirnet: 7 negatywnych wzmianek (7 historii), tydzień wcześniej 0."),
        (.latvian, "Zefirnet: 7 negatīvi pieminējumi (7 stāsti), nedēļu iepriekš 0."),
    ])
    func `an alert is not held against a day of which nothing was heard`(
        language: ReportLanguage, told: String
    ) throws {
        let window = SampleNews.window
        let posts = (1...7).map {
            HeardEntry.sample(
                $0, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)])
        }
        let digest = DigestMaker(context: .sample(in: language)).digest(
            window, heard: HeardEntries(posts), health: FeedHealth.sample,
            heardIn: ListeningTime(
                since: nil, gaps: [window.after - 86_400..<window.after - 3_600]))
        #expect(digest.alerts.map(\.sentence) == [told])
        #expect(digest.alerts.map(\.previousUnheard) == [true])
        let json = try ContractJSON.encode(digest)
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: json) == [])
    }

    @Test(arguments: ReportLanguage.allCases)
    func `of many gaps the last three are told`(language: ReportLanguage) {
        let gaps = (1...5).map { day in
            ListeningHealth.Gap(from: hour(Double(day) * 24), to: hour(Double(day) * 24 + 13))
        }
        let calendar = LocalCalendar(timeZone: "GMT")
        let words = ReportWords(language)
        let told = words.gaps(gaps, calendar: calendar)
        for (place, gap) in gaps.enumerated() {
            for end in [gap.from, gap.to] {
                #expect(told.contains(words.dateAndTime(calendar.moment(of: end))) == (place > 1))
            }
        }
        let alone = words.gaps(Array(gaps.suffix(3)), calendar: calendar)
        #expect(told.count > alone.count && told.lowercased().hasSuffix(alone.lowercased()))
    }
}
