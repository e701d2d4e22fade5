package import Foundation

/// What the store remembers of a feed between runs.
package struct FeedState: Hashable, Sendable {
    package var validators: Validators?
    /// Hash of the last body that was parsed and stored, and of a page how it was read.
    package var bodyHash: String?
    package var firstFetchedAt: Date?
    package var lastPolledAt: Date?
    package var lastSuccessAt: Date?
    /// When a poll last brought an entry that was new.
    package var lastNewEntryAt: Date?
    package var nextCheckAt: Date?
    /// Polls that failed since the last one that did not.
    package var failuresInARow: Int
    package var lastFailure: FetchFailure?
    package var polling: PollingState

    package init(
        validators: Validators? = nil, bodyHash: String? = nil,
        firstFetchedAt: Date? = nil, lastPolledAt: Date? = nil, lastSuccessAt: Date? = nil,
        lastNewEntryAt: Date? = nil, nextCheckAt: Date? = nil,
        failuresInARow: Int = 0, lastFailure: FetchFailure? = nil,
        polling: PollingState = PollingState()
    ) {
        self.validators = validators
        self.bodyHash = bodyHash
        self.firstFetchedAt = firstFetchedAt
        self.lastPolledAt = lastPolledAt
        self.lastSuccessAt = lastSuccessAt
        self.lastNewEntryAt = lastNewEntryAt
        self.nextCheckAt = nextCheckAt
        self.failuresInARow = failuresInARow
        self.lastFailure = lastFailure
        self.polling = polling
    }
}

/// What decides when and where a feed is asked next.
package struct PollingState: Hashable, Sendable {
    /// The address or path in the feeds file that all of this was learnt at; another one starts afresh.
    package var configuredURL: String?
    /// Time between two polls as the feed's own rhythm has shaped it; `nil` before the first.
    package var intervalSeconds: Int?
    /// Grows with each failure, by its weight; a success sets it back to 0.
    package var failureScore: Double
    /// The last list had nothing in common with what was known: entries between may be missing.
    package var isGapSuspected: Bool
    /// Since when every answer has been 304.
    package var unmodifiedSince: Date?
    /// The server said 304 of a document that had changed, so it is asked without validators.
    package var saysUnmodifiedWrongly: Bool
    /// What the feed itself asks for.
    package var wishes: FeedWishes
    /// A permanent redirect that has been seen and is not believed yet.
    package var move: Move?
    /// Where the feed is asked since its permanent redirect is believed.
    package var movedTo: String?
    /// Since when every answer has been 410.
    package var goneSince: Date?
    /// Answered 410 again a day later: it is not asked any more.
    package var retiredAt: Date?

    /// A permanent redirect, and how often the same one was seen.
    package struct Move: Hashable, Sendable {
        package var to: String
        package var firstSeenAt: Date
        package var sightings: Int

        package init(to: String, firstSeenAt: Date, sightings: Int) {
            self.to = to
            self.firstSeenAt = firstSeenAt
            self.sightings = sightings
        }
    }

    package init(
        configuredURL: String? = nil, intervalSeconds: Int? = nil, failureScore: Double = 0,
        isGapSuspected: Bool = false, unmodifiedSince: Date? = nil,
        saysUnmodifiedWrongly: Bool = false, wishes: FeedWishes = FeedWishes(),
        move: Move? = nil, movedTo: String? = nil, goneSince: Date? = nil, retiredAt: Date? = nil
    ) {
        self.configuredURL = configuredURL
        self.intervalSeconds = intervalSeconds
        self.failureScore = failureScore
        self.isGapSuspected = isGapSuspected
        self.unmodifiedSince = unmodifiedSince
        self.saysUnmodifiedWrongly = saysUnmodifiedWrongly
        self.wishes = wishes
        self.move = move
        self.movedTo = movedTo
        self.goneSince = goneSince
        self.retiredAt = retiredAt
    }
}

/// What a feed says of itself on when it may be polled, and how often it has news.
package struct FeedWishes: Hashable, Sendable {
    /// RSS `ttl` and the syndication module's period, the longer of the two.
    package var ttlSeconds: Int?
    /// Hours of the day in GMT, 0 … 23, in which it has nothing new.
    package var skipHours: Set<Int>
    /// Days of the week, 1 for Monday … 7 for Sunday, on which it has nothing new.
    package var skipDays: Set<Int>
    /// Time between two of its entries on average, as far as the document shows it.
    package var usualGapSeconds: Int?

    package init(
        ttlSeconds: Int? = nil, skipHours: Set<Int> = [], skipDays: Set<Int> = [],
        usualGapSeconds: Int? = nil
    ) {
        self.ttlSeconds = ttlSeconds
        self.skipHours = skipHours
        self.skipDays = skipDays
        self.usualGapSeconds = usualGapSeconds
    }
}

/// How well a feed can be heard, for `earshot feeds check` and the digest's own part on it.
package struct FeedHealth: Hashable, Sendable, Codable {
    package enum Status: String, Codable, Sendable, CaseIterable {
        case ok
        /// The last poll failed.
        case failing
        /// Answers, but has brought nothing new for much longer than is usual for it.
        case silent
        /// Not polled yet.
        case unheard
        /// Gone for good, as its server has said twice, and asked no more.
        case retired
    }

    package let feed: Feed.ID
    package let sourceName: String
    package let status: Status
    package let lastSuccessAt: Date?
    /// When a poll last brought an entry that was new.
    package let lastNewEntryAt: Date?
    /// When the latest of a silent feed's entries was published, which may be long before the feed was
    /// first polled; absent for feeds that are not silent, and in reports of earlier versions.
    package let lastEntryAt: Date?
    package let failuresInARow: Int
    /// What is wrong and what to do; `nil` when nothing is.
    package let message: String?
    /// Entries stored from this feed.
    package let entries: Int
    /// Why the last poll failed, for reports that say it in their own words; absent where it did not
    /// fail, and in reports of earlier versions.
    package let failure: Failure?

    /// What is known of a failed poll beside its message.
    package struct Failure: Hashable, Sendable, Codable {
        package let kind: FetchFailure.Kind
        /// The HTTP status that was answered; `nil` where nothing or another thing was.
        package let status: Int?
        /// How long the server asked us to stay away, in seconds.
        package let retryAfterSeconds: Int?

        package init(_ failure: FetchFailure) {
            kind = failure.kind
            status = failure.status
            retryAfterSeconds = failure.retryAfterSeconds
        }
    }

    package init(
        feed: Feed.ID, sourceName: String, status: Status, lastSuccessAt: Date? = nil,
        lastNewEntryAt: Date? = nil, lastEntryAt: Date? = nil, failuresInARow: Int = 0,
        message: String? = nil, entries: Int = 0, failure: Failure? = nil
    ) {
        self.feed = feed
        self.sourceName = sourceName
        self.status = status
        self.lastSuccessAt = lastSuccessAt
        self.lastNewEntryAt = lastNewEntryAt
        self.lastEntryAt = lastEntryAt
        self.failuresInARow = failuresInARow
        self.message = message
        self.entries = entries
        self.failure = failure
    }
}
