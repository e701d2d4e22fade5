package import Foundation
package import Model

/// Reads how our tickets stand in a system, by asking for what has changed.
package struct StatusReader {
    private let system: any TicketSystem
    private let session: TicketSession

    package init(system: any TicketSystem, session: TicketSession) {
        self.system = system
        self.session = session
    }

    /// - Parameters:
    ///   - watermark: up to when it was read; for the first time, before the first of ours was made.
    ///   - ours: ids of our tickets.
    ///   - isHere: whether one of them is in this system; asked once it has answered.
    /// - Throws: `DeliveryFault`; what was not read is read the next time.
    package func changes(
        after watermark: Date, of ours: Set<String>,
        where isHere: (_ id: String) -> Bool = { _ in true }
    ) throws(DeliveryFault) -> [TicketStatus] {
        guard !ours.isEmpty else { return [] }
        // What was read of a list that broke off is read again the next time. If a system has more
        // changes a day than it tells at once, the end would never be reached, as with Zendesk's ten
        // pages a minute; so reading waits. Nor would it be at a system that fails at one question in
        // fifty, where a hundred tickets have changed; so those questions are repeated.
        session.isPatient = true
        defer { session.isPatient = false }
        // Their clock may be behind ours, and a change takes a while to be listed.
        return try system.changes(
            since: watermark.addingTimeInterval(-Self.overlap),
            isOurs: { ours.contains($0) && isHere($0) },
            session)
    }

    // MARK: - Private

    private static let overlap: TimeInterval = 300
}
