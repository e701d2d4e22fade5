import Foundation
import Model
import Storing

/// Says which tickets there are, or will be, of what a digest says needs an answer.
struct AnswerTickets: Sendable {
    private let store: Store
    private let desk: TicketDesk

    /// - Parameter now: the end of the digest's window.
    /// - Returns: `nil` where the rules ask for no tickets.
    init?(store: Store, configuration: Configuration, now: Date) {
        guard let desk = TicketDesk(store: store, configuration: configuration, now: now) else {
            return nil
        }
        self.store = store
        self.desk = desk
    }

    /// - Parameter tracked: those that the archive knows.
    func tickets(
        of digest: Digest, tracked: [TrackedTicket]
    ) throws(StoreError) -> [ListedMention.ID: Digest.AnswerTicket] {
        let latest = Dictionary(
            tracked.map { (Place(destination: $0.destination, firstKey: $0.firstKey), $0) }
        ) { $0.generation < $1.generation ? $1 : $0 }
        let asked = Set(digest.needsAnswer.items.map(\.mention))
        let mentions = digest.mentions.items.filter { asked.contains($0.id) }
        let entries = try byNumber(mentions.map(\.sequence))
        let firsts = try byNumber(entries.values.map(\.story.id))
        var tickets: [ListedMention.ID: Digest.AnswerTicket] = [:]
        for mention in mentions {
            guard let entry = entries[mention.sequence],
                // Of a story whose first entry is forgotten, the one at hand begins it.
                let plan = desk.plan(entry, first: firsts[entry.story.id] ?? entry)
            else { continue }
            let place = Place(destination: plan.destination, firstKey: plan.firstKey)
            tickets[mention.id] = Self.ticket(of: plan, latest: latest[place])
        }
        return tickets
    }

    // MARK: - Private

    private struct Place: Hashable {
        let destination: TicketDestination.ID
        /// Of the story's first ticket; those that came when it did again are told apart by a number.
        let firstKey: String
    }

    private func byNumber(_ sequences: [Int64]) throws(StoreError) -> [Int64: HeardEntry] {
        Dictionary(
            try store.entries(numbered: Set(sequences).sorted()).map { ($0.sequence, $0) }
        ) { first, _ in first }
    }

    /// - Parameter latest: of its story, the ticket that came last; an older one may be long forgotten.
    private static func ticket(of plan: TicketPlan, latest: TrackedTicket?) -> Digest.AnswerTicket {
        Digest.AnswerTicket(
            destination: plan.destination, key: latest?.key ?? plan.firstKey,
            state: latest.map(Digest.AnswerTicket.State.init) ?? .planned,
            address: latest?.ticket?.address)
    }
}

extension Digest.AnswerTicket.State {
    fileprivate init(_ ticket: TrackedTicket) {
        self =
            if ticket.phase == .closed || ticket.phase == .gone {
                .closed
            } else if ticket.firstResponseAt != nil {
                .answered
            } else {
                ticket.ticket == nil ? .waiting : ticket.phase == nil ? .handedOver : .open
            }
    }
}
