package import Foundation
package import Model
package import Ticketing
import Storing

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

    /// - Throws: `RunError` before anything is sent for wrong rules or a held lock; what single systems
    ///   do is in the report, as is whose secret is missing.
    package func execute() async throws(RunError) -> TicketReport {
        let configuration = try workspace.load()
        try checkTickets(configuration)
        try Archive.check(isThere: workspace)
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        let store = try storing(Store(workspace.archive))
        if let since = options.since {
            try storing(store.reconsiderTickets(since: since))
        }
        let report = try await deliver(store: store, configuration: configuration)
        try storing(store.checkpoint())
        guard var report else { preconditionFailure("tickets were checked to be asked for") }
        if options.since == nil {
            let destinations = report.destinations.map(\.destination)
            report.unused = try storing { () throws(StoreError) in
                try unused(destinations, in: store)
            }
        }
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
            try storing(store.dropTicketCandidates())
            return nil
        }
        let planned = try storing { () throws(StoreError) in
            try store.closeDeliveries(in: .tickets, exceptTo: tickets.destinations.map(\.id)) {
                "'\($0)' is no destination of rules/routing.yaml any more; put it back and have this "
                    + "tried again, or drop it"
            }
            return try store.planTickets(now: options.now, desk.plan)
        }
        FaultPoint.afterPlanning.pass()
        let couriers = couriers(tickets, desk)
        let carried = await Cancellation.passingOn(to: couriers) { courier, isCancelled in
            await courier.deliver(isCancelled: isCancelled)
        }
        return TicketReport(
            planned: planned, carried,
            dead: try storing(
                store.deliveries(
                    in: .tickets, standing: [.dead], to: options.destination,
                    limit: Self.deadShown)),
            deadTotal: try storing(store.deadDeliveries(in: .tickets, to: options.destination)))
    }

    /// What an export would do now, a line an operation; nothing is kept, and nothing sent but
    /// questions.
    ///
    /// - Parameter isOffline: not even those.
    package func preview(isOffline: Bool) throws(RunError) -> [TicketPreview] {
        let configuration = try workspace.load()
        try checkTickets(configuration)
        try Archive.check(isThere: workspace)
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        let store = try storing(Store(workspace.archive))
        guard let tickets = configuration.rules.routing.tickets,
            let desk = TicketDesk(store: store, configuration: configuration, now: options.now)
        else { return [] }
        let couriers = couriers(tickets, desk)
        if let hindrance = couriers.lazy.compactMap(\.route.hindrance).first { throw hindrance }
        let open = try storing(
            store.previewTickets(now: options.now, since: options.since, desk.plan))
        var lines: [TicketPreview] = []
        for courier in couriers {
            lines += try courier.preview(
                open.filter { $0.delivery.destination == courier.route.destination.id },
                isOffline: isOffline)
        }
        return lines
    }

    /// Asks each destination what an export would ask it, and sends nothing but questions.
    ///
    /// It needs no archive, so that a new destination can be tried before the first run.
    package func check() async throws(RunError) -> TicketCheck {
        let configuration = try workspace.load()
        try checkTickets(configuration)
        guard let tickets = configuration.rules.routing.tickets else {
            preconditionFailure("tickets were checked to be asked for")
        }
        let routes = routes(tickets)
        let carried = await Cancellation.passingOn(to: routes) { route, isCancelled in
            await Carried.onThread {
                let system = route.destination.makeSystem(
                    folder: WorkspacePath.resolved(
                        route.destination.address, in: workspace.path), now: options.now)
                return route.check(system, isCancelled: isCancelled)
            }
        }
        return TicketCheck(carried, of: routes.map(\.destination))
    }

    // MARK: - Private

    private static let deadShown = 100

    private func meant(of tickets: TicketRules) -> [TicketDestination] {
        tickets.destinations.filter {
            options.destination == nil || $0.id == options.destination
        }
    }

    /// Those that nothing was ever meant for.
    private func unused(_ destinations: [TicketDestination.ID], in store: Store)
        throws(StoreError) -> Set<TicketDestination.ID>
    {
        var unused: Set<TicketDestination.ID> = []
        for destination in destinations {
            let any = try store.deliveries(in: .tickets, standing: nil, to: destination, limit: 1)
            if any.isEmpty { unused.insert(destination) }
        }
        return unused
    }

    private func couriers(_ tickets: TicketRules, _ desk: TicketDesk) -> [Courier] {
        routes(tickets).map {
            Courier(route: $0, desk: desk, workspace: workspace, now: options.now)
        }
    }

    /// To the destinations that are meant.
    private func routes(_ tickets: TicketRules) -> [DeliveryRoute] {
        let meant = meant(of: tickets)
        let vault = Vault(of: Set(meant.compactMap(\.credentials.secret)), workspace: workspace)
        return meant.map { destination in
            let secret = destination.credentials.secret
            return DeliveryRoute(
                to: destination, networks: tickets.allowedNetworks,
                secret: secret.flatMap(vault.secret) ?? "",
                complaint: secret.flatMap { vault.complaint(about: $0) },
                workspace: workspace, clock: options.clock)
        }
    }

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
}
