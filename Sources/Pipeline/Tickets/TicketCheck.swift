import Model

/// Whether destinations of tickets answer as an export needs them to: `earshot export --check`.
package struct TicketCheck: Sendable {
    /// What was learnt of each destination, in the shape of an export that had nothing to do.
    package let report: TicketReport
    private let systems: [TicketDestination.ID: TicketSystemName]

    init(_ carried: [Carried], of destinations: [TicketDestination]) {
        report = TicketReport(planned: 0, carried, dead: [], deadTotal: 0)
        systems = Dictionary(destinations.map { ($0.id, $0.system) }) { first, _ in first }
    }

    /// Whether tickets can be handed to all of them, as far as questions show it.
    package var isGood: Bool { report.destinations.allSatisfy { $0.stopped == nil } }

    /// For people, a line a destination.
    package func text(style: TerminalStyle) -> String {
        report.destinations.map { line($0, style: style) + "\n" }.joined()
    }

    // MARK: - Private

    private func line(_ counts: DeliveryCounts, style: TerminalStyle) -> String {
        let found =
            counts.stopped.map { style.bad("✗ ") + $0.withoutControls } ?? answer(of: counts)
        return "\(counts.destination): \(found)"
    }

    private func answer(of counts: DeliveryCounts) -> String {
        switch systems[counts.destination] {
        case .webhook, .email: return "not asked, since it cannot tell what it holds"
        case .jsonLines, .csv: return "tickets can be looked for; nobody answers in files"
        case .redmine, .requestTracker, .roundup, .zendesk, .jira, .jiraDataCenter, .zammad,
            .freshdesk, .intercom, .github, .gitlab, nil:
            return counts.unread.map {
                "tickets can be looked for, but their changes cannot be listed: "
                    + $0.withoutControls
            } ?? "tickets can be looked for, and their changes listed"
        }
    }
}
