import Foundation
import Model

/// Sums up how long the tickets of a period took.
struct TicketTimesMaker {
    let names: ReportNames

    /// - Parameter tickets: all that is known of; those of stories heard in the span count.
    /// - Returns: `nil` where there are none.
    func times(of tickets: [TrackedTicket], in span: Range<Date>) -> Trends.TicketTimes? {
        let tickets = tickets.filter { $0.heardAt.map(span.contains) ?? false }
        guard !tickets.isEmpty else { return nil }
        return Trends.TicketTimes(
            all: figures(tickets),
            teams: Dictionary(grouping: tickets, by: \.team).sorted { $0.key < $1.key }
                .map { team, tickets in
                    Trends.TicketTimes.Group(
                        id: team.value, name: names.name(of: team), figures: figures(tickets))
                },
            severities: Dictionary(grouping: tickets, by: \.severity)
                .sorted { $0.key > $1.key }
                .map { severity, tickets in
                    Trends.TicketTimes.Group(
                        id: severity.rawValue, name: severity.rawValue, figures: figures(tickets))
                })
    }

    // MARK: - Private

    private func figures(_ tickets: [TrackedTicket]) -> Trends.TicketTimes.Figures {
        let told = tickets.filter { $0.phase != nil }
        let answered = told.filter { $0.firstResponseAt != nil }
        let resolved = told.filter { $0.phase == .closed }
        return Trends.TicketTimes.Figures(
            tickets: tickets.count, unknown: tickets.count - told.count, answered: answered.count,
            resolved: resolved.count,
            resolvedAtFirstContact: resolved.count {
                $0.firstResponseAt != nil && $0.reopenings == 0 && $0.mentionsAfterAnswer == 0
            },
            reopened: told.count { $0.reopenings > 0 },
            repeated: tickets.count { $0.generation > 1 },
            response: spread(answered.compactMap { wait($0.heardAt, $0.firstResponseAt) }),
            resolution: spread(resolved.compactMap { wait($0.heardAt, $0.closedAt) }),
            reopening: spread(
                told.compactMap { ticket in
                    guard let closed = ticket.lastClosedAt, let again = ticket.reopenedAt,
                        closed <= again
                    else { return nil }
                    return wait(closed, again)
                }))
    }

    /// None for what ended before it began, by a clock of its system that is behind; so the standing of
    /// tickets in digests has it, too.
    private func wait(_ start: Date?, _ end: Date?) -> TimeInterval? {
        guard let start, let end else { return nil }
        return max(0, end.timeIntervalSince(start))
    }

    private func spread(_ waits: [TimeInterval]) -> Trends.TicketTimes.Spread? {
        let waits = waits.sorted()
        guard let median = TicketStandingMaker.minutes(waits, share: 0.5),
            let ninthDecile = TicketStandingMaker.minutes(waits, share: 0.9)
        else { return nil }
        return Trends.TicketTimes.Spread(medianMinutes: median, ninthDecileMinutes: ninthDecile)
    }
}
