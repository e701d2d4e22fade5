import PostgreSQL

/// What every commit of a crawler passes, and waits at while a digest is made.
///
/// It waits outside of the engine's queue, so that leases are renewed meanwhile.
enum CommitGate {
    /// That a digest is being made at the moment.
    struct Closed: Error {}

    /// Makes sure that no digest is made before the transaction ends.
    ///
    /// - Parameter database: in whose transaction nothing has been done yet.
    /// - Returns: what digests have told by now.
    /// - Throws: `Closed` where one is being made.
    static func pass(in database: Database) throws -> ToldPeriods {
        for setting in [
            "lock_timeout = '500ms'",
            // Who is stopped, or whose machine is, would keep everybody waiting.
            "idle_in_transaction_session_timeout = '30s'",
        ] {
            try database.cachedStatement(sql: "SET LOCAL \(setting)").execute()
        }
        try database.cachedStatement(sql: "LOCK TABLE crawler_gate IN ROW SHARE MODE").execute()
        // The first to be waited for; what it sees is what was there behind the gate.
        let told = try opened { try ToldPeriods(in: database) }
        try database.cachedStatement(sql: "SET LOCAL lock_timeout = '60s'").execute()
        return told
    }

    private static func opened<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as PostgreSQLError where error.isLockTimeout {
            throw Closed()
        }
    }
}

extension Store {
    /// Has a body that passes the gate change the archive, as soon as that is open.
    ///
    /// - Parameters:
    ///   - patience: how long it is waited once the task is cancelled.
    ///   - tell: is told who is in the way, when it takes longer than a digest usually does.
    /// - Returns: `nil` where it was not open in time, and nothing was stored.
    func writingBehindGate<Value: Sendable>(
        patience: Duration = .seconds(5), tell: @Sendable ([GateHolder]) -> Void,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value? {
        var notice = GateNotice(patience: .seconds(10))
        var end: ContinuousClock.Instant?
        while end.map({ $0 > .now }) ?? true {
            if let value = try await attempt(body) { return value }
            if Task.isCancelled, end == nil { end = .now + patience }
            let holders = try await reading { try GateHolder.ofCommits(in: $0) }
            if notice.isNews(holders) { tell(holders) }
            // Cut short when the crawl is ended; each attempt takes its time all the same.
            try? await Task.sleep(for: .milliseconds(500))
        }
        return nil
    }

    /// - Returns: `nil` where the gate is closed.
    private func attempt<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws(StoreError) -> Value?
    {
        do {
            return try await engine.transactions.write(body)
        } catch {
            guard error is CommitGate.Closed else { throw StoreError(error, path: path) }
            return nil
        }
    }
}
