import PostgreSQL

/// Keeps two runs on different machines from writing one archive on a server at the same time.
///
/// An advisory lock of a session of its own: the server lets go of it when the process ends, however
/// that happens, and within two minutes when its machine vanishes.
///
/// `@unchecked`: whoever holds the lock asks for it at one place, and the connection is otherwise only
/// held.
package final class ArchiveLock: @unchecked Sendable {
    private let name: String
    private var connection: Connection

    /// - Returns: `nil` for an archive in a file, which the run lock beside it is enough for.
    /// - Throws: `StoreError.locked` when another run holds it.
    package init?(of location: ArchiveLocation) throws(StoreError) {
        guard case .server(let address) = location else { return nil }
        name = location.description
        connection = try Self.locked(address, name: location.description)
    }

    /// Makes sure that it is held, and takes it again where the server has forgotten it, as one does
    /// that was started anew.
    ///
    /// - Throws: `StoreError.locked` when another run has taken it meanwhile.
    package func ensure() throws(StoreError) {
        do {
            _ = try connection.query(.text("SELECT 1"))
        } catch {
            guard error.isConnectionLost else { throw StoreError(error, path: name) }
            connection = try Self.locked(connection.address, name: name)
        }
    }

    // MARK: - Private

    /// - Parameter name: what messages call the archive.
    private static func locked(_ address: ServerAddress, name: String) throws(StoreError)
        -> Connection
    {
        do {
            let connection = try Connection(to: address, application: "earshot run lock")
            // It is idle for as long as the run takes.
            try connection.overrule(["idle_session_timeout": "0"])
            let answer = try connection.query(
                .text(
                    """
                    SELECT pg_try_advisory_lock(
                        \(PostgreSQLSchema.lockSpace), hashtext(coalesce(current_schema(), '')))
                    """))
            guard answer.truth(0, 0) == true else { throw StoreError.locked(path: name) }
            return connection
        } catch {
            throw StoreError(error, path: name)
        }
    }
}
