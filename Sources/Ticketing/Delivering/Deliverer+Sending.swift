import Foundation
import Model

/// One ticket, or one comment on it: looked for, begun, sent, and kept as delivered.
extension Deliverer {
    /// Another process has taken what this one was about to send, or to keep.
    struct Overtaken: Error {}

    /// A comment is told, and its ticket may be closed still.
    struct Unopened: Error {
        let fault: DeliveryFault
    }

    func create(_ draft: TicketDraft, _ delivery: inout TicketDelivery) throws {
        if system.canFind, var found = try system.find(draft.key, session) {
            found.wasFound = true
            counts.found += 1
            return try finish(&delivery, as: found)
        }
        try holdIfUnsure(delivery)
        try begin(&delivery)
        let ticket = try system.create(draft, session)
        FaultPoint.afterSending.pass()
        // A list is what the limit leads to.
        if delivery.entry != nil { creates += 1 }
        setbacks.noteTicket()
        if ticket.wasFound { counts.found += 1 } else { counts.created += 1 }
        if !ticket.wasFound { made.insert(ticket.id) }
        try finish(&delivery, as: ticket)
    }

    /// - Parameter isWritten: whether it was written before, and may have been sent as it is.
    func comment(_ draft: TicketDraft, _ delivery: inout TicketDelivery, isWritten: Bool) throws {
        guard let told = delivery.remote else { return }
        let ticket = system.isHere(told) ? told : try elsewhere(told, of: draft)
        if mayHave(draft, delivery, ticket),
            try system.hasComment(draft, on: ticket, session) == true
        {
            // What else was told with it is found by marks of its own.
            if !isWritten {
                delivery.told = []
                foundOtherwise.insert(ticket.id)
            }
            // A comment that was sent, but of which a restored archive knows nothing, was dealt with
            // long ago.
            if wasSent(delivery) {
                setbacks.noteSuccess(of: .comment)
                try reopen(ticket, of: delivery)
            }
            return try finish(&delivery, as: ticket)
        }
        try holdIfUnsure(delivery)
        try begin(&delivery)
        try system.tell(draft, to: ticket, foundBy: draft.key, session)
        FaultPoint.afterSending.pass()
        counts.commented += 1
        setbacks.noteSuccess(of: .comment)
        try reopen(ticket, of: delivery)
        try finish(&delivery, as: ticket)
    }

    /// The ticket as it is known here, where its address is another one than ours have.
    ///
    /// - Throws: `gone` where there is none of its key, so that its story gets a new one.
    private func elsewhere(_ told: RemoteTicket, of draft: TicketDraft) throws -> RemoteTicket {
        if var ticket = try system.find(draft.key, session) {
            ticket.wasFound = told.wasFound
            return ticket
        }
        throw DeliveryFault.gone("\(told.address ?? told.id) is not in this system or project")
    }

    /// What was written before is sent again to the letter.
    func content(
        of delivery: inout TicketDelivery, _ operation: TicketDelivery.Operation
    ) throws -> TicketDraft {
        if let draft = try delivery.savedDraft(for: operation) { return draft }
        let draft = try outbox.draft(delivery, operation)
        delivery.operation = operation
        delivery.content = try draft.encoded()
        return draft
    }

    // MARK: - Private

    /// Opens a ticket again that is closed as far as we know, since nobody looks into a closed one.
    ///
    /// What the ticket was told stays there, whether or not it opens.
    ///
    /// - Throws: `Unopened` where it is unknown for now whether it opened, and `wait`. The comment is
    ///   found the next time, and opening is tried again for a day after it was sent.
    private func reopen(_ ticket: RemoteTicket, of delivery: TicketDelivery) throws {
        guard delivery.isClosed, !isFinal(delivery), !reopened.contains(ticket.id) else { return }
        let isRecent = clock.now() < (delivery.lastSentAt ?? .distantPast) + Self.longestOpening
        guard setbacks.mayOpen || !isRecent else { throw Unopened(fault: .unsent(Self.isLeft)) }
        do throws(DeliveryFault) {
            try system.reopen(ticket, session)
            setbacks.noteOpening(isAnswered: true)
            counts.reopened = (counts.reopened ?? 0) + 1
        } catch {
            setbacks.noteOpening(isAnswered: !error.isWithoutAnswer)
            switch error {
            case .wait: throw error
            case .unsent where isRecent, .unclear where isRecent: throw Unopened(fault: error)
            case .unsent(let reason), .unclear(let reason, _), .refused(let reason),
                .gone(let reason), .closed(let reason), .shut(let reason),
                .misfit(let reason), .barred(let reason), .partly(_, let reason),
                .unsure(let reason), .strayed(let reason):
                counts.stillClosed =
                    (counts.stillClosed ?? []) + ["\(ticket.address ?? ticket.id) (\(reason))"]
            }
        }
        reopened.insert(ticket.id)
    }

    private static let isLeft =
        "it was delivered; its closed ticket is opened by the next run, as the system did not "
        + "answer that for others"

    /// After this time later comments no longer wait for the ticket to open.
    private static let longestOpening: TimeInterval = 86_400

    /// Whether somebody has closed its ticket so that it stays closed.
    ///
    /// Request Tracker writes its states small, and others large; whoever names one need not know that.
    private func isFinal(_ delivery: TicketDelivery) -> Bool {
        guard let state = delivery.remoteState?.lowercased() else { return false }
        return destination.fields.finalStates.contains { $0.lowercased() == state }
    }

    private func wasSent(_ delivery: TicketDelivery) -> Bool {
        delivery.state != .pending || delivery.lastSentAt != nil
    }

    /// Whether a ticket may have a comment already: if the comment was sent, and on any ticket that was
    /// there before this run, since a restored archive does not know what was sent after it was backed
    /// up.
    private func mayHave(_ draft: TicketDraft, _ delivery: TicketDelivery, _ ticket: RemoteTicket)
        -> Bool
    {
        if wasSent(delivery) || foundOtherwise.contains(ticket.id) { return true }
        // Files know comments by numbers of entries, which begin again in a restored archive.
        return destination.system.isRemote && draft.identity != nil && !made.contains(ticket.id)
    }

    /// - Throws: `unsure` for what a killed process had begun, where nobody can be asked about it.
    private func holdIfUnsure(_ delivery: TicketDelivery) throws(DeliveryFault) {
        guard isHeldWhenUnsure, delivery.state != .pending else { return }
        throw .unsure("an earlier run ended while it was being sent")
    }

    /// Stores that it is about to be sent: from here on it may have been, whatever happens.
    private func begin(_ delivery: inout TicketDelivery) throws {
        FaultPoint.beforeBegun.pass()
        delivery.state = .sending
        delivery.attempts += 1
        delivery.lastSentAt = clock.now()
        // If this process ends, the delivery is not looked for before the system has finished with it.
        // If it cannot be looked for, a person is told at once.
        let start = clock.now()
        delivery.notBefore = isHeldWhenUnsure ? nil : start + settleTime
        guard let claim = try outbox.claim(delivery) else { throw Overtaken() }
        delivery.claim = claim
        FaultPoint.afterBegun.pass()
        // If this process slept meanwhile, another one may have taken the delivery over.
        guard clock.now() < start + settleTime / 2 else {
            throw DeliveryFault.unsent("it took the archive too long to keep that it is being sent")
        }
    }

    private func finish(_ delivery: inout TicketDelivery, as ticket: RemoteTicket) throws {
        delivery.state = .delivered
        delivery.remote = ticket
        delivery.notBefore = nil
        delivery.reason = nil
        try keep(delivery)
        FaultPoint.afterDelivered.pass()
    }
}
