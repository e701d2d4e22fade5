import Model
import Ticketing

/// What is read in one run of how the tickets of a destination stand.
struct ChangeReading {
    let destination: TicketDestination
    let desk: TicketDesk
    /// Tickets that were read, by their ids.
    private(set) var changed: Set<String> = []
    /// Why changes were not read to their end: they are not listed again in the same run, which takes as
    /// long to fail as before.
    private var failure: DeliveryFault?

    init(of destination: TicketDestination, desk: TicketDesk) {
        self.destination = destination
        self.desk = desk
    }

    /// Reads what has changed; where that fails, asks for tickets one by one.
    ///
    /// - Parameter isLast: whether tickets are also asked for of which nothing was heard for long.
    /// - Returns: why changes were not read; `nil` where they were.
    /// - Throws: `DeliveryFault` where tickets could not be asked for, and what the archive throws.
    mutating func read(
        _ system: any TicketSystem, _ session: TicketSession, isLast: Bool
    ) throws -> String? {
        if failure == nil { try list(system, session) }
        let reason: String?
        switch failure {
        case nil: reason = nil
        // Zendesk lists changes for administrators only, and shows a ticket to every agent.
        case .barred(let why): reason = "changes may not be listed\(Self.oneByOne): \(why)"
        // A single ticket that its system cannot show would hide all others.
        case .unsent(let why) where !session.isStopped:
            reason = "changes could not be read to their end\(Self.oneByOne): \(why)"
        case let other?: return other.reason
        }
        guard reason != nil || isLast else { return nil }
        changed.formUnion(
            try desk.askForSilent(
                destination, system, session, besides: changed, isListed: reason == nil))
        return reason
    }

    // MARK: - Private

    private static let oneByOne =
        ", so tickets are asked for one by one, up to \(TicketDesk.mostUnlisted) at a time"

    private mutating func list(_ system: any TicketSystem, _ session: TicketSession) throws {
        do {
            changed.formUnion(try desk.readBack(destination, system, session))
        } catch let fault as DeliveryFault {
            failure = fault
        }
    }
}
