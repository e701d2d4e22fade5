package import Foundation
package import Model

/// Hands the outbox of one destination over: at least once, and with the effect of once.
///
/// Before a ticket is made, it is looked for by its key. An attempt whose answer was lost may still be
/// at work in the system. So it is looked for only after the settle time, and repeated only if it is
/// not there. That also holds for an attempt that a killed process had begun, since its state is stored
/// before its request is sent.
///
/// What is sent is claimed first. Another process may be at work for the same archive, if a server has
/// forgotten the lock of one that slept. Then each delivery is still sent by only one of them, and the
/// one that finds out that it is not alone stops.
package final class Deliverer {
    let destination: TicketDestination
    let system: any TicketSystem
    let session: TicketSession
    let outbox: Outbox
    private let isCancelled: () -> Bool
    /// For how long in all it waits for what is due soon.
    private let patience: Duration
    /// Where it may not keep a run for long, how long that is.
    private var busyTime: BusyTime?
    /// When something is due besides what is due now.
    private let laterMoment: Date?
    let settleTime: Duration
    /// Whether a person has to look at what may have arrived, since the system cannot be asked.
    let isHeldWhenUnsure: Bool
    /// What has been done so far.
    package internal(set) var counts: DeliveryCounts
    /// How long it has waited so far.
    package private(set) var waited = Duration.zero
    /// Whether the system may be asked other things when all is delivered.
    package internal(set) var isAnswering = true
    var setbacks: Setbacks
    /// When the system may be asked again.
    var restsUntil: Date?
    /// Deliveries tried in this run, and how often.
    var tries: [Int64: Int] = [:]
    var creates = 0
    /// Tickets that this run made, by their ids.
    var made: Set<String> = []
    /// Tickets, by id, in which this run found a comment in other words than it would have now.
    var foundOtherwise: Set<String> = []
    /// Closed tickets that this run has opened again or tried to, by their ids.
    var reopened: Set<String> = []
    var clock: DeliveryClock { session.clock }

    /// - Parameter longest: for how long it sends at the most, which the slowest answer so far has to fit
    ///   in; `nil` for as long as there is something to send.
    package init(
        to destination: TicketDestination, system: any TicketSystem, session: TicketSession,
        outbox: Outbox, patience: Duration = usualPatience, atMost longest: Duration? = nil,
        alsoDueAt laterMoment: Date? = nil, isCancelled: @escaping () -> Bool = { false }
    ) {
        self.destination = destination
        self.system = system
        self.session = session
        self.outbox = outbox
        self.patience = patience
        self.laterMoment = laterMoment
        busyTime = longest.map { BusyTime(end: session.clock.now() + $0) }
        self.isCancelled = isCancelled
        counts = DeliveryCounts(destination: destination.id)
        // A request may be at work for as long again as we waited for it.
        settleTime = max(destination.terms.settleTime, destination.terms.timeout * 2)
        isHeldWhenUnsure = !system.canFind && destination.terms.whenUnsure == .hold
        setbacks = Setbacks(
            settleTime: settleTime, isHeldWhenUnsure: isHeldWhenUnsure,
            jitter: session.clock.jitter)
    }

    /// Delivers what is due, and waits for what is due soon.
    ///
    /// - Parameter look: what to ask the system before its tickets are told of anything; new tickets do
    ///   not wait for the answer, which says nothing about them.
    /// - Throws: what the outbox or `look` throws; faults of the system are stored and counted.
    package func deliver(beforeComments look: () throws -> Void = {}) throws -> DeliveryCounts {
        do {
            try deliverAll(beforeComments: look)
        } catch is Overtaken {
            counts.stopped = Self.isNotAlone
            isAnswering = false
        }
        if counts.stopped == nil, let silence = session.silence {
            counts.stopped = silence
            isAnswering = false
        }
        if counts.stopped == nil, let stop = setbacks.stop {
            counts.stopped = stop.reason
            isAnswering = stop.isAnswering
        }
        counts.requests = session.requests
        // A server says the same of an address with each message.
        let refused = Set(session.refusedAddresses).sorted()
        counts.refusedAddresses = refused.isEmpty ? nil : refused
        counts.waiting = try outbox.waiting()
        let isLeft = counts.waiting > 0 && isOutOfTime(at: clock.now())
        counts.waitingFor =
            reasonsToWait.min { $0.key < $1.key }?.value ?? (isLeft ? BusyTime.isOver : nil)
        return counts
    }

    // MARK: - Private

    private static let isNotAlone = """
        another process has begun to send what waits here, so this one leaves it alone; run again, \
        and see to it that one machine alone exports and sends
        """

    private func deliverAll(beforeComments look: () throws -> Void) throws {
        try deliverNewTickets()
        var hasLooked = false
        func deliverRound() throws -> Bool {
            if !hasLooked, mayGoOn, !isResting {
                try look()
                hasLooked = true
            }
            return try deliverDue()
        }
        wakeUp(at: laterMoment, for: .create)
        let end = clock.now() + (patience - waited)
        while try deliverRound(), let moment = nextMoment, moment <= end, mayGoOn,
            !isOutOfTime(at: moment)
        {
            let wait = moment.timeIntervalSince(clock.now())
            // The clock was set back meanwhile; the next run has what is due then.
            guard wait <= patience / .seconds(1) else { return }
            sleep(until: moment)
            nextMoments = [:]
        }
    }

    /// Delivers new tickets, also those of which something that lasts seconds kept it at first: asking how
    /// tickets stand may take minutes.
    private func deliverNewTickets() throws {
        let end = clock.now() + min(patience, Self.longestHiccup)
        while true {
            nextMoments = [:]
            // The list of those beyond the limit is left to the rounds behind.
            for least in Severity.allCases.sorted(by: >) where mayGoOn {
                _ = try deliverDue(from: least, with: .newTickets)
            }
            // Where the clock was set back meanwhile, it would be for long.
            guard mayGoOn, let moment = nextMoments[.create], moment <= end,
                moment <= clock.now() + Self.longestHiccup, !isOutOfTime(at: moment)
            else { return }
            sleep(until: moment)
        }
    }

    private func sleep(until moment: Date) {
        let wait = moment.timeIntervalSince(clock.now())
        guard wait > 0 else { return }
        clock.sleep(.seconds(wait))
        waited += .seconds(wait)
    }

    private static let longestHiccup = Duration.seconds(10)

    /// How long a run waits, in all, for systems that asked it to wait or did not answer.
    package static let usualPatience = Duration.seconds(120)
    private static let mostTriesInRun = 3
    /// Why deliveries that were tried in this run are not over.
    var reasonsToWait: [Int64: String] = [:]
    /// When the next of those put off in this run is due, of new tickets and of comments.
    private var nextMoments: [TicketDelivery.Operation: Date] = [:]
    package var nextMoment: Date? {
        // Nobody waits for comments that are left.
        nextMoments.filter { $0.key == .create || !setbacks.leavesComments }.values.min()
    }

    private var mayGoOn: Bool {
        counts.stopped == nil && session.silence == nil && !isCancelled()
            && !isOutOfTime(at: clock.now())
    }
    /// Whether nothing may be begun any more at a moment, for which nobody needs to wait then.
    private func isOutOfTime(at moment: Date) -> Bool { busyTime?.isOver(at: moment) ?? false }
    private var isResting: Bool { restsUntil.map { $0 > clock.now() } ?? false }

    /// One round: delivers what is due until nothing is.
    ///
    /// The most severe new tickets come first, so that they are not the ones that the limit turns into
    /// lines of a list.
    ///
    /// - Returns: whether another round may be of use.
    private func deliverDue() throws -> Bool {
        var isSummaryDue = false
        for least in Severity.allCases.sorted(by: >) {
            isSummaryDue = try deliverDue(from: least, with: .comments) || isSummaryDue
        }
        if isSummaryDue, mayGoOn, !isResting, let summary = try outbox.summarize(clock.now()) {
            counts.summarized += summary.mentions
            if try attempt(summary.list) { return true }
        }
        return nextMoment != nil
    }

    /// Which part of what is due is delivered: new tickets alone, or comments on existing ones as well.
    private enum Part {
        case newTickets, comments
    }

    /// Delivers new tickets of at least a severity that are due and, if asked to, comments on existing
    /// tickets.
    ///
    /// - Returns: whether some are left for a list.
    private func deliverDue(from least: Severity, with part: Part) throws -> Bool {
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
                    wakeUp(at: restsUntil, for: Self.operation(of: delivery))
                    continue
                }
                guard tries[delivery.id, default: 0] < Self.mostTriesInRun,
                    delivery.remote != nil || (delivery.severity ?? least) >= least,
                    delivery.remote == nil || part == .comments && !setbacks.leavesComments
                else { continue }
                if delivery.remote == nil, delivery.entry != nil,
                    creates >= destination.terms.maximumCreates, delivery.state == .pending
                {
                    isSummaryDue = true
                    continue
                }
                hasDelivered = try attempt(delivery) || hasDelivered
            }
        }
        return isSummaryDue
    }

    /// - Returns: whether it is delivered, or something else may be in its place.
    private func attempt(_ delivery: TicketDelivery) throws -> Bool {
        var delivery = delivery
        let start = clock.now()
        defer { busyTime?.note(from: start, to: clock.now()) }
        tries[delivery.id, default: 0] += 1
        reasonsToWait[delivery.id] = nil
        let operation = Self.operation(of: delivery)
        let isWritten = delivery.content != nil && delivery.operation == operation
        let draft = try content(of: &delivery, operation)
        delivery.told = draft.told ?? []
        let attempts = delivery.attempts
        do {
            switch operation {
            case .create: try create(draft, &delivery)
            case .comment: try comment(draft, &delivery, isWritten: isWritten)
            }
            setbacks.noteSuccess(of: operation)
            return true
        } catch let fault as DeliveryFault {
            if case .partly(let left, _) = fault {
                delivery.content = try draft.reaching(only: left).encoded()
            }
            let wasBegun = delivery.attempts > attempts
            if case .barred = fault, operation == .comment, !wasBegun { delivery.attempts += 1 }
            let verdict = setbacks.verdict(on: fault, of: operation, attempts: delivery.attempts)
            return try carryOut(verdict, on: &delivery, after: attempts, wasBegun: wasBegun)
        } catch let unopened as Unopened {
            let verdict = setbacks.verdict(
                onOpening: unopened.fault, attempts: delivery.attempts)
            return try carryOut(
                verdict, on: &delivery, after: attempts, wasBegun: delivery.attempts > attempts)
        }
    }

    func keep(_ delivery: TicketDelivery) throws {
        guard try outbox.save(delivery) else { throw Overtaken() }
    }

    func wakeUp(at moment: Date?, for operation: TicketDelivery.Operation) {
        guard let moment else { return }
        // The outbox keeps whole seconds, and has nothing due before.
        let second = Date(timeIntervalSince1970: moment.timeIntervalSince1970.rounded(.up))
        nextMoments[operation] = min(nextMoments[operation] ?? second, second)
    }

    static func operation(of delivery: TicketDelivery) -> TicketDelivery.Operation {
        delivery.remote == nil ? .create : .comment
    }
}
