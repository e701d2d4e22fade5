import Model

// What a source, or a file for all of its sources, says about how its feed is fetched.

extension Feed.Terms {
    /// Takes over what a source or the defaults of its file say; the rest stays as it is.
    mutating func read(
        pollEvery: YAMLValue?, robots: YAMLValue?, history: YAMLValue?,
        noting errors: inout [RuleError]
    ) {
        if let duration = errors.noting(try pollEvery?.pollInterval()) {
            self.pollEvery = duration
        }
        if let policy = robots?.robotsPolicy(noting: &errors) { self.robots = policy }
        if let wants = errors.noting(try history?.trueOrFalse()) { wantsHistory = wants }
    }
}

extension YAMLValue {
    /// `1.1`, the one version that can be insisted on.
    func isHTTP1() throws(RuleError) -> Bool {
        try choice(of: "HTTP version", HTTPVersion.self) == .http1
    }

    // MARK: - Private

    private enum HTTPVersion: String, CaseIterable {
        case http1 = "1.1"
    }

    private enum RobotsKey: String, CaseIterable {
        case ignore
    }

    /// From a minute to the 30 days of a monthly list.
    fileprivate func pollInterval() throws(RuleError) -> Duration {
        let month = Duration.seconds(30 * 86_400)
        return try duration(in: Duration.seconds(60)...month, written: ("1m", "30d"))
    }

    /// `obey`, or `ignore` with its reason; `nil` once a mistake is noted.
    fileprivate func robotsPolicy(noting errors: inout [RuleError]) -> RobotsPolicy? {
        guard isMapping else { return errors.noting(try robotsWord()) }
        guard let fields = Fields<RobotsKey>(self, noting: &errors) else { return nil }
        return errors.noting(try .ignore(reason: fields.required(.ignore).robotsReason()))
    }

    private func robotsWord() throws(RuleError) -> RobotsPolicy {
        switch try text() {
        case "obey": return .obey
        case "ignore": throw RuleError(.fetching(.noRobotsReason), at: place)
        case let word: throw RuleError(.fetching(.robots(word)), at: place)
        }
    }

    private func robotsReason() throws(RuleError) -> String {
        do {
            return try text()
        } catch  where error.mistake == .emptyText || isNothing {
            throw RuleError(.fetching(.noRobotsReason), at: place)
        }
    }
}
