import Foundation
import PostgreSQL
import Synchronization

/// An archive on a server.
///
/// A transaction that meets another one, or whose connection is lost, is carried out again from its
/// beginning; where the connection was lost while it was being kept, the server is asked whether it
/// was (`pg_xact_status`), so that nothing is doubled.
///
/// Tasks read through connections of their own, several at once: each read waits for a server that may
/// be far away, and a crawl reads for every feed. All of them see what was stored before.
///
/// `@unchecked`: what can change is touched on `queue` alone.
final class PostgreSQLEngine: StoreEngine, @unchecked Sendable {
    let address: ServerAddress
    private let isReadOnly: Bool
    private let patience: Duration
    /// Shared with the readers.
    private let outage: Outage
    private let queue = DispatchQueue(label: "earshot.postgresql")
    private var session: PostgreSQLSession?
    /// Whether the server answered anything in the transaction that failed last.
    private var hadAnswered = false
    /// Through which tasks read in turn.
    private let readers: [PostgreSQLEngine]
    private let reads = Atomic(0)

    /// As many as documents are read at once on two cores.
    private static let readerCount = 4

    /// - Parameter patience: how long it is tried to reach a server that was there before, and to get
    ///   past other transactions.
    /// - Throws: `PostgreSQLError` where there is nobody, at once.
    init(_ address: ServerAddress, isReadOnly: Bool, patience: Duration = .seconds(60)) throws {
        self.address = address
        self.isReadOnly = isReadOnly
        self.patience = patience
        let outage = Outage(longestAttempt: address.longestAttempt)
        self.outage = outage
        readers = (0..<Self.readerCount).map { _ in
            PostgreSQLEngine(readingFrom: address, patience, outage)
        }
        session = try Self.open(address, isReadOnly: isReadOnly)
    }

    /// One that connects when it is first used.
    private init(readingFrom address: ServerAddress, _ patience: Duration, _ outage: Outage) {
        self.address = address
        self.patience = patience
        self.outage = outage
        isReadOnly = true
        readers = []
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.sync { try retrying(.readOnly, isRepeatable: true, body) }
    }

    func readOnce<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.sync { try retrying(.readOnly, isRepeatable: false, body) }
    }

    func write<Value>(isKept: Bool, _ body: (Database) throws -> Value) throws -> Value {
        try queue.sync { try retrying(.writing(isKept: isKept), isRepeatable: true, body) }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        let count = reads.wrappingAdd(1, ordering: .relaxed).newValue
        let reader = readers[count % readers.count]
        return try await withCheckedThrowingContinuation { continuation in
            reader.queue.async {
                continuation.resume(
                    with: Result { try reader.retrying(.readOnly, isRepeatable: true, body) })
            }
        }
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result {
                        try self.retrying(.writing(isKept: true), isRepeatable: true, body)
                    })
            }
        }
    }

    // MARK: What only servers have

    /// - Parameter name: what messages call it.
    func standing(name: String) throws -> PostgreSQLSchema.Standing {
        try outsideTransaction { try PostgreSQLSchema.standing($0, name: name) }
    }

    func migrate(name: String) throws {
        try outsideTransaction { connection in
            let isLatest =
                try PostgreSQLSchema.standing(connection, name: name)
                == .ours(version: PostgreSQLSchema.latest)
            if !isLatest { try PostgreSQLSchema.migrate(connection, name: name) }
        }
    }

    /// Hands over the connection outside of any transaction, for what cannot be in one.
    ///
    /// - Parameter body: is called again, from its beginning, where the connection was lost; what it did
    ///   until then may be done twice.
    func outsideTransaction<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try queue.sync {
            var retry = Retry(for: patience)
            while true {
                do {
                    return try body(try openSession().connection)
                } catch let error as PostgreSQLError where error.isConnectionLost {
                    session = nil
                    guard retry.wait(since: outage.noteFailure()) else { throw error }
                }
            }
        }
    }

    // MARK: - Private

    private enum Transaction {
        case readOnly
        case writing(isKept: Bool)

        var isReadOnly: Bool {
            switch self {
            case .readOnly: true
            case .writing: false
            }
        }
    }

    private enum Outcome<Value> {
        case done(Value)
        /// It is not known whether the server kept it.
        case unclear(Value, transaction: String, PostgreSQLError)
    }

    /// - Parameter isRepeatable: whether the body may be called again once it has been answered.
    private func retrying<Value>(
        _ transaction: Transaction, isRepeatable: Bool, _ body: (Database) throws -> Value
    ) throws -> Value {
        var retry = Retry(for: patience)
        while true {
            let outcome: Outcome<Value>
            do {
                outcome = try attempt(transaction, body)
            } catch let error as PostgreSQLError where error.isConnectionLost || error.isConflict {
                let start = error.isConnectionLost ? outage.noteFailure() : .now
                guard isRepeatable || !hadAnswered, retry.wait(since: start) else { throw error }
                continue
            }
            switch outcome {
            case .done(let value): return value
            case .unclear(let value, let number, let error):
                if try wasKept(number, orElse: error) { return value }
                guard retry.wait() else { throw error }
            }
        }
    }

    private func attempt<Value>(
        _ transaction: Transaction, _ body: (Database) throws -> Value
    ) throws -> Outcome<Value> {
        hadAnswered = false
        let session = try openSession()
        let value: Value
        var number: String?
        do {
            try session.begin(isReadOnly: isReadOnly || transaction.isReadOnly)
            value = try body(Database(session))
            if case .writing(isKept: true) = transaction {
                number = try session.finishNumbered()
            } else {
                try session.finish()
            }
        } catch {
            hadAnswered = session.hasAnswered
            rollBack(session)
            throw error
        }
        switch transaction {
        case .readOnly:
            // Whether its end was heard makes no difference, so that nobody waits for it.
            try? session.connection.sendLast(.kept("COMMIT"))
            return .done(value)
        case .writing(isKept: false):
            rollBack(session)
            return .done(value)
        case .writing(isKept: true):
            return try commit(value, numbered: number, in: session)
        }
    }

    private func commit<Value>(
        _ value: Value, numbered number: String?, in session: PostgreSQLSession
    ) throws -> Outcome<Value> {
        do {
            _ = try session.connection.query(.kept("COMMIT"))
            return .done(value)
        } catch let error where error.isConnectionLost {
            // Without a number it has changed nothing.
            guard let number else { return .done(value) }
            self.session = nil
            return .unclear(value, transaction: number, error)
        }
    }

    /// Asks, on a new connection, what has become of a transaction.
    ///
    /// - Throws: `lost` where nobody can tell in time.
    private func wasKept(_ number: String, orElse lost: PostgreSQLError) throws -> Bool {
        var retry = Retry(for: patience)
        var start: ContinuousClock.Instant
        repeat {
            start = .now
            do {
                let answer = try openSession().connection.query(
                    .text("SELECT pg_xact_status($1::xid8)"), [.text(number)])
                // What the server has forgotten is older than anything of ours.
                switch answer.text(0, 0) {
                case "committed": return true
                case nil, "aborted": return false
                default: break
                }
            } catch let error as PostgreSQLError where error.isConnectionLost {
                session = nil
                start = outage.noteFailure()
            } catch let error as PostgreSQLError where error.sqlState == "22023" {
                // To this server it is still to come: one that has taken the other's place.
                return false
            }
        } while retry.wait(since: start)
        throw lost
    }

    private func rollBack(_ session: PostgreSQLSession) {
        do {
            // What was sent and failed is told by the first of these.
            try? session.connection.flush()
            _ = try session.connection.query(.text("ROLLBACK"))
        } catch {
            // A connection in an unknown state is of no use; the server ends what is left on it.
            self.session = nil
        }
    }

    private func openSession() throws -> PostgreSQLSession {
        if let session { return session }
        let opened = try Self.open(address, isReadOnly: isReadOnly)
        outage.end()
        session = opened
        return opened
    }

    private static func open(_ address: ServerAddress, isReadOnly: Bool) throws
        -> PostgreSQLSession
    {
        let connection = try Connection(to: address)
        _ = try connection.query(.text(settings(isReadOnly: isReadOnly)))
        return try PostgreSQLSession(connection)
    }

    /// Limits that the address, the role or the database set go before these.
    private static func settings(isReadOnly: Bool) -> String {
        let limits = [("lock_timeout", "60s"), ("statement_timeout", "30min")].map { name, value in
            """
            CASE WHEN current_setting('\(name)') = '0'
                THEN set_config('\(name)', '\(value)', false) END
            """
        }
        let fixed = [
            // All rows of a cursor are read.
            ("cursor_tuple_fraction", "1.0"),
            // Compiling takes longer than statements as small as these.
            ("jit", "off"),
            ("default_transaction_read_only", isReadOnly ? "on" : "off"),
            ("bytea_output", "hex"), ("DateStyle", "ISO"),
            // Names of tables are compared as texts.
            ("quote_all_identifiers", "off"),
        ].map { "set_config('\($0)', '\($1)', false)" }
        return "SELECT \((limits + fixed).joined(separator: ", "))"
    }
}
