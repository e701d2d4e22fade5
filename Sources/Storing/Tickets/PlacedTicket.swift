package import Model

/// A ticket of ours that is in its system.
package struct PlacedTicket: Hashable, Sendable {
    package let place: RemoteTicket
    package let key: String
    /// Whether it is open, as far as is known.
    package let isOpen: Bool
    package var id: String { place.id }

    package init(place: RemoteTicket, key: String, isOpen: Bool = true) {
        self.place = place
        self.key = key
        self.isOpen = isOpen
    }

    init?(_ row: Row) {
        guard let place = RemoteTicket(row) else { return nil }
        let phase = (row["phase"] as String?).flatMap(TicketStatus.Phase.init)
        self.init(place: place, key: row["key"], isOpen: phase == .open || phase == nil)
    }
}
