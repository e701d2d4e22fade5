package import Foundation
package import Model

// What has become of tickets in their systems.
extension Store {
    /// The tickets that a destination has of ours, those made last in front.
    package func placedTickets(of destination: TicketDestination.ID) throws(StoreError)
        -> [PlacedTicket]
    {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT remote_id, remote_address, was_found, key, phase FROM ticket
                    WHERE destination = ? AND remote_id IS NOT NULL AND listed_in IS NULL
                    ORDER BY id DESC
                    """, arguments: [destination.value]
            ).compactMap(PlacedTicket.init)
        }
    }

    /// Keeps where a ticket is now, as its destination was given another address since it was made.
    package func moveTicket(
        _ key: String, of destination: TicketDestination.ID, to ticket: RemoteTicket
    ) throws(StoreError) {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE ticket SET remote_id = ?, remote_address = ?
                    WHERE destination = ? AND (key = ? OR listed_in = (
                        SELECT id FROM ticket AS list WHERE destination = ? AND key = ?))
                    """,
                arguments: [
                    ticket.id, ticket.address, destination.value, key, destination.value, key,
                ])
        }
    }

    /// Keeps that a ticket is gone for us: its destination names another system or project now, which has
    /// no such ticket, though it may have another one of its id.
    package func leaveTicket(
        _ key: String, of destination: TicketDestination.ID, at moment: Date
    ) throws(StoreError) {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE ticket SET phase = 'gone', observed_at = ?
                    WHERE destination = ? AND (key = ? OR listed_in = (
                        SELECT id FROM ticket AS list WHERE destination = ? AND key = ?))
                    """,
                arguments: [
                    moment.unixSeconds, destination.value, key, destination.value, key,
                ])
        }
    }

    /// When the first ticket of a destination was planned; `nil` where none is.
    package func firstTicketDate(of destination: TicketDestination.ID) throws(StoreError) -> Date? {
        try reading { database in
            try database.date(
                sql: "SELECT min(created_at) FROM ticket WHERE destination = ?",
                arguments: [destination.value])
        }
    }

    /// Up to when the changes of a system have been read; `nil` before the first time.
    package func ticketWatermark(of destination: TicketDestination.ID) throws(StoreError) -> Date? {
        try reading { database in
            try database.date(
                sql: "SELECT read_to FROM ticket_watermark WHERE destination = ?",
                arguments: [destination.value])
        }
    }

    /// Tickets of a destination that are open as far as is known, and of which nothing was heard since a
    /// moment, or since they were made; those unheard of for longest in front.
    ///
    /// - Parameter unlisted: whether their changes cannot be listed. Then those are among them that were
    ///   made just now, and closed ones that were told something since, which opens them again.
    package func silentTickets(
        of destination: TicketDestination.ID, since moment: Date, unlisted: Bool = false,
        limit: Int
    ) throws(StoreError) -> [PlacedTicket] {
        let isMeant =
            unlisted
            ? """
            (ticket.phase = 'open' OR ticket.phase IS NULL OR ticket.phase = 'closed' AND EXISTS (
                SELECT 1 FROM ticket_delivery AS delivery
                WHERE delivery.ticket = ticket.id AND delivery.last_sent_at >= ticket.observed_at))
            """ : "(ticket.phase = 'open' OR ticket.phase IS NULL)"
        // One that is deleted before its state is first read is in no list.
        let lastHeard = "coalesce(ticket.observed_at, \(unlisted ? "0" : "ticket.created_at"))"
        return try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT told.remote_id, told.remote_address, told.was_found, told.key, told.phase
                    FROM ticket JOIN ticket AS told
                        ON told.id = coalesce(ticket.listed_in, ticket.id)
                    WHERE ticket.destination = ? AND \(isMeant)
                        AND \(lastHeard) <= ? AND told.remote_id IS NOT NULL
                    GROUP BY told.id, told.remote_id, told.remote_address, told.was_found, told.key,
                        told.phase
                    ORDER BY min(coalesce(ticket.observed_at, 0)), told.remote_id LIMIT ?
                    """, arguments: [destination.value, moment.unixSeconds, limit]
            ).compactMap(PlacedTicket.init)
        }
    }

    /// Keeps that tickets were seen in their system, as they were before.
    package func noteTickets(
        _ ids: [String], of destination: TicketDestination.ID, seenAt moment: Date
    ) throws(StoreError) {
        try writing { database in
            for id in ids {
                try database.cachedStatement(
                    sql: """
                        UPDATE ticket SET observed_at = ?1
                        WHERE destination = ?2 AND remote_id = ?3 AND \(Self.isLatest(id: "?3", of: "?2"))
                        """
                ).execute(arguments: [moment.unixSeconds, destination.value, id])
            }
        }
    }

    /// Keeps how tickets stand, and that all changes up to a moment have been read, even one before the
    /// moment that was kept: a clock may have been wrong.
    ///
    /// Read twice it changes nothing. A ticket that was closed and is open again counts as opened
    /// again once, however often that is read.
    ///
    /// - Parameter areAll: whether they are all changes up to the moment; if not, the next reading begins
    ///   where it would have begun without them.
    package func record(
        _ statuses: [TicketStatus], of destination: TicketDestination.ID, readTo moment: Date,
        areAll: Bool = true
    ) throws(StoreError) {
        try writing { database in
            for status in statuses {
                try database.cachedStatement(
                    sql: """
                        UPDATE ticket SET
                            reopenings = reopenings
                                + CASE WHEN phase = 'closed' AND ?1 = 'open' THEN 1 ELSE 0 END,
                            reopened_at = CASE WHEN phase = 'closed' AND ?1 = 'open'
                                THEN ?9 ELSE reopened_at END,
                            last_closed_at = CASE WHEN phase = 'closed' AND ?1 = 'open'
                                THEN coalesce(closed_at, last_closed_at) ELSE last_closed_at END,
                            phase = ?1, status = ?2, remote_created_at = coalesce(?3, remote_created_at),
                            first_response_at = coalesce(first_response_at, ?4), closed_at = ?5,
                            observed_at = ?6
                        WHERE destination = ?7 AND remote_id = ?8 AND \(Self.isLatest(id: "?8", of: "?7"))
                        """
                ).execute(arguments: [
                    status.phase.rawValue, status.name, status.createdAt?.unixSeconds,
                    status.firstResponseAt?.unixSeconds, status.closedAt?.unixSeconds,
                    moment.unixSeconds, destination.value, status.id, status.changedAt.unixSeconds,
                ])
            }
            guard areAll else { return }
            try database.execute(
                sql: """
                    INSERT INTO ticket_watermark VALUES (?, ?)
                    ON CONFLICT (destination) DO UPDATE SET read_to = excluded.read_to
                    """, arguments: [destination.value, moment.unixSeconds])
        }
    }

    /// The condition that a ticket is where the latest one of its id is: an older one may be in the system
    /// or project that its destination named before.
    private static func isLatest(id: String, of destination: String) -> String {
        """
        coalesce(remote_address, '') = (
            SELECT coalesce(latest.remote_address, '') FROM ticket AS latest
            WHERE latest.destination = \(destination) AND latest.remote_id = \(id)
            ORDER BY latest.id DESC LIMIT 1)
        """
    }

    /// When a ticket of each story was first answered, of those answered from a moment on.
    package func answersToStories(since moment: Date) throws(StoreError) -> [Int64: Date] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT story, min(first_response_at) AS at FROM ticket
                    WHERE story IS NOT NULL AND first_response_at >= ? GROUP BY story
                    """, arguments: [moment.unixSeconds]
            ).reduce(into: [:]) { answers, row in
                answers[row["story"]] = Date(unixSeconds: row["at"] as Int64)
            }
        }
    }

    /// Tickets about what was heard from a moment on, and all that are open or on their way, oldest
    /// first.
    package func trackedTickets(since moment: Date) throws(StoreError) -> [TrackedTicket] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT standing.*, post.feed AS post_feed, post.guid AS post_entry,
                        post.date AS post_date, post.link AS post_link,
                        substr(coalesce(post.title, post.text), 1, 400) AS post_title
                    FROM (
                        SELECT *, EXISTS (
                            SELECT 1 FROM ticket_delivery
                            WHERE ticket_delivery.ticket IN (ticket.id, ticket.listed_in)
                                AND \(OutboxTable.isNotOver)) AS is_on_its_way,
                            (SELECT count(*) FROM ticket_delivery
                            WHERE ticket_delivery.ticket = ticket.id
                                AND ticket_delivery.created_at > first_response_at)
                                AS mentions_after_answer
                        FROM ticket WHERE story IS NOT NULL
                    ) AS standing LEFT JOIN entry AS post
                        ON standing.first_response_at IS NULL AND standing.closed_at IS NULL
                        AND post.id = (
                            SELECT entry FROM ticket_delivery AS told
                            WHERE told.ticket = standing.id AND entry IS NOT NULL
                            ORDER BY told.id LIMIT 1)
                    WHERE standing.heard_at >= ? OR standing.phase = 'open'
                        OR standing.phase IS NULL AND standing.is_on_its_way
                    ORDER BY standing.heard_at, standing.id
                    """, arguments: [moment.unixSeconds]
            ).map(TrackedTicket.init)
        }
    }

    /// Which entries those tickets were told of, by their numbers; of a ticket whose entries are all
    /// forgotten there is nothing.
    package func entriesTold(inTicketsSince moment: Date) throws(StoreError)
        -> [TrackedTicket.Name: [Int64]]
    {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT ticket.destination, ticket.key, entry.sequence
                    FROM ticket JOIN ticket_delivery ON ticket_delivery.ticket = ticket.id
                        JOIN entry ON entry.id = ticket_delivery.entry
                    WHERE ticket.story IS NOT NULL AND entry.sequence IS NOT NULL
                        AND (ticket.heard_at >= ? OR ticket.phase = 'open' OR ticket.phase IS NULL)
                    ORDER BY ticket_delivery.id
                    """, arguments: [moment.unixSeconds]
            ).reduce(into: [:]) { told, row in
                let name = TrackedTicket.Name(
                    destination: TicketDestination.ID(row["destination"]), key: row["key"])
                told[name, default: []].append(row["sequence"])
            }
        }
    }
}

extension TrackedTicket {
    fileprivate init(_ row: Row) {
        self.init(
            destination: TicketDestination.ID(row["destination"]), key: row["key"],
            team: Team.ID(row["team"] ?? ""),
            severity: (row["severity"] as String?).flatMap(Severity.init) ?? .normal,
            heardAt: row.date("heard_at"), answerBy: row.date("answer_by"),
            ticket: RemoteTicket(row), isOnItsWay: row["is_on_its_way"],
            phase: (row["phase"] as String?).flatMap(TicketStatus.Phase.init),
            firstResponseAt: row.date("first_response_at"), closedAt: row.date("closed_at"),
            reopenings: row["reopenings"], lastClosedAt: row.date("last_closed_at"),
            reopenedAt: row.date("reopened_at"), generation: row["generation"],
            mentionsAfterAnswer: row["mentions_after_answer"])
        if let feed = row["post_feed"] as String?, let said = row.date("post_date"),
            let title = row["post_title"] as String?, !title.isEmpty
        {
            post = TicketStanding.Post(
                feed: Feed.ID(feed), entry: Entry.ID(row["post_entry"]), date: said,
                link: row["post_link"], title: title)
        }
    }
}
