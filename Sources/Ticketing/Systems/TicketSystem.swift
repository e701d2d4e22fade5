package import Foundation
package import Model

/// One ticket system: how to find, create, comment and read back a ticket.
///
/// Each call may be several requests; a fault says what is known about their effect.
package protocol TicketSystem {
    /// Whether `find` can know.
    ///
    /// If not, a ticket may be delivered twice, and the key is sent along so that the receiver can
    /// tell.
    var canFind: Bool { get }

    /// Whether a ticket is where this system makes ours, as far as its address says.
    ///
    /// If not, the destination named another system or project before, or this one by another address.
    /// Its id may then be that of a stranger's ticket.
    func isHere(_ ticket: RemoteTicket) -> Bool

    /// The ticket whose own key is this one; of several the oldest.
    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket?

    /// Makes the ticket, and makes sure that it can be found by its key.
    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)

    /// Whether the ticket has this comment already; `nil` where that cannot be told.
    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?

    /// Opens a closed ticket again, and makes sure that it is open.
    ///
    /// - Throws: `refused` where it is closed still, with the reason.
    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault)

    /// The states of our tickets that have changed since a moment, in any order.
    ///
    /// - Parameter isOurs: by id; nothing needs to be asked about other tickets.
    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]

    /// How one of our tickets stands, asked for by its own id: whatever list it has fallen out of.
    ///
    /// - Returns: `nil` where it is no longer there.
    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus?
}

extension TicketSystem {
    /// A receiver of messages cannot be asked.
    func isHere(_ ticket: RemoteTicket) -> Bool { true }

    /// Where tickets are not found, none is asked about.
    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        throw .refused("it tells nothing of its tickets")
    }

    /// Where nothing is told of a ticket, none is known to be closed.
    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        throw .refused("it cannot be opened again from here")
    }

    /// Adds a comment to a ticket.
    ///
    /// - Throws: `gone` only where the system can say that it no longer has this ticket. If it answers
    ///   like that for all tickets, because our rights or its address have changed, no ticket may be
    ///   made anew.
    func tell(
        _ draft: TicketDraft, to ticket: RemoteTicket, foundBy key: String,
        _ session: TicketSession
    ) throws(DeliveryFault) {
        do throws(DeliveryFault) {
            try comment(draft, on: ticket, session)
        } catch {
            if case .gone(let reason) = error, try find(key, session) != nil {
                throw .refused("\(reason), and is found by its key all the same")
            }
            throw error
        }
    }
}

extension RemoteTicket {
    /// Whether its page is the one of its id behind such a beginning; of a ticket without a page nothing is
    /// known.
    func isPage(of pages: String) -> Bool { address.map { $0 == pages + id } ?? true }

    /// Whether the address of its page contains this, in whatever letter case; of a ticket without a page
    /// nothing is known.
    func isBehind(_ path: String) -> Bool {
        address?.lowercased().contains(path.lowercased()) ?? true
    }
}

extension TicketDraft {
    /// The marks by which a comment, and what else it tells of, is found again in its ticket, whichever
    /// archive wrote it.
    ///
    /// They are made of what the entries say, because numbers of entries begin again where an archive
    /// was lost.
    var mark: String {
        ([commentName] + (toldIdentities ?? []).map(Self.name)).map(Self.mark)
            .joined(separator: " ")
    }

    /// Names this comment among those of its ticket.
    var commentName: String { identity.map(Self.name) ?? facts[.number] ?? key }

    private static func mark(_ name: String) -> String { "earshot:\(name)" }
    private static func name(_ identity: String) -> String { String(identity.suffix(12)) }

    /// Whether a text of the system holds the mark, and not a longer one.
    func isMarked(in text: String) -> Bool {
        text.ranges(of: Self.mark(commentName)).contains { range in
            range.upperBound == text.endIndex
                || !(text[range.upperBound].isNumber || text[range.upperBound].isLetter)
        }
    }
}
