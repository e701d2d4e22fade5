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
        let list = try translatingErrors { try ListParameter.of(feeds.map(\.value)) }
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
                        WHERE feed IN (\(ListParameter.texts))
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

    /// Of these feeds, those that have had no turn yet: other crawlers have them, or have just left
    /// them.
    package func unheardFeeds(among feeds: [Feed.ID], since start: Double)
        async throws(StoreError) -> Int
    {
        let list = try translatingErrors { try ListParameter.of(feeds.map(\.value)) }
        return try await reading { database in
            try database.cachedStatement(
                sql: """
                    SELECT count(*) FROM feed_lease
                    WHERE feed IN (\(ListParameter.texts))
                        AND (had_turn_at IS NULL OR had_turn_at < to_timestamp(?::float8))
                    """
            ).value(Int.self, [list, start]) ?? 0
        }
    }

    /// Lets go of feeds of which nothing is to be stored.
    ///
    /// - Parameter unheard: those of them that have had no turn, and are left to others as they were.
    package func giveBack(_ leases: [Feed.ID: FeedLease], unheard: Set<Feed.ID> = [])
        async throws(StoreError)
    {
        guard !leases.isEmpty else { return }
        try await writing { database in
            for (feed, lease) in leases.sorted(by: { $0.key < $1.key }) {
                try Self.end(lease, of: feed, hadTurn: !unheard.contains(feed), in: database)
            }
        }
    }

    /// Makes everything that a crawler has last longer.
    ///
    /// - Returns: the hosts that it still has.
    package func renewLeases(of crawler: Crawler, for duration: Duration) async throws(StoreError)
        -> Set<String>
    {
        try await writing { database in
            func renewing(_ table: String) -> String {
                """
                UPDATE \(table) SET ends_at = clock_timestamp() + ?::float8 * interval '1 second'
                WHERE crawler = ? AND ends_at IS NOT NULL
                """
            }
            let arguments: StatementArguments = [duration / .seconds(1), crawler.name]
            try database.execute(sql: renewing("feed_lease"), arguments: arguments)
            return Set(
                try String.fetchAll(
                    database, sql: renewing("host_lease") + " RETURNING host",
                    arguments: arguments))
        }
    }

    /// Ends what runs before this one had, as they are over: there is one at a time.
    ///
    /// Their feeds are due as they were. Should one of them live on, as it lost the lock without being
    /// told, what it brings under its leases is refused.
    ///
    /// - Parameter pause: of a host, behind what a run may have asked in its last moment.
    package func endLeases(
        ofRunsBefore crawler: Crawler, pause: @escaping @Sendable (String) -> Duration
    ) async throws(StoreError) {
        let areTheirs = """
            ends_at IS NOT NULL AND crawler LIKE '\(Crawler.Kind.run.rawValue) %' AND crawler <> ?
            """
        try await writing { database in
            try database.execute(
                sql: "UPDATE feed_lease SET ends_at = NULL WHERE \(areTheirs)",
                arguments: [crawler.name])
            let hosts = try Row.fetchAll(
                database,
                sql: "SELECT host, crawler, pause_seconds FROM host_lease WHERE \(areTheirs)",
                arguments: [crawler.name])
            for row in hosts {
                let host: String = row["host"]
                // What it has asked for itself is known of those alone that were asked at work.
                let pause = max(pause(host), .seconds(row["pause_seconds"] as Double))
                try Self.endLease(of: host, to: row["crawler"], pause: pause, in: database)
            }
        }
    }

    /// States of these feeds only.
    package func feedStates(of feeds: [Feed.ID]) async throws(StoreError) -> FeedStates {
        let list = try translatingErrors { try ListParameter.of(feeds.map(\.value)) }
        return try await reading { database in
            var states = FeedStates()
            let rows = try database.cachedStatement(
                sql: """
                    SELECT * FROM feed WHERE id IN (\(ListParameter.texts))
                    """
            ).rows([list])
            for row in rows { states.add(FeedRow(row).state, of: Feed.ID(row["id"])) }
            return states
        }
    }

    // MARK: - For committing

    /// Which leases are still their crawler's; nobody else can take those before the transaction ends.
    ///
    /// - Parameter leases: always in one order, so that no two transactions wait for each other.
    static func areHeld(_ leases: [(feed: Feed.ID, lease: FeedLease)], in database: Database)
        throws -> [Bool]
    {
        try database.cachedStatement(
            sql: """
                SELECT number FROM feed_lease WHERE feed = ? AND crawler = ? AND number = ?
                    AND ends_at IS NOT NULL
                FOR UPDATE
                """
        ).rows(
            ofEach: leases.map { [$0.feed.value, $0.lease.crawler.name, $0.lease.number] }
        ).map { !$0.isEmpty }
    }

    static func end(
        _ lease: FeedLease, of feed: Feed.ID, hadTurn: Bool = true, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                UPDATE feed_lease
                SET ends_at = NULL\(hadTurn ? ", had_turn_at = clock_timestamp()" : "")
                WHERE feed = ? AND crawler = ? AND number = ?
                """
        ).execute(arguments: [feed.value, lease.crawler.name, lease.number])
    }
}
