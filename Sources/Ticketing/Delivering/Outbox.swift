package import Foundation
package import Model

/// What `Deliverer` asks of whoever stores the outbox.
///
/// When a call returns, its effect is stored.
package struct Outbox {
    /// Deliveries that may be begun at a moment, in order, with numbers above the one given; only the
    /// first of each ticket.
    package let due: (_ after: Int64, _ now: Date) throws -> [TicketDelivery]
    /// Claims a delivery for sending and stores it as it is now.
    ///
    /// Returns the number of the claim, `nil` if somebody else has it.
    package let claim: (TicketDelivery) throws -> Int64?
    /// Stores a delivery as it is now, together with its ticket's place in the system.
    ///
    /// Returns `false`, and stores nothing, if somebody else has it by now.
    package let save: (TicketDelivery) throws -> Bool
    /// How many deliveries are not over, and need nobody but us.
    package let waiting: () throws -> Int
    /// Moves a delivery, and those behind it, to a new ticket, since the present one takes nothing
    /// more; `nil` where nothing is ever added to what was sent.
    package let beginAnew: ((_ delivery: TicketDelivery, _ isGone: Bool) throws -> Void)?
    /// Writes what is to be sent.
    package let draft: (TicketDelivery, TicketDelivery.Operation) throws -> TicketDraft
    /// Makes one ticket of all deliveries that are due and have none yet, and marks them as listed in
    /// it.
    ///
    /// Returns `nil` when there is none left.
    package let summarize: (_ now: Date) throws -> (list: TicketDelivery, mentions: Int)?

    package init(
        due: @escaping (_ after: Int64, _ now: Date) throws -> [TicketDelivery],
        claim: @escaping (TicketDelivery) throws -> Int64?,
        save: @escaping (TicketDelivery) throws -> Bool,
        waiting: @escaping () throws -> Int,
        beginAnew: ((_ delivery: TicketDelivery, _ isGone: Bool) throws -> Void)?,
        draft: @escaping (TicketDelivery, TicketDelivery.Operation) throws -> TicketDraft,
        summarize: @escaping (_ now: Date) throws -> (list: TicketDelivery, mentions: Int)?
    ) {
        self.due = due
        self.claim = claim
        self.save = save
        self.waiting = waiting
        self.beginAnew = beginAnew
        self.draft = draft
        self.summarize = summarize
    }
}
