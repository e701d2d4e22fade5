import Foundation
import Model
import Storing
import Ticketing

/// Carries the tickets of one destination.
struct Courier: Sendable {
    let route: DeliveryRoute
    let desk: TicketDesk
    let workspace: Workspace
    /// The moment of the run, by which the lines of files are dated.
    let now: Date
    private var destination: TicketDestination { route.destination }

    func deliver(isCancelled: @escaping @Sendable () -> Bool) async -> Carried {
        await Carried.onThread {
            let system = system
            var changed: Set<String> = []
            return route.carry(
                system, desk.outbox(of: destination), isCancelled: isCancelled,
                lookFirst: { session in
                    // A ticket that was closed since the last run is to be opened again.
                    guard try desk.isAwaited(at: destination) else { return }
                    do {
                        changed = try desk.readBack(destination, system, session)
                    } catch is DeliveryFault {
                        // It is asked once more at the end, and reported there.
                    }
                },
                readBack: { session, counts in
                    defer { counts.read = changed.count }
                    do {
                        changed.formUnion(try desk.readBack(destination, system, session))
                        changed.formUnion(
                            try desk.askForSilent(
                                destination, system, session, besides: changed))
                    } catch let fault as DeliveryFault {
                        counts.unread = fault.reason
                    }
                })
        }
    }

    /// What would become of these deliveries.
    func preview(
        _ deliveries: [(delivery: TicketDelivery, previous: RemoteTicket?)], isOffline: Bool
    ) throws(RunError) -> [TicketPreview] {
        do {
            let system = system
            let session = try route.session()
            // Of those that are only planned, the ticket is not made yet.
            var begun: Set<Int64> = []
            var creates = 0
            // The gravest are sent first, and of those one after the other.
            let ordered = deliveries.sorted { one, other in
                let severities = (
                    one.delivery.severity ?? .critical, other.delivery.severity ?? .critical
                )
                return severities.0 == severities.1
                    ? one.delivery.id < other.delivery.id : severities.0 > severities.1
            }
            let byTicket = Dictionary(grouping: ordered.map(\.delivery), by: \.ticket)
            var told: Set<Int64> = []
            return try ordered.compactMap { delivery, previous -> TicketPreview? in
                guard !told.contains(delivery.id) else { return nil }
                let isFirst = delivery.remote == nil && begun.insert(delivery.ticket).inserted
                let operation: TicketDelivery.Operation = isFirst ? .create : .comment
                let draft =
                    try delivery.savedDraft(for: operation)
                    ?? desk.draft(
                        of: delivery, operation, to: destination, after: previous,
                        before: byTicket[delivery.ticket, default: []].filter {
                            $0.isNew(behind: delivery) && !told.contains($0.id)
                        })
                told.formUnion(draft.told ?? [])
                var preview = TicketPreview(
                    operation: operation == .create ? .create : .comment,
                    destination: destination.id, key: delivery.key, why: nil, draft: draft)
                guard operation == .create else { return preview }
                if !isOffline, system.canFind {
                    do {
                        if let found = try system.find(delivery.key, session) {
                            preview.operation = .skip
                            preview.why = "it is there already: \(found.address ?? found.id)"
                            return preview
                        }
                    } catch {
                        preview.why = "it could not be looked for: \(error.reason)"
                    }
                }
                // A list is what the limit leads to.
                guard delivery.entry != nil else { return preview }
                creates += 1
                if creates > destination.terms.maximumCreates {
                    preview.operation = .list
                    preview.why =
                        "more than max_creates_per_run (\(destination.terms.maximumCreates))"
                }
                return preview
            }
        } catch {
            throw RunError(ofDelivery: error)
        }
    }

    // MARK: - Private

    private var system: any TicketSystem {
        destination.makeSystem(
            folder: WorkspacePath.resolved(destination.address, in: workspace.path), now: now)
    }
}

extension TicketDelivery {
    /// Whether it stands behind another one, of the same ticket, and was never begun.
    fileprivate func isNew(behind other: TicketDelivery) -> Bool {
        id > other.id && state == .pending && lastSentAt == nil && entry != nil
    }
}
