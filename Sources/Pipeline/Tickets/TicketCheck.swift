import Model

/// Whether destinations of tickets answer as an export needs them to: `earshot export --check`.
package struct TicketCheck: Sendable {
    /// What was learnt of each destination, in the shape of an export that had nothing to do.
    package let report: TicketReport
    /// Those that cannot be asked what they hold.
    private let mute: Set<TicketDestination.ID>

    init(_ carried: [Carried], of destinations: [TicketDestination]) {
        report = TicketReport(planned: 0, carried, dead: [], deadTotal: 0)
        mute = Set(
            destinations.filter { [.webhook, .email].contains($0.system) }.map(\.id))
    }

    /// Whether tickets can be handed to all of them, as far as questions show it.
    package var isGood: Bool { report.destinations.allSatisfy { $0.stopped == nil } }

    /// For people, a line a destination.
    package func text(style: TerminalStyle) -> String {
        report.destinations.map { line($0, style: style) + "\n" }.joined()
    }

    // MARK: - Private

    private func line(_ counts: DeliveryCounts, style: TerminalStyle) -> String {
        let found: String
        if let stopped = counts.stopped {
            found = style.bad("✗ ") + stopped.withoutControls
        } else if mute.contains(counts.destination) {
            found = "not asked, since it cannot tell what it holds"
        } else if let unread = counts.unread {
            found =
                "tickets can be looked for, but their changes cannot be listed: "
                + unread.withoutControls
        } else {
            found = "tickets can be looked for, and their changes listed"
        }
        return "\(counts.destination): \(found)"
    }
}
