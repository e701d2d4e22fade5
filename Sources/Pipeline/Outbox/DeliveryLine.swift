package import Foundation
package import Model

/// A delivery as `earshot tickets show` and `earshot send show` print it.
package struct DeliveryLine: Sendable, Codable {
    package let id: Int64
    package let destination: TicketDestination.ID
    package let key: String
    /// The number of the entry.
    package let entry: Int64?
    package let state: TicketDelivery.State
    package let operation: TicketDelivery.Operation?
    package let attempts: Int
    package let notBefore: Date?
    package let reason: String?
    package let ticket: RemoteTicket?

    /// - Parameter earlier: the one of its ticket that has to be over first.
    init(_ delivery: TicketDelivery, behind earlier: Int64?) {
        id = delivery.id
        destination = delivery.destination
        key = delivery.key
        entry = delivery.entry
        state = delivery.state
        operation = delivery.operation
        attempts = delivery.attempts
        notBefore = delivery.notBefore
        let wait = earlier.map { "waits behind \($0)" }
        let reasons = [wait, delivery.reason].compactMap(\.self)
        reason = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
        ticket = delivery.remote
    }

    /// - Parameters:
    ///   - names: what they are called, in the plural.
    ///   - states: those asked for; `nil` for all there are.
    package static func text(
        _ lines: [DeliveryLine], of names: String, in states: Set<TicketDelivery.State>?
    ) -> String {
        guard !lines.isEmpty else {
            guard let states else { return "there are no \(names)\n" }
            let asked = states.map(\.rawValue).sorted().joined(separator: ", ")
            return "there are no \(names) that are \(asked); --all shows the others\n"
        }
        var table = TextTable([
            ("id", .right), ("destination", .left), ("state", .left), ("entry", .right),
            ("next try", .left), ("ticket", .left), ("reason", .left),
        ])
        for line in lines {
            table.add([
                String(line.id), line.destination.value, line.state.rawValue,
                line.entry.map { "#\($0)" } ?? "–",
                line.notBefore.map(ContractJSON.timestamp) ?? "–",
                (line.ticket.map { $0.address ?? $0.id } ?? line.key).withoutControls,
                (line.reason ?? "").withoutControls,
            ])
        }
        return table.lines().joined(separator: "\n") + "\n"
    }
}
