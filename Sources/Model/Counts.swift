package import Foundation

/// A figure in two ways: with every reprint and repost, and with each story once.
package struct Counts: Hashable, Sendable, Codable {
    /// Entries; one that names a brand three times is one mention of it.
    package let mentions: Int
    /// Different stories among them.
    package let stories: Int

    package init(mentions: Int, stories: Int) {
        self.mentions = mentions
        self.stories = stories
    }

    package static let zero = Counts(mentions: 0, stories: 0)
}

/// A quotient in two ways, of mentions and of stories; `nil` where there was nothing to divide by.
package struct Ratios: Hashable, Sendable, Codable {
    package let mentions: Double?
    package let stories: Double?

    package init(mentions: Double?, stories: Double?) {
        self.mentions = mentions
        self.stories = stories
    }
}

/// How often each tone was met.
///
/// A story has the tone of its first mention here.
package struct ToneCounts: Hashable, Sendable, Codable {
    package let positive: Counts
    package let neutral: Counts
    package let negative: Counts
    package let mixed: Counts
    package let undecided: Counts

    package init(
        positive: Counts, neutral: Counts, negative: Counts, mixed: Counts, undecided: Counts
    ) {
        self.positive = positive
        self.neutral = neutral
        self.negative = negative
        self.mixed = mixed
        self.undecided = undecided
    }

    package subscript(label: Sentiment.Label) -> Counts {
        switch label {
        case .positive: positive
        case .neutral: neutral
        case .negative: negative
        case .mixed: mixed
        case .undecided: undecided
        }
    }
}

/// How often something with a name was met: a category, a source, a language, a team.
package struct NamedCounts: Hashable, Sendable, Codable {
    package let id: String
    /// What people call it.
    package let name: String
    package let counts: Counts

    package init(id: String, name: String, counts: Counts) {
        self.id = id
        self.name = name
        self.counts = counts
    }
}

/// A count beside the same count of an earlier period of equal length.
package struct Change: Hashable, Sendable, Codable {
    package let before: Counts
    /// Now divided by before, two decimals.
    package let ratio: Ratios
    /// Whether a part of that period lay before anybody listened, or nothing was heard in much of it;
    /// absent where neither is so.
    ///
    /// Then `before` is nothing to compare with, and there is no quotient.
    package var unheard: Bool?

    package init(before: Counts, ratio: Ratios) {
        self.before = before
        self.ratio = ratio
    }

    /// `nil` where nobody listened.
    package var heardBefore: Counts? { unheard == true ? nil : before }
}

/// What a report was made by, so that it can be made again.
package struct ReportOrigin: Hashable, Sendable, Codable {
    /// SHA-256 of the rules in force.
    package let rulesHash: String
    package let programVersion: String
    /// In which its sentences and its page are written.
    package let language: ReportLanguage

    package init(rulesHash: String, programVersion: String, language: ReportLanguage) {
        self.rulesHash = rulesHash
        self.programVersion = programVersion
        self.language = language
    }
}

/// How well the feeds could be heard, and what that does to the figures beside it.
package struct ListeningHealth: Hashable, Sendable, Codable {
    package let feeds: Int
    package let ok: Int
    package let failing: Int
    package let silent: Int
    package let unheard: Int
    /// One plain sentence on how it bends the figures.
    package let sentence: String
    /// The feeds that are not ok, by feed.
    package let troubled: [FeedHealth]
    /// What those feeds brought in a time before; absent where all are ok, and in reports of earlier
    /// versions.
    package var brought: Brought?
    /// Times of the report's own in which nothing was heard of any feed, so that much may be missing;
    /// absent where there are none, and in reports of earlier versions.
    package var gaps: [Gap]?
    /// What may be missing of feeds that were out of reach and are heard again; absent where there is
    /// none, and in reports of earlier versions.
    package var missed: [Missed]?

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
