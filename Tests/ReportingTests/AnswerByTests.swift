import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct AnswerByTests {
    private static let weekdays = Team.Shift(weekdays: [1, 2, 3, 4, 5], minutes: 480..<1200)
    private static let saturday = Team.Shift(weekdays: [6], minutes: 540..<840)

    private func deadline(
        hours: [Team.Shift], allowed: Int, from start: String, in zone: String = "Europe/Warsaw",
        holidays: Set<Holiday> = []
    ) -> String? {
        let team = Team(
            id: "t", name: "T", hours: hours, answerWithin: [.high: .seconds(allowed * 60)],
            holidays: holidays)
        return AnswerBy(team: team, calendar: LocalCalendar(timeZone: zone))
            .deadline(for: .high, from: .at(start)).map(ContractJSON.timestamp)
    }

    @Test(arguments: [
        ("within a day", 60, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"),
        ("up to closing time", 60, "2026-11-20T18:00:00Z", "2026-11-20T19:00:00Z"),
        ("from closing time on", 60, "2026-11-20T19:00:00Z", "2026-11-21T09:00:00Z"),
        ("from the night", 60, "2026-11-24T02:00:00Z", "2026-11-24T08:00:00Z"),
        ("from Friday evening into Saturday", 240, "2026-11-20T18:00:00Z", "2026-11-21T11:00:00Z"),
        ("from Saturday over Sunday", 60, "2026-11-21T12:30:00Z", "2026-11-23T07:30:00Z"),
        ("over two whole days", 1_440, "2026-11-23T07:00:00Z", "2026-11-24T19:00:00Z"),
        ("no time at all", 0, "2026-11-22T10:00:00Z", "2026-11-23T07:00:00Z"),
    ])
    func `time runs only in business hours`(
        what: String, minutes: Int, start: String, end: String
    ) {
        #expect(
            deadline(hours: [Self.weekdays, Self.saturday], allowed: minutes, from: start) == end)
    }

    @Test(arguments: [
        ("2026-11-10T18:00:00Z", "2026-11-12T08:00:00Z"),
        ("2026-11-11T10:00:00Z", "2026-11-12T09:00:00Z"),
        ("2026-12-23T18:00:00Z", "2026-12-25T08:00:00Z"),
        ("2027-11-10T18:00:00Z", "2027-11-12T08:00:00Z"),
        ("2027-12-23T18:00:00Z", "2027-12-24T08:00:00Z"),
    ])
    func `no time runs on a holiday, of one year or of all`(start: String, end: String) {
        let holidays: Set = [
            Holiday(month: 11, day: 11), Holiday(year: 2026, month: 12, day: 24),
        ]
        #expect(
            deadline(hours: [Self.weekdays], allowed: 120, from: start, holidays: holidays) == end)
    }

    @Test(arguments: [
        ("Europe/Warsaw", "2026-10-23T17:00:00Z", "2026-10-26T08:00:00Z"),
        ("Europe/Warsaw", "2027-03-26T18:00:00Z", "2027-03-29T07:00:00Z"),
        ("Europe/Riga", "2026-10-23T16:00:00Z", "2026-10-26T07:00:00Z"),
        ("Europe/Riga", "2027-03-26T17:00:00Z", "2027-03-29T06:00:00Z"),
    ])
    func `an hour left on Friday at seven is used up on Monday at nine, whatever the clocks do`(
        zone: String, start: String, end: String
    ) {
        #expect(deadline(hours: [Self.weekdays], allowed: 120, from: start, in: zone) == end)
    }

    @Test(arguments: [
        ("Europe/Warsaw", 7, "2026-10-24T22:00:00Z", "2026-10-25T05:00:00Z"),
        ("Europe/Warsaw", 5, "2027-03-27T23:00:00Z", "2027-03-28T04:00:00Z"),
        ("Europe/Riga", 7, "2026-10-24T21:00:00Z", "2026-10-25T04:00:00Z"),
        ("Europe/Riga", 5, "2027-03-27T22:00:00Z", "2027-03-28T03:00:00Z"),
    ])
    func `a shift from midnight to six has seven hours in autumn and five in spring`(
        zone: String, hours: Int, start: String, end: String
    ) {
        let night = Team.Shift(weekdays: [7], minutes: 0..<360)
        #expect(deadline(hours: [night], allowed: hours * 60, from: start, in: zone) == end)
        let later = deadline(hours: [night], allowed: hours * 60 + 1, from: start, in: zone)
        #expect(later.map { $0 > end } == true)
    }

    @Test func `a shift that begins in the hour left out begins when the clocks change`() {
        let early = Team.Shift(weekdays: [7], minutes: 210..<300)
        let end = deadline(
            hours: [early], allowed: 30, from: "2027-03-27T22:00:00Z", in: "Europe/Riga")
        #expect(end == "2027-03-28T01:30:00Z")
    }

    @Test func `shifts that overlap are worked once`() {
        let morning = Team.Shift(weekdays: [1], minutes: 480..<720)
        let noon = Team.Shift(weekdays: [1], minutes: 600..<840)
        let end = deadline(
            hours: [noon, morning], allowed: 360, from: "2026-11-23T00:00:00Z")
        #expect(end == "2026-11-23T13:00:00Z")
    }

    @Test func `midnight ends a shift of a whole day`() {
        let always = Team.Shift(weekdays: [1, 2, 3, 4, 5, 6, 7], minutes: 0..<1_440)
        let end = deadline(hours: [always], allowed: 48 * 60, from: "2026-10-24T10:00:00Z")
        #expect(end == "2026-10-26T10:00:00Z")
    }

    @Test(arguments: ["Europe/Warsaw", "Europe/Riga", "America/Sao_Paulo"])
    func `days that are known already change no deadline`(zone: String) throws {
        let night = Team.Shift(weekdays: [6, 7], minutes: 60..<300)
        let team = Team(
            id: "t", name: "T", hours: [Self.weekdays, night],
            answerWithin: [.high: .seconds(7_200)], holidays: [Holiday(month: 10, day: 26)])
        let times = AnswerBy(team: team, calendar: LocalCalendar(timeZone: zone))
        var known = AnswerBy.KnownDays()
        // Over the night in which summer time ends, there and back.
        let hours = Array(0..<24 * 7)
        for hour in hours + hours.reversed() {
            let start = Date.at("2026-10-22T00:30:00Z").addingTimeInterval(Double(hour) * 3_600)
            let deadline = try #require(times.deadline(for: .high, from: start))
            #expect(times.deadline(for: .high, from: start, knowing: &known) == deadline)
        }
    }

    @Test func `a team without hours is always there`() {
        #expect(
            deadline(hours: [], allowed: 90, from: "2026-11-22T23:00:00Z")
                == "2026-11-23T00:30:00Z")
    }

    /// 3,660 days are 5,270,400 minutes; `999999999d` is the longest time that rules can name.
    @Test(
        arguments: [
            (5_270_400, "2036-11-29T06:00:00Z"), (5_270_401, nil), (999_999_999 * 1_440, nil),
        ] as [(Int, String?)])
    func `a time that ends more than ten years later is none, with hours or without`(
        minutes: Int, end: String?
    ) {
        #expect(deadline(hours: [], allowed: minutes, from: "2026-11-22T06:00:00Z") == end)
        #expect(
            deadline(hours: [Self.weekdays], allowed: minutes, from: "2026-11-22T06:00:00Z") == nil)
    }

    @Test func `there is no deadline where no time is set, or no hour is ever worked`() {
        let calendar = LocalCalendar(timeZone: "Europe/Warsaw")
        #expect(
            AnswerBy(team: .support, calendar: calendar).deadline(for: .low, from: .sample) == nil)
        let closed = Team.Shift(weekdays: [1], minutes: 600..<600)
        #expect(deadline(hours: [closed], allowed: 10, from: "2026-11-22T23:00:00Z") == nil)
    }
}
