import Dispatch
package import Foundation
import Model
import Storing
import Synchronization

/// What another set of rules would have changed over the whole archive: `earshot rules backtest`.
///
/// The archive is read as it was at one moment, and nothing is written to it. Tags that one of the two
/// sets has made already are taken from it; the other set tags the entries in which the sets may
/// differ. The result is that of tagging every entry by both.
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
    /// Tags every entry by both sets, stored tags or not: what the result is tested against.
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

    /// Reads the archive on every core.
    ///
    /// It blocks the thread it is called on.
    ///
    /// - Parameter progress: Gets the keys read so far, and how many there are; from any thread.
    /// - Throws: `RunError.locked` while a run is at work, whose entries would be in part.
    package func report(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in })
        throws(RunError) -> BacktestReport
    {
        let archive = try Archive.store(of: workspace)
        var readers: [Store] = []
        for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
            readers.append(try Archive.store(of: workspace))
        }
        let lock = Mutex<RunLock?>(try RunLock(of: workspace))
        let comparison = Comparison(
            before: before, after: after, isThorough: isThorough,
            weeks: BacktestWeeks(
                count: options.weeks, until: options.until ?? options.now,
                timeZone: before.rules.routing.timeZone))
        return try storing { () throws(StoreError) in
            try archive.withSnapshot { snapshot in
                let tally = try tally(comparison, snapshot, readers, lock, progress)
                let examples = BacktestExamples(comparison, snapshot)
                return try BacktestReport(
                    comparison, tally, options: options
                ) { try examples.example($0, of: $1) }
            }
        }
    }

    // MARK: - Private

    /// Keys to one piece of work.
    private static let share: Int64 = 2_000

    /// - Parameter lock: Let go of once all readers have their view of the archive, so that it is the
    ///   same one and a run may begin.
    private func tally(
        _ comparison: Comparison, _ snapshot: Snapshot, _ readers: [Store],
        _ lock: borrowing Mutex<RunLock?>, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(StoreError) -> BacktestTally {
        let keys = try snapshot.keys
        let count = keys.reduce(0) { $0 + $1.count }
        let shared = Mutex(SharedWork(keys, toArrive: readers.count))
        DispatchQueue.concurrentPerform(iterations: readers.count) { reader in
            do throws(StoreError) {
                try readers[reader].withSnapshot { snapshot in
                    let isLast = shared.withLock { shared in
                        shared.toArrive -= 1
                        return shared.toArrive == 0
                    }
                    if isLast { lock.withLock { $0 = nil } }
                    var tally = BacktestTally(examples: options.examples, weeks: comparison.weeks)
                    while let share = shared.withLock({ $0.take(Self.share) }) {
                        try snapshot.forEachEntry(
                            in: share.keys, from: options.since, to: options.until
                        ) { try comparison.compare($0, into: &tally) }
                        progress(share.taken, count)
                    }
                    shared.withLock { $0.tallies.append(tally) }
                }
            } catch {
                shared.withLock { $0.failure = error }
            }
        }
        return try shared.withLock { shared throws(StoreError) in
            if let failure = shared.failure { throw failure }
            var sum = BacktestTally(examples: options.examples, weeks: comparison.weeks)
            for tally in shared.tallies { sum.merge(tally) }
            return sum
        }
    }
}

/// What the readers of one archive share.
private struct SharedWork {
    /// What nobody has taken yet.
    private var left: ArraySlice<Range<Int64>>
    private var taken = 0
    /// Readers that do not have their view of the archive yet.
    var toArrive: Int
    var tallies: [BacktestTally] = []
    var failure: StoreError?

    init(_ keys: [Range<Int64>], toArrive: Int) {
        left = keys[...]
        self.toArrive = toArrive
    }

    /// The next keys to read, and how many were taken with them; `nil` when there are none, or reading
    /// failed.
    mutating func take(_ count: Int64) -> (keys: Range<Int64>, taken: Int)? {
        guard failure == nil, let span = left.first else { return nil }
        let keys = span.prefix(Int(count))
        left[left.startIndex] = keys.upperBound..<span.upperBound
        if left[left.startIndex].isEmpty { left.removeFirst() }
        taken += keys.count
        return (keys, taken)
    }
}
