import Foundation
import Model
import Pipeline
import Testing

struct NoticeTimesTests {
    private let times = NoticeTimes(timeZone: TimeZone(identifier: "Europe/Warsaw") ?? .gmt)

    private func date(_ text: String) throws -> Date {
        try Date(text + ":00Z", strategy: .iso8601)
    }

    private func rule(_ content: NoticeRule.Content, quiet: NoticeRule.QuietHours? = nil)
        -> NoticeRule
    {
        NoticeRule(
            id: "rule", content: content, channels: [], quietHours: quiet, place: .init(file: "x"))
    }

    /// 07:00 in Warsaw is 06:00 in UTC; 23 November 2026 is a Monday.
    @Test(arguments: [
        ("2026-11-22T06:00", "2026-11-23T05:59", nil),
        ("2026-11-22T06:00", "2026-11-23T06:00", "2026-11-22T06:00"),
        ("2026-11-22T06:00", "2026-11-23T09:30", "2026-11-22T06:00"),
        ("2026-11-23T06:00", "2026-11-23T09:30", nil),
        ("2026-11-20T06:00", "2026-11-22T09:30", nil),
        ("2026-11-20T06:00", "2026-11-23T06:01", "2026-11-20T06:00"),
    ])
    func `a digest is due once after each of its times, and goes on from the last`(
        considered: String, now: String, after: String?
    ) throws {
        let rule = rule(.digest(minutes: [420], weekdays: [1, 2, 3, 4, 5], minimumPosts: 0))
        let window = try times.window(
            of: rule, considered: date(considered), now: date(now))
        #expect(try window?.after == after.map(date))
        if let window { #expect(try window.through == date(now)) }
    }

    @Test func `a digest that was never sent covers the last day`() throws {
        let rule = rule(.digest(minutes: [420], weekdays: Array(1...7), minimumPosts: 0))
        let window = try times.window(
            of: rule, considered: nil, now: date("2026-11-23T08:00"))
        #expect(try window?.after == date("2026-11-22T08:00"))
    }

    /// Sunday night, and Monday before seven and after it, in Warsaw.
    @Test(arguments: [
        ("2026-11-22T22:00", false), ("2026-11-23T05:59", false), ("2026-11-23T06:00", true),
        ("2026-11-23T21:00", true),
    ])
    func `a new rule begins with the first of its times, or with one that passed the same day`(
        now: String, isSent: Bool
    ) throws {
        let rule = rule(.digest(minutes: [420], weekdays: [1, 2, 3, 4, 5], minimumPosts: 0))
        #expect(try (times.window(of: rule, considered: nil, now: date(now)) != nil) == isSent)
    }

    /// Shifts that change at 06:00, 14:00 and 22:00 in Warsaw, an hour earlier in UTC.
    @Test(arguments: [
        ("2026-11-23T05:10", "2026-11-23T12:59", nil),
        ("2026-11-23T05:10", "2026-11-23T13:00", "2026-11-23T05:10"),
        ("2026-11-23T13:05", "2026-11-23T20:59", nil),
        ("2026-11-23T13:05", "2026-11-23T21:30", "2026-11-23T13:05"),
        ("2026-11-23T21:30", "2026-11-24T05:00", "2026-11-23T21:30"),
        ("2026-11-23T05:10", "2026-11-24T05:10", "2026-11-23T05:10"),
    ])
    func `a digest of several times covers what was heard since the one before`(
        considered: String, now: String, after: String?
    ) throws {
        let rule = rule(
            .digest(minutes: [360, 840, 1_320], weekdays: Array(1...7), minimumPosts: 0))
        let window = try times.window(of: rule, considered: date(considered), now: date(now))
        #expect(try window?.after == after.map(date))
    }

    /// Friday, 27 November; midnight in Warsaw is 23:00 in UTC.
    @Test(arguments: [("2026-11-27T22:59", false), ("2026-11-27T23:00", true)])
    func `24:00 is the end of its day`(now: String, isSent: Bool) throws {
        let rule = rule(.digest(minutes: [1_440], weekdays: [5], minimumPosts: 0))
        let window = try times.window(
            of: rule, considered: date("2026-11-26T00:00"), now: date(now))
        #expect((window != nil) == isSent)
    }

    @Test(arguments: [
        ("2026-11-23T20:59", true), ("2026-11-23T21:00", false), ("2026-11-24T05:29", false),
        ("2026-11-24T05:30", true),
    ])
    func `alerts wait for the end of quiet hours, which may go over midnight`(
        now: String, isSent: Bool
    ) throws {
        let rule = rule(
            .alerts(minimumSeverity: .high), quiet: .init(from: 22 * 60, to: 6 * 60 + 30))
        let window = try times.window(
            of: rule, considered: date("2026-11-23T12:00"), now: date(now))
        #expect((window != nil) == isSent)
        if let window { #expect(try window.after == date("2026-11-23T12:00")) }
    }
}
