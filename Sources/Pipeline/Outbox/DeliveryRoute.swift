import Foundation
import Model
import Storing
import Ticketing

/// The way to one destination, of tickets or of notices: whom we may call there, and as whom.
struct DeliveryRoute: Sendable {
    let destination: TicketDestination
    /// Why nothing can be sent there, such as a missing secret; `nil` where nothing is wrong.
    let hindrance: RunError?
    private let policy: AddressPolicy
    private let authorityFile: String?
    private let secret: String
    private let complaint: String?
    private let clock: DeliveryClock

    /// - Parameters:
    ///   - networks: private ones that may be called, as the rules were checked to name.
    ///   - secret: empty where it needs none.
    ///   - complaint: what is wrong with a secret that it needs.
    init(
        to destination: TicketDestination, networks: [String], secret: String,
        complaint: String?, workspace: Workspace, clock: DeliveryClock
    ) {
        authorityFile = destination.terms.certificateFile.map {
            WorkspacePath.resolved($0, in: workspace.path)
        }
        let allowed = networks.compactMap(Network.init)
        precondition(allowed.count == networks.count, "the rules are checked when loaded")
        let parts = URLComponents(string: destination.address)
        let port = parts?.port ?? (parts?.scheme == "http" ? 80 : 443)
        // An address on this machine was written by the operator, not by a stranger.
        let isLocal = AddressPolicy.isLoopback(host: parts?.host ?? "")
        policy = AddressPolicy(
            allowedNetworks: allowed + (isLocal ? AddressPolicy.loopback : []),
            allowedPorts: [port])
        self.destination = destination
        hindrance = complaint.map { .badInput("\(destination.id): \($0)") }
        self.complaint = complaint
        self.secret = secret
        self.clock = clock
    }

    /// What requests go through.
    ///
    /// - Parameter isCancelled: asked while it waits.
    func session(isCancelled: @escaping @Sendable () -> Bool = { false }) throws(WebFault)
        -> TicketSession
    {
        let clock = clock.stopping(when: isCancelled)
        guard destination.system.isRemote else {
            return TicketSession(destination: destination, secret: secret, clock: clock) {
                _, _ throws(WebFault) in throw .unsent("files are not asked over the network")
            }
        }
        guard destination.system == .email else {
            var settings = WebClient.Settings(
                address: destination.address, policy: policy, timeout: destination.terms.timeout,
                userAgent: "Earshot/\(ProgramVersion.current)")
            settings.authorityFile = authorityFile
            let client = try WebClient(settings)
            return TicketSession(
                destination: destination, secret: secret, clock: clock
            ) { request, lines throws(WebFault) in try client.send(request, authorization: lines) }
        }
        var settings = MailClient.Settings(
            address: destination.address, policy: policy, timeout: destination.terms.timeout,
            user: destination.credentials.user, password: secret)
        settings.authorityFile = authorityFile
        let client = try MailClient(settings)
        return TicketSession(
            destination: destination, secret: secret, clock: clock,
            mail: { message throws(MailFault) in try client.send(message) },
            send: { _, _ throws(WebFault) in throw .unsent("a mailbox answers nothing") })
    }

    /// Delivers what an outbox has due for this destination.
    ///
    /// Its requests block the calling thread.
    ///
    /// - Parameters:
    ///   - lookFirst: what to ask the system before its tickets are told of anything.
    ///   - patience: how long it waits, in all, for deliveries that are due soon.
    ///   - longest: for how long it sends at the most; `nil` for as long as there is something to send.
    ///   - laterMoment: when something else is due, besides what is due now.
    ///   - readBack: what to ask the system at the end, unless it was not reached or is shut.
    func carry(
        _ system: any TicketSystem, _ outbox: Outbox,
        patience: Duration = Deliverer.usualPatience, atMost longest: Duration? = nil,
        alsoDueAt laterMoment: Date? = nil, isCancelled: @escaping @Sendable () -> Bool,
        lookFirst: (TicketSession) throws -> Void = { _ in },
        readBack: (TicketSession, inout DeliveryCounts) throws -> Void = { _, _ in }
    ) -> Carried {
        var carried = Carried(counts: DeliveryCounts(destination: destination.id))
        do {
            guard hindrance == nil else {
                carried.counts.waiting = try outbox.waiting()
                carried.counts.stopped = complaint
                carried.failure = hindrance
                return carried
            }
            let session = try session(isCancelled: isCancelled)
            let deliverer = Deliverer(
                to: destination, system: system, session: session, outbox: outbox,
                patience: patience, atMost: longest, alsoDueAt: laterMoment,
                isCancelled: isCancelled)
            let start = clock.now()
            defer {
                carried.took = .seconds(clock.now().timeIntervalSince(start))
                carried.counts.requests = session.requests
                carried.waited = deliverer.waited
                carried.nextMoment = deliverer.nextMoment
            }
            do {
                carried.counts = try deliverer.deliver { try lookFirst(session) }
            } catch {
                carried.counts = deliverer.counts
                throw error
            }
            if deliverer.isAnswering, !isCancelled() {
                try readBack(session, &carried.counts)
            }
        } catch {
            let failure = RunError(ofDelivery: error)
            carried.counts.stopped = "\(failure)"
            carried.failure = failure
        }
        return carried
    }

    /// Asks a system for a ticket that there is none of, and for what has changed just now: whether it is
    /// reached, knows us, and is searched by the field that holds our keys.
    func check(_ system: any TicketSystem, isCancelled: @escaping @Sendable () -> Bool) -> Carried {
        var carried = Carried(counts: DeliveryCounts(destination: destination.id))
        guard hindrance == nil else {
            carried.counts.stopped = complaint
            carried.failure = hindrance
            return carried
        }
        guard system.canFind else { return carried }
        do {
            let session = try session(isCancelled: isCancelled)
            defer { carried.counts.requests = session.requests }
            _ = try system.find(TicketKey.ofNoTicket, session)
            do throws(DeliveryFault) {
                // Zendesk lists nothing of the last minute.
                let recent = session.now.addingTimeInterval(-300)
                _ = try system.changes(since: recent, isOurs: { _ in false }, session)
            } catch {
                guard case .barred(let reason) = error else { throw error }
                carried.counts.unread = reason
            }
        } catch let fault as DeliveryFault {
            carried.counts.stopped = fault.reason
        } catch {
            let failure = RunError(ofDelivery: error)
            carried.counts.stopped = "\(failure)"
            carried.failure = failure
        }
        return carried
    }
}

/// What became of one destination, as far as it came.
struct Carried: Sendable {
    var counts: DeliveryCounts
    /// For what was due soon.
    var waited = Duration.zero
    /// From when it began until it had delivered, and asked, all that it could.
    var took = Duration.zero
    /// When what it put off is due.
    var nextMoment: Date?
    /// What of ours, rather than of the destination's, put an end to it.
    var failure: RunError?

    /// Has work done on a thread of its own.
    static func onThread(_ body: @escaping @Sendable () -> Carried) async -> Carried {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }
}

extension RunError {
    init(ofDelivery error: any Error) {
        self =
            switch error {
            case let error as StoreError: .store(error)
            case let error as WebFault: .bug("no client for deliveries: \(error)")
            default: .bug("\(error)")
            }
    }
}
