package import Foundation
package import Model

/// Decides when each feed is asked next, and where.
///
/// All of it is a function of what is remembered of the feed, what its last answer said, and the
/// time of the run: the same polls give the same plan, and a restart asks nobody again.
package struct PollScheduler: Sendable {
    /// The moment of the run.
    package let now: Date

    package init(now: Date) {
        self.now = now
    }

    /// Whether it is the feed's turn.
    ///
    /// A file of the operator's own always has its turn. So has a feed whose last poll is still to come,
    /// or whose next check lies further ahead than any plan reaches: the clock was wrong when the plan
    /// was made, or when the feed was taken for gone. In hours and on days that the feed wants skipped
    /// it has none, as long as that does not keep it from being heard at all.
    package func isDue(_ feed: Feed, _ state: FeedState?) -> Bool {
        guard case .url(let url) = feed.address, let state, let next = state.nextCheckAt,
            state.polling.configuredURL == url
        else { return true }
        let wait = next.timeIntervalSince(now)
        let lead = state.lastPolledAt?.timeIntervalSince(now) ?? 0
        if lead > Self.mostLead { return true }
        guard state.polling.retiredAt == nil else { return false }
        if wait > Self.longestPlan { return true }
        let patience = feed.terms.pollEvery == nil ? state.polling.wishes.patience(at: now) : 0
        return wait + patience <= Self.grace(before: next, since: state.lastPolledAt)
    }

    /// What is remembered of a feed, without what was learnt at another address than the one that
    /// stands in the feeds file now.
    package func current(_ state: FeedState?, of feed: Feed) -> FeedState {
        var state = state ?? FeedState()
        let address = feed.address.written
        if state.polling.configuredURL != address {
            state.polling = PollingState(configuredURL: address)
            state.nextCheckAt = nil
        }
        return state
    }

    /// The poll to make: where the feed has moved to, and with what it can be recognised by.
    package func request(for feed: Feed, _ state: FeedState, credentials: Credentials?)
        -> FetchRequest
    {
        let isTrusted = !state.polling.saysUnmodifiedWrongly && !isUnmodifiedForTooLong(state)
        return FetchRequest(
            feed: feed, address: state.polling.movedTo.map(Feed.Address.url),
            validators: isTrusted ? state.validators : nil, bodyHash: state.bodyHash,
            credentials: credentials)
    }

    /// A server that has said nothing but 304 for two weeks, and for three times as long as the feed
    /// usually takes, is asked for the whole document once: some say 304 whatever has changed.
    package func isUnmodifiedForTooLong(_ state: FeedState) -> Bool {
        guard let since = state.polling.unmodifiedSince else { return false }
        let usual = Double(state.polling.wishes.usualGapSeconds ?? 0)
        return now.timeIntervalSince(since) > max(14 * Self.day, 3 * usual)
    }

    // MARK: - For the extensions

    static let hour: TimeInterval = 3_600
    static let day: TimeInterval = 86_400
    /// No plan reaches further, so a date beyond it is a mistake.
    static let longestPlan = 40 * day
    /// A clock that was further ahead is not waited for.
    ///
    /// One that was a day ahead is: all feeds asked at once, each time that it jumps, would be a storm.
    private static let mostLead = 2 * day
    /// Within these a feed finds its own rhythm.
    static let intervals = hour...day

    /// How much too early still counts as on time: a fiftieth of the time waited, half an hour at most.
    ///
    /// Otherwise a run that starts each day at six would find yesterday's feeds not quite due.
    private static func grace(before next: Date, since last: Date?) -> TimeInterval {
        guard let last, next > last else { return 0 }
        return min(next.timeIntervalSince(last) * graceShare, hour / 2)
    }

    private static let graceShare = 0.02

    /// The wait to plan so that it is never shorter than this one, however early a poll is forgiven.
    ///
    /// For what somebody else asks for. A day is a day to a scheduler, so that one stays as it is.
    static func unforgiven(_ wait: TimeInterval) -> TimeInterval {
        wait >= day ? wait : min(wait / (1 - graceShare) + 1, day)
    }
}
