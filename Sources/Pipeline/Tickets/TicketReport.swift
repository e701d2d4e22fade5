import Foundation
package import Model

/// What an export did.
package struct TicketReport: Sendable, Codable {
    /// A delivery that needs somebody.
    package struct Dead: Sendable, Codable {
        package let id: Int64
        package let destination: TicketDestination.ID
        package let key: String
        package let entry: Int64?
        /// Where an agent opens its ticket, if there is one already.
        package let address: String?
        package let reason: String

        init(_ delivery: TicketDelivery) {
            id = delivery.id
            destination = delivery.destination
            key = delivery.key
            entry = delivery.entry
            address = delivery.remote?.address
            reason = delivery.reason ?? ""
        }
    }

    /// Mentions that the rules made tickets or comments of.
    package let planned: Int
    package let destinations: [DeliveryCounts]
    /// The first of them.
    package let dead: [Dead]
    /// How many there are; absent where `dead` has them all.
    package let deadTotal: Int?
    /// What of ours put an end to a delivery; not part of the report, it decides on the exit code.
    package private(set) var failure: RunError?

    /// How long it waited, at the most for one destination, for what was due soon; not part of the
    /// report either.
    private(set) var waited = Duration.zero
    /// How long it was busy, at the most with one destination; not part of the report either.
    private(set) var took = Duration.zero
    /// When what each put off is due; not part of the report.
    private(set) var nextMoments: [TicketDestination.ID: Date] = [:]
    /// Those that nothing was ever meant for, as one that has just come into the rules, where somebody
    /// exports by hand; not part of the report.
    var unused: Set<TicketDestination.ID> = []

    private enum CodingKeys: CodingKey {
        case planned, destinations, dead, deadTotal
    }

    package init(
        planned: Int, destinations: [DeliveryCounts], dead: [Dead], deadTotal: Int? = nil
    ) {
        self.planned = planned
        self.destinations = destinations
        self.dead = dead
        self.deadTotal = deadTotal.flatMap { $0 > dead.count ? $0 : nil }
    }

    init(planned: Int, _ carried: [Carried], dead: [TicketDelivery], deadTotal: Int) {
        self.init(
            planned: planned,
            destinations: carried.map(\.counts).sorted { $0.destination < $1.destination },
            dead: dead.map(Dead.init), deadTotal: deadTotal)
        failure = carried.lazy.compactMap(\.failure).first
        for destination in carried {
            nextMoments[destination.counts.destination] = destination.nextMoment
        }
        waited = carried.map(\.waited).max() ?? .zero
        took = carried.map(\.took).max() ?? .zero
    }

    /// This and what was done before it in the same run, in one.
    func behind(_ earlier: TicketReport) -> TicketReport {
        let before = Dictionary(earlier.destinations.map { ($0.destination, $0) }) { first, _ in
            first
        }
        var report = TicketReport(
            planned: earlier.planned + planned,
            destinations: destinations.map { counts in
                before[counts.destination].map { counts.behind($0) } ?? counts
            }, dead: dead, deadTotal: deadTotal)
        report.failure = failure ?? earlier.failure
        return report
    }

    /// For people, a line a destination and a line a delivery that needs one of them.
    ///
    /// - Parameter command: that looks after what is dead.
    package func text(style: TerminalStyle, command: String = "tickets") -> String {
        var lines = destinations.map { counts in
            counts.line(
                isUnused: unused.contains(counts.destination), style: style, command: command)
        }
        lines += dead.map { dead in
            style.bad("✗ ") + "\(dead.id) \(dead.destination) "
                + "\(dead.address ?? dead.key): \(dead.reason)".withoutControls
        }
        if let deadTotal {
            lines.append(
                "… and \(deadTotal - dead.count) more; `earshot \(command) show --state dead` lists "
                    + "them")
        }
        if !dead.isEmpty {
            lines.append(
                "`earshot \(command) retry ID` once it is mended, or `earshot \(command) drop ID`")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension DeliveryCounts {
    /// - Parameter isUnused: whether nothing was ever meant for it.
    fileprivate func line(isUnused: Bool, style: TerminalStyle, command: String) -> String {
        var parts: [String] = []
        func tell(_ count: Int, _ what: String) {
            if count > 0 { parts.append("\(count) \(what)") }
        }
        tell(created, command == "send" ? "sent" : "created")
        tell(commented, "commented")
        tell(reopened ?? 0, "opened again")
        tell(found, "there already")
        tell(summarized, "listed in one ticket")
        tell(waiting, "waiting" + (stopped == nil ? cause(command: command) : ""))
        tell(dead, "given up")
        if let refusedAddresses {
            parts.append("refused for \(refusedAddresses.joined(separator: "; ").withoutControls)")
        }
        if let stillClosed {
            parts.append(
                "told of something new but still closed: "
                    + stillClosed.joined(separator: "; ").withoutControls)
        }
        if let unread {
            parts.append("their state could not be read: \(unread.withoutControls)")
        }
        let idle = isUnused ? Self.newness : "nothing to do"
        let text = parts.isEmpty ? idle : parts.joined(separator: ", ")
        let stop = stopped.map { style.bad(" – stopped: \($0.withoutControls)") } ?? ""
        return "\(destination): \(text)\(stop)"
    }

    private static let newness =
        "nothing yet; `earshot export --since DAY` considers what was heard before it was in the rules"

    /// What deliveries wait for; where the destination was stopped, its reason says it.
    private func cause(command: String) -> String {
        waitingFor.map { " for the next run (\($0.withoutControls))" }
            ?? " (`earshot \(command) show` says for what)"
    }
}
