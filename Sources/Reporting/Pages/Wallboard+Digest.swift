package import Model

extension Wallboard {
    package init(_ digest: Digest) {
        let mentions = Dictionary(
            digest.mentions.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let items = digest.needsAnswer.items
        self.init(
            window: digest.window, origin: digest.origin,
            brands: digest.brands.filter { $0.kind == .own }.map(Tile.init),
            alerts: digest.alerts.map(\.sentence),
            needsAnswer: Waiting(
                stories: items.count, overdue: items.count { $0.isOverdue },
                firstDue: items.compactMap(\.answerBy).min(),
                next: items.prefix(Self.nextShown).compactMap { item in
                    mentions[item.mention].map { mention in
                        Next(item, of: mention, said: mention.said(to: Self.longestSaid))
                    }
                }, inAll: digest.unansweredInAll),
            tickets: digest.tickets.map { Tickets(open: $0.open, overdue: $0.overdue.count) },
            health: Hearing(digest.health))
    }

    // MARK: - Private

    private static let nextShown = 20
    /// In Unicode scalars.
    private static let longestSaid = 160
}

extension Digest {
    /// What still waits for an answer: by its tickets, and of the period's own what has none that tells of
    /// answers; `nil` where no tickets are made.
    var unansweredInAll: TicketStanding.Unanswered? {
        guard let told = tickets?.unanswered else { return nil }
        let others = needsAnswer.items.filter { item in
            switch item.ticket?.state {
            case nil, .planned, .handedOver: true
            case .waiting, .open, .answered, .closed: false
            }
        }
        return TicketStanding.Unanswered(
            stories: told.stories + others.count,
            overdue: told.overdue + others.count { $0.isOverdue },
            firstDue: ([told.firstDue] + others.map(\.answerBy)).compactMap(\.self).min())
    }
}
