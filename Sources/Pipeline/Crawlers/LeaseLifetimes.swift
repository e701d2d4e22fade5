/// How long leases last, and what of them a crawler uses.
struct LeaseLifetimes: Sendable {
    /// After it others may have what was leased.
    let lease: Duration
    /// For so long something may be started at a host.
    let permit: Duration
    /// Between two renewals.
    let renewal: Duration

    /// - Parameter longestPoll: how long a request may take that was begun at the last moment.
    init(longestPoll: Duration) {
        permit = .seconds(20)
        renewal = .seconds(5)
        lease = permit + longestPoll + .seconds(10)
    }
}
