import Foundation
import Model
import Scheduling
import Storing

extension FeedHealth {
    /// Judges a feed by what is remembered of it.
    ///
    /// It is silent when it has been quiet for four times its usual gap, and for three days at least;
    /// a usual gap is known from ten entries on.
    ///
    /// - Parameters:
    ///   - run: the moment of the run that was to poll the feed, and may have been ended before its
    ///     turn; `nil` to judge by earlier runs.
    ///   - isPostponed: whether that run has put the feed off.
    init(
        _ feed: Feed, state: FeedState?, activity: FeedActivity?, now: Date, run: Date? = nil,
        isPostponed: Bool = false
    ) {
        let entries = activity?.entries ?? 0
        let quiet = activity.map { now.timeIntervalSince($0.last) } ?? 0
        let gap = activity.map { $0.last.timeIntervalSince($0.first) / Double(max(1, entries)) }
        let patience = max(3 * 86_400, 4 * (gap ?? 0))
        let status: Status
        var message: String?
        let plan = PollScheduler(now: run ?? now)
        if let run, let last = state?.lastPolledAt, last != run,
            isPostponed || plan.isDue(feed, state)
        {
            status = .unheard
            message =
                "not asked in this run, which had no time for it or let its host rest; the "
                + "next one polls it"
        } else if feed.isElsewhere(than: state) {
            status = .unheard
            message = "not polled yet at its new address; `earshot run` polls it"
        } else if state?.polling.retiredAt != nil {
            status = .failing
            message = "gone for good, as its server said twice; remove it from the feeds file"
        } else if let failure = state?.lastFailure {
            status = .failing
            message = failure.message
        } else if state?.lastSuccessAt == nil {
            status = .unheard
            let rest = state?.nextCheckAt.flatMap { $0 > now ? $0 : nil }
            message =
                rest.map {
                    "not polled yet, as its host wants to be left alone until "
                        + "\(ContractJSON.timestamp($0)); the first run after that polls it"
                } ?? "not polled yet; `earshot run` polls it"
        } else if entries >= 10, quiet > patience {
            status = .silent
            message =
                "nothing new for \(Int(quiet / 86_400)) days, usually "
                + "\(Self.rhythm(gap ?? 0)); see whether the site has moved its feed"
        } else {
            status = .ok
        }
        self.init(
            feed: feed.id, sourceName: feed.name, status: status,
            lastSuccessAt: state?.lastSuccessAt, lastNewEntryAt: state?.lastNewEntryAt,
            failuresInARow: state?.failuresInARow ?? 0, message: message, entries: entries,
            failure: status == .failing ? state?.lastFailure.map(Failure.init) : nil)
    }

    // MARK: - Private

    private static func rhythm(_ gap: Double) -> String {
        gap < 86_400
            ? "\(max(1, Int(86_400 / max(gap, 1)))) a day" : "one in \(Int(gap / 86_400)) days"
    }
}

extension Feed {
    /// Whether the feeds file gives another address than the one that all this was learnt at.
    fileprivate func isElsewhere(than state: FeedState?) -> Bool {
        guard case .url(let url) = address, let known = state?.polling.configuredURL else {
            return false
        }
        return url != known
    }
}

extension Store {
    /// The health of each feed, in the order of the list.
    ///
    /// - Parameter run: the run that has just polled the feeds; `nil` to judge by earlier ones.
    func health(of feeds: [Feed], now: Date, after run: RunCoverage? = nil)
        throws(StoreError) -> [FeedHealth]
    {
        let states = try feedStates()
        let activity = try feedActivity()
        return feeds.map { feed in
            let isCovered = run?.covers(feed) ?? false
            return FeedHealth(
                feed, state: states[feed.id], activity: activity[feed.id], now: now,
                run: isCovered ? run?.now : nil,
                isPostponed: run?.postponed.contains(feed.id) ?? false)
        }
    }
}
