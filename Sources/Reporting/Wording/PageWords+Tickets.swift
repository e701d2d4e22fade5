package import Model

extension PageWords {
    /// `5 open, 1 not known`: how many tickets are open, and of how many no system says how they stand.
    ///
    /// Files and mailboxes never say so; without the second figure, all of their tickets would seem to
    /// be closed.
    package func ticketsOpen(_ standing: TicketStanding) -> String {
        let unknown = standing.teams.reduce(0) { $0 + $1.unknown }
        let open = ticketsOpen(standing.open)
        guard unknown > 0 else { return open }
        let count = report.number(unknown)
        return open + ", "
            + report.pick(
                "\(count) not known", "\(count) w nieznanym stanie", "\(count) nezināmā stāvoklī")
    }

    /// `5 open`, of tickets.
    package func ticketsOpen(_ count: Int) -> String {
        report.counted(
            count, ["open", "open"], ["otwarte", "otwarte", "otwartych"], ["atvērts", "atvērti"])
    }
}
