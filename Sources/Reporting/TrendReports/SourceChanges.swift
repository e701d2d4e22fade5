import Foundation
import Model

/// Finds sources that appeared or vanished.
///
/// A source has appeared if nothing was heard of it for two weeks and it brought five mentions in the
/// seven days since; but not if it was listened to all the time, because then it is the talk that is
/// new. It has vanished if it has been quiet for so long that, given the share of days on which it was
/// heard before, this would happen once in 100,000 times. Days on which nothing was heard of any source
/// count for neither.
struct SourceChanges {
    let history: DailyHistory
    let days: TrendDays
    let names: ReportNames
    /// Since when each has been listened to, of those that are known.
    let firstHeard: [Feed.ID: Date]
    /// Those that are asked; of others nothing more can be heard.
    let polled: Set<Feed.ID>

    /// A source's change, by places in the history.
    struct Found {
        let kind: Trends.SourceChange.Kind
        let feed: Feed.ID
        let days: Range<Int>
        let usual: Double
        let isOver: Bool
    }

    /// Latest first, then by feed.
    func found() -> [Found] {
        history.feeds.flatMap { feed, values in
            let inside = Array(values[history.whole])
            return appearance(of: feed, inside) + absences(of: feed, inside)
        }
        .sorted { ($1.days.lowerBound, $0.feed) < ($0.days.lowerBound, $1.feed) }
    }

    /// Those within the period.
    func changes(_ found: [Found]) -> [Trends.SourceChange] {
        found.filter { $0.days.lowerBound >= history.offset }.map { found in
            let isSilent = found.kind == .vanished && !found.isOver
            var change = Trends.SourceChange(
                kind: found.kind, feed: found.feed, name: names.source(of: found.feed),
                day: days.names[found.days.lowerBound - history.offset],
                until: found.isOver && found.kind == .vanished
                    ? days.names[found.days.upperBound - history.offset] : nil,
                usual: found.usual.rounded(decimals: 2))
            change.unpolled = isSilent && !polled.contains(found.feed) ? true : nil
            return change
        }
    }

    // MARK: - Private

    private static let quietDays = 14
    private static let fewest = 5
    private static let unlikely = 1e-5

    private func appearance(of feed: Feed.ID, _ values: [Int]) -> [Found] {
        guard let first = values.firstIndex(where: { $0 > 0 }) else { return [] }
        let start = history.whole.lowerBound
        let quiet = (start..<start + first).filter { !history.unsure.contains($0) }
            .suffix(Self.quietDays)
        let since = values[first...]
        guard quiet.count == Self.quietDays, since.prefix(7).reduce(0, +) >= Self.fewest else {
            return []
        }
        let quietSince = history.starts[quiet[quiet.startIndex]]
        if let known = firstHeard[feed], known < quietSince { return [] }
        return [
            Found(
                kind: .appeared, feed: feed, days: start + first..<history.whole.upperBound,
                usual: Double(since.reduce(0, +)) / Double(since.count), isOver: false)
        ]
    }

    private func absences(of feed: Feed.ID, _ values: [Int]) -> [Found] {
        guard let first = values.firstIndex(where: { $0 > 0 }) else { return [] }
        let start = history.whole.lowerBound
        var found: [Found] = []
        var heard = (days: 0, mentions: 0)
        var listened = 0
        var quiet = 0
        var quietSince: Int?
        func note(until end: Int) {
            guard listened >= Self.quietDays else { return }
            // Of days with a mention on some of them, one day in so many without is expected (Laplace's
            // rule of succession).
            let share = Double(heard.days + 1) / Double(listened + 2)
            guard let first = quietSince, pow(1 - share, Double(quiet)) < Self.unlikely else {
                return
            }
            found.append(
                Found(
                    kind: .vanished, feed: feed, days: start + first..<start + end,
                    usual: Double(heard.mentions) / Double(listened), isOver: end < values.count))
        }
        for day in first..<values.count {
            guard values[day] > 0 else {
                if !history.unsure.contains(start + day) {
                    quiet += 1
                    quietSince = quietSince ?? day
                }
                continue
            }
            note(until: day)
            // A silence during which the source was gone tells nothing about how often it is heard
            // while it is there.
            if found.last?.days.upperBound != start + day { listened += quiet }
            quiet = 0
            quietSince = nil
            listened += 1
            heard.days += 1
            heard.mentions += values[day]
        }
        note(until: values.count)
        return found
    }
}
