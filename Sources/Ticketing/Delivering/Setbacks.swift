import Foundation
import Model

/// What becomes of a delivery that failed, by its fault and by what failed before it in the same run.
///
/// It sends nothing and keeps nothing: `Deliverer` carries its verdicts out.
struct Setbacks {
    struct Verdict {
        enum Fate {
            /// As before, to be tried again after so long; `nil` for the next run.
            case later(Duration?)
            /// It may have been done, and is looked for after so long.
            case unclear(Duration)
            /// It needs a person.
            case dead
            /// Its ticket takes nothing more, so that it is told by a new one.
            case anew(isGone: Bool)
        }

        let fate: Fate
        let reason: String
        /// Whether what was sent counts against `mostAttempts`.
        var isAttempt = true
        /// Whether it counts among the tries of this run.
        var isTry = true
        /// How long the system is to be left alone.
        var rest: Duration?
        var stop: Stop?
    }

    /// Why nothing more is sent there in this run.
    struct Stop: Hashable {
        let reason: String
        /// Whether it is worth asking the system other things.
        let isAnswering: Bool
    }

    private let settleTime: Duration
    private let isHeldWhenUnsure: Bool
    private let jitter: () -> Double
    /// How often in a row the system could not be reached, for tickets and for comments.
    private var unreached: [TicketDelivery.Operation: Int] = [:]
    /// How often in a row it did not say what became of one.
    private var unanswered: [TicketDelivery.Operation: Int] = [:]
    /// How often in a row it did not say whether a closed ticket was opened.
    private var unopened = 0
    /// Why further comments are left to the next run.
    ///
    /// Perhaps only their tickets get no answer, so new tickets are still tried.
    private var commentStop: Stop?
    /// Whether a new ticket showed that it is.
    private var isAnsweringOthers = false
    /// Comments refused in a row for want of rights; after two, the reason is not the tickets but our
    /// rights.
    private var barred = 0
    /// How often in a row it asked for a pause and did not say how long.
    private var unnamedPauses = 0
    /// How often in a row the first tickets of this run were refused for the same reason.
    private var refusals: (kind: String, count: Int) = ("", 0)
    private var hasMade = false

    /// - Parameters:
    ///   - settleTime: how long a request whose answer was lost may be at work.
    ///   - isHeldWhenUnsure: whether what may have arrived is left to a person.
    ///   - jitter: 0 … 1, by chance.
    init(settleTime: Duration, isHeldWhenUnsure: Bool, jitter: @escaping () -> Double) {
        self.settleTime = settleTime
        self.isHeldWhenUnsure = isHeldWhenUnsure
        self.jitter = jitter
    }

    /// Whether comments are left to the next run.
    var leavesComments: Bool { commentStop != nil }
    /// Whether closed tickets are opened; if the system does not answer that, it is left to the next
    /// run.
    var mayOpen: Bool { unopened < Self.mostUnansweredInARow }
    /// Why comments were left, where nothing has shown that the system answers.
    var stop: Stop? { isAnsweringOthers ? nil : commentStop }

    mutating func noteSuccess(of operation: TicketDelivery.Operation) {
        // A new ticket that succeeds says nothing about comments, which alone may get no answer.
        let kinds = operation == .create ? [operation] : TicketDelivery.Operation.allCases
        for kind in kinds { (unreached[kind], unanswered[kind]) = (nil, nil) }
        (barred, unnamedPauses) = (0, 0)
        // Comments are tried again only once; otherwise each new ticket would have to wait for three of
        // them.
        guard leavesComments, !isAnsweringOthers else { return }
        (commentStop, isAnsweringOthers) = (nil, true)
        (unreached[.comment], unanswered[.comment]) = (nil, nil)
    }

    /// Notes whether it was answered that a closed ticket be opened.
    mutating func noteOpening(isAnswered: Bool) { unopened = isAnswered ? 0 : unopened + 1 }

    /// Notes that a ticket was made: refusals from here on are about single tickets.
    mutating func noteTicket() {
        hasMade = true
        refusals = ("", 0)
    }

    /// - Parameter attempts: how often it was really sent, this time included; of a comment, also how often
    ///   its ticket was barred to the question whether it is there.
    mutating func verdict(
        on fault: DeliveryFault, of operation: TicketDelivery.Operation, attempts: Int
    ) -> Verdict {
        // If a person has to look after each failure, comments count together with tickets, so that
        // there are no more than need be.
        let kind = isHeldWhenUnsure ? .create : operation
        if case .unsent = fault { unreached[kind, default: 0] += 1 } else { unreached[kind] = 0 }
        if case .unclear = fault { unanswered[kind, default: 0] += 1 } else { unanswered[kind] = 0 }
        switch fault {
        case .unsent(let reason): return unsent(reason, kind)
        case .unclear(let reason, let delay):
            return unclear(reason, after: delay, kind, attempts: attempts)
        case .partly(_, let reason): return partly(reason, attempts: attempts)
        case .wait(let delay, let reason): return wait(delay, reason)
        case .refused(let reason):
            return Verdict(
                fate: .dead, reason: reason, stop: operation == .create ? stop(after: reason) : nil)
        case .gone(let reason): return Verdict(fate: .anew(isGone: true), reason: reason)
        case .closed(let reason): return Verdict(fate: .anew(isGone: false), reason: reason)
        case .barred(let reason) where operation == .comment && barred < Self.mostBarredInARow:
            // Its ticket is locked, or was moved to where we may not go; others are not. Or something in
            // between refused it, which may pass.
            barred += 1
            return Verdict(
                fate: attempts < Self.mostBarredAttempts ? .later(Self.barredPause) : .dead,
                reason: reason)
        case .barred(let reason), .misfit(let reason):
            return left(for: Stop(reason: reason, isAnswering: true))
        case .shut(let reason): return left(for: Stop(reason: reason, isAnswering: false))
        case .unsure(let reason): return Verdict(fate: .dead, reason: Self.unsure(reason))
        case .strayed(let reason):
            return Verdict(
                fate: .dead, reason: reason, stop: Stop(reason: reason, isAnswering: true))
        }
    }

    /// What becomes of a comment that was delivered, while it is unknown whether its closed ticket
    /// opened.
    func verdict(onOpening fault: DeliveryFault, attempts: Int) -> Verdict {
        guard case .unclear(_, after: let delay?) = fault else {
            return Verdict(fate: .unclear(settling(after: attempts)), reason: fault.reason)
        }
        return Verdict(
            fate: .unclear(max(settling(after: attempts), delay)), reason: fault.reason, rest: delay
        )
    }

    // MARK: - Private

    private static let mostAttempts = 12
    private static let mostUnreachedInARow = 3
    private static let mostUnansweredInARow = 3
    private static let mostRefusalsInARow = 3
    private static let mostBarredInARow = 2
    private static let mostBarredAttempts = 4
    private static let barredPause = Duration.seconds(6 * 3_600)

    private static func unsure(_ reason: String) -> String {
        "it may have arrived (\(reason)); look there, and drop it if it has (a ticket, or a "
            + "comment that lists others, with --arrived), or have it tried again"
    }

    private mutating func unsent(
        _ reason: String, _ kind: TicketDelivery.Operation
    ) -> Verdict {
        let count = unreached[kind, default: 0]
        // No fault of this one, and the next will fare no better.
        let stop =
            count == Self.mostUnreachedInARow ? Stop(reason: reason, isAnswering: false) : nil
        return Verdict(
            fate: .later(backOff(attempt: count)), reason: reason, isAttempt: false,
            stop: stop.flatMap { leaving(kind, for: $0) })
    }

    private mutating func unclear(
        _ reason: String, after delay: Duration?, _ kind: TicketDelivery.Operation, attempts: Int
    ) -> Verdict {
        let stop = stopUnanswered(kind, after: reason)
        if isHeldWhenUnsure {
            return Verdict(fate: .dead, reason: Self.unsure(reason), stop: stop)
        }
        let isLast = attempts >= Self.mostAttempts
        return Verdict(
            fate: isLast ? .dead : .unclear(max(settling(after: attempts), delay ?? .zero)),
            reason: isLast ? "given up after \(attempts) attempts: \(reason)" : reason,
            rest: delay, stop: stop)
    }

    private func partly(_ reason: String, attempts: Int) -> Verdict {
        attempts >= Self.mostAttempts
            ? Verdict(fate: .dead, reason: DeliveryFault.isPartlyThere(reason))
            : Verdict(fate: .later(backOff(attempt: attempts)), reason: reason)
    }

    /// The system's wish is no failure.
    private mutating func wait(_ delay: Duration?, _ reason: String) -> Verdict {
        unnamedPauses = delay == nil ? unnamedPauses + 1 : 0
        let pause = max(delay ?? unnamedPause, backOff(attempt: 1))
        return Verdict(
            fate: .later(pause), reason: reason, isAttempt: false, isTry: false, rest: pause)
    }

    /// Left to the next run, as is all else that is sent there.
    private func left(for stop: Stop) -> Verdict {
        Verdict(fate: .later(nil), reason: stop.reason, isAttempt: false, stop: stop)
    }

    /// If three in a row are refused for one reason, and no ticket was made, the reason is not the
    /// tickets.
    private mutating func stop(after reason: String) -> Stop? {
        // Numbers, and names with numbers in them, tell the tickets and requests apart, not the reasons.
        let kind = reason.split(separator: " ").filter { !$0.contains(where: \.isNumber) }
            .joined(separator: " ")
        refusals = refusals.kind == kind ? (kind, refusals.count + 1) : (kind, 1)
        guard refusals.count == Self.mostRefusalsInARow, !hasMade else { return nil }
        return Stop(
            reason: "\(refusals.count) in a row were refused: \(reason)", isAnswering: true)
    }

    /// If this goes on, the next delivery would be lost in the same way, and its attempt with it.
    private mutating func stopUnanswered(
        _ kind: TicketDelivery.Operation, after reason: String
    ) -> Stop? {
        let count = unanswered[kind, default: 0]
        guard count == Self.mostUnansweredInARow else { return nil }
        return leaving(
            kind,
            for: Stop(reason: "\(count) in a row were not answered: \(reason)", isAnswering: false))
    }

    /// - Returns: `nil` where only comments are left: new tickets are tried, and how tickets stand is asked,
    ///   which may well be answered.
    private mutating func leaving(_ kind: TicketDelivery.Operation, for stop: Stop) -> Stop? {
        guard kind == .comment else { return stop }
        commentStop = Stop(reason: stop.reason, isAnswering: true)
        return nil
    }

    /// Doubling from the settle time, six hours at most: from 60 s, twelve attempts span twenty hours.
    private func settling(after attempts: Int) -> Duration {
        let doubled = settleTime * (1 << min(max(attempts - 1, 0), 12))
        return max(settleTime, min(doubled, .seconds(6 * 3_600)))
    }

    /// Limits count by the minute; doubling from there, an hour at most, as GitHub asks for.
    private var unnamedPause: Duration {
        .seconds(min(60 * pow(2, Double(unnamedPauses - 1)), 3_600))
    }

    /// Doubling from 2 s, the later half of it by chance (full jitter would come too early for a system
    /// that has just failed).
    private func backOff(attempt: Int) -> Duration {
        let longest = 2 * pow(2, Double(attempt - 1))
        return .seconds(longest * (0.5 + 0.5 * jitter()))
    }
}
