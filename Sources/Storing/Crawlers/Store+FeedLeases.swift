import Foundation
package import Model

// Only an archive on a server is shared by crawlers; times are the server's, as clocks differ.

extension Store {
    /// The server's time, in seconds since 1970.
    package func serverTime() async throws(StoreError) -> Double {
        try await reading { database in
            let sql = "SELECT extract(epoch FROM clock_timestamp())::float8"
            return try Double.fetchOne(database, sql: sql) ?? 0
        }
    }

    /// Takes those of the feeds for a crawler that no other has, and none has had its turn with.
    ///
    /// - Parameters:
    ///   - start: feeds whose last turn ended after it are left alone; as `serverTime`.
    ///   - duration: of the lease, unless it is renewed.
    package func lease(
        _ feeds: [Feed.ID], to crawler: Crawler, since start: Double, for duration: Duration
    ) async throws(StoreError) -> [Feed.ID: FeedLease] {
        let list = try Self.json(feeds.map(\.value))
        return try await writing { database in
            try database.cachedStatement(
                sql: """
                    INSERT INTO feed_lease (feed)
                    SELECT feed FROM json_array_elements_text(?::json) AS feed ORDER BY feed
                    ON CONFLICT (feed) DO NOTHING
                    """
            ).execute(arguments: [list])
            let taking = try database.cachedStatement(
                sql: """
                    WITH free AS (
                        SELECT feed FROM feed_lease
                        WHERE feed IN (SELECT json_array_elements_text(?::json))
                            AND (ends_at IS NULL OR ends_at < clock_timestamp())
                            AND (had_turn_at IS NULL OR had_turn_at < to_timestamp(?::float8))
                        FOR UPDATE SKIP LOCKED)
                    UPDATE feed_lease AS lease
                    SET crawler = ?, number = number + 1,
                        ends_at = clock_timestamp() + ?::float8 * interval '1 second'
                    FROM free WHERE lease.feed = free.feed
                    RETURNING lease.feed, lease.number
                    """)
            var leases: [Feed.ID: FeedLease] = [:]
            for row in try taking.rows([list, start, crawler.name, duration / .seconds(1)]) {
                leases[Feed.ID(row["feed"])] = FeedLease(crawler: crawler, number: row["number"])
            }
            return leases
        }
    }

    /// Of these feeds, those that other crawlers have at present.
    package func leasedFeeds(among feeds: [Feed.ID], since start: Double)
        async throws(StoreError) -> Int
    {
        let list = try Self.json(feeds.map(\.value))
        return try await reading { database in
            try database.cachedStatement(
                sql: """
                    SELECT count(*) FROM feed_lease
                    WHERE feed IN (SELECT json_array_elements_text(?::json))
                        AND ends_at IS NOT NULL
                        AND (had_turn_at IS NULL OR had_turn_at < to_timestamp(?::float8))
                    """
            ).value(Int.self, [list, start]) ?? 0
        }
    }

    /// Lets go of feeds of which nothing is to be stored; they have had their turn.
    package func giveBack(_ leases: [Feed.ID: FeedLease]) async throws(StoreError) {
        guard !leases.isEmpty else { return }
        try await writing { database in
            for (feed, lease) in leases.sorted(by: { $0.key < $1.key }) {
                try Self.end(lease, of: feed, in: database)
            }
        }
    }

    /// Makes everything that a crawler has last longer.
    package func renewLeases(of crawler: Crawler, for duration: Duration) async throws(StoreError) {
        try await writing { database in
            for table in ["feed_lease", "host_lease"] {
                try database.execute(
                    sql: """
                        UPDATE \(table)
                        SET ends_at = clock_timestamp() + ?::float8 * interval '1 second'
                        WHERE crawler = ? AND ends_at IS NOT NULL
                        """, arguments: [duration / .seconds(1), crawler.name])
            }
        }
    }

    /// States of these feeds only.
    package func feedStates(of feeds: [Feed.ID]) async throws(StoreError) -> FeedStates {
        let list = try Self.json(feeds.map(\.value))
        return try await reading { database in
            var states = FeedStates()
            let rows = try database.cachedStatement(
                sql: """
                    SELECT * FROM feed WHERE id IN (SELECT json_array_elements_text(?::json))
                    """
            ).rows([list])
            for row in rows { states.add(try FeedRow(row).state, of: Feed.ID(row["id"])) }
            return states
        }
    }

    // MARK: - For committing

    /// Whether the lease is still the crawler's; if so, nobody else can take it before the
    /// transaction ends.
    static func holds(_ lease: FeedLease, of feed: Feed.ID, in database: Database) throws -> Bool {
        try database.cachedStatement(
            sql: """
                SELECT number FROM feed_lease WHERE feed = ? AND crawler = ? AND number = ?
                    AND ends_at IS NOT NULL
                FOR UPDATE
                """
        ).row([feed.value, lease.crawler.name, lease.number]) != nil
    }

    static func end(_ lease: FeedLease, of feed: Feed.ID, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                UPDATE feed_lease SET ends_at = NULL, had_turn_at = clock_timestamp()
                WHERE feed = ? AND crawler = ? AND number = ?
                """
        ).execute(arguments: [feed.value, lease.crawler.name, lease.number])
    }

    static func json(_ texts: [String]) throws(StoreError) -> String {
        do {
            return String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
        } catch {
            throw .failed(reason: "a list of names cannot be written: \(error)")
        }
    }
}
