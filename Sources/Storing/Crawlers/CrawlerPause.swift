import PostgreSQL

/// Keeps crawlers from storing anything while a digest is made.
///
/// What came in between would belong to a period that has been told, and be in no digest. They wait
/// for the seconds that it takes.
///
/// A lock of a table and no advisory one: it is waited for before the transaction sees anything
/// (PostgreSQL, "LOCK"), so that it sees the digest that was made. It is held by a session of its
/// own, and goes with the process.
///
/// `@unchecked`: the connection is only held.
package final class CrawlerPause: @unchecked Sendable {
    private let connection: Connection

    /// Waits until what is being stored is stored.
    ///
    /// - Returns: `nil` for an archive in a file, which has no crawlers beside the run.
    package init?(of location: ArchiveLocation) throws(StoreError) {
        guard case .server(let address) = location else { return nil }
        do {
            connection = try Connection(to: address, application: "earshot report")
            try connection.run(script: "BEGIN; LOCK TABLE crawler_gate IN EXCLUSIVE MODE")
        } catch {
            throw StoreError(error, path: "\(location)")
        }
    }

    /// Lets crawlers go on.
    package func end() {
        // Where the connection is lost, so is the lock.
        try? connection.run(script: "ROLLBACK")
    }

    /// Waits while a digest is being made; the next cannot be begun before the transaction ends.
    ///
    /// - Parameter database: in whose transaction nothing has been done yet.
    static func wait(in database: Database) throws {
        // As long as it takes to make one, which is longer than others may be waited for.
        try database.cachedStatement(sql: "SET LOCAL lock_timeout = 0").execute()
        try database.cachedStatement(sql: "LOCK TABLE crawler_gate IN ROW SHARE MODE").execute()
    }
}
