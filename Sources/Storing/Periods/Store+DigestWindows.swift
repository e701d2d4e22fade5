package import Foundation

// What digests have told, and which time each covers.
extension Store {
    /// The time that the digest of this name covers when it is made at `now`.
    ///
    /// It goes on where the last one ended. Once made it never ends earlier again, nor behind where the
    /// next one began, whatever the clock says: no time falls between two digests, or into both.
    ///
    /// - Parameter fallback: where the first digest of all begins.
    package func digestWindow(name: String, now: Date, fallback: Date) throws(StoreError)
        -> (start: Date, end: Date)
    {
        try reading { database in
            let own = try Row.fetchOne(
                database,
                sql: """
                    SELECT start, "end" FROM digest_window WHERE name = ? AND \(Self.isWindow)
                    """, arguments: [name])
            if let own {
                let end = Date(unixSeconds: own["end"])
                let next = try database.date(
                    sql: "SELECT min(start) FROM digest_window WHERE start >= ?",
                    arguments: [end.unixSeconds])
                return (Date(unixSeconds: own["start"]), max(end, min(now, next ?? now)))
            }
            let previous = try database.date(
                sql: "SELECT max(\"end\") FROM digest_window WHERE \"end\" < ? AND name <> ?",
                arguments: [now.unixSeconds, name])
            return (previous ?? fallback, now)
        }
    }

    /// Keeps that a digest was made, so that the next one begins behind it.
    ///
    /// - Parameter pause: during which it was made.
    /// - Returns: `false` where crawlers may have stored something meanwhile that is not in it; nothing
    ///   is kept then.
    @discardableResult
    package func recordDigest(
        name: String, start: Date, end: Date, madeIn pause: CrawlerPause? = nil
    ) throws(StoreError) -> Bool {
        let record = { (database: Database) in
            try database.execute(
                sql: """
                    INSERT INTO digest_window (name, start, "end") VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET start = excluded.start, "end" = excluded."end"
                    WHERE excluded."end" > digest_window."end"
                        OR digest_window.start >= digest_window."end"
                    """, arguments: [name, start.unixSeconds, end.unixSeconds])
        }
        if let pause, isShared { return try translatingErrors { try pause.finish(record) } }
        try writing(record)
        return true
    }

    /// The time that the digest of this name covers; `nil` where none was made.
    package func digestWindow(named name: String) throws(StoreError) -> Range<Date>? {
        try digestWindow(where: "name = ?", [name])
    }

    /// The time that the digest covers that ended at this moment; `nil` where none did.
    package func digestWindow(endingAt end: Date) throws(StoreError) -> Range<Date>? {
        try digestWindow(where: "\"end\" = ?", [end.unixSeconds])
    }

    // MARK: - Private

    /// As the table itself demands it, which a damaged file may not hold to: the digest is made anew then.
    private static let isWindow = "start < \"end\""

    private func digestWindow(where condition: String, _ arguments: StatementArguments)
        throws(StoreError) -> Range<Date>?
    {
        try reading { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT start, "end" FROM digest_window WHERE \(condition) AND \(Self.isWindow)
                    ORDER BY start DESC LIMIT 1
                    """, arguments: arguments)
            return row.flatMap { $0.span("start", "end") }
        }
    }
}
