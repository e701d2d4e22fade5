import PostgreSQL

/// Keeps two runs on different machines from writing one archive on a server at the same time.
///
/// An advisory lock of a session of its own: the server lets go of it when the process ends, or its
/// machine, however that happens.
///
/// `@unchecked`: the connection is only held.
package final class ArchiveLock: @unchecked Sendable {
    private let connection: Connection

    /// - Returns: `nil` for an archive in a file, which the run lock beside it is enough for.
    /// - Throws: `StoreError.locked` when another run holds it.
    package init?(of location: ArchiveLocation) throws(StoreError) {
        guard case .server(let address) = location else { return nil }
        do {
            connection = try Connection(to: address, application: "earshot run lock")
            let answer = try connection.query(
                .text(
                    """
                    SELECT pg_try_advisory_lock(
                        \(PostgreSQLSchema.lockSpace), hashtext(coalesce(current_schema(), '')))
                    """))
            guard answer.truth(0, 0) == true else { throw StoreError.locked(path: "\(location)") }
        } catch {
            throw StoreError(error, path: "\(location)")
        }
    }
}
