import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct DigestComparisonTests {
    private static func span(_ start: String, _ end: String) -> Range<Date> {
        Date.at(start)..<Date.at(end)
    }

    private static func window(_ start: String, _ end: String) -> Digest.Window {
        Digest.Window(after: .at(start), through: .at(end), timeZone: "Europe/Warsaw")
    }

    @Test func `a day is held against the digests that were made, to the second`() {
        let yesterday = Self.span("2026-11-21T05:00:07Z", "2026-11-22T05:00:00Z")
        let weekAgo = Self.span("2026-11-15T05:00:00Z", "2026-11-16T05:00:02Z")
        let comparison = DigestMaker.Comparison(
            of: Self.window("2026-11-22T05:00:00Z", "2026-11-23T05:00:02Z"), .day,
            previous: yesterday, weekBefore: weekAgo)
        #expect(comparison.previous == yesterday)
        #expect(comparison.weekBefore == weekAgo)
    }

    @Test func `a digest of another length is nothing to compare with`() {
        let comparison = DigestMaker.Comparison(
            of: Self.window("2026-11-22T05:00:00Z", "2026-11-23T05:00:00Z"), .day,
            previous: Self.span("2026-11-19T05:00:00Z", "2026-11-22T05:00:00Z"),
            weekBefore: Self.span("2026-11-15T05:00:00Z", "2026-11-16T13:00:00Z"))
        #expect(comparison.previous == Self.span("2026-11-21T05:00:00Z", "2026-11-22T05:00:00Z"))
        #expect(comparison.weekBefore == Self.span("2026-11-15T05:00:00Z", "2026-11-16T05:00:00Z"))
    }

    @Test func `after a digest of three days, a day is held against what was said on the last`() {
        let window = Self.window("2026-11-23T05:00:00Z", "2026-11-24T05:00:00Z")
        // All was heard by one run on Monday; on each day one half was said of what is said today.
        func posts(_ count: Int64, from first: Int64, hours: Double, isLate: Bool = false)
            -> [HeardEntry]
        {
            (first..<first + count).map { number in
                .sample(
                    number, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                    at: window.after.addingTimeInterval(hours * 3_600),
                    heardAt: isLate ? window.through : hours < 0 ? window.after : nil)
            }
        }
        // Of what this digest tells of, a quarter was said on the day before already.
        let all =
            [-60, -36, -12].enumerated().flatMap { index, hours in
                posts(10, from: Int64(index) * 100, hours: hours)
            } + posts(15, from: 1_000, hours: 12) + posts(5, from: 2_000, hours: -2, isLate: true)
        var heard = HeardEntries(all) { span in
            all.filter { $0.reportedAt > span.lowerBound && $0.reportedAt <= span.upperBound }
        }
        heard.saidIn = { span, body in
            for entry in all where span.contains(entry.date) { body(entry) }
        }
        let weekend = Self.span("2026-11-20T05:00:00Z", "2026-11-23T05:00:00Z")
        let digest = DigestMaker(context: .sample).digest(
            window, against: .init(of: window, .day, previous: weekend), heard: heard, health: [])
        #expect(digest.totals.previous.before.mentions == 10)
        #expect(digest.totals.previous.ratio.mentions == 2)
        #expect(digest.alerts.map(\.kind) == [.negative])
    }

    @Test func `when the clocks change, six in the morning stays six in the morning`() {
        // In the night before 29 March 2026 Warsaw went from UTC+1 to UTC+2.
        let comparison = DigestMaker.Comparison(
            of: Self.window("2026-03-29T04:00:00Z", "2026-03-30T04:00:00Z"), .span)
        #expect(comparison.previous == Self.span("2026-03-28T05:00:00Z", "2026-03-29T04:00:00Z"))
        #expect(comparison.weekBefore == Self.span("2026-03-22T05:00:00Z", "2026-03-23T05:00:00Z"))
    }

    @Test(arguments: [
        // A week after two o'clock became three, and a week after three became two.
        ("2026-04-05T00:50:00Z", "2026-04-05T01:05:00Z", "2026-03-29T01:50:00Z"),
        ("2026-04-05T00:05:10Z", "2026-04-05T01:05:05Z", "2026-03-29T01:05:10Z"),
        ("2026-11-01T00:50:00Z", "2026-11-01T01:05:00Z", "2026-10-24T23:50:00Z"),
        ("2026-11-01T01:00:00Z", "2026-11-01T02:00:00Z", "2026-10-25T01:00:00Z"),
    ])
    func `a window from run to run is as long a week earlier, whatever the clocks did then`(
        after: String, through: String, start: String
    ) {
        let window = Self.window(after, through)
        let comparison = DigestMaker.Comparison(of: window, .day)
        #expect(comparison.weekBefore.lowerBound == .at(start))
        #expect(comparison.weekBefore.length == window.through.timeIntervalSince(window.after))
    }

    @Test(arguments: [
        (
            Digest.Scope.Period.span, window("2026-11-21T05:00:00Z", "2026-11-22T05:00:00Z"),
            " the day before and 0 a week earlier."
        ),
        (.week, window("2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z"), " the week before."),
        (.month, window("2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"), " the month before."),
    ])
    func `what is as long as a week is told beside the time before it alone`(
        period: Digest.Scope.Period, window: Digest.Window, end: String
    ) throws {
        let posts = (1...7).map { number in
            HeardEntry.sample(
                number, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                at: .at("2026-11-21T12:00:00Z"))
        }
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: period)
        let digest = DigestMaker(context: context).digest(
            window, heard: HeardEntries(posts), health: [])
        #expect(try #require(digest.alerts.first).sentence.hasSuffix("against 0" + end))
    }

    @Test func `a week is held against the week before, a month against the month`() {
        // The week and the month in which the clocks were changed.
        let week = DigestMaker.Comparison(
            of: Self.window("2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z"), .week)
        #expect(week.previous == Self.span("2026-10-11T22:00:00Z", "2026-10-18T22:00:00Z"))
        #expect(week.weekBefore == week.previous)
        let month = DigestMaker.Comparison(
            of: Self.window("2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"), .month)
        #expect(month.previous == Self.span("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"))
        #expect(month.weekBefore == Self.span("2026-09-26T22:00:00Z", "2026-10-26T23:00:00Z"))
    }

    @Test(arguments: [
        (90_002.0, ReportWords.Span.day), (82_798, .day), (95_000, .other), (604_800, .week),
        (608_402, .week), (615_000, .other),
    ])
    func `seconds between two runs make no other period of a day`(
        seconds: Double, span: ReportWords.Span
    ) {
        #expect(ReportWords.Span(seconds: seconds) == span)
    }
}
