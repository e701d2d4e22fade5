package import Foundation
package import Model

/// Sums up how tickets stand at a moment: a pure function of its arguments.
package enum TicketStandingMaker {
    /// - Parameter now: what was heard later is not told: a digest may be of a time long ago.
    package static func standing(of tracked: [TrackedTicket], at now: Date) -> TicketStanding {
        let tickets = tracked.filter { ticket in ticket.heardAt.map { $0 <= now } ?? true }
        let unanswered = tickets.filter { $0.isOpen && $0.firstResponseAt == nil }
        let due = items(of: unanswered).sorted { one, other in
            (one.answerBy, one.key) < (other.answerBy, other.key)
        }
        return TicketStanding(
            open: Set(tickets.filter { $0.isOpen && $0.ticket != nil }.map(Place.init)).count,
            waiting: tickets.count { $0.ticket == nil && $0.isOnItsWay },
            overdue: due.filter { $0.answerBy <= now },
            dueSoon: due.filter {
                $0.answerBy > now && $0.answerBy <= now.addingTimeInterval(soon)
            },
            teams: Dictionary(grouping: tickets, by: \.team)
                .map { answers(of: $0, $1, at: now) }
                .sorted { $0.team < $1.team },
            unanswered: TicketStanding.Unanswered(
                stories: Set(unanswered.map(\.story)).count,
                overdue: Set(
                    unanswered.filter { $0.answerBy.map { $0 <= now } ?? false }.map(\.story)
                ).count,
                firstDue: unanswered.compactMap(\.answerBy).min()))
    }

    /// How long before its time a ticket is due soon.
    static let soon: TimeInterval = 4 * 3_600

    // MARK: - Private

    private struct Place: Hashable {
        let destination: TicketDestination.ID
        /// Its id there or, while it is waiting, its key.
        let ticket: String

        init(_ ticket: TrackedTicket) {
            destination = ticket.destination
            self.ticket = ticket.ticket?.id ?? ticket.key
        }
    }

    /// One for each ticket.
    ///
    /// A ticket that lists many stories is due with the first of them, and as severe as the most
    /// severe.
    private static func items(of tickets: [TrackedTicket]) -> [TicketStanding.Item] {
        Dictionary(grouping: tickets.filter { $0.answerBy != nil }, by: Place.init)
            .values.compactMap(item)
    }

    private static func item(_ stories: [TrackedTicket]) -> TicketStanding.Item? {
        let first = stories.min { one, other in
            let times = (one.answerBy ?? .distantFuture, other.answerBy ?? .distantFuture)
            return (times.0, one.key) < (times.1, other.key)
        }
        guard let first, let answerBy = first.answerBy else { return nil }
        return TicketStanding.Item(
            destination: first.destination, key: first.key, address: first.ticket?.address,
            team: first.team, severity: stories.map(\.severity).max() ?? first.severity,
            answerBy: answerBy, stories: stories.count > 1 ? stories.count : nil,
            post: first.post.map(onOneLine))
    }

    private static func onOneLine(_ post: TicketStanding.Post) -> TicketStanding.Post {
        let words = post.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return TicketStanding.Post(
            feed: post.feed, entry: post.entry, date: post.date, link: post.link,
            title: OutsideText.limited(words, to: longestTitle))
    }

    /// In Unicode scalars.
    private static let longestTitle = 160

    private static func answers(
        of team: Team.ID, _ tickets: [TrackedTicket], at now: Date
    ) -> TicketStanding.TeamAnswers {
        let waits = tickets.compactMap { ticket -> TimeInterval? in
            guard let heard = ticket.heardAt, let answer = ticket.firstResponseAt else {
                return nil
            }
            return max(0, answer.timeIntervalSince(heard))
        }.sorted()
        let told = tickets.filter { $0.phase != nil }
        return TicketStanding.TeamAnswers(
            team: team, tickets: tickets.count, answered: waits.count,
            late: told.count { $0.isLate(at: now) }, unknown: tickets.count - told.count,
            reopened: tickets.count { $0.reopenings > 0 },
            medianMinutes: minutes(waits, share: 0.5),
            ninthDecileMinutes: minutes(waits, share: 0.9), inTime: told.count(where: \.isInTime))
    }

    /// The nearest rank (Hyndman and Fan 1996, definition 1): a time that was really taken.
    static func minutes(_ waits: [TimeInterval], share: Double) -> Int? {
        guard !waits.isEmpty else { return nil }
        let rank = Int((share * Double(waits.count)).rounded(.up))
        return Int((waits[max(1, rank) - 1] / 60).rounded())
    }
}

extension TrackedTicket {
    /// What it is about: each destination of a story has a ticket with a key of its own.
    fileprivate var story: String {
        post.map { "\($0.feed) \($0.entry)" } ?? key
    }

    /// A ticket whose system tells nothing counts as open only until it is delivered: a file or a
    /// mailbox never says that it was answered, and the ticket would be overdue for ever.
    fileprivate var isOpen: Bool { phase == .open || phase == nil && isOnItsWay }

    /// Answered, or closed without an answer, by its time.
    ///
    /// A ticket that is open and not due yet is neither in time nor late.
    fileprivate var isInTime: Bool {
        guard let answerBy, let end = firstResponseAt ?? closedAt else { return false }
        return end <= answerBy
    }

    fileprivate func isLate(at now: Date) -> Bool {
        guard let answerBy else { return false }
        // A ticket that was closed without an answer is over when it was closed.
        return (firstResponseAt ?? closedAt ?? now) > answerBy
    }
}
