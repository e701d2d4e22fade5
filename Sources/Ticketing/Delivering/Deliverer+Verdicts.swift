import Foundation
import Model

/// What becomes of a delivery that failed.
extension Deliverer {
    /// - Parameters:
    ///   - attempts: how many there were before this one.
    ///   - wasBegun: whether something was sent for it in this attempt. If not, what is known of earlier
    ///     ones stands.
    /// - Returns: whether something else may be due in its place.
    func carryOut(
        _ verdict: Setbacks.Verdict, on delivery: inout TicketDelivery, after attempts: Int,
        wasBegun: Bool
    ) throws -> Bool {
        if wasBegun { delivery.state = .pending }
        if !verdict.isAttempt { delivery.attempts = attempts }
        if !verdict.isTry { tries[delivery.id, default: 1] -= 1 }
        if let rest = verdict.rest { restsUntil = clock.now() + rest }
        if let stop = verdict.stop {
            counts.stopped = stop.reason
            isAnswering = stop.isAnswering
        }
        delivery.reason = verdict.reason
        delivery.notBefore = nil
        switch verdict.fate {
        case .later(let delay):
            delivery.notBefore = delay.map { clock.now() + $0 }
            reasonsToWait[delivery.id] = verdict.reason
        case .unclear(let delay):
            delivery.state = .unclear
            delivery.notBefore = clock.now() + delay
            reasonsToWait[delivery.id] = verdict.reason
        case .dead:
            giveUp(&delivery)
        case .anew(let isGone):
            if let beginAnew = outbox.beginAnew {
                try beginAnew(delivery, isGone)
                return true
            }
            giveUp(&delivery)
        }
        wakeUp(at: delivery.notBefore, for: Self.operation(of: delivery))
        try keep(delivery)
        return false
    }

    // MARK: - Private

    private func giveUp(_ delivery: inout TicketDelivery) {
        delivery.state = .dead
        counts.dead += 1
    }
}
