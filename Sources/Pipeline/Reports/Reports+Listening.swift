import Foundation
import Model
import Reporting
import RuleLoading
import Storing

/// When anybody listened, as reports go by it.
extension Reports {
    /// The times in which nothing was heard of any feed.
    ///
    /// - Parameter isLaterKnown: whether what was heard after the end may show that a pause had begun
    ///   before it.
    func pauses(before end: Date, days: Int, isLaterKnown: Bool = false)
        throws(StoreError) -> [Range<Date>]
    {
        let start = end.addingTimeInterval(-Double(days) * 86_400)
        let pauses = try store.pauses(endingFrom: start, to: end + 1, isLaterKnown: isLaterKnown)
        guard configuration.feeds.privacy.retention.entries != nil else { return pauses }
        // Where only mentions have been kept, feeds were still heard between two of them.
        guard let kept = try store.firstHeardNamingNone() else { return [] }
        return pauses.filter { $0.lowerBound >= kept }
    }

    /// Since when each feed has been listened to.
    func firstHeard() throws(StoreError) -> [Feed.ID: Date] {
        let files = configuration.feeds.listed.filter {
            if case .file = $0.address { true } else { false }
        }
        return try store.firstHeard(files: Set(files.map(\.id)))
    }

    /// Since when anybody has listened to any of these feeds.
    ///
    /// As long as nothing was heard of them, that is since a feed first answered, be it with an empty
    /// list; before any answer, nobody has listened. Imported entries may reach back far, but do not
    /// show what the feeds would have brought then. So they only count if there is nothing else.
    ///
    /// - Parameter firstHeard: since when each feed was listened to, of those that anything was heard
    ///   of.
    func listenedSince(_ firstHeard: [Feed.ID: Date], by moment: Date) throws(StoreError) -> Date {
        let imported = try store.importedSources()
        let polled = firstHeard.filter { !imported.contains($0.key) }
        if let first = (polled.isEmpty ? firstHeard : polled).values.min() { return first }
        return try store.firstAnswer() ?? moment
    }

    /// Feeds count as heard as long as they answer, even with nothing new, and no longer.
    func listeningTime(since start: Date?, pauses: [Range<Date>]) throws(StoreError)
        -> ListeningTime
    {
        try ListeningTime(since: start, pauses: pauses) { time throws(StoreError) in
            try store.lastAnswer(in: time)
        }
    }

    /// What feeds no longer held when they were heard again.
    ///
    /// A day's digest tells what was found out within its time, so that each gap is told once, and of a
    /// list that turns over day after day the first: the next days can be held against one another. What
    /// is missing as the feed could not be heard is told always. Any other digest tells what is missing
    /// from its own period.
    ///
    /// - Parameter feeds: `nil` for all.
    func missedTimes(
        in window: Digest.Window, _ period: Digest.Scope.Period, of feeds: Set<Feed.ID>?
    ) throws(StoreError) -> MissedTimes {
        let isDay = period == .day
        let known = try store.missedTimes(
            heardAfter: window.after.addingTimeInterval(isDay ? -Self.longestDay : 0)
        ).filter { feeds?.contains($0.feed) ?? true }
        let missed =
            if isDay {
                known.filter { window.after < $0.heardAt && $0.heardAt <= window.through }
            } else {
                known.filter {
                    $0.time.lowerBound < window.through && $0.time.upperBound > window.after
                }
            }
        let usual =
            isDay
            ? Set(known.filter { $0.heardAt <= window.after && !$0.wasAway }.map(\.feed)) : []
        return MissedTimes(
            missed.filter { $0.wasAway || !usual.contains($0.feed) }
                .map { MissedTimes.Missed(feed: $0.feed, time: $0.time) })
    }

    /// From one daily run to the next, which may be late.
    private static let longestDay: TimeInterval = 129_600

    /// Since when everything that was heard of brands is still there; `nil` where nothing is gone.
    ///
    /// What retention deleted, or somebody had erased, leaves days without mentions that did have some.
    func keptSince(_ moment: Date) throws(StoreError) -> Date? {
        let limit = configuration.feeds.privacy.retention.mentions.map {
            moment.addingTimeInterval(-Double($0.components.seconds))
        }
        let rest = try store.isBeginningErased() ? try store.recordsSince() : nil
        return [limit, rest].compactMap(\.self).max()
    }

    /// Since when entries that name no brand are still there, in which a brand that is added later can
    /// be found; `nil` where none is gone.
    func allKeptSince(_ moment: Date) throws(StoreError) -> Date? {
        guard let duration = configuration.feeds.privacy.retention.entries else { return nil }
        let limit = moment.addingTimeInterval(-Double(duration.components.seconds))
        // Nothing may be left of what was heard first, but that feeds answered then is still known.
        let begin = [try store.firstHeardOfAll(), try store.firstAnswer()].compactMap(\.self).min()
        guard let begin, begin < limit else { return nil }
        // Less may be there than is kept now.
        return max(limit, try store.firstHeardNamingNone() ?? limit)
    }

    /// Ten weeks: as far as reports look back, and further.
    static let daysHeldAgainst = 70
}
