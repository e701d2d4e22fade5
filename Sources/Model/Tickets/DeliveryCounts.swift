/// What became of one destination's deliveries in one run.
package struct DeliveryCounts: Hashable, Sendable, Codable {
    package let destination: TicketDestination.ID
    /// Tickets made.
    package var created = 0
    /// Tickets that were there already.
    package var found = 0
    package var commented = 0
    /// Closed tickets that were opened again for a comment; `nil` for none.
    package var reopened: Int?
    /// Addresses of those that were told of something new and are closed still, with the reason.
    package var stillClosed: [String]?
    /// Mentions told by one ticket that lists them.
    package var summarized = 0
    /// Not over, and left to a later run: put off, or not come to.
    package var waiting = 0
    /// Why the first of those was put off that were tried in this run; `nil` where none was.
    package var waitingFor: String?
    package var dead = 0
    package var requests = 0
    /// Tickets whose state in their system was read.
    package var read = 0
    /// Why that could not be done.
    package var unread: String?
    /// Addresses that a mail server refused beside others that it took, with what it said.
    package var refusedAddresses: [String]?
    /// Why nothing more is sent there in this run.
    package var stopped: String?

    package init(destination: TicketDestination.ID) {
        self.destination = destination
    }

    /// These and those of before in the same run, in one: what was left then is in these.
    package func behind(_ earlier: DeliveryCounts) -> DeliveryCounts {
        func joined(_ own: [String]?, _ others: [String]?) -> [String]? {
            own == nil && others == nil ? nil : Set((own ?? []) + (others ?? [])).sorted()
        }
        var counts = self
        counts.created += earlier.created
        counts.found += earlier.found
        counts.commented += earlier.commented
        if reopened != nil || earlier.reopened != nil {
            counts.reopened = (reopened ?? 0) + (earlier.reopened ?? 0)
        }
        counts.stillClosed = joined(stillClosed, earlier.stillClosed)
        counts.summarized += earlier.summarized
        if counts.waiting > 0 { counts.waitingFor = waitingFor ?? earlier.waitingFor }
        counts.dead += earlier.dead
        counts.requests += earlier.requests
        counts.read += earlier.read
        counts.refusedAddresses = joined(refusedAddresses, earlier.refusedAddresses)
        return counts
    }
}
