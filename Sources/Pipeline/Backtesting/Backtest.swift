package import Foundation
import Model
import Storing

/// What another set of rules would have changed over the whole archive: `earshot rules backtest`.
///
/// The archive is read as it was at one moment, and nothing is written to it. Where one of the two sets
/// has made the stored tags, they are taken as they are, and the other set tags only the entries in
/// which the two may differ. The result is the same as if every entry were tagged by both.
package struct Backtest: Sendable {
    package struct Options: Sendable {
        package var now: Date
        /// Entries that were said before are left out.
        package var since: Date?
        /// Entries that were said from then on are left out.
        package var until: Date?
        /// Weeks of the trend.
        package var weeks: Int
        /// Examples of each change.
        package var examples: Int

        package init(
            now: Date, since: Date? = nil, until: Date? = nil, weeks: Int = 8, examples: Int = 20
        ) {
            self.now = now
            self.since = since
            self.until = until
            self.weeks = weeks
            self.examples = examples
        }
    }

    private let workspace: Workspace
    private let before: CheckedRules
    private let after: CheckedRules
    private let options: Options
    /// Whether every entry is tagged by both sets, whatever is stored; tests compare the usual result
    /// with that.
    private let isThorough: Bool

    package init(
        workspace: Workspace, from before: CheckedRules, to after: CheckedRules,
        options: Options, isThorough: Bool = false
    ) {
        self.workspace = workspace
        self.before = before
        self.after = after
        self.options = options
        self.isThorough = isThorough
    }

    /// Reads the archive on every core, and blocks the calling thread meanwhile.
    ///
    /// - Parameter progress: Gets the keys read so far, and how many there are; from any thread.
    /// - Throws: `RunError.locked` while a run is at work, since only a part of its entries would be
    ///   there.
    package func report(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in })
        throws(RunError) -> BacktestReport
    {
        let archive = try Archive.store(of: workspace)
        let pass = try ArchivePass(over: workspace)
        let comparison = Comparison(
            before: before, after: after, isThorough: isThorough,
            weeks: BacktestWeeks(
                count: options.weeks, until: options.until ?? options.now,
                timeZone: before.rules.routing.timeZone))
        return try storing(
            archive.withSnapshot { snapshot in
                let none = BacktestTally(examples: options.examples, weeks: comparison.weeks)
                let tally = try pass.tallies(
                    of: try snapshot.keys, from: options.since, to: options.until,
                    beginningWith: none, progress: progress
                ) { entry, tally throws(StoreError) in
                    try comparison.compare(entry, into: &tally)
                }.reduce(into: none) { $0.merge($1) }
                let examples = BacktestExamples(comparison, snapshot)
                return try BacktestReport(
                    comparison, tally, options: options
                ) { try examples.example($0, of: $1) }
            })
    }
}
