package import Foundation
package import Model

extension Store {
    /// Takes those of the hosts for a crawler that no other has, and whose pause has begun to end.
    ///
    /// - Parameter duration: of the lease, unless it is renewed; long enough for what was begun in its
    ///   first part to come to its end.
    package func leaseHosts(
        _ hosts: [String], to crawler: Crawler, for duration: Duration
    ) async throws(StoreError) -> [HostLease] {
        guard !hosts.isEmpty else { return [] }
        let list = try translatingErrors { try ListParameter.of(hosts) }
        return try await writing { database in
            let taking = try database.cachedStatement(
                sql: """
                    INSERT INTO host_lease (host, crawler, ends_at)
                    SELECT host, ?, clock_timestamp() + ?::float8 * interval '1 second'
                    FROM json_array_elements_text(?::json) AS host ORDER BY host
                    ON CONFLICT (host) DO UPDATE
                    SET crawler = excluded.crawler, ends_at = excluded.ends_at, pause_seconds = 0
                    WHERE host_lease.ends_at IS NULL OR host_lease.ends_at < clock_timestamp()
                        OR host_lease.crawler = excluded.crawler
                    RETURNING host, greatest(
                        extract(epoch FROM free_at - clock_timestamp())::float8, 0) AS pause
                    """)
            return try taking.rows([crawler.name, duration / .seconds(1), list]).map { row in
                let pause: Double? = row["pause"]
                return HostLease(host: row["host"], pauseLeft: .seconds(pause ?? 0))
            }
        }
    }

    /// What crawlers have learnt since then: which hosts rest, and of these hosts the robots.txt.
    ///
    /// Those of hosts that are asked as one with others are not looked for: they are fetched once more.
    package func hostNews(since start: Date, of hosts: [String]) async throws(StoreError)
        -> HostMemory
    {
        let list = try translatingErrors { try ListParameter.of(hosts) }
        return try await reading { database in
            var memory = HostMemory()
            let rests = try database.cachedStatement(
                sql: "SELECT host, until FROM host_rest WHERE until >= ?")
            for row in try rests.rows([start.unixSeconds]) {
                memory.rests[row["host"]] = Date(unixSeconds: row["until"])
            }
            let robots = try database.cachedStatement(
                sql: """
                    SELECT robots.* FROM json_array_elements_text(?::json) AS host
                    JOIN robots
                        ON origin >= 'https://' || host AND origin < 'https://' || host || ';'
                        OR origin >= 'http://' || host AND origin < 'http://' || host || ';'
                    WHERE checked_at >= ?
                    """)
            // With a port or without one; `;` is the character next to `:`.
            for row in try robots.rows([list, start.unixSeconds]) {
                memory.robots[row["origin"]] = RobotsCopy(row)
            }
            return memory
        }
    }

    /// Keeps pauses that hosts have asked for, should their crawler not come to give them back.
    package func notePauses(_ pauses: [String: Duration], by crawler: Crawler)
        async throws(StoreError)
    {
        guard !pauses.isEmpty else { return }
        try await writing { database in
            let statement = try database.cachedStatement(
                sql: """
                    UPDATE host_lease SET pause_seconds = ?::float8 WHERE host = ? AND crawler = ?
                    """)
            for (host, pause) in pauses.sorted(by: { $0.key < $1.key }) {
                try statement.execute(arguments: [pause / .seconds(1), host, crawler.name])
            }
        }
    }

    /// Lets others have hosts, as soon as their pauses are over.
    package func giveBackHosts(_ pauses: [String: Duration], by crawler: Crawler)
        async throws(StoreError)
    {
        guard !pauses.isEmpty else { return }
        try await writing { database in
            for (host, pause) in pauses.sorted(by: { $0.key < $1.key }) {
                try Self.endLease(of: host, to: crawler.name, pause: pause, in: database)
            }
        }
    }

    /// - Parameter pause: from now on, before the host may be asked by anybody.
    static func endLease(
        of host: String, to crawler: String, pause: Duration, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                UPDATE host_lease
                SET ends_at = NULL, free_at = clock_timestamp() + ?::float8 * interval '1 second'
                WHERE host = ? AND crawler = ?
                """
        ).execute(arguments: [pause / .seconds(1), host, crawler])
    }
}
