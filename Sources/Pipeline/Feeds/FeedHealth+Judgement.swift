import Foundation
import Model
import Scheduling
import Storing

extension FeedHealth {
    /// Judges a feed by what is remembered of it.
    ///
    /// It is silent when it has been quiet for four times its usual gap, and for three days at least;
    /// a usual gap is known from ten entries on that were not all said at once: what a site has put in
    /// on one day, or dates by the day it was fetched, has no rhythm.
    ///
    /// - Parameters:
    ///   - run: the moment of the run that was to poll the feed, and may have been ended before its
    ///     turn; `nil` to judge by earlier runs.
    ///   - isPostponed: whether that run has put the feed off.
    init(
        _ feed: Feed, state: FeedState?, activity: FeedActivity?, now: Date, run: Date? = nil,
        isPostponed: Bool = false
    ) {
        let judgement = Judgement(
            feed, state: state, activity: activity, now: now, run: run, isPostponed: isPostponed)
        self.init(
            feed: feed.id, sourceName: feed.name, status: judgement.status,
            lastSuccessAt: state?.lastSuccessAt, lastNewEntryAt: state?.lastNewEntryAt,
            lastEntryAt: judgement.status == .silent ? activity?.last : nil,
            failuresInARow: state?.failuresInARow ?? 0, message: judgement.message,
            entries: activity?.entries ?? 0,
            failure: judgement.status == .failing ? state?.lastFailure.map(Failure.init) : nil)
    }
}

/// How a feed stands, and what to do about it.
private struct Judgement {
    let status: FeedHealth.Status
    /// `nil` where all is well.
    let message: String?

    init(
        _ feed: Feed, state: FeedState?, activity: FeedActivity?, now: Date, run: Date?,
        isPostponed: Bool
    ) {
        let wasPassedOver =
            if let run, let last = state?.lastPolledAt, last != run {
                isPostponed || PollScheduler(now: run).isDue(feed, state)
            } else {
                false
            }
        if wasPassedOver {
            status = .unheard
            message =
                "not asked in this run, which had no time for it or let its host rest; the "
                + "next one polls it"
        } else if feed.isElsewhere(than: state) {
            status = .unheard
            message = "not polled yet at its new address; `earshot run` polls it"
        } else if state?.polling.retiredAt != nil {
            status = .retired
            message = "gone for good, as its server said twice; remove it from the feeds file"
        } else if let failure = state?.lastFailure {
            status = .failing
            message = failure.message
        } else if state?.lastSuccessAt == nil {
            status = .unheard
            message = Self.notPolled(restingUntil: state?.nextCheckAt, now: now)
        } else if let silence = Self.silence(activity, now: now) {
            status = .silent
            message = silence
        } else {
            status = .ok
            message = nil
        }
    }

    private static func notPolled(restingUntil end: Date?, now: Date) -> String {
        guard let end, end > now else { return "not polled yet; `earshot run` polls it" }
        return "not polled yet, as its host wants to be left alone until "
            + "\(ContractJSON.timestamp(end)); the first run after that polls it"
    }

    /// - Returns: `nil` where the feed has not been quiet for long, or its usual gap is not known.
    private static func silence(_ activity: FeedActivity?, now: Date) -> String? {
        guard let activity, activity.entries >= 10 else { return nil }
        let quiet = now.timeIntervalSince(activity.last)
        let time = activity.last.timeIntervalSince(activity.first)
        guard time >= Self.shortestTime else { return nil }
        let gap = time / Double(activity.entries)
        guard quiet > max(3 * 86_400, 4 * gap) else { return nil }
        return "nothing new for \(Int(quiet / 86_400)) days, usually "
            + "\(rhythm(gap)); see whether the site has moved its feed"
    }

    /// Of the ten entries that show a rhythm, in seconds.
    private static let shortestTime: TimeInterval = 3_600

    private static func rhythm(_ gap: Double) -> String {
        let days = Int((gap / 86_400).rounded())
        if days > 1 { return "one in \(days) days" }
        let perDay = Int(86_400 / max(gap, 1))
        return perDay > 1 ? "\(perDay) a day" : "one a day"
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
