package import Foundation
package import Model

extension Store {
    /// What earlier runs learnt of hosts.
    package func hostMemory() throws(StoreError) -> HostMemory {
        try reading { database in
            var memory = HostMemory()
            for row in try Row.fetchAll(database, sql: "SELECT * FROM host_rest") {
                memory.rests[row["host"]] = Date(unixSeconds: row["until"])
            }
            for row in try Row.fetchAll(database, sql: "SELECT * FROM robots") {
                memory.robots[row["origin"]] = RobotsCopy(row)
            }
            return memory
        }
    }

    /// Lets go of what is over: rests, and robots.txt that nobody has asked for in a month.
    package func forgetOldHosts(now: Date) throws(StoreError) {
        try writing { database in
            try database.execute(
                sql: "DELETE FROM host_rest WHERE until < ?", arguments: [now.unixSeconds])
            try database.execute(
                sql: "DELETE FROM robots WHERE checked_at < ?",
                arguments: [now.addingTimeInterval(-30 * 86_400).unixSeconds])
        }
    }

    // MARK: - For committing

    func save(_ memory: HostMemory, in database: Database) throws {
        // In order, so that no two crawlers wait for each other.
        for (host, until) in memory.rests.sorted(by: { $0.key < $1.key }) {
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO host_rest (host, until) VALUES (?, ?)
                    ON CONFLICT (host) DO UPDATE SET until = excluded.until
                    """)
            try statement.execute(arguments: [host, until.unixSeconds])
        }
        for (origin, copy) in memory.robots.sorted(by: { $0.key < $1.key }) {
            try copy.save(as: origin, in: database)
        }
    }
}

extension RobotsCopy {
    init(_ row: Row) {
        let url: String? = row["validator_url"]
        self.init(
            rules: row["rules"],
            fetchedAt: row.date("fetched_at"),
            checkedAt: Date(unixSeconds: row["checked_at"]), pauseSeconds: row["pause_seconds"],
            isUnavailable: row["is_unavailable"],
            validators: url.map {
                Validators(url: $0, etag: row["etag"], lastModified: row["last_modified"])
            })
    }

    fileprivate func save(as origin: String, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO robots (
                    origin, rules, fetched_at, checked_at, pause_seconds, is_unavailable,
                    validator_url, etag, last_modified)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (origin) DO UPDATE SET
                    rules = excluded.rules, fetched_at = excluded.fetched_at,
                    checked_at = excluded.checked_at, pause_seconds = excluded.pause_seconds,
                    is_unavailable = excluded.is_unavailable,
                    validator_url = excluded.validator_url, etag = excluded.etag,
                    last_modified = excluded.last_modified
                """)
        try statement.execute(arguments: [
            origin, rules, fetchedAt?.unixSeconds, checkedAt.unixSeconds, pauseSeconds,
            isUnavailable, validators?.url, validators?.etag, validators?.lastModified,
        ])
    }
}
