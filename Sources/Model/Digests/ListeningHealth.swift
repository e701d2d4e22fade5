package import Foundation

/// How well the feeds could be heard, and what that does to the figures beside it.
package struct ListeningHealth: Hashable, Sendable, Codable {
    package let feeds: Int
    package let ok: Int
    package let failing: Int
    package let silent: Int
    package let unheard: Int
    /// Gone for good, and in none of the counts before but `feeds`; absent where none is, and in reports of
    /// earlier versions, which have them under `failing`.
    package var retired: Int?
    /// One plain sentence on how it bends the figures.
    package let sentence: String
    /// The feeds that are not ok, by feed.
    package let troubled: [FeedHealth]
    /// What those feeds brought in a time before; absent where all are ok, and in reports of earlier
    /// versions.
    package var brought: Brought?
    /// Times of the report's own in which no feed was heard, so that much may be missing; absent where there
    /// are none, and in reports of earlier versions.
    package var gaps: [Gap]?
    /// What may be missing of feeds that were out of reach and are heard again, or whose lists turned over
    /// between two polls; absent where there is none, and in reports of earlier versions.
    package var missed: [Missed]?
    /// The same of the period that a digest's own is compared with, in which more may have been said.
    ///
    /// Both are absent where there are none, in trends, and in reports of earlier versions.
    package var gapsBefore: [Gap]?
    package var missedBefore: [Missed]?

    /// How many feeds are still asked.
    package var asked: Int { feeds - (retired ?? 0) }

    /// From `from` up to, not including, `to`.
    package struct Gap: Hashable, Sendable, Codable {
        package let from: Date
        package let to: Date

        package init(from: Date, to: Date) {
            self.from = from
            self.to = to
        }
    }

    /// A time, from `from` up to, not including, `to`, of which a feed's list held nothing any more.
    package struct Missed: Hashable, Sendable, Codable {
        package let feed: Feed.ID
        package let sourceName: String
        package let from: Date
        package let to: Date

        package init(feed: Feed.ID, sourceName: String, from: Date, to: Date) {
            self.feed = feed
            self.sourceName = sourceName
            self.from = from
            self.to = to
        }
    }

    /// How much of what was heard came from feeds that cannot be heard now.
    package struct Brought: Hashable, Sendable, Codable {
        /// Of a trend report its period, of a digest what it is held against.
        package let from: Date
        package let to: Date
        /// Entries that name a followed brand, of all feeds.
        package let all: Counts
        /// Those of feeds that are not ok now.
        package let counts: Counts
        /// Feeds that brought any, those that brought most first.
        package let feeds: [NamedCounts]

        package init(
            from: Date, to: Date, all: Counts, counts: Counts, feeds: [NamedCounts]
        ) {
            self.from = from
            self.to = to
            self.all = all
            self.counts = counts
            self.feeds = feeds
        }
    }

    package init(
        feeds: Int, ok: Int, failing: Int, silent: Int, unheard: Int, sentence: String,
        troubled: [FeedHealth]
    ) {
        self.feeds = feeds
        self.ok = ok
        self.failing = failing
        self.silent = silent
        self.unheard = unheard
        self.sentence = sentence
        self.troubled = troubled
    }
}
