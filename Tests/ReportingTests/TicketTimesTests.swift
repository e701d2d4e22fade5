import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct TicketTimesTests {
    /// A ticket of a story heard in the period, with what became of it, in minutes since.
    private func ticket(
        _ key: String, team: Team.ID = "support", severity: Severity = .high, heard: String? = nil,
        answered: Double? = nil, closed: Double? = nil, reopened: Double? = nil,
        phase: TicketStatus.Phase? = .open, generation: Int = 1, mentionsAfterAnswer: Int = 0
    ) -> TrackedTicket {
        let start = Date.at(heard ?? "2026-11-10T09:00:00Z")
        func moment(_ minutes: Double?) -> Date? {
            minutes.map { start.addingTimeInterval($0 * 60) }
        }
        return TrackedTicket(
            destination: "desk", key: key, team: team, severity: severity, heardAt: start,
            answerBy: nil, ticket: RemoteTicket(id: key), isOnItsWay: false, phase: phase,
            firstResponseAt: moment(answered),
            closedAt: phase == .closed ? moment(closed) : nil,
            reopenings: reopened == nil ? 0 : 1, lastClosedAt: moment(closed),
            reopenedAt: moment(reopened), generation: generation,
            mentionsAfterAnswer: mentionsAfterAnswer)
    }

    private var tickets: [TrackedTicket] {
        [
            ticket("a", answered: 10, closed: 100, phase: .closed),
            ticket("b", answered: 20, closed: 200, phase: .closed, mentionsAfterAnswer: 2),
            ticket("c", answered: 30, closed: 60, reopened: 90),
            ticket("d", severity: .critical, generation: 2),
            ticket("e", team: "marketing", phase: nil),
            ticket("long ago", heard: "2026-01-01T00:00:00Z", answered: 5),
        ]
    }

    private var times: Trends.TicketTimes? {
        SampleReports.trends(of: [], tracked: tickets).tickets
    }

    @Test func `times are of the stories heard in the period, and of those that a system tells of`()
        throws
    {
        let all = try #require(times).all
        #expect(all.tickets == 5)
        #expect(all.unknown == 1)
        #expect(all.answered == 3)
        #expect(all.response == .init(medianMinutes: 20, ninthDecileMinutes: 30))
        #expect(all.resolution == .init(medianMinutes: 100, ninthDecileMinutes: 200))
        #expect(all.reopening == .init(medianMinutes: 30, ninthDecileMinutes: 30))
    }

    /// The clock of the system is a minute behind.
    @Test func `an answer before the post was heard took no time, in digests as in trends`() {
        let tickets = [ticket("a", answered: -1), ticket("b", answered: 10)]
        let trends = SampleReports.trends(of: [], tracked: tickets).tickets?.all
        #expect(trends?.response == .init(medianMinutes: 0, ninthDecileMinutes: 10))
        let standing = TicketStandingMaker.standing(of: tickets, at: .distantFuture)
        #expect(standing.teams.map(\.medianMinutes) == [0])
        #expect(standing.teams.map(\.ninthDecileMinutes) == [10])
        #expect(standing.teams.first?.answered == trends?.answered)
    }

    @Test func `resolved at first contact is what was never told again`() throws {
        let all = try #require(times).all
        #expect(all.resolved == 2)
        #expect(all.resolvedAtFirstContact == 1)
        #expect(all.reopened == 1)
        #expect(all.repeated == 1)
    }

    @Test func `teams are told by their names, severities from the gravest on`() throws {
        let times = try #require(times)
        #expect(times.teams.map(\.name) == ["Marketing", "Customer support"])
        #expect(times.teams.map(\.figures.unknown) == [1, 0])
        #expect(times.teams[0].figures.response == nil)
        #expect(times.severities.map(\.id) == ["critical", "high"])
    }

    @Test func `a report without tickets has none, and its page no table of them`() throws {
        #expect(SampleReports.trends.tickets == nil)
        #expect(!(try TrendsPage.html(of: SampleReports.trends)).contains("tickettimes"))
    }

    @Test(arguments: [
        (ReportLanguage.english, "How long tickets took", "20 min · 30 min", "Customer support"),
        (.polish, "Ile trwały zgłoszenia", "20 min · 30 min", "Pierwsza odpowiedź"),
        (.latvian, "Cik ilgi risināti pieteikumi", "20 min · 30 min", "Pirmā atbilde"),
    ])
    func `the page shows the times of tickets in its language`(
        language: ReportLanguage, title: String, figure: String, word: String
    ) throws {
        let trends = SampleReports.trends(
            of: [], context: .sample(in: language), tracked: tickets)
        let page = try TrendsPage.html(of: trends)
        for text in [title, figure, word] { #expect(page.contains(text), "\(text)") }
    }

    @Test func `what is written has the shape that its schema says`() throws {
        let json = try ContractJSON.encode(SampleReports.trends(of: [], tracked: tickets))
        #expect(try JSONSchema(ContractSchema.trends.bytes).problems(in: json) == [])
        #expect(String(decoding: json, as: UTF8.self).contains("resolved_at_first_contact"))
    }
}
