import Foundation
import Model
import Reporting
import Storing

/// What a digest's period is compared with.
extension Reports {
    /// A day is compared with what the digests of earlier days covered, if they are as long.
    func comparison(of window: Digest.Window, _ period: Digest.Scope.Period)
        throws(StoreError) -> DigestMaker.Comparison
    {
        guard period == .day else { return DigestMaker.Comparison(of: window, period) }
        let weekEarlier = LocalCalendar(timeZone: window.timeZone)
            .date(window.through, plus: -7, .day)
        return DigestMaker.Comparison(
            of: window, period, previous: try store.digestWindow(endingAt: window.after),
            weekBefore: try store.digestWindow(named: day(of: weekEarlier)))
    }

    /// When tickets of stories were first answered.
    ///
    /// A burst may have begun, and been answered, in the period that the window is compared with.
    ///
    /// - Parameter start: of the period that the window is compared with.
    func answers(until window: Digest.Window, since start: Date)
        throws(StoreError) -> [Int64: Date]
    {
        try store.answersToStories(since: start).filter { $0.value <= window.through }
    }

    /// What is missing from the period that a digest's own is compared with.
    ///
    /// None for a day's digest: the day before was told of by its own, and what was found out then may be of
    /// many days.
    func missedTimes(
        before comparison: DigestMaker.Comparison, _ period: Digest.Scope.Period,
        of feeds: Set<Feed.ID>?
    ) throws(StoreError) -> MissedTimes {
        guard period != .day else { return MissedTimes() }
        let before = comparison.previous
        return try missedTimes(
            in: Digest.Window(
                after: before.lowerBound, through: before.upperBound,
                timeZone: context.routing.timeZone), period, of: feeds)
    }
}
