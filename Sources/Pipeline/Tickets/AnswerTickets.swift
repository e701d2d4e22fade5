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
        let known = Dictionary(
            tracked.map { (Place(destination: $0.destination, key: $0.key), $0) }
        ) { first, _ in first }
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
            tickets[mention.id] = Self.ticket(of: plan, among: known)
        }
        return tickets
    }

    // MARK: - Private

    private struct Place: Hashable {
        let destination: TicketDestination.ID
        let key: String
    }

    private func byNumber(_ sequences: [Int64]) throws(StoreError) -> [Int64: HeardEntry] {
        Dictionary(
            try store.entries(numbered: Set(sequences).sorted()).map { ($0.sequence, $0) }
        ) { first, _ in first }
    }

    /// The latest ticket of its story.
    private static func ticket(of plan: TicketPlan, among known: [Place: TrackedTicket])
        -> Digest.AnswerTicket
    {
        var latest: TrackedTicket?
        var generation = 1
        while let next = known[
            Place(
                destination: plan.destination,
                key: TicketPlan.key(plan.firstKey, generation: generation))]
        {
            latest = next
            generation += 1
        }
        return Digest.AnswerTicket(
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
                ticket.ticket == nil ? .waiting : .open
            }
    }
}
