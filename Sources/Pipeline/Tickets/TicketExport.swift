package import Foundation
package import Model
package import Ticketing
import Storing
import Synchronization

/// Hands mentions over to the ticket systems: `earshot export`, and the end of a run.
package struct TicketExport: Sendable {
    package struct Options: Sendable {
        package var now: Date
        /// `nil` for all.
        package var destination: TicketDestination.ID?
        /// Considers what was said from then on once more.
        package var since: Date?
        package var clock: DeliveryClock

        package init(
            now: Date, destination: TicketDestination.ID? = nil, since: Date? = nil,
            clock: DeliveryClock = .system
        ) {
            self.now = now
            self.destination = destination
            self.since = since
            self.clock = clock
        }
    }

    private let workspace: Workspace
    private let options: Options

    package init(workspace: Workspace, options: Options) {
        self.workspace = workspace
        self.options = options
    }

    /// - Throws: `RunError` before anything is sent for wrong rules, a missing secret or a held lock;
    ///   what single systems do is in the report.
    package func execute() async throws(RunError) -> TicketReport {
        let configuration = try workspace.load()
        try checkTickets(configuration)
        try Archive.check(isThere: workspace)
        let lock = try RunLock(path: workspace.lockPath)
        defer { withExtendedLifetime(lock) {} }
        let store = try storing { () throws(StoreError) in
            try Store(path: workspace.archivePath)
        }
        if let since = options.since {
            try storing { () throws(StoreError) in try store.reconsiderTickets(since: since) }
        }
        let report = try await deliver(store: store, configuration: configuration)
        try storing { () throws(StoreError) in try store.checkpoint() }
        guard let report else { preconditionFailure("tickets were checked to be asked for") }
        return report
    }

    /// Decides and delivers under the lock of whoever calls.
    ///
    /// - Returns: `nil` where the rules ask for no tickets.
    func deliver(store: Store, configuration: Configuration) async throws(RunError)
        -> TicketReport?
    {
        guard let tickets = configuration.rules.routing.tickets,
            let desk = TicketDesk(store: store, configuration: configuration, now: options.now)
        else {
            try storing { () throws(StoreError) in try store.dropTicketCandidates() }
            return nil
        }
        let vault = try Self.vault(tickets, workspace)
        let planned = try storing { () throws(StoreError) in
            try store.planTickets(now: options.now, desk.plan)
        }
        let policy = try Self.policy(tickets)
        let wanted = tickets.destinations.filter {
            options.destination == nil || $0.id == options.destination
        }
        var counts: [DeliveryCounts] = []
        for result in await results(of: wanted, desk: desk, vault: vault, policy: policy) {
            counts.append(try result.get())
        }
        let dead = try storing { () throws(StoreError) in
            try store.deliveries(in: .tickets, standing: [.dead], limit: Self.deadShown)
        }
        return TicketReport(
            planned: planned, destinations: counts.sorted { $0.destination < $1.destination },
            dead: dead.map(TicketReport.Dead.init))
    }

    /// What an export would do now, a line an operation; nothing is kept, and nothing sent but
    /// questions.
    ///
    /// - Parameter isOffline: not even those.
    package func preview(isOffline: Bool) throws(RunError) -> [TicketPreview] {
        let configuration = try workspace.load()
        try checkTickets(configuration)
        try Archive.check(isThere: workspace)
        let lock = try RunLock(path: workspace.lockPath)
        defer { withExtendedLifetime(lock) {} }
        let store = try storing { () throws(StoreError) in
            try Store(path: workspace.archivePath)
        }
        guard let tickets = configuration.rules.routing.tickets,
            let desk = TicketDesk(store: store, configuration: configuration, now: options.now)
        else { return [] }
        let vault = try Self.vault(tickets, workspace)
        let policy = try Self.policy(tickets)
        let open = try storing { () throws(StoreError) in
            try store.previewTickets(now: options.now, desk.plan)
        }
        var lines: [TicketPreview] = []
        for destination in tickets.destinations
        where options.destination == nil || destination.id == options.destination {
            let courier = Courier(
                destination: destination, desk: desk, vault: vault, policy: policy,
                workspace: workspace, clock: options.clock)
            lines += try courier.preview(
                open.filter { $0.destination == destination.id }, isOffline: isOffline)
        }
        return lines
    }

    /// - Throws: every secret of a destination that is missing or cannot be sent, together.
    static func checkSecrets(_ configuration: Configuration, _ workspace: Workspace)
        throws(RunError)
    {
        guard let tickets = configuration.rules.routing.tickets else { return }
        _ = try vault(tickets, workspace)
    }

    // MARK: - Private

    private static let deadShown = 100

    private func checkTickets(_ configuration: Configuration) throws(RunError) {
        guard let tickets = configuration.rules.routing.tickets else {
            throw .badInput(
                "rules/routing.yaml asks for no tickets; write 'tickets:' with destinations and "
                    + "routes there")
        }
        if let wanted = options.destination,
            !tickets.destinations.contains(where: { $0.id == wanted })
        {
            throw .badInput(
                "there is no destination '\(wanted)'; there are "
                    + tickets.destinations.map(\.id.value).joined(separator: ", "))
        }
    }

    private static func vault(_ tickets: TicketRules, _ workspace: Workspace) throws(RunError)
        -> Vault
    {
        try Vault(
            tickets.destinations.compactMap { destination in
                destination.credentials.secret.map { (destination.id.value, $0) }
            }, workspace: workspace)
    }

    private static func policy(_ tickets: TicketRules) throws(RunError) -> [TicketDestination.ID:
        AddressPolicy]
    {
        let allowed = tickets.allowedNetworks.compactMap(Network.init)
        precondition(
            allowed.count == tickets.allowedNetworks.count, "the rules are checked when loaded")
        return Dictionary(
            tickets.destinations.map { destination in
                let parts = URLComponents(string: destination.address)
                let port = parts?.port ?? (parts?.scheme == "http" ? 80 : 443)
                // That a system runs on this machine is written by its operator, not by a stranger.
                let isLocal = AddressPolicy.isLoopback(host: parts?.host ?? "")
                return (
                    destination.id,
                    AddressPolicy(
                        allowedNetworks: allowed + (isLocal ? AddressPolicy.loopback : []),
                        allowedPorts: [port])
                )
            }
        ) { first, _ in first }
    }

    /// All destinations at once: one that is slow holds up none but itself.
    private func results(
        of destinations: [TicketDestination], desk: TicketDesk, vault: Vault,
        policy: [TicketDestination.ID: AddressPolicy]
    ) async -> [Result<DeliveryCounts, RunError>] {
        let cancellation = Cancellation()
        return await withTaskCancellationHandler {
            await withTaskGroup(of: Result<DeliveryCounts, RunError>.self) { group in
                for destination in destinations {
                    let courier = Courier(
                        destination: destination, desk: desk, vault: vault, policy: policy,
                        workspace: workspace, clock: options.clock)
                    group.addTask {
                        await courier.deliver { cancellation.isDone }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        } onCancel: {
            cancellation.isDone = true
        }
    }
}

/// Tells threads, which know nothing of tasks, that theirs was cancelled.
private final class Cancellation: Sendable {
    private let state = Mutex(false)

    var isDone: Bool {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
