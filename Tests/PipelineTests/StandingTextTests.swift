import Foundation
import Model
import Pipeline
import Testing

struct StandingTextTests {
    private let standing = TicketStanding(
        open: 2, waiting: 0,
        overdue: [
            TicketStanding.Item(
                destination: "desk", key: "k1", address: "https://t/1", team: "crisis",
                // 2026-11-22T06:30:00Z
                severity: .critical, answerBy: Date(timeIntervalSince1970: 1_795_329_000))
        ], dueSoon: [],
        teams: [
            TicketStanding.TeamAnswers(
                team: "crisis", tickets: 2, answered: 0, late: 1, unknown: 0, reopened: 0,
                medianMinutes: nil, ninthDecileMinutes: nil)
        ])
    private let style = TerminalStyle(isOn: false)

    @Test func `times are those of the rules' zone, and teams have their names`() {
        let crisis = Team(id: "crisis", name: "Crisis desk", hours: [], answerWithin: [:])
        let routing = Routing(
            timeZone: "Europe/Warsaw", teams: [crisis], routes: [], defaultTeam: "crisis",
            severityRules: [])
        let text = StandingText(standing, routing: routing, style: style).text
        #expect(
            text.contains("Critical · Crisis desk · Answer by Sun 22 Nov 2026, 07:30: https://t/1"))
        #expect(text.contains("\nCrisis desk "))
        #expect(!text.contains("crisis"))
    }

    @Test func `without rules times are in UTC, and teams go by their ids`() {
        let text = StandingText(standing, routing: nil, style: style).text
        #expect(
            text.contains("Critical · crisis · Answer by 2026-11-22T06:30:00Z: https://t/1"))
    }
}
