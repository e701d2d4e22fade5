import Foundation
import Synchronization

/// A place at which a test ends the process, to see what the next one makes of it.
///
/// `EARSHOT_FAULT_POINT=before_commit` ends it, with exit code 86 and without any cleaning up, when
/// it first gets there; `before_commit:3` when it does for the third time. Without the variable,
/// passing a point is one look at a constant.
package enum FaultPoint: String, Sendable, CaseIterable {
    /// A document is there, and nobody has read it.
    case afterFetch = "after_fetch"
    /// A document is read, and nothing of it is stored.
    case afterParse = "after_parse"
    case afterFeedRow = "after_feed_row"
    case afterEntry = "after_entry"
    case beforeCommit = "before_commit"
    case afterCommit = "after_commit"
    /// Some of the run's entries are numbered.
    case beforeSettled = "before_settled"
    case afterSettled = "after_settled"
    /// An output file has been begun.
    case midFile = "mid_file"
    case beforeRename = "before_rename"
    case afterRename = "after_rename"
    /// The day's files are there, and the archive does not know.
    case beforeWatermark = "before_watermark"
    case beforeCheckpoint = "before_checkpoint"
    case afterCheckpoint = "after_checkpoint"

    /// What is to be delivered is decided, and nothing of it is sent.
    case afterPlanning = "after_planning"
    /// A delivery is written and looked for, and nothing of that is kept.
    case beforeBegun = "before_begun"
    /// It is kept that it may have been sent, and it was not.
    case afterBegun = "after_begun"
    /// It is sent and taken, and that is not kept.
    case afterSending = "after_sending"
    case afterDelivered = "after_delivered"

    /// On the way of tickets and notices out of their outboxes.
    package static let ofDelivery: [FaultPoint] = [
        .afterPlanning, .beforeBegun, .afterBegun, .afterSending, .afterDelivered,
    ]

    /// What the process ends with.
    package static let exitCode: Int32 = 86

    /// Ends the process if this is the place, and the time.
    package func pass() {
        guard let plan = Self.plan, plan.point == self else { return }
        let visits = plan.visits.wrappingAdd(1, ordering: .relaxed).newValue
        if visits == plan.visit { _exit(Self.exitCode) }
    }

    // MARK: - Private

    private final class Plan: Sendable {
        let point: FaultPoint
        let visit: Int
        let visits = Atomic<Int>(0)

        init(point: FaultPoint, visit: Int) {
            self.point = point
            self.visit = visit
        }
    }

    private static let plan: Plan? = {
        let parts = ProcessInfo.processInfo.environment["EARSHOT_FAULT_POINT"]?.split(
            separator: ":")
        guard let parts, let point = parts.first.flatMap({ FaultPoint(rawValue: String($0)) })
        else {
            return nil
        }
        return Plan(point: point, visit: parts.dropFirst().first.flatMap { Int($0) } ?? 1)
    }()
}
