package import Foundation
package import Model

/// By when entries should be answered, in the business hours of their teams.
package struct AnswerTimes: Sendable {
    private let teams: [Team.ID: AnswerBy]

    package init(_ routing: Routing) {
        let calendar = LocalCalendar(timeZone: routing.timeZone)
        teams = Dictionary(
            routing.teams.map { ($0.id, AnswerBy(team: $0, calendar: calendar)) }
        ) { first, _ in first }
    }

    /// `nil` where the team has no time for its severity.
    package func deadline(of entry: HeardEntry) -> Date? {
        teams[entry.tags.team]?.deadline(for: entry.tags.severity, from: entry.heardAt)
    }
}
