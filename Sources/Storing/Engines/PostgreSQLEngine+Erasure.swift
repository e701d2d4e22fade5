import Foundation
import PostgreSQL

extension PostgreSQLEngine {
    /// Sees to it that nothing erased is left in the tables' files.
    ///
    /// What the server keeps beside them, in its log and in its own backups, it lets go of in its own
    /// time. Without rebuilding, pages are only said to be free: their bytes stay until something else is
    /// written there.
    ///
    /// - Parameter isRebuilding: writes anew the parts of entries that something was erased from, and the
    ///   tables beside them, which needs their size in free space, one after the other.
    /// - Returns: `false` where somebody else was in the way of that.
    /// - Throws: `PostgreSQLError.notOwned` where tables that are to be rebuilt are another role's.
    func overwriteErased(isRebuilding: Bool) throws -> Bool {
        if isRebuilding { try checkOwnership() }
        return try outsideTransaction { connection in
            if isRebuilding, try !Self.outwaitsOlderTransactions(connection) { return false }
            do {
                for table in try Self.tables(connection, isRebuilding: isRebuilding) {
                    // One by one: it can be in no transaction.
                    try connection.run(script: "VACUUM \(isRebuilding ? "FULL " : "")\(table)")
                }
                if isRebuilding {
                    try Self.renewStatistics(connection)
                    try connection.run(script: "UPDATE entry_part SET has_erased = false")
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
                    WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind IN ('r', 'p')
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

    /// All but those that crawlers hold locks on, in which nothing stands that anybody wrote; of those
    /// that lie in parts, to be rebuilt, the parts that something was erased from.
    private static func tables(_ connection: Connection, isRebuilding: Bool) throws -> [String] {
        let names = try connection.query(
            .text(
                """
                SELECT quote_ident(relname), relispartition FROM pg_class
                WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind = 'r'
                    AND relname NOT IN ('crawler_gate', 'feed_lease', 'host_lease')
                ORDER BY relname
                """))
        let erased = try connection.query(
            .text("SELECT number FROM entry_part WHERE has_erased ORDER BY number"))
        let touched = Set(
            (0..<erased.rowCount).compactMap { erased.integer($0, 0) }
                .flatMap { EntryPart(number: $0).tables })
        return (0..<names.rowCount).compactMap { row in
            let name = names.text(row, 0)
            let isLeft = isRebuilding && names.truth(row, 1) == true
            return isLeft ? name.flatMap { touched.contains($0) ? $0 : nil } : name
        }
    }

    /// The planner's statistics quote what is frequent in a column, such as words.
    private static func renewStatistics(_ connection: Connection) throws {
        let names = try connection.query(
            .text(
                """
                SELECT quote_ident(relname) FROM pg_class
                WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind IN ('r', 'p')
                    AND NOT relispartition
                    AND relname NOT IN ('crawler_gate', 'feed_lease', 'host_lease')
                ORDER BY relname
                """))
        for name in (0..<names.rowCount).compactMap({ names.text($0, 0) }) {
            try connection.run(script: "ANALYZE \(name)")
        }
        // Their former rows; only the database's owner may, and of others the server warns.
        try connection.run(script: "VACUUM FULL pg_catalog.pg_statistic")
    }

    /// Waits for a while until nobody's transaction is older than what was erased: the server keeps for
    /// it what it may still read, and copies it into the new files.
    ///
    /// Of its own workers those count that gather statistics: they read as others do. Where they only
    /// vacuum, nothing is kept for them.
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
                                AND pid <> pg_backend_pid()
                                AND (backend_type <> 'autovacuum worker' OR query LIKE '%ANALYZE%')
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
