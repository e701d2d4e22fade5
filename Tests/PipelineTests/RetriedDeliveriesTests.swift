import Foundation
import Model
import Pipeline
import Testing

/// What is said of deliveries that somebody wants to have tried again, and that are not dead.
struct RetriedDeliveriesTests {
    @Test(
        arguments: [
            (
                "pending", nil, nil,
                "waits already for the next `earshot export`: nothing is to be done"
            ),
            (
                "pending", "2026-11-22T06:00:00Z", nil,
                "waits already, until 2026-11-22T06:00:00Z: nothing is to be done"
            ),
            (
                "pending", "2026-11-22T06:00:00Z", 16,
                "waits behind 16, and goes once that is delivered or dropped"
            ),
            (
                "unclear", nil, nil,
                "has been sent, and what became of it is not known: the next `earshot export` finds out"
            ),
            ("dropped", nil, nil, "was given up (no such queue): it is not sent any more"),
        ] as [(String, String?, Int64?, String)])
    func `why each stays as it is`(
        state: String, next: String?, earlier: Int64?, said: String
    ) throws {
        let notBefore = next.map { #", "not_before": "\#($0)""# } ?? ""
        let json = """
            {"id": 17, "destination": "desk", "key": "k", "state": "\(state)", "attempts": 1,
                "reason": "no such queue"\(notBefore)}
            """
        let line = try ContractJSON.decode(DeliveryLine.self, from: Data(json.utf8))
        let retried = RetriedDeliveries(count: 1, others: [.init(line, behind: earlier)])
        #expect(
            retried.text(delivery: "export")
                == "1 to be tried again by `earshot export`\n17 \(said)\n")
    }
}
