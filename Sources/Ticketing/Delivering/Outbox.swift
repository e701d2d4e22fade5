package import Foundation
package import Model

/// What a delivery asks of whoever keeps the outbox.
///
/// Each call is over, and kept, when it returns.
package struct Outbox {
    /// Deliveries that may be begun at a moment, in order, of each ticket the first only, with numbers
    /// above the one given.
    package let due: (_ after: Int64, _ now: Date) throws -> [TicketDelivery]
    /// Takes a delivery to be sent and keeps it as it is now; the number that it is ours under, `nil`
    /// where somebody else has it.
    package let claim: (TicketDelivery) throws -> Int64?
    /// Keeps a delivery as it is now, and its ticket's place in the system with it; `false` where
    /// somebody else has it by now, and nothing is kept.
    package let save: (TicketDelivery) throws -> Bool
    /// How many deliveries are not over, and need nobody but us.
    package let waiting: () throws -> Int
    /// Has a delivery, and those behind it, told by a new ticket in place of the one they have, which
    /// takes nothing more; `nil` where nothing is added to what was sent.
    package let beginAnew: ((_ delivery: TicketDelivery, _ isGone: Bool) throws -> Void)?
    /// Writes what is to be sent.
    package let draft: (TicketDelivery, TicketDelivery.Operation) throws -> TicketDraft
    /// Makes one ticket of all that are due and have none yet, and marks them as told by it.
    ///
    /// `nil` when there is none left.
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
