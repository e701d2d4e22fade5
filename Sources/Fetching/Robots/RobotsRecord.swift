package import Foundation
package import Model

/// What we know of one origin's robots.txt, and for how long it may be relied on.
///
/// Ask `needsFetch` first. `decision` then goes by the last good copy, also while the origin cannot
/// be reached; after 30 days of that nothing may be fetched any more (RFC 9309 §2.3.1.4).
package struct RobotsRecord: Hashable, Sendable {
    /// The last good copy; `nil` when there has been none.
    package private(set) var rules: RobotsRules?
    /// When that copy was last known to be what the origin says.
    package private(set) var fetchedAt: Date?
    /// What the server gave to recognise that copy by.
    package private(set) var validators: Validators?
    /// When the origin was last asked.
    package private(set) var checkedAt: Date
    /// From `checkedAt` on, how long it is not asked again.
    package private(set) var pause: Duration
    /// Whether it could not say anything then.
    package private(set) var isUnavailable: Bool

    package enum Decision: Hashable, Sendable {
        case allowed
        /// The rule as in the file, percent-encoded: `Disallow: /private/`.
        case disallowed(rule: String)
        /// What the origin allows is not known at present.
        case unavailable
    }

    /// As stored.
    package init(
        rules: RobotsRules?, fetchedAt: Date?, validators: Validators?, checkedAt: Date,
        pause: Duration, isUnavailable: Bool
    ) {
        self.rules = rules
        self.fetchedAt = fetchedAt
        self.validators = validators
        self.checkedAt = checkedAt
        self.pause = pause
        self.isUnavailable = isUnavailable
    }

    /// For an origin that was asked for the first time; see `update`.
    package init(
        _ answer: RobotsAnswer, at now: Date, maxAge: Duration? = nil, retryAfter: Duration? = nil,
        validators: Validators? = nil
    ) {
        self.init(
            rules: nil, fetchedAt: nil, validators: nil, checkedAt: now, pause: .zero,
            isUnavailable: true)
        update(
            with: answer, at: now, maxAge: maxAge, retryAfter: retryAfter, validators: validators)
    }

    /// Whether the origin is to be asked (again) before it is relied on.
    ///
    /// A time of asking that is still to come is that of a clock since put right, and not believed.
    package func needsFetch(at now: Date) -> Bool {
        now < checkedAt || now >= checkedAt.addingTimeInterval(pause / .seconds(1))
    }

    package func decision(for pathAndQuery: String, at now: Date) -> Decision {
        if RobotsRules.isRobotsFile(pathAndQuery) { return .allowed }
        guard let rules, let fetchedAt, now <= fetchedAt.addingTimeInterval(Self.longestReliance)
        else { return .unavailable }
        return rules.ruleForbidding(pathAndQuery).map { .disallowed(rule: $0.description) }
            ?? .allowed
    }

    /// Takes in what the origin answered.
    ///
    /// - Parameters:
    ///   - maxAge: how long the answer may be kept; zero where it may not. A copy is used for 24
    ///     hours at most, as the RFC has it, and for 5 minutes at least, as to ask before each
    ///     page would double what we ask for.
    ///   - retryAfter: how long we are asked to stay away, followed up to 24 hours.
    ///   - validators: those of this answer, if it has some.
    package mutating func update(
        with answer: RobotsAnswer, at now: Date, maxAge: Duration? = nil,
        retryAfter: Duration? = nil, validators: Validators? = nil
    ) {
        checkedAt = now
        switch answer {
        case .rules(let rules): keep(rules, validators, at: now, for: maxAge)
        case .noRules: keep(.allowAll, nil, at: now, for: maxAge)
        case .unchanged:
            if let rules {
                keep(rules, validators ?? self.validators, at: now, for: maxAge)
            } else {
                // It answers for a copy that we do not hold.
                wait(retryAfter)
            }
        case .unavailable: wait(retryAfter)
        }
    }

    // MARK: - Private

    private static let shortestPause = Duration.seconds(5 * 60)
    private static let longestPause = Duration.seconds(24 * 3_600)
    private static let longestReliance: TimeInterval = 30 * 86_400

    private mutating func keep(
        _ rules: RobotsRules, _ validators: Validators?, at now: Date, for maxAge: Duration?
    ) {
        self.rules = rules
        self.validators = validators
        fetchedAt = now
        isUnavailable = false
        pause = Self.bounded(maxAge ?? Self.longestPause)
    }

    private mutating func wait(_ retryAfter: Duration?) {
        isUnavailable = true
        pause = Self.bounded(retryAfter ?? Self.shortestPause)
    }

    private static func bounded(_ pause: Duration) -> Duration {
        min(max(pause, shortestPause), longestPause)
    }
}
