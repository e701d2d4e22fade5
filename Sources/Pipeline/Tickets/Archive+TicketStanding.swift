package import Foundation
package import Model
import Reporting
import Storing

extension Archive {
    /// How tickets stand that were heard of in the last days, and all that are open.
    package func ticketStanding(days: Int, now: Date) throws(RunError) -> TicketStanding {
        let since = now.addingTimeInterval(-Double(days) * 86_400)
        return TicketStandingMaker.standing(
            of: try storing(store.trackedTickets(since: since)), at: now)
    }
}
