import PostgreSQL

/// Keeps crawlers from storing anything while a digest is made.
///
/// What came in between would belong to a period that has been told, and be in no digest. They wait
/// for the seconds that it takes. An advisory lock of a session of its own, as the run lock.
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
            _ = try connection.query(.text("SELECT pg_advisory_lock(\(Self.key))"))
        } catch {
            throw StoreError(error, path: "\(location)")
        }
    }

    /// Lets crawlers go on.
    package func end() {
        // Where the connection is lost, so is the lock.
        _ = try? connection.query(.text("SELECT pg_advisory_unlock(\(Self.key))"))
    }

    /// Waits while a digest is being made; it cannot be begun before the transaction ends.
    static func wait(in database: Database) throws {
        try database.cachedStatement(sql: "SELECT pg_advisory_xact_lock_shared(\(key))")
            .execute()
    }

    private static let key = """
        \(PostgreSQLSchema.lockSpace + 1), hashtext(coalesce(current_schema(), ''))
        """
}
