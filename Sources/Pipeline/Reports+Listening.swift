import Foundation
import Model
import Reporting
import RuleLoading
import Storing

/// When anybody listened, as reports go by it.
extension Reports {
    /// When nothing was heard of any feed.
    ///
    /// - Parameter isLaterKnown: whether what has been heard since the end says that a pause had begun
    ///   before it.
    func pauses(before end: Date, days: Int, isLaterKnown: Bool = false)
        throws(StoreError) -> [Range<Date>]
    {
        let start = end.addingTimeInterval(-Double(days) * 86_400)
        let pauses = try store.pauses(endingFrom: start, to: end + 1, isLaterKnown: isLaterKnown)
        guard configuration.feeds.privacy.retention.entries != nil else { return pauses }
        // Where only mentions are left, the time between two was heard all the same.
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

    /// Since when anybody listened to any of some feeds.
    ///
    /// Until something is heard of them, since a feed answered first, be it with an empty list; until one
    /// does, nobody has listened. What was imported may reach back far, but says nothing of what the
    /// feeds would have brought then: it begins nothing, unless there is nothing else.
    ///
    /// - Parameter firstHeard: since when to each of them, of those that anything was heard of.
    func listenedSince(_ firstHeard: [Feed.ID: Date], by moment: Date) throws(StoreError) -> Date {
        let imported = try store.importedSources()
        let polled = firstHeard.filter { !imported.contains($0.key) }
        if let first = (polled.isEmpty ? firstHeard : polled).values.min() { return first }
        return try store.firstAnswer() ?? moment
    }

    /// While feeds answer that they have nothing new they are heard, and no longer.
    func listeningTime(since start: Date?, pauses: [Range<Date>]) throws(StoreError)
        -> ListeningTime
    {
        try ListeningTime(since: start, pauses: pauses) { time throws(StoreError) in
            try store.lastAnswer(in: time)
        }
    }

    /// What feeds did not hold any more when they were heard again.
    ///
    /// A day's digest tells what was found out in its time, so that it is told once; another what was
    /// missed of its own.
    ///
    /// - Parameter feeds: `nil` for all.
    func missedTimes(
        in window: Digest.Window, _ period: Digest.Scope.Period, of feeds: Set<Feed.ID>?
    ) throws(StoreError) -> MissedTimes {
        let missed = try store.missedTimes(heardAfter: window.after).filter { missed in
            feeds?.contains(missed.feed) ?? true
                && (period == .day
                    ? missed.heardAt <= window.through : missed.time.lowerBound < window.through)
        }
        .filter { period == .day || $0.time.upperBound > window.after }
        return MissedTimes(missed.map { MissedTimes.Missed(feed: $0.feed, time: $0.time) })
    }

    /// Since when all that was heard of brands is still there; `nil` where nothing is gone.
    ///
    /// What retention has let go of, or somebody had erased, leaves days without mentions on which there
    /// were some.
    func keptSince(_ moment: Date) throws(StoreError) -> Date? {
        let limit = configuration.feeds.privacy.retention.mentions.map {
            moment.addingTimeInterval(-Double($0.components.seconds))
        }
        let rest = try store.isBeginningErased() ? try store.recordsSince() : nil
        return [limit, rest].compactMap(\.self).max()
    }

    /// Since when what named no brand is still there, in which brands are found that were added later;
    /// `nil` where nothing of it is gone.
    func allKeptSince(_ moment: Date) throws(StoreError) -> Date? {
        guard let duration = configuration.feeds.privacy.retention.entries else { return nil }
        let limit = moment.addingTimeInterval(-Double(duration.components.seconds))
        // Of what was heard first nothing may be left, but that feeds answered then is known.
        let begin = [try store.firstHeardOfAll(), try store.firstAnswer()].compactMap(\.self).min()
        guard let begin, begin < limit else { return nil }
        // Less may be there than is kept now.
        return max(limit, try store.firstHeardNamingNone() ?? limit)
    }

    /// Ten weeks: as far as reports look back, and further.
    static let daysHeldAgainst = 70
}
