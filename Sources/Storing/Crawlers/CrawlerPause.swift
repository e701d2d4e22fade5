import Foundation
import PostgreSQL

/// Keeps crawlers from storing anything while a digest is made.
///
/// What came in between would belong to a period that has been told, and be in no digest. They wait
/// for the seconds that it takes.
///
/// A lock of a table and no advisory one: it is waited for before the transaction sees anything
/// (PostgreSQL, "LOCK"), so that it sees the digest that was made. It is held by a transaction in a
/// session of its own, and goes with either. What must be true only if it was held all the time is
/// therefore stored by that same transaction.
///
/// An archive in a file has no crawlers beside the run, and needs no lock.
///
/// `@unchecked`: whoever makes the digest calls it, at one place, one call after the other.
package final class CrawlerPause: @unchecked Sendable {
    private let location: ArchiveLocation
    /// How long to stand in the queue without leaving it.
    ///
    /// Whoever waits there has all others wait behind them. A crawler's commit is over by then, and one
    /// that is frozen is ended by the server; for the sake of others the queue is then left at times.
    private let rush: Duration
    /// Whose transaction holds the lock.
    private var connection: Connection?

    /// - Parameter rush: how long nobody else is let in front while it is waited, and how long a server
    ///   is waited for that was there before.
    package init(of location: ArchiveLocation, rush: Duration = .seconds(60)) {
        self.location = location
        self.rush = rush
    }

    /// Waits until what is being stored is stored.
    ///
    /// - Parameters:
    ///   - attempt: how long to stand in the queue at a time; in between it is looked whether the
    ///     task is cancelled.
    ///   - tell: is told who is in the way, when that is somebody else than before and once a minute.
    /// - Returns: `false` where the task was cancelled first.
    package func begin(attempt: Duration = .seconds(3), tell: ([GateHolder]) -> Void)
        async throws(StoreError) -> Bool
    {
        guard case .server(let address) = location else { return true }
        var waiting = try opened(address)
        let start = ContinuousClock.now
        var lastAnswer = start
        var notice = GateNotice(patience: .zero)
        repeat {
            let holders: [GateHolder]
            do {
                guard let found = try self.holders(after: attempt, waiting) else { return true }
                holders = found
                lastAnswer = .now
            } catch {
                // Nothing has been done yet that would be lost with the connection.
                guard error.isConnectionLost, ContinuousClock.now - lastAnswer < rush else {
                    throw StoreError(error, path: "\(location)")
                }
                waiting = try opened(address)
                continue
            }
            if notice.isNews(holders) { tell(holders) }
            if ContinuousClock.now - start > rush {
                // Cut short when the task is cancelled, which is looked at next.
                try? await Task.sleep(for: attempt)
            }
        } while !Task.isCancelled
        return false
    }

    /// Waits for a minute at most, for what is asked for by hand.
    package func beginSoon() throws(StoreError) {
        guard case .server(let address) = location else { return }
        let waiting = try opened(address)
        let inTheWay: [GateHolder]?
        do {
            inTheWay = try holders(after: .seconds(60), waiting)
        } catch {
            throw StoreError(error, path: "\(location)")
        }
        if let holders = inTheWay {
            let names = holders.map { "\($0)" }.joined(separator: ", ")
            throw .server(
                name: "\(location)",
                reason: "for a minute \(names) did not let go of the archive; try again")
        }
    }

    /// Lets crawlers go on.
    package func end() {
        // Where the connection is lost, so is the lock.
        try? connection?.run(script: "ROLLBACK")
        connection = nil
    }

    /// Stores something in the transaction that has held the lock, and lets crawlers go on.
    ///
    /// - Returns: `false` where the lock was lost meanwhile, and nothing was stored.
    func finish(_ body: (Database) throws -> Void) throws -> Bool {
        guard let connection else { return false }
        self.connection = nil
        do {
            let session = try PostgreSQLSession(connection)
            try body(Database(session))
            try session.finish()
        } catch let error as PostgreSQLError where error.isConnectionLost {
            return false
        }
        do {
            _ = try connection.query(.text("COMMIT"))
        } catch {
            guard error.isConnectionLost else { throw error }
            throw StoreError.server(
                name: "\(location)",
                reason: "the connection broke while it was being kept that the digest is made "
                    + "(\(error.message)); run again, nothing was lost")
        }
        return true
    }

    // MARK: - Private

    private static let limits = [
        "idle_in_transaction_session_timeout": "0", "idle_session_timeout": "0",
        "statement_timeout": "0", "transaction_timeout": "0",
    ]

    /// A server that was there when the run began, and is starting anew, is waited for.
    private func opened(_ address: ServerAddress) throws(StoreError) -> Connection {
        let deadline = ContinuousClock.now + rush
        while true {
            do {
                let connection = try Connection(to: address, application: "earshot report")
                // Idle for as long as the digest takes to be made.
                try connection.overrule(Self.limits)
                return connection
            } catch {
                guard error.isConnectionLost, ContinuousClock.now < deadline else {
                    throw StoreError(error, path: "\(location)")
                }
            }
            Thread.sleep(forTimeInterval: 0.5)
        }
    }

    /// Stands in the queue once.
    ///
    /// - Returns: who was in the way; `nil` where the lock is held.
    private func holders(after attempt: Duration, _ connection: Connection)
        throws(PostgreSQLError) -> [GateHolder]?
    {
        if try Self.isLocked(by: connection, within: attempt) {
            self.connection = connection
            return nil
        }
        return try GateHolder.ofEntrance(connection)
    }

    private static func isLocked(by connection: Connection, within patience: Duration)
        throws(PostgreSQLError) -> Bool
    {
        do {
            try connection.run(
                script: """
                    BEGIN READ WRITE; SET LOCAL lock_timeout = \(Int(patience / .milliseconds(1)));
                    LOCK TABLE crawler_gate IN EXCLUSIVE MODE; SET LOCAL lock_timeout = '60s'
                    """)
            return true
        } catch {
            guard error.isLockTimeout else { throw error }
            try connection.run(script: "ROLLBACK")
            return false
        }
    }
}
