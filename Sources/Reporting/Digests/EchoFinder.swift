import Foundation
import Model

/// Finds the last time before that people wrote of a brand in the same words, however long ago.
///
/// A burst is five stories at least with no more than two quiet days between; it has come back when it
/// had been over for that long.
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
                if isOver, let echo = burst(run) { return echo }
                run = []
                isOver = true
            }
            run.append(entry)
            next = entry.date
        }
        return isOver ? burst(run) : nil
    }

    // MARK: - Private

    private static var compared: Int { 5 }
    private static var fewest: Int { 5 }
    private static var quiet: TimeInterval { 3 * 86_400 }

    private static func burst(_ run: [PastEntry]) -> Echo? {
        let stories = Set(run.map(\.story)).count
        guard stories >= fewest, let first = run.last, let last = run.first else { return nil }
        return Echo(beganAt: first.date, endedAt: last.date, stories: stories)
    }
}
