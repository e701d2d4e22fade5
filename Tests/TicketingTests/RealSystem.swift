import Foundation
import Model

@testable import Ticketing

/// A ticket system that really runs, as the environment describes it.
///
/// A test that needs one is skipped by name where there is none.
struct RealSystem {
    let destination: TicketDestination
    private let secret: String
    private let clock = TestClock()

    static func isThere(_ name: String) -> Bool { variables["\(name)_URL"] != nil }

    static let redmine = RealSystem(
        .redmine, "REDMINE", queue: variables["REDMINE_PROJECT"],
        type: variables["REDMINE_TRACKER_ID"], keyField: variables["REDMINE_CF_EXTERNAL_ID"])
    static let requestTracker = RealSystem(
        .requestTracker, "RT", queue: variables["RT_QUEUE"], keyField: "External ID",
        requester: "listening@our.example")
    static let roundup = roundup("ROUNDUP")
    /// Takes no key twice.
    static let strictRoundup = roundup("ROUNDUP_STRICT")
    /// The same, asked by a second person.
    static let agentOfStrictRoundup = roundup("ROUNDUP_STRICT", as: "AGENT")
    /// Takes few requests at once.
    static let slowRoundup = roundup("ROUNDUP_SLOW")

    private static func roundup(_ name: String, as user: String = "USER") -> RealSystem {
        RealSystem(
            .roundup, name, keyField: "external_id", user: variables["\(name)_\(user)"])
    }

    static let variables = ProcessInfo.processInfo.environment

    private init(
        _ system: TicketSystemName, _ name: String, queue: String? = nil, type: String? = nil,
        keyField: String?, requester: String? = nil, user: String? = nil
    ) {
        var fields = TicketDestination.Fields()
        fields.queue = queue
        fields.type = type
        fields.keyField = keyField
        fields.requester = requester
        var address = Self.variables["\(name)_URL"] ?? "http://127.0.0.1"
        if address.hasSuffix("/") { address.removeLast() }
        destination = TicketDestination(
            id: "real", system: system, address: address,
            credentials: TicketDestination.Credentials(user: user), fields: fields,
            terms: TicketDestination.Terms(requestsPerMinute: 1_000_000), place: .init(file: "test")
        )
        secret = Self.variables["\(name)_TOKEN"] ?? ""
    }

    var system: any TicketSystem { destination.makeSystem(folder: "") }

    /// - Parameters:
    ///   - secret: somebody else's, where it is not the exporter who asks.
    ///   - time: where a server really has to be waited for.
    ///   - before: called before each request is sent.
    ///   - after: called with each answer.
    func session(
        secret: String? = nil, time: DeliveryClock? = nil,
        before: @escaping (WebRequest) -> Void = { _ in },
        after: @escaping (WebAnswer) -> Void = { _ in }
    ) throws -> TicketSession {
        let client = try WebClient(
            WebClient.Settings(
                address: destination.address,
                policy: AddressPolicy(allowedNetworks: AddressPolicy.loopback, allowedPorts: []),
                timeout: .seconds(30), userAgent: "Earshot/test"))
        return TicketSession(
            destination: destination, secret: secret ?? self.secret, clock: time ?? clock.clock
        ) { request, lines throws(WebFault) in
            before(request)
            let answer = try client.send(request, authorization: lines)
            after(answer)
            return answer
        }
    }

    func deliver(_ outbox: MemoryOutbox, through session: TicketSession? = nil) throws
        -> DeliveryCounts
    {
        try Deliverer(
            to: destination, system: system, session: try session ?? self.session(),
            outbox: outbox.outbox
        ).deliver()
    }

    /// A draft with letters of three languages and everything that mark-up may trip over.
    func draft(_ key: String, number: Int = 1) -> TicketDraft {
        TicketDraft(
            key: key, subject: "Zażółć gęślą jaźń – ļoti slikti šodien 😡",
            body: "Sūdzība: \"Zefirnet\" nie działa {{x}} @nobody #1 <b>&</b> שלום\nŽēl. 😡",
            severity: .high, priority: nil, tags: [], fields: [],
            facts: [.number: String(number)])
    }
}
