import Foundation
import Model

@testable import Ticketing

/// An outbox in memory, which can end the process that keeps to it at any step.
final class MemoryOutbox {
    /// What an ended process does: nothing more.
    struct Killed: Error {}

    var deliveries: [TicketDelivery]
    /// Steps kept before the process ends; `nil` for never.
    var stepsLeft: Int?
    private(set) var steps = 0
    /// Whether the step at which it ends is kept.
    var isLastStepKept = true
    /// What happens beside, just before something is claimed.
    var beforeClaims: (() -> Void)?

    /// - Parameter stories: how many mentions each story has.
    init(
        stories: [Int], destination: TicketDestination.ID, subject: String = "Story",
        prefix: String = "earshot", priority: String = "4"
    ) {
        var all: [TicketDelivery] = []
        for (story, mentions) in stories.enumerated() {
            for _ in 0..<mentions {
                let id = Int64(all.count + 1)
                all.append(
                    TicketDelivery(
                        id: id, ticket: Int64(story + 1), destination: destination,
                        key: "\(prefix)-story-\(story + 1)", entry: id, createdAt: .start))
            }
        }
        deliveries = all
        subjects = subject
        self.priority = priority
    }

    private let subjects: String
    private let priority: String
    /// As tickets are, and notices are not.
    var canBeginAnew = true
    /// Whether all mentions of a story say the same, so that a comment tells of those behind it.
    var hasReprints = false

    var outbox: Outbox {
        Outbox(
            due: { [self] after, now in
                Array(
                    deliveries.filter { delivery in
                        delivery.id > after && delivery.isOpen && (delivery.notBefore ?? now) <= now
                            && !deliveries.contains {
                                $0.ticket == delivery.ticket && $0.id < delivery.id
                                    && ($0.isOpen || $0.state == .dead)
                            }
                    }.prefix(50))
            },
            claim: { [self] in try claim($0) },
            save: { [self] in try save($0) },
            waiting: { [self] in deliveries.count(where: \.isOpen) },
            beginAnew: canBeginAnew ? { [self] delivery, _ in beginAnew(delivery) } : nil,
            draft: { [self] delivery, operation in
                var draft = TicketDraft.sample(delivery, subject: subjects, priority: priority)
                guard hasReprints, operation == .comment, delivery.lastSentAt == nil else {
                    return draft
                }
                let copies = deliveries.filter { $0.isNew(behind: delivery) }
                draft.told = copies.map(\.id)
                draft.toldIdentities = copies.map { TicketDraft.identity(of: $0.id) }
                return draft
            },
            summarize: { [self] now in try summarize(now) })
    }

    /// As a person who looked there does; the ticket is known by our key.
    func drop(_ id: Int64, hasArrived: Bool) {
        guard let ticket = deliveries.first(where: { $0.id == id })?.ticket else { return }
        for place in deliveries.indices where deliveries[place].ticket == ticket {
            if deliveries[place].id == id { deliveries[place].state = .dropped }
            if hasArrived { deliveries[place].remote = RemoteTicket(id: deliveries[place].key) }
        }
    }

    /// Something was sent for it once, and was not taken.
    func noteAttempt(at id: Int64) {
        for place in deliveries.indices where deliveries[place].id == id {
            deliveries[place].attempts = 1
        }
    }

    /// As is done where a post of their story is forgotten, or says something else.
    func takeBackWhatIsWritten() {
        for place in deliveries.indices where deliveries[place].isOpen {
            deliveries[place].content = nil
            deliveries[place].claim += 1
        }
    }

    /// As another process does that sends them.
    func claimAll() {
        for place in deliveries.indices { deliveries[place].claim += 1 }
    }

    func retryDead() {
        for place in deliveries.indices where deliveries[place].state == .dead {
            deliveries[place].state = .pending
            deliveries[place].content = nil
        }
    }

    // MARK: - Private

    private func claim(_ delivery: TicketDelivery) throws -> Int64? {
        beforeClaims?()
        var claimed = delivery
        claimed.claim += 1
        return try step(delivery.claim, claimed) ? claimed.claim : nil
    }

    private func save(_ delivery: TicketDelivery) throws -> Bool {
        try step(delivery.claim, delivery)
    }

    /// - Parameter claim: that it was read under.
    private func step(_ claim: Int64, _ delivery: TicketDelivery) throws -> Bool {
        guard deliveries.contains(where: { $0.id == delivery.id && $0.claim == claim }) else {
            return false
        }
        steps += 1
        let isLast = stepsLeft == steps
        if !isLast || isLastStepKept { keep(delivery) }
        if isLast { throw Killed() }
        return true
    }

    private func keep(_ delivery: TicketDelivery) {
        for place in deliveries.indices {
            if deliveries[place].id == delivery.id { deliveries[place] = delivery }
            if deliveries[place].ticket == delivery.ticket, delivery.state == .delivered {
                deliveries[place].remote = delivery.remote
                guard delivery.told.contains(deliveries[place].id) else { continue }
                deliveries[place].state = .delivered
                deliveries[place].claim += 1
            }
        }
    }

    private func beginAnew(_ delivery: TicketDelivery) {
        for (place, old) in deliveries.enumerated()
        where old.ticket == delivery.ticket && old.id >= delivery.id {
            deliveries[place] = TicketDelivery(
                id: old.id, ticket: old.ticket + 1_000, destination: old.destination,
                key: old.key + "-2", entry: old.entry, createdAt: old.createdAt)
        }
    }

    private func summarize(_ now: Date) throws -> (list: TicketDelivery, mentions: Int)? {
        let waiting = deliveries.indices.filter {
            deliveries[$0].state == .pending && deliveries[$0].remote == nil
                && deliveries[$0].attempts == 0
        }
        guard let last = deliveries.last, !waiting.isEmpty else { return nil }
        for place in waiting { deliveries[place].state = .summarized }
        let summary = TicketDelivery(
            id: last.id + 1, ticket: last.id + 1_000, destination: last.destination,
            key: "earshot-summary", entry: nil, operation: .create,
            content: try TicketDraft.sample(last, subject: "\(waiting.count) more").encoded(),
            createdAt: now)
        deliveries.append(summary)
        return (summary, waiting.count)
    }
}

extension TicketDelivery {
    var isOpen: Bool { [.pending, .sending, .unclear].contains(state) }

    /// Whether it stands behind another one of its ticket and was never begun.
    func isNew(behind other: TicketDelivery) -> Bool {
        ticket == other.ticket && id > other.id && state == .pending && lastSentAt == nil
    }
}

extension TicketDraft {
    static func sample(
        _ delivery: TicketDelivery, subject: String, priority: String = "4"
    ) -> TicketDraft {
        TicketDraft(
            key: delivery.key, subject: "\(subject) \(delivery.ticket)", body: "Zażółć gęślą jaźń",
            severity: .high, priority: priority, tags: ["complaint"], fields: [],
            facts: [.number: String(delivery.id)],
            identity: identity(of: delivery.id))
    }

    static func identity(of delivery: Int64) -> String {
        "earshot-\(String(delivery + 1_000_000_000_000).suffix(12))"
    }
}

extension Date {
    static let start = Date(timeIntervalSince1970: 1_795_348_800)
}
