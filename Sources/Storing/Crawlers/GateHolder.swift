import PostgreSQL

/// A session that keeps others from storing, or from making a digest, as its server knows it.
package struct GateHolder: Hashable, Sendable, CustomStringConvertible {
    /// What it calls itself.
    let application: String
    /// The process that serves it, as `pg_terminate_backend` takes it.
    let process: Int
    /// From where it came; `nil` where that may not be seen, or it is the server's own machine.
    let client: String?

    /// As in `earshot (process 4711, from 192.0.2.7)`.
    package var description: String {
        "\(application) (process \(process)\(client.map { ", from \($0)" } ?? ""))"
    }
}

extension GateHolder {
    /// Those who keep a digest from being made: crawlers in the midst of a commit.
    static func ofEntrance(_ connection: Connection) throws(PostgreSQLError) -> [GateHolder] {
        let rows = try connection.query(
            .text(sql(where: "granted AND mode <> 'AccessShareLock'")))
        return (0..<rows.rowCount).map { row in
            GateHolder(
                application: rows.text(row, 0) ?? "", process: Int(rows.text(row, 1) ?? "") ?? 0,
                client: rows.text(row, 2))
        }
    }

    /// Those who keep crawlers from storing: whoever makes a digest, or waits to make one.
    static func ofCommits(in database: Database) throws -> [GateHolder] {
        try database.cachedStatement(
            sql: sql(where: "mode IN ('ExclusiveLock', 'AccessExclusiveLock')")
        ).rows([]).map { row in
            let process: String = row[1]
            return GateHolder(application: row[0], process: Int(process) ?? 0, client: row[2])
        }
    }

    private static func sql(where condition: String) -> String {
        // `pg_blocking_pids` knows of those who wait at this moment, and the one who asks does not.
        """
        SELECT coalesce(nullif(application_name, ''), 'a session without a name'), pid::text,
            host(client_addr)
        FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE locktype = 'relation' AND relation = 'crawler_gate'::regclass
            AND database = datid AND pid <> pg_backend_pid() AND \(condition)
        ORDER BY pid
        """
    }
}

/// When somebody who waits has something to say about it: who is in the way, when that is somebody
/// else than before, and once a minute.
struct GateNotice {
    /// Before which nothing is out of the ordinary.
    let patience: Duration
    private let start = ContinuousClock.now
    private var last: (holders: [GateHolder], at: ContinuousClock.Instant)?

    init(patience: Duration) {
        self.patience = patience
    }

    mutating func isNews(_ holders: [GateHolder]) -> Bool {
        let now = ContinuousClock.now
        guard !holders.isEmpty, now - start >= patience else { return false }
        if let last, last.holders == holders, now - last.at < .seconds(60) { return false }
        last = (holders, now)
        return true
    }
}
