import Foundation
import Model
import Storing
import Ticketing

/// Tickets that are asked for one by one, and what came of it.
struct SilentTickets {
    /// Those that we may not look at, by their ids.
    private(set) var hidden: [String] = []
    /// Those of which the question failed, by their ids.
    private(set) var failed: [String] = []
    /// Whether so many failed that the others were not asked for.
    private(set) var isBrokenOff = false
    /// Those that are at another address than before, by their keys.
    private(set) var moved: [(key: String, place: RemoteTicket)] = []
    /// Keys of those that the system or project does not have that the rules name now.
    private var left: [String] = []
    private var seen: [TicketStatus] = []
    private var missing: [TicketStatus] = []

    /// Asks until all are asked for, or the system has had enough.
    ///
    /// - Returns: why not all of them are known now; `nil` where they are.
    mutating func ask(
        for tickets: [PlacedTicket], _ system: any TicketSystem,
        _ session: TicketSession, at moment: Date
    ) -> DeliveryFault? {
        var refusal: String?
        var failure: DeliveryFault?
        for ticket in tickets {
            var place = ticket.place
            do throws(DeliveryFault) {
                if !system.isHere(place) {
                    guard let found = try system.find(ticket.key, session) else {
                        left.append(ticket.key)
                        continue
                    }
                    place = found
                    moved.append((ticket.key, found))
                }
                if let status = try system.status(of: place.id, session) {
                    seen.append(status)
                } else if try system.find(ticket.key, session) == nil {
                    missing.append(.gone(place.id, at: moment))
                } else {
                    hidden.append(place.id)
                }
            } catch {
                switch error {
                case .barred(let reason) where hidden.count < Self.mostHidden:
                    // It was moved to where we may not go, and others were not.
                    hidden.append(place.id)
                    refusal = refusal ?? "ticket \(place.id) may not be looked at: \(reason)"
                case .unsent(let reason):
                    // It may be this one alone that its system cannot show.
                    failed.append(place.id)
                    failure = failure ?? .unsent("ticket \(place.id): \(reason)")
                    isBrokenOff = failed.count >= Self.mostFailed || session.silence != nil
                    if isBrokenOff { return failure }
                case .unclear, .wait, .refused, .gone, .closed, .shut, .misfit, .barred,
                    .partly, .unsure, .strayed:
                    return error
                }
            }
        }
        return failure ?? refusal.map(DeliveryFault.barred)
    }

    /// How they stand, as far as that is known.
    ///
    /// - Parameter told: ids of tickets that the system has shown us otherwise.
    func statuses(besides told: Set<String>) -> [TicketStatus] {
        seen + (isBlind(besides: told) ? [] : missing)
    }

    /// Keys of those that are not in this system or project, as far as that is known.
    func left(besides told: Set<String>) -> [String] { isBlind(besides: told) ? [] : left }

    // MARK: - Private

    /// If several are missing and none can be seen, it is our rights that have changed, not the tickets.
    private func isBlind(besides told: Set<String>) -> Bool {
        missing.count + left.count > 1 && seen.isEmpty && told.isEmpty
    }

    private static let mostHidden = 5
    private static let mostFailed = 2
}

extension TicketStatus {
    fileprivate static func gone(_ id: String, at moment: Date) -> TicketStatus {
        TicketStatus(
            id: id, phase: .gone, name: "", createdAt: nil, firstResponseAt: nil, closedAt: nil,
            changedAt: moment)
    }
}
