import Foundation
package import Model
import Reporting

/// How tickets stand, in a terminal.
package struct StandingText: Sendable {
    private let standing: TicketStanding
    private let teams: [String: String]
    private let timeZone: String?
    private let mostListed: Int
    private let words: PageWords
    private let style: TerminalStyle

    /// All of it in English, as commands speak.
    ///
    /// - Parameter routing: names the teams and the time zone; without it teams go by their ids, and
    ///   times are in UTC.
    package init(_ standing: TicketStanding, routing: Routing?, style: TerminalStyle) {
        self.standing = standing
        teams = Dictionary(
            (routing?.teams ?? []).map { ($0.id.value, $0.translations[.english]?.name ?? $0.name) }
        ) { first, _ in first }
        timeZone = routing?.timeZone
        mostListed = Int.max
        words = PageWords(.english)
        self.style = style
    }

    /// As part of a digest, in its words.
    ///
    /// - Parameter mostListed: of those overdue, and of those due soon.
    init(
        _ standing: TicketStanding, of digest: Digest, words: PageWords, mostListed: Int,
        style: TerminalStyle
    ) {
        self.standing = standing
        teams = Dictionary((digest.teamNames ?? []).map { ($0.id, $0.name) }) { first, _ in first }
        timeZone = digest.window.timeZone
        self.mostListed = mostListed
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
                    [name(of: team.team)]
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
        let left = items.count - mostListed
        return ["", style.bold(title)] + items.prefix(mostListed).map(line)
            + (left > 0 ? ["… + \(left)"] : [])
    }

    private func name(of team: Team.ID) -> String {
        (teams[team.value] ?? team.value).withoutControls
    }

    private func time(_ date: Date) -> String {
        timeZone.map { words.dateAndTime(date, timeZone: $0) } ?? ContractJSON.timestamp(date)
    }

    private func line(_ item: TicketStanding.Item) -> String {
        let due = "\(words.answerBy) \(time(item.answerBy))"
        let post = item.post.map { "\($0.title) – " } ?? ""
        let place = (post + (item.address ?? item.key)).withoutControls
        let count = item.stories.map { " (\(words.stories($0)))" } ?? ""
        return "\(words.severity(item.severity)) · \(name(of: item.team)) · \(due): "
            + "\(place)\(count)"
    }
}
