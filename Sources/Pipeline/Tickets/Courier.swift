import Foundation
import Model
import Storing
import Ticketing

/// Carries the deliveries of one destination, on a thread of its own: its requests block.
struct Courier: Sendable {
    let destination: TicketDestination
    let desk: TicketDesk
    let vault: Vault
    let policy: [TicketDestination.ID: AddressPolicy]
    let workspace: Workspace
    let clock: DeliveryClock

    func deliver(isCancelled: @escaping @Sendable () -> Bool) async
        -> Result<DeliveryCounts, RunError>
    {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    returning: Self.result {
                        let (system, session) = (system, try session())
                        var counts = try Deliverer(
                            to: destination, system: system, session: session,
                            outbox: desk.outbox(of: destination), isCancelled: isCancelled
                        ).deliver()
                        if counts.stopped == nil, !isCancelled() {
                            do {
                                counts.read = try desk.readBack(destination, system, session)
                            } catch let fault as DeliveryFault {
                                counts.unread = fault.reason
                            }
                        }
                        counts.requests = session.requests
                        return counts
                    })
            }
        }
    }

    /// What would become of these deliveries.
    func preview(_ deliveries: [TicketDelivery], isOffline: Bool) throws(RunError)
        -> [TicketPreview]
    {
        try Self.result {
            let system = system
            let session = try session()
            // Of those that are only planned, the ticket is not made yet.
            var begun: Set<Int64> = []
            var creates = 0
            return try deliveries.map { delivery in
                let isFirst = delivery.remote == nil && begun.insert(delivery.ticket).inserted
                let operation: TicketDelivery.Operation = isFirst ? .create : .comment
                let draft =
                    try delivery.savedDraft(for: operation)
                    ?? desk.draft(of: delivery, operation, to: destination)
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
                creates += 1
                if creates > destination.terms.maximumCreates {
                    preview.operation = .list
                    preview.why =
                        "more than max_creates_per_run (\(destination.terms.maximumCreates))"
                }
                return preview
            }
        }.get()
    }

    // MARK: - Private

    private var system: any TicketSystem {
        destination.makeSystem(
            folder: WorkspacePath.resolved(destination.address, in: workspace.path))
    }

    private func session() throws(WebFault) -> TicketSession {
        guard let policy = policy[destination.id] else {
            preconditionFailure("every destination has a policy")
        }
        let secret = destination.credentials.secret.flatMap(vault.secret) ?? ""
        guard destination.system.isRemote else {
            return TicketSession(destination: destination, secret: secret, clock: clock) {
                _, _ throws(WebFault) in throw .unsent("files are not asked over the network")
            }
        }
        if destination.system == .email {
            let client = try MailClient(
                MailClient.Settings(
                    address: destination.address, policy: policy,
                    timeout: destination.terms.timeout, user: destination.credentials.user,
                    password: secret))
            return TicketSession(
                destination: destination, secret: secret, clock: clock,
                mail: { message throws(MailFault) in try client.send(message) },
                send: { _, _ throws(WebFault) in throw .unsent("a mailbox answers nothing") })
        }
        let client = try WebClient(
            WebClient.Settings(
                address: destination.address, policy: policy, timeout: destination.terms.timeout,
                userAgent: "Earshot/\(ProgramVersion.current)"))
        return TicketSession(
            destination: destination, secret: secret, clock: clock
        ) { request, lines throws(WebFault) in
            try client.send(request, authorization: lines)
        }
    }

    private static func result<Value>(_ body: () throws -> Value) -> Result<Value, RunError> {
        do {
            return .success(try body())
        } catch let error as StoreError {
            return .failure(.store(error))
        } catch let error as WebFault {
            return .failure(.bug("no client for tickets: \(error)"))
        } catch {
            return .failure(.bug("\(error)"))
        }
    }
}
