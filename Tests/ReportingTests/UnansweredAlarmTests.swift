import Foundation
import Model
import Reporting
import TestSupport
import Testing

/// What an alert says of tickets that nobody has answered.
struct UnansweredAlarmTests {
    private let start = Date.at("2026-11-22T06:00:00Z")

    /// Hours since the start.
    private func moment(_ hours: Double) -> Date { start.addingTimeInterval(hours * 3_600) }

    /// The alert of a period, about a ticket of severity high that is to be answered by a moment.
    private func alert(
        after: Double, through: Double, answerBy: Double, least: Severity = .high,
        isAnswered: Bool = false
    ) -> Notice? {
        let ticket = TrackedTicket(
            destination: "desk", key: "earshot-1", team: "support", severity: .high,
            heardAt: start, answerBy: moment(answerBy),
            ticket: RemoteTicket(id: "1", address: "https://tickets.example/1"),
            isOnItsWay: false, phase: .open, firstResponseAt: isAnswered ? start : nil,
            closedAt: nil, reopenings: 0)
        let digest = DigestMaker(context: .sample).digest(
            Digest.Window(
                after: moment(after), through: moment(through), timeZone: "Europe/Warsaw"),
            heard: HeardEntries([]), health: [],
            tickets: TicketStandingMaker.standing(of: [ticket], at: moment(through)))
        return NoticeWriter(language: .english, timeZone: "Europe/Warsaw")
            .alerts(digest, minimumSeverity: least)
    }

    @Test func `an unanswered ticket is told four hours before its time`() throws {
        #expect(alert(after: 0, through: 1, answerBy: 6) == nil)
        let notice = try #require(alert(after: 1, through: 2, answerBy: 6))
        #expect(notice.sections.map(\.title) == ["Due within four hours (1)"])
        #expect(notice.sections[0].items.map(\.link) == ["https://tickets.example/1"])
        #expect(
            notice.sections[0].items.map(\.detail)
                == ["High · Answer by Sun 22 Nov 2026, 13:00 · Customer support"])
    }

    @Test(arguments: [
        (6.5, ["Due within four hours (1)", "Overdue tickets (1)"]), (1.5, ["Overdue tickets (1)"]),
        (0.5, ["Overdue tickets (1)"]),
    ])
    func `it is told once before its time and once after`(answerBy: Double, titles: [String]) {
        let alerts = (0..<12).compactMap { hour in
            alert(after: Double(hour), through: Double(hour + 1), answerBy: answerBy)
        }
        #expect(alerts.flatMap(\.sections).map(\.title) == titles)
    }

    @Test func `what became late between two alerts is told as late`() throws {
        let notice = try #require(alert(after: 0, through: 24, answerBy: 6))
        #expect(notice.sections.map(\.title) == ["Overdue tickets (1)"])
    }

    @Test func `an answered ticket, and one less grave than asked for, is not told`() {
        #expect(alert(after: 1, through: 2, answerBy: 6, isAnswered: true) == nil)
        #expect(alert(after: 1, through: 2, answerBy: 6, least: .critical) == nil)
    }
}
