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
            var reading = ChangeReading(of: destination, desk: desk)
            return route.carry(
                system, desk.outbox(of: destination), isCancelled: isCancelled,
                lookFirst: { session in
                    // A ticket that was closed since the last run is to be opened again.
                    guard try desk.isAwaited(at: destination) else { return }
                    do {
                        _ = try reading.read(system, session, isLast: false)
                    } catch is DeliveryFault {
                        // Tickets are asked for once more at the end, and this is reported there.
                    }
                },
                readBack: { session, counts in
                    do {
                        counts.unread = try reading.read(system, session, isLast: true)
                    } catch let fault as DeliveryFault {
                        counts.unread = fault.reason
                    }
                    counts.read = reading.changed.count
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
            let ordered = deliveries.sorted { $0.delivery.isSent(before: $1.delivery) }
            let byTicket = Dictionary(grouping: ordered.map(\.delivery), by: \.ticket)
            // Of those that are only planned, the ticket is not made yet.
            var begun: Set<Int64> = []
            var told: Set<Int64> = []
            var creates = 0
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
                    operation: isFirst ? .create : .comment, destination: destination.id,
                    key: delivery.key, why: nil, draft: draft)
                guard isFirst else { return preview }
                if !isOffline { preview.look(for: delivery.key, in: system, session) }
                // A list is what the limit leads to.
                guard preview.operation == .create, delivery.entry != nil else { return preview }
                creates += 1
                let limit = destination.terms.maximumCreates
                if creates > limit {
                    preview.operation = .list
                    preview.why = "more than max_creates_per_run (\(limit))"
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

extension TicketPreview {
    /// Notes whether the ticket is there already, where its system can be asked.
    fileprivate mutating func look(
        for key: String, in system: any TicketSystem, _ session: TicketSession
    ) {
        guard system.canFind else { return }
        do {
            guard let found = try system.find(key, session) else { return }
            operation = .skip
            why = "it is there already: \(found.address ?? found.id)"
        } catch {
            why = "it could not be looked for: \(error.reason)"
        }
    }
}

extension TicketDelivery {
    /// The most severe are sent first, and those of one severity in their order.
    fileprivate func isSent(before other: TicketDelivery) -> Bool {
        let (mine, its) = (severity ?? .critical, other.severity ?? .critical)
        return mine == its ? id < other.id : mine > its
    }

    /// Whether it stands behind another one, of the same ticket, and was never begun.
    fileprivate func isNew(behind other: TicketDelivery) -> Bool {
        id > other.id && state == .pending && lastSentAt == nil && entry != nil
    }
}
