import Foundation
import PostgreSQL

/// Keeps two runs on different machines from writing one archive on a server at the same time, and runs from
/// writing while it is read.
///
/// An advisory lock of a session of its own: the server lets go of it when the process ends, however
/// that happens, and within two minutes when its machine vanishes.
///
/// `@unchecked`: whoever holds the lock asks for it at one place, and the connection is otherwise only
/// held.
package final class ArchiveLock: @unchecked Sendable {
    private let name: String
    private let isReader: Bool
    private var connection: Connection

    /// - Parameter isReader: Whether it keeps runs away alone, and not other readers.
    /// - Returns: `nil` for an archive in a file, which the run lock beside it is enough for.
    /// - Throws: `StoreError.locked` when another run holds it.
    package init?(of location: ArchiveLocation, isReader: Bool = false) throws(StoreError) {
        guard case .server(let address) = location else { return nil }
        name = location.description
        self.isReader = isReader
        do {
            connection = try Self.locked(Self.opened(address), name: name, isReader: isReader)
        } catch {
            throw StoreError(error, path: name)
        }
    }

    /// Makes sure that it is held, and takes it again where the server has forgotten it, as one does
    /// that was started anew; one that is still starting is waited for.
    ///
    /// - Throws: `StoreError.locked` when another run has taken it meanwhile.
    package func ensure() throws(StoreError) {
        do {
            _ = try connection.query(.text("SELECT 1"))
        } catch {
            guard error.isConnectionLost else { throw StoreError(error, path: name) }
            do {
                connection = try Self.lockedAgain(
                    connection.address, name: name, isReader: isReader)
            } catch {
                throw StoreError(error, path: name)
            }
        }
    }

    // MARK: - Private

    /// How long it is tried to reach a server that was there before.
    private static let patience = Duration.seconds(60)
    /// How long a lock is waited for: the server holds that of a process which has just ended until it
    /// has noticed.
    private static let afterglow = Duration.seconds(2)

    private static func lockedAgain(
        _ address: ServerAddress, name: String, isReader: Bool
    ) throws -> Connection {
        let deadline = ContinuousClock.now + patience
        while true {
            do {
                return try locked(opened(address), name: name, isReader: isReader)
            } catch let error as PostgreSQLError where error.isConnectionLost {
                guard ContinuousClock.now < deadline else { throw error }
            }
            Thread.sleep(forTimeInterval: 0.5)
        }
    }

    private static func opened(_ address: ServerAddress) throws -> Connection {
        let connection = try Connection(to: address, application: "earshot run lock")
        // It is idle for as long as the run takes.
        try connection.overrule(["idle_session_timeout": "0"])
        return connection
    }

    /// - Parameter name: what messages call the archive.
    private static func locked(
        _ connection: Connection, name: String, isReader: Bool
    ) throws -> Connection {
        let attempt = isReader ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock"
        let deadline = ContinuousClock.now + afterglow
        while true {
            let answer = try connection.query(
                .text(
                    """
                    SELECT \(attempt)(
                        \(PostgreSQLSchema.lockSpace), hashtext(coalesce(current_schema(), '')))
                    """))
            if answer.truth(0, 0) == true { return connection }
            guard ContinuousClock.now < deadline else { throw StoreError.locked(path: name) }
            Thread.sleep(forTimeInterval: 0.05)
        }
    }
}
