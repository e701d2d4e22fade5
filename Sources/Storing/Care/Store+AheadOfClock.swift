package import Foundation
import Model

// What a run left whose clock was far ahead.
extension Store {
    /// Looks for what is told, or counts as heard, only after a moment that is far ahead of `now`.
    ///
    /// It needs all tables, and goes by indexes.
    package func findingsAhead(of now: Date) throws(StoreError) -> [ArchiveFinding] {
        let limit = now.addingTimeInterval(ToldAhead.tolerance).unixSeconds
        return try reading { database in
            let told = try ToldPeriods(in: database)
            var findings: [ArchiveFinding] = []
            if let end = told.lastDigestEnd, end.unixSeconds > limit {
                findings.append(.ahead(in: "digest_window", "digests have told", until: end))
            }
            if let end = told.lastNoticeEnd, end.unixSeconds > limit {
                findings.append(.ahead(in: "notice_watermark", "notices have told", until: end))
            }
            let entries = try database.cachedStatement(
                sql: """
                    SELECT count(*) AS count, max(reported_at) AS latest FROM entry
                    WHERE is_mention AND reported_at > ?
                    """
            ).row([limit])
            if let entries, let latest = entries["latest"] as Int64? {
                let count: Int = entries["count"]
                let those = count == 1 ? "1 mention counts" : "\(count) mentions count"
                findings.append(
                    .ahead(
                        in: "entry", "\(those) as heard", until: Date(unixSeconds: latest)))
            }
            return findings
        }
    }

    /// How many posts their publishers date far ahead of `now`; `nil` where there are none, or few
    /// beside those that a clock as far ahead has heard.
    ///
    /// A clock that was ahead changes nothing about what publishers say. Where they agree with it, it
    /// is the clock that shows `now` that is behind.
    package func postsSaid(farAheadOf now: Date) throws(StoreError) -> Int? {
        guard try !findingsAhead(of: now).isEmpty else { return nil }
        let limit = now.addingTimeInterval(ToldAhead.tolerance).unixSeconds
        return try reading { database in
            // What has no date of its own has that of the clock.
            func count(_ condition: String) throws -> Int {
                try database.count(
                    "entry WHERE \(condition) AND date < heard_at", arguments: [limit])
            }
            let said = try count("date > ?")
            return said * 2 > (try count("heard_at > ?")) ? said : nil
        }
    }

    /// Takes back, in one transaction, all that lies ahead of `now`, however near.
    ///
    /// The next digest goes on where the last one ended that did so by now, and the next notices with
    /// what came since; what may have been told by the wrong clock is told again. It must not be made
    /// while crawlers store.
    package func takeBack(to now: Date) throws(StoreError) {
        let now = now.unixSeconds
        try writing { database in
            try database.execute(
                sql: "DELETE FROM digest_window WHERE \"end\" > ?", arguments: [now])
            // Otherwise a time in which nobody will listen would pass for one in which a feed answered.
            try database.execute(sql: "DELETE FROM answer WHERE at > ?", arguments: [now])
            for (table, column) in Self.momentsOfClocks {
                try database.execute(
                    sql: "UPDATE \(table) SET \(column) = ?1 WHERE \(column) > ?1",
                    arguments: [now])
            }
            for (table, column) in Self.momentsOfNews {
                // A period has its end in it: a second later it is in none that has been told.
                try database.execute(
                    sql: "UPDATE \(table) SET \(column) = ?1 WHERE \(column) > ?1",
                    arguments: [now + 1])
            }
            for outbox in ["notice", "ticket_delivery"] {
                // A system that asks to be left alone for some hours is left alone.
                try database.execute(
                    sql: "UPDATE \(outbox) SET not_before = ?1 WHERE not_before > ?2",
                    arguments: [now, now + Int64(ToldAhead.tolerance)])
            }
        }
    }

    // MARK: - Private

    /// What was written down as the moment at which something was done or said.
    ///
    /// When feeds were polled last, and since when ticket systems are read, is not among them: by what
    /// is still to come, those who read it know that a clock was wrong.
    private static let momentsOfClocks = [
        ("feed", "first_fetched_at"), ("entry", "heard_at"), ("entry", "date"),
        ("entry", "edited_at"), ("entry_version", "replaced_at"), ("story", "date"),
        ("notice", "after"), ("notice_watermark", "considered_to"),
    ]

    /// By which digests and notices know what is new.
    private static let momentsOfNews = [("entry", "reported_at"), ("review", "applied_at")]
}

extension ArchiveFinding {
    fileprivate static func ahead(in table: String, _ what: String, until moment: Date)
        -> ArchiveFinding
    {
        ArchiveFinding(
            .toldAhead, in: table,
            "\(what) up to \(ContractJSON.timestamp(moment)), which has not come: a run's clock was "
                + "ahead, and until then digests and notices miss what is heard. Set this machine's "
                + "clock first if that is not right")
    }
}
