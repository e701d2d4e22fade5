import Foundation
import Model

/// Finds the last time before that people wrote of a brand in the same words, however long ago.
///
/// That is a burst of at least five stories, with no more than two quiet days between them, and with
/// five standard deviations of a Poisson count more than what was usual in the four weeks before or
/// after it. The threshold is so high because of words that come up every other day, five of which are
/// near each other in any archive. The burst has come back if it had been over for two days.
struct EchoFinder<Failure: Error> {
    let heard: HeardEntries<Failure>

    /// - Parameter began: when the words came this time.
    func echo(of terms: [String], naming brand: Brand.ID, before began: Date) throws(Failure)
        -> Echo?
    {
        guard terms.count > 1, let holding = heard.holding else { return nil }
        let past = try holding(Array(terms.prefix(Self.compared)), brand, began)
        return Self.echo(in: past, before: began)
    }

    /// - Parameter past: latest first.
    static func echo(in past: [PastEntry], before began: Date) -> Echo? {
        var run: [PastEntry] = []
        // What goes on until now is this burst and not an earlier one.
        var next = began
        var isOver = false
        for entry in past {
            if next.timeIntervalSince(entry.date) > quiet {
                if isOver, let echo = burst(run, among: past, before: began) { return echo }
                run = []
                isOver = true
            }
            run.append(entry)
            next = entry.date
        }
        return isOver ? burst(run, among: past, before: began) : nil
    }

    // MARK: - Private

    private static var compared: Int { 5 }
    private static var fewest: Int { 5 }
    private static var day: TimeInterval { 86_400 }
    private static var quiet: TimeInterval { 3 * day }
    private static var around: TimeInterval { 28 * day }
    private static var deviations: Double { 5 }

    private static func burst(_ run: [PastEntry], among past: [PastEntry], before began: Date)
        -> Echo?
    {
        let stories = Set(run.map(\.story)).count
        guard stories >= fewest, let first = run.last?.date, let last = run.first?.date else {
            return nil
        }
        /// Stories a second.
        func rate(from start: Date, until end: Date) -> Double {
            let told = past.filter { $0.date > start && $0.date < end }
            return Double(Set(told.map(\.story)).count) / end.timeIntervalSince(start)
        }
        let usual = max(
            rate(from: first.addingTimeInterval(-around), until: first),
            rate(from: last, until: min(last.addingTimeInterval(around), began)))
        let expected = usual * max(last.timeIntervalSince(first), day)
        guard Double(stories) >= expected + deviations * expected.squareRoot() else { return nil }
        return Echo(beganAt: first, endedAt: last, stories: stories)
    }
}
