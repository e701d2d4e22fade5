import Dispatch
import Foundation
import Model
import Storing
import Synchronization

/// One reading of a whole archive, as it was at one moment, on every core.
struct ArchivePass: ~Copyable {
    private let readers: [Store]
    /// Let go of once all readers have their view of the archive, so that it is the same one and a run
    /// may begin.
    private let lock: Mutex<RunLock?>

    /// Keys to one piece of work.
    private static let share: Int64 = 2_000

    /// From here on nothing is written until the readers have begun.
    ///
    /// - Throws: `RunError.locked` while a run is at work, whose entries would be in part.
    init(over workspace: Workspace) throws(RunError) {
        var readers: [Store] = []
        for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
            readers.append(try Archive.store(of: workspace))
        }
        let held = try RunLock(readingOf: workspace)
        self.readers = readers
        lock = Mutex(held)
    }

    /// What each reader makes of its part of the entries, the readers in no order.
    ///
    /// It blocks the thread it is called on.
    ///
    /// - Parameters:
    ///   - start: What was said before is left out; `nil` for no such bound.
    ///   - end: What was said from then on is left out; `nil` for no such bound.
    ///   - none: What every reader begins with.
    ///   - progress: Gets the keys read so far, and how many there are; from any thread.
    func tallies<Tally: Sendable>(
        of keys: [Range<Int64>], from start: Date?, to end: Date?, beginningWith none: Tally,
        progress: @Sendable (Int, Int) -> Void,
        add: @Sendable (Snapshot.TaggedText, inout Tally) throws(StoreError) -> Void
    ) throws(StoreError) -> [Tally] {
        let count = keys.reduce(0) { $0 + $1.count }
        let shared = Mutex(SharedWork<Tally>(keys, toArrive: readers.count))
        DispatchQueue.concurrentPerform(iterations: readers.count) { reader in
            do throws(StoreError) {
                try readers[reader].withSnapshot { snapshot in
                    let isLast = shared.withLock { shared in
                        shared.toArrive -= 1
                        return shared.toArrive == 0
                    }
                    if isLast { lock.withLock { $0 = nil } }
                    var tally = none
                    while let share = shared.withLock({ $0.take(Self.share) }) {
                        try snapshot.forEachEntry(in: share.keys, from: start, to: end) {
                            try add($0, &tally)
                        }
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
            return shared.tallies
        }
    }
}

/// What the readers of one archive share.
private struct SharedWork<Tally: Sendable> {
    /// What nobody has taken yet.
    private var left: ArraySlice<Range<Int64>>
    private var taken = 0
    /// Readers that do not have their view of the archive yet.
    var toArrive: Int
    var tallies: [Tally] = []
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
