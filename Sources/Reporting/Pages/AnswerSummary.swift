import Foundation
import Model

/// What a digest says about everything that needs an answer, before it lists it.
struct AnswerSummary {
    let items: [Digest.AnswerItem]
    let calendar: LocalCalendar
    let words: PageWords

    /// How many the page shows at once: a dozen, and beyond those all that are critical, up to thirty.
    static func shown(of items: [Digest.AnswerItem]) -> Int {
        let critical = items.prefix { $0.severity == .critical }.count
        return max(12, min(critical, 30))
    }

    /// `Crisis desk 15, first by Sun 22 Nov, 07:30 · Support 41, first by Sun 22 Nov, 14:00`: how many
    /// each team has to answer; the team that has to answer first comes first.
    var teams: String {
        Dictionary(grouping: items, by: \.team).values
            .map { (name: $0[0].teamName, count: $0.count, first: $0.compactMap(\.answerBy).min()) }
            .sorted {
                ($0.first ?? .distantFuture, $0.name) < ($1.first ?? .distantFuture, $1.name)
            }
            .map { team in
                let count = words.report.number(team.count)
                let first = team.first.map {
                    words.firstBy(words.report.shortDateAndTime(calendar.moment(of: $0)))
                }
                let name = words.report.inSentence(OutsideText.limited(team.name, to: 60))
                return "\(name) \(count)" + (first ?? "")
            }
            .joined(separator: " · ")
    }

    /// `41 more: 28 high, 13 normal`, of those behind so many.
    func more(behind shown: Int) -> String {
        let rest = items.dropFirst(shown)
        let counts = Dictionary(grouping: rest, by: \.severity).mapValues(\.count)
        return words.more(
            rest.count,
            Severity.allCases.sorted(by: >).compactMap { severity in
                counts[severity].map { (severity, $0) }
            })
    }
}
