package import Model
import Reporting

/// How tickets stand, in a terminal.
package struct StandingText: Sendable {
    private let standing: TicketStanding
    private let words: PageWords
    private let style: TerminalStyle

    /// In English, as commands speak.
    package init(_ standing: TicketStanding, style: TerminalStyle) {
        self.init(standing, words: PageWords(.english), style: style)
    }

    /// - Parameter words: Those of the report that it is part of.
    init(_ standing: TicketStanding, words: PageWords, style: TerminalStyle) {
        self.standing = standing
        self.words = words
        self.style = style
    }

    package var text: String {
        var lines = [
            "\(words.ticketsOpen(standing)), \(standing.waiting) \(words.ticketsWaiting)"
        ]
        lines += list(words.overdue, standing.overdue)
        lines += list(words.dueSoon, standing.dueSoon)
        if !standing.teams.isEmpty {
            var table = TextTable([
                (words.team, .left), (words.tickets, .right), (words.answered, .right),
                (words.late, .right), (words.notKnown, .right), (words.reopened, .right),
                (words.medianAnswer, .right), (words.mostAnswers, .right),
            ])
            for team in standing.teams {
                table.add(
                    [team.team.value]
                        + [team.tickets, team.answered, team.late, team.unknown, team.reopened]
                        .map(String.init)
                        + [team.medianMinutes, team.ninthDecileMinutes].map {
                            $0.map(words.length(inMinutes:)) ?? "–"
                        })
            }
            lines += [""] + table.lines()
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private func list(_ title: String, _ items: [TicketStanding.Item]) -> [String] {
        guard !items.isEmpty else { return [] }
        return ["", style.bold(title)] + items.map(line)
    }

    private func line(_ item: TicketStanding.Item) -> String {
        let due = "\(words.answerBy) \(ContractJSON.timestamp(item.answerBy))"
        let post = item.post.map { "\($0.title) – " } ?? ""
        let place = (post + (item.address ?? item.key)).withoutControls
        let count = item.stories.map { " (\(words.stories($0)))" } ?? ""
        return "\(words.severity(item.severity)) · \(item.team) · \(due): \(place)\(count)"
    }
}
