import Foundation
import PostgreSQL

extension PostgreSQLEngine {
    /// Sees to it that nothing erased is left in the tables' files.
    ///
    /// What the server keeps beside them, in its log and in its own backups, it lets go of in its own
    /// time. Without rebuilding, pages are only said to be free: their bytes stay until something else is
    /// written there.
    ///
    /// - Parameter isRebuilding: writes the tables anew, which needs their size in free space.
    /// - Returns: `false` where somebody else was in the way of that.
    /// - Throws: `PostgreSQLError.notOwned` where tables that are to be rebuilt are another role's.
    func overwriteErased(isRebuilding: Bool) throws -> Bool {
        if isRebuilding { try checkOwnership() }
        return try outsideTransaction { connection in
            if isRebuilding, try !Self.outwaitsOlderTransactions(connection) { return false }
            do {
                for table in try Self.tables(connection) {
                    // One by one: it can be in no transaction.
                    try connection.run(script: "VACUUM \(isRebuilding ? "FULL " : "")\(table)")
                }
                return true
            } catch let error as PostgreSQLError where error.sqlState == "55P03" {
                return false
            }
        }
    }

    /// Of another role's tables `VACUUM` says with a warning that it passes them over, and ends well.
    func checkOwnership() throws {
        try outsideTransaction { connection in
            let strangers = try connection.query(
                .text(
                    """
                    SELECT min(pg_get_userbyid(relowner)::text), current_user::text FROM pg_class
                    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
                        AND NOT pg_has_role(relowner, 'USAGE')
                        AND NOT pg_has_role((
                            SELECT datdba FROM pg_database WHERE datname = current_database()
                        ), 'USAGE')
                    """))
            guard let owner = strangers.text(0, 0), let role = strangers.text(0, 1) else { return }
            throw PostgreSQLError.notOwned(by: role, but: owner)
        }
    }

    // MARK: - Private

    /// All but those that crawlers hold locks on, in which nothing stands that anybody wrote.
    private static func tables(_ connection: Connection) throws -> [String] {
        let names = try connection.query(
            .text(
                """
                SELECT quote_ident(relname) FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
                    AND relname NOT IN ('crawler_gate', 'feed_lease', 'host_lease')
                ORDER BY relname
                """))
        return (0..<names.rowCount).compactMap { names.text($0, 0) }
    }

    /// Waits for a while until nobody's transaction is older than what was erased: the server keeps for
    /// it what it may still read, and copies it into the new files.
    private static func outwaitsOlderTransactions(_ connection: Connection) throws -> Bool {
        // Of a transaction of its own, which comes after the one that erased.
        let answer = try connection.query(.text("SELECT pg_current_xact_id()::xid::text"))
        guard let latest = answer.text(0, 0) else { return false }
        let deadline = ContinuousClock.now + .seconds(10)
        while true {
            let older = try connection.query(
                .text(
                    """
                    SELECT EXISTS (
                        SELECT 1 FROM (
                            SELECT unnest(ARRAY[backend_xmin, backend_xid]) AS number
                            FROM pg_stat_activity
                            WHERE coalesce(datname, current_database()) = current_database()
                                AND pid <> pg_backend_pid() AND backend_type <> 'autovacuum worker'
                            UNION ALL SELECT xmin FROM pg_replication_slots
                            UNION ALL SELECT transaction FROM pg_prepared_xacts
                            WHERE database = current_database()
                        ) AS running
                        WHERE number IS NOT NULL AND age(number) >= age($1::xid))::int::bigint
                    """), [.text(latest)])
            if older.integer(0, 0) == 0 { return true }
            guard ContinuousClock.now < deadline else { return false }
            Thread.sleep(forTimeInterval: 0.1)
        }
    }
}
