import Model

/// What came of the wish to have deliveries tried again.
package struct RetriedDeliveries: Sendable {
    /// How many were dead, and are tried again.
    package let count: Int
    /// Those asked for that were not dead, and stay as they are.
    package let others: [Other]

    package init(count: Int, others: [Other]) {
        self.count = count
        self.others = others
    }

    package struct Other: Sendable {
        let line: DeliveryLine
        let earlier: Int64?

        /// - Parameter earlier: the one of its ticket that has to be over first.
        package init(_ line: DeliveryLine, behind earlier: Int64?) {
            self.line = line
            self.earlier = earlier
        }
    }

    /// - Parameter delivery: the command that delivers them.
    package func text(delivery: String) -> String {
        let lines =
            ["\(count) to be tried again by `earshot \(delivery)`"]
            + others.map { "\($0.line.id) \($0.whyNotRetried(delivery: delivery))".withoutControls }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension RetriedDeliveries.Other {
    fileprivate func whyNotRetried(delivery: String) -> String {
        switch line.state {
        case .pending:
            if let earlier {
                "waits behind \(earlier), and goes once that is delivered or dropped"
            } else if let notBefore = line.notBefore {
                "waits already, until \(ContractJSON.timestamp(notBefore)): nothing is to be done"
            } else {
                "waits already for the next `earshot \(delivery)`: nothing is to be done"
            }
        case .sending, .unclear:
            "has been sent, and what became of it is not known: the next `earshot \(delivery)` finds out"
        case .delivered:
            "is delivered already\(ticketName): nothing is to be done"
        case .summarized:
            "is told by a ticket that lists many\(ticketName): nothing is to be done"
        case .dropped:
            "was given up\(line.reason.map { " (\($0))" } ?? ""): it is not sent any more"
        // Somebody has had it end since.
        case .dead: "is dead only now: give the command again"
        }
    }

    private var ticketName: String {
        line.ticket.map { ", as \($0.address ?? $0.id)" } ?? ""
    }
}
