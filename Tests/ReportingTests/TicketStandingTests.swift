import Foundation
import Model
import Reporting
import TestSupport
import Testing

struct TicketStandingTests {
    private func ticket(
        _ key: String, answerBy minutes: Double?, answeredAfter answer: Double? = nil,
        phase: TicketStatus.Phase? = .open, closedAfter closed: Double? = nil, isThere: Bool = true,
        isDropped: Bool = false, of team: Team.ID = "support"
    ) -> TrackedTicket {
        func moment(_ minutes: Double?) -> Date? {
            minutes.map { Date.sample.addingTimeInterval($0 * 60) }
        }
        return TrackedTicket(
            destination: "desk", key: key, team: team, severity: .high, heardAt: .sample,
            answerBy: moment(minutes), ticket: isThere ? RemoteTicket(id: key) : nil,
            isOnItsWay: !isThere && !isDropped, phase: phase,
            firstResponseAt: moment(answer), closedAt: moment(closed), reopenings: 0)
    }

    @Test func `what is open, unanswered and past its time is overdue, the oldest first`() {
        let standing = TicketStandingMaker.standing(
            of: [
                ticket("b", answerBy: 50), ticket("a", answerBy: 40),
                ticket("soon", answerBy: 200), ticket("later", answerBy: 2_000),
                ticket("answered", answerBy: 10, answeredAfter: 5),
                ticket("closed", answerBy: 10, phase: .closed, closedAfter: 8),
                ticket("no time", answerBy: nil),
                ticket("on its way", answerBy: 30, phase: nil, isThere: false),
            ], at: .sample.addingTimeInterval(3_600))
        #expect(standing.overdue.map(\.key) == ["on its way", "a", "b"])
        #expect(standing.dueSoon.map(\.key) == ["soon"])
        #expect(standing.open == 6)
        #expect(standing.waiting == 1)
    }

    @Test func `a ticket that lists many is told once, due with the first of them`() {
        func listed(_ key: String, answerBy: Double, _ severity: Severity) -> TrackedTicket {
            TrackedTicket(
                destination: "desk", key: key, team: "support", severity: severity,
                heardAt: .sample, answerBy: .sample.addingTimeInterval(answerBy * 60),
                ticket: RemoteTicket(id: "7", address: "https://t/7"), isOnItsWay: false,
                phase: .open, firstResponseAt: nil, closedAt: nil, reopenings: 0)
        }
        let standing = TicketStandingMaker.standing(
            of: [
                listed("b", answerBy: 50, .high), listed("a", answerBy: 40, .normal),
                listed("c", answerBy: 90, .critical), ticket("own", answerBy: 45),
            ], at: .sample.addingTimeInterval(3_600))
        #expect(standing.overdue.map(\.key) == ["a", "own"])
        #expect(standing.overdue.map(\.stories) == [3, nil])
        #expect(standing.overdue[0].severity == .critical)
        #expect(standing.overdue[0].answerBy == Date.sample.addingTimeInterval(40 * 60))
        #expect(standing.dueSoon.isEmpty)
        #expect(standing.open == 2)
    }

    @Test func `tickets of what was heard later are not told`() {
        let tickets = [ticket("a", answerBy: 40), ticket("b", answerBy: nil)]
        let then = TicketStandingMaker.standing(of: tickets, at: .sample.addingTimeInterval(-1))
        #expect(then.open == 0 && then.teams.isEmpty && then.overdue.isEmpty)
        #expect(TicketStandingMaker.standing(of: tickets, at: .sample).open == 2)
    }

    @Test func `of very many the page shows thirty, and says how many more there are`() throws {
        let late = (0..<1_035).map { ticket("late \($0)", answerBy: 10) }
        let digest = DigestMaker(context: .sample).digest(
            SampleNews.window, heard: HeardEntries([]), health: [],
            tickets: TicketStandingMaker.standing(
                of: late + [ticket("soon", answerBy: 200)],
                at: .sample.addingTimeInterval(3_600)))
        let page = try DigestPage.html(of: digest)
        #expect(page.matches(of: /<li><b class="high">/).count == 31)
        #expect(page.components(separatedBy: "<p class=\"standfirst\">… and ").count == 2)
        #expect(page.contains("<p class=\"standfirst\">… and 1,005 more</p>"))
    }

    @Test func `what no system tells of, and what was given up, is never overdue`() {
        let standing = TicketStandingMaker.standing(
            of: [
                ticket("in a file", answerBy: 10, phase: nil),
                ticket("dropped", answerBy: 10, phase: nil, isThere: false, isDropped: true),
            ], at: .sample.addingTimeInterval(86_400))
        #expect(standing.overdue.isEmpty)
        #expect(standing.open == 0)
        #expect(standing.waiting == 0)
    }

    @Test func `a team is told of its own tickets alone, the open and the waiting too`() {
        let tickets = [
            ticket("a", answerBy: 40), ticket("b", answerBy: 50, of: "sales"),
            ticket("c", answerBy: 2_000, of: "sales"),
            ticket("on its way", answerBy: 30, phase: nil, isThere: false),
        ]
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .day, team: "sales")
        let sales = TicketStandingMaker.standing(
            of: context.tickets(tickets), at: .sample.addingTimeInterval(3_600))
        #expect((sales.open, sales.waiting) == (2, 0))
        #expect(sales.overdue.map(\.key) == ["b"])
        #expect(sales.teams.map(\.team) == ["sales"])
        let all = TicketStandingMaker.standing(of: tickets, at: .sample)
        #expect((all.open, all.waiting) == (3, 1))
    }

    @Test func `a ticket that is not due yet is neither in time nor late`() throws {
        let team = try #require(
            TicketStandingMaker.standing(
                of: [
                    ticket("answered", answerBy: 60, answeredAfter: 5),
                    ticket("closed", answerBy: 60, phase: .closed, closedAfter: 8),
                    ticket("late", answerBy: 10, answeredAfter: 20),
                    ticket("waits", answerBy: 600), ticket("no time", answerBy: nil),
                ], at: .sample.addingTimeInterval(3_600)
            ).teams.first)
        #expect((team.inTime, team.late) == (2, 1))
    }

    @Test func `times to the first answer are those that were really taken`() throws {
        let tickets = [5, 10, 20, 30, 600].enumerated().map { index, minutes in
            ticket("\(index)", answerBy: 60, answeredAfter: Double(minutes))
        }
        let team = try #require(
            TicketStandingMaker.standing(of: tickets, at: .sample.addingTimeInterval(86_400))
                .teams.first)
        #expect(team.answered == 5)
        #expect(team.medianMinutes == 20)
        #expect(team.ninthDecileMinutes == 600)
        #expect(team.late == 1)
    }

    @Test func `what nobody tells is unknown, and neither in time nor late`() throws {
        let team = try #require(
            TicketStandingMaker.standing(
                of: [ticket("file", answerBy: 10, phase: nil)],
                at: .sample.addingTimeInterval(86_400)
            ).teams.first)
        #expect(team.unknown == 1)
        #expect(team.late == 0)
        #expect(team.medianMinutes == nil)
    }
}
