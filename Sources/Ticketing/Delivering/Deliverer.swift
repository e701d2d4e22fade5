import Foundation
package import Model

/// Hands the outbox of one destination over, at least once, and once in effect.
///
/// Before each ticket is made it is looked for by its key. An attempt whose answer was lost may still
/// be at work in the system, so it is looked for again only after the settle time, and made again only
/// if it is not there. That holds for an attempt that a killed process had begun as well: its state is
/// kept before its request is sent.
package final class Deliverer {
    private let destination: TicketDestination
    private let system: any TicketSystem
    private let session: TicketSession
    private let outbox: Outbox
    private let isCancelled: () -> Bool
    /// What has been done so far.
    package private(set) var counts: DeliveryCounts
    /// Deliveries put off, and not delivered since.
    private var waiting: Set<Int64> = []
    /// How often in a row the system could not be reached.
    private var unreached = 0
    /// When the system may be asked again.
    private var restsUntil: Date?
    /// Deliveries tried in this run, and how often.
    private var tries: [Int64: Int] = [:]
    private var creates = 0
    /// Comments that were refused one after the other for want of rights; after two it is not the
    /// tickets, but we.
    private var barredInARow = 0
    /// How often in a row the first tickets of this run were refused for the same reason.
    private var refusals: (reason: String, count: Int) = ("", 0)
    private var clock: DeliveryClock { session.clock }

    package init(
        to destination: TicketDestination, system: any TicketSystem, session: TicketSession,
        outbox: Outbox, isCancelled: @escaping () -> Bool = { false }
    ) {
        self.destination = destination
        self.system = system
        self.session = session
        self.outbox = outbox
        self.isCancelled = isCancelled
        counts = DeliveryCounts(destination: destination.id)
    }

    /// Delivers what is due, waiting for what is due soon.
    ///
    /// - Throws: what the outbox throws; what the system does is kept and counted.
    package func deliver() throws -> DeliveryCounts {
        let end = clock.now().addingTimeInterval(Self.patience)
        while try deliverDue(), let moment = nextMoment, moment <= end, mayGoOn {
            let wait = moment.timeIntervalSince(clock.now())
            if wait > 0 { clock.sleep(.seconds(wait)) }
        }
        counts.requests = session.requests
        counts.waiting = waiting.count
        return counts
    }

    // MARK: - Private

    /// A run waits so long in all for systems that asked it to.
    private static let patience: TimeInterval = 120
    private static let mostTriesInRun = 3
    private static let mostAttempts = 12
    private static let mostRefusalsInARow = 3
    private static let mostUnreachedInARow = 3
    private static let mostBarredInARow = 2

    /// When the next of those put off in this run is due.
    private var nextMoment: Date?

    private var mayGoOn: Bool { counts.stopped == nil && !isCancelled() }
    private var isResting: Bool { restsUntil.map { $0 > clock.now() } ?? false }

    /// One round: all that is due, until nothing is.
    ///
    /// - Returns: whether another round may be of use.
    private func deliverDue() throws -> Bool {
        nextMoment = nil
        var isSummaryDue = false
        var after: Int64 = 0
        var hasDelivered = false
        while mayGoOn {
            let due = try outbox.due(after, clock.now())
            guard let last = due.last else {
                // A ticket's next comment was behind its creation, or before it in order.
                guard hasDelivered else { break }
                hasDelivered = false
                after = 0
                continue
            }
            after = last.id
            for delivery in due where mayGoOn {
                if isResting {
                    postpone(delivery, to: restsUntil)
                    continue
                }
                guard tries[delivery.id, default: 0] < Self.mostTriesInRun else {
                    waiting.insert(delivery.id)
                    continue
                }
                if delivery.remote == nil, delivery.entry != nil,
                    creates >= destination.terms.maximumCreates, delivery.state == .pending
                {
                    isSummaryDue = true
                    continue
                }
                hasDelivered = try attempt(delivery) || hasDelivered
            }
        }
        if isSummaryDue, mayGoOn, !isResting, let summary = try outbox.summarize(clock.now()) {
            counts.summarized += summary.mentions
            if try attempt(summary.list) { return true }
        }
        return nextMoment != nil
    }

    /// - Returns: whether it is delivered.
    private func attempt(_ delivery: TicketDelivery) throws -> Bool {
        var delivery = delivery
        tries[delivery.id, default: 0] += 1
        let operation: TicketDelivery.Operation = delivery.remote == nil ? .create : .comment
        let draft = try content(of: &delivery, operation)
        let attempts = delivery.attempts
        do {
            switch operation {
            case .create: try create(draft, &delivery)
            case .comment: try comment(draft, &delivery)
            }
            unreached = 0
            barredInARow = 0
            return true
        } catch let fault as DeliveryFault {
            note(fault, of: &delivery, operation, wasBegun: delivery.attempts > attempts)
            try outbox.save(delivery)
            return false
        }
    }

    /// What was written before is sent again to the letter.
    private func content(
        of delivery: inout TicketDelivery, _ operation: TicketDelivery.Operation
    ) throws -> TicketDraft {
        if let draft = try delivery.savedDraft(for: operation) { return draft }
        let draft = try outbox.draft(delivery, operation)
        delivery.operation = operation
        delivery.content = try draft.encoded()
        return draft
    }

    private func create(_ draft: TicketDraft, _ delivery: inout TicketDelivery) throws {
        if system.canFind, var found = try system.find(draft.key, session) {
            found.wasFound = true
            counts.found += 1
            return try finish(&delivery, as: found)
        }
        try holdIfUnsure(delivery)
        try begin(&delivery)
        let made = try system.create(draft, session)
        FaultPoint.afterSending.pass()
        creates += 1
        refusals = ("", 0)
        if made.wasFound { counts.found += 1 } else { counts.created += 1 }
        try finish(&delivery, as: made)
    }

    private func comment(_ draft: TicketDraft, _ delivery: inout TicketDelivery) throws {
        guard let ticket = delivery.remote else { return }
        let mayBeThere = delivery.state != .pending || delivery.lastSentAt != nil
        if mayBeThere, try system.hasComment(draft, on: ticket, session) == true {
            return try finish(&delivery, as: ticket)
        }
        try holdIfUnsure(delivery)
        try begin(&delivery)
        try system.comment(draft, on: ticket, session)
        FaultPoint.afterSending.pass()
        counts.commented += 1
        try finish(&delivery, as: ticket)
    }

    /// - Throws: `unsure` for what a killed process had begun, where nobody can be asked about it.
    private func holdIfUnsure(_ delivery: TicketDelivery) throws(DeliveryFault) {
        guard isHeldWhenUnsure, delivery.state != .pending else { return }
        throw .unsure(Self.unsure("an earlier run ended while it was being sent"))
    }

    private var isHeldWhenUnsure: Bool {
        !system.canFind && destination.terms.whenUnsure == .hold
    }

    private static func unsure(_ reason: String) -> String {
        "it may have arrived (\(reason)); look there, and drop it if it has (a ticket with "
            + "--arrived), or have it tried again"
    }

    /// Keeps that it is about to be sent: from here on it may have been, whatever happens.
    private func begin(_ delivery: inout TicketDelivery) throws {
        FaultPoint.beforeBegun.pass()
        delivery.state = .sending
        delivery.attempts += 1
        delivery.lastSentAt = clock.now()
        // Should this process end, it is not looked for before the system has come to rest; where it
        // cannot be looked for, a person is to know at once.
        delivery.notBefore = isHeldWhenUnsure ? nil : clock.now() + settleTime
        try outbox.save(delivery)
        FaultPoint.afterBegun.pass()
    }

    private func finish(_ delivery: inout TicketDelivery, as ticket: RemoteTicket) throws {
        delivery.state = .delivered
        delivery.remote = ticket
        delivery.notBefore = nil
        delivery.reason = nil
        waiting.remove(delivery.id)
        try outbox.save(delivery)
        FaultPoint.afterDelivered.pass()
    }

    // MARK: What is done about faults

    /// - Parameter wasBegun: whether something was sent for it in this attempt. If not, what is known of
    ///   earlier ones stands.
    private func note(
        _ fault: DeliveryFault, of delivery: inout TicketDelivery,
        _ operation: TicketDelivery.Operation, wasBegun: Bool
    ) {
        delivery.reason = fault.reason
        if wasBegun { delivery.state = .pending }
        if case .unsent = fault { unreached += 1 } else { unreached = 0 }
        switch fault {
        case .unsent(let reason):
            // No fault of this one, and the next will fare no better.
            if wasBegun { delivery.attempts -= 1 }
            delivery.notBefore = clock.now() + backOff(attempt: unreached)
            postpone(delivery, to: delivery.notBefore)
            if unreached == Self.mostUnreachedInARow { counts.stopped = reason }
        case .unclear(let reason, _) where isHeldWhenUnsure:
            delivery.reason = Self.unsure(reason)
            die(&delivery)
        case .unclear(_, let delay):
            if let delay { restsUntil = clock.now() + delay }
            delivery.state = .unclear
            giveUpIfOld(&delivery)
            guard delivery.state != .dead else { return }
            delivery.notBefore = clock.now() + max(settleTime, delay ?? .zero)
            postpone(delivery, to: delivery.notBefore)
        case .wait(let delay, _):
            // The system's wish is no failure.
            if wasBegun { delivery.attempts -= 1 }
            tries[delivery.id, default: 1] -= 1
            let until = clock.now() + max(delay ?? .zero, backOff(attempt: 1))
            delivery.notBefore = until
            restsUntil = until
            postpone(delivery, to: until)
        case .refused(let reason):
            die(&delivery)
            if operation == .create { countRefusal(reason) }
        case .barred where operation == .comment && barredInARow < Self.mostBarredInARow:
            // Its ticket is locked, or was moved to where we may not go; others are not.
            barredInARow += 1
            die(&delivery)
        case .barred(let reason), .shut(let reason):
            if wasBegun { delivery.attempts -= 1 }
            delivery.notBefore = nil
            waiting.insert(delivery.id)
            counts.stopped = reason
        case .unsure:
            die(&delivery)
        case .strayed(let reason):
            die(&delivery)
            counts.stopped = reason
        }
    }

    /// Three in a row for one reason, and no ticket made: it is not the tickets, then.
    private func countRefusal(_ reason: String) {
        // Numbers tell the tickets apart, not the reasons.
        let kind = reason.filter { !$0.isNumber }
        refusals = refusals.reason == kind ? (kind, refusals.count + 1) : (kind, 1)
        if refusals.count == Self.mostRefusalsInARow, creates == 0 {
            counts.stopped = "\(refusals.count) in a row were refused: \(reason)"
        }
    }

    /// A request may be at work for as long again as we waited for it.
    private var settleTime: Duration {
        max(destination.terms.settleTime, destination.terms.timeout * 2)
    }

    private func giveUpIfOld(_ delivery: inout TicketDelivery) {
        if delivery.attempts >= Self.mostAttempts { die(&delivery) }
    }

    private func die(_ delivery: inout TicketDelivery) {
        delivery.state = .dead
        delivery.notBefore = nil
        waiting.remove(delivery.id)
        counts.dead += 1
    }

    private func postpone(_ delivery: TicketDelivery, to moment: Date?) {
        waiting.insert(delivery.id)
        guard let moment else { return }
        // The outbox keeps whole seconds, and has nothing due before.
        let second = Date(timeIntervalSince1970: moment.timeIntervalSince1970.rounded(.up))
        nextMoment = min(nextMoment ?? second, second)
    }

    /// Doubling from 2 s, the later half of it by chance (full jitter would come too early for a system
    /// that has just failed).
    private func backOff(attempt: Int) -> Duration {
        let longest = 2 * pow(2, Double(attempt - 1))
        return .seconds(longest * (0.5 + 0.5 * clock.jitter()))
    }
}

extension Date {
    fileprivate static func + (date: Date, duration: Duration) -> Date {
        date.addingTimeInterval(duration / .seconds(1))
    }
}
