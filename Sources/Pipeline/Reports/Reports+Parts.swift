import Foundation
import Model
import Reporting
import Storing

// What a digest of a part tells of tickets and corrections: those of that part.

extension Reports {
    /// What a digest says of tickets.
    enum ToldTickets {
        /// How those of its part stand at its end.
        case standing
        /// What was told before; `nil` for nothing.
        case told(TicketStanding?)
    }

    func standing(of tickets: ToldTickets, at moment: Date, of part: ReportingContext)
        throws(StoreError) -> TicketStanding?
    {
        switch tickets {
        case .standing: try self.tickets(at: moment, of: part)
        case .told(let standing): standing
        }
    }

    /// How the tickets of the last four weeks, and all open ones, stand at a moment.
    ///
    /// - Parameters:
    ///   - since: `nil` for those four weeks.
    ///   - part: what the digest is narrowed to.
    func tickets(at moment: Date, since: Date? = nil, of part: ReportingContext)
        throws(StoreError) -> TicketStanding?
    {
        guard part.routing.tickets != nil else { return nil }
        let since = since ?? moment.addingTimeInterval(-28 * 86_400)
        return TicketStandingMaker.standing(
            of: try trackedTickets(since: since, by: moment, of: part), at: moment)
    }

    /// Those that a report tells of; none where the rules make no tickets.
    ///
    /// - Parameter moment: the report's end.
    func trackedTickets(since start: Date, by moment: Date, of part: ReportingContext)
        throws(StoreError) -> [TrackedTicket]
    {
        guard part.routing.tickets != nil else { return [] }
        let tracked = try store.trackedTickets(since: start)
        let told =
            part.isNarrowedByEntries ? try entriesTold(in: tracked, since: start, by: moment) : [:]
        return part.tickets(tracked, telling: told)
    }

    /// What people corrected in a window.
    func corrections(in window: Digest.Window, of part: ReportingContext)
        throws(StoreError) -> [Correction]
    {
        let all = try store.corrections(after: window.after, through: window.through)
        guard part.isNarrowed, !all.isEmpty else { return all }
        return part.corrections(
            all, of: try store.entries(numbered: Set(all.map(\.entry)).sorted()))
    }

    // MARK: - Private

    /// - Parameters:
    ///   - tickets: whose posts are read. The archive names those of older ones as well, where a system says
    ///     nothing of how its tickets stand.
    ///   - moment: what was heard later makes no ticket one of the part.
    private func entriesTold(in tickets: [TrackedTicket], since start: Date, by moment: Date)
        throws(StoreError) -> [TrackedTicket.Name: [HeardEntry]]
    {
        let names = Set(tickets.map(\.name))
        let told = try store.entriesTold(inTicketsSince: start).filter { names.contains($0.key) }
        let entries = Dictionary(
            try store.entries(numbered: Set(told.values.joined()).sorted())
                .filter { $0.heardAt <= moment }
                .map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
        return told.mapValues { $0.compactMap { entries[$0] } }
    }
}
