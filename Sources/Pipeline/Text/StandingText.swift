package import Model

/// How tickets stand, in a terminal.
package struct StandingText: Sendable {
    private let standing: TicketStanding
    private let style: TerminalStyle

    package init(_ standing: TicketStanding, style: TerminalStyle) {
        self.standing = standing
        self.style = style
    }

    package var text: String {
        var lines = ["\(standing.open) open, \(standing.waiting) on their way"]
        lines += list("Overdue", standing.overdue)
        lines += list("Due within four hours", standing.dueSoon)
        if !standing.teams.isEmpty {
            var table = TextTable([
                ("team", .left), ("tickets", .right), ("answered", .right), ("late", .right),
                ("not known", .right), ("reopened", .right), ("median", .right),
                ("nine in ten", .right),
            ])
            for team in standing.teams {
                table.add(
                    [team.team.value]
                        + [team.tickets, team.answered, team.late, team.unknown, team.reopened]
                        .map(String.init)
                        + [team.medianMinutes, team.ninthDecileMinutes].map(Self.time))
            }
            lines += [""] + table.lines()
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private func list(_ title: String, _ items: [TicketStanding.Item]) -> [String] {
        guard !items.isEmpty else { return [] }
        return ["", style.bold(title)]
            + items.map { item in
                "\(item.severity.rawValue), \(item.team), by \(ContractJSON.timestamp(item.answerBy)): "
                    + (item.address ?? item.key).withoutControls
            }
    }

    private static func time(_ minutes: Int?) -> String {
        minutes.map { $0 < 120 ? "\($0) min" : "\(($0 + 30) / 60) h" } ?? "–"
    }
}
