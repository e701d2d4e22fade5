import Foundation
import Model
import Synchronization
import TestSupport

@testable import Ticketing

/// A clock that goes on when somebody sleeps.
final class TestClock: Sendable {
    private let moment = Mutex(Date.start)
    private let naps = Mutex<[Duration]>([])

    var slept: [Duration] { naps.withLock { $0 } }

    func advance(by duration: Duration) {
        moment.withLock { $0 = $0.addingTimeInterval(duration / .seconds(1)) }
    }

    var clock: DeliveryClock {
        DeliveryClock(
            now: { [self] in moment.withLock { $0 } },
            sleep: { [self] duration in
                naps.withLock { $0.append(duration) }
                advance(by: duration)
            }, jitter: { 0.5 })
    }
}

extension TicketSession {
    /// Through the network, to a server of this machine.
    static func loopback(
        _ destination: TicketDestination, secret: String, _ clock: DeliveryClock
    ) throws -> TicketSession {
        let client = try WebClient(
            WebClient.Settings(
                address: destination.address,
                policy: AddressPolicy(
                    allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
                timeout: destination.terms.timeout, userAgent: "Earshot/test"))
        return TicketSession(destination: destination, secret: secret, clock: clock) {
            request, lines throws(WebFault) in try client.send(request, authorization: lines)
        }
    }
}

/// Delivers an outbox to a server until nothing is left to do, as run after run would.
struct DeliveryBench {
    let destination: TicketDestination
    let clock: TestClock
    let secret: String

    init(_ destination: TicketDestination, secret: String, clock: TestClock) {
        self.destination = destination
        self.secret = secret
        self.clock = clock
    }

    /// To a Redmine.
    init(
        _ server: LoopbackServer, secret: String = "right", queue: String = "mentions",
        keyField: String = "7", timeout: Duration = .milliseconds(400),
        maximumCreates: Int = 1_000, requestsPerMinute: Int = 1_000_000
    ) {
        self.init(
            TicketDestination(
                id: "desk", system: .redmine, address: server.url(""),
                fields: .init(queue: queue, type: "3", keyField: keyField),
                terms: .init(
                    maximumCreates: maximumCreates, requestsPerMinute: requestsPerMinute,
                    timeout: timeout), place: .sample),
            secret: secret, clock: TestClock())
    }

    /// One run, in a process of its own as far as anything is remembered.
    @discardableResult
    func run(_ outbox: MemoryOutbox) throws -> DeliveryCounts {
        try deliverer(of: outbox).deliver()
    }

    func deliverer(
        of outbox: MemoryOutbox, patience: Duration = Deliverer.usualPatience,
        alsoDueAt moment: Date? = nil
    ) throws -> Deliverer {
        try Deliverer(
            to: destination, system: destination.makeSystem(folder: ""),
            session: .loopback(destination, secret: secret, clock.clock), outbox: outbox.outbox,
            patience: patience, alsoDueAt: moment)
    }

    /// Run after run, a few hours apart, until each mention is told or dead.
    func runToTheEnd(_ outbox: MemoryOutbox) throws {
        for _ in 0..<20 where outbox.deliveries.contains(where: \.isOpen) {
            do {
                try run(outbox)
            } catch is MemoryOutbox.Killed {
                outbox.stepsLeft = nil
            }
            clock.advance(by: .seconds(6 * 3_600))
        }
    }
}
