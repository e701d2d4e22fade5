package import Foundation

/// What the store remembers of a feed between runs.
package struct FeedState: Hashable, Sendable {
    package var validators: Validators?
    /// Hash of the last body that was parsed and stored.
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

    package init(
        validators: Validators? = nil, bodyHash: String? = nil,
        firstFetchedAt: Date? = nil, lastPolledAt: Date? = nil, lastSuccessAt: Date? = nil,
        lastNewEntryAt: Date? = nil, nextCheckAt: Date? = nil,
        failuresInARow: Int = 0, lastFailure: FetchFailure? = nil
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
    }

    package let feed: Feed.ID
    package let sourceName: String
    package let status: Status
    package let lastSuccessAt: Date?
    package let lastNewEntryAt: Date?
    package let failuresInARow: Int
    /// What is wrong and what to do; `nil` when nothing is.
    package let message: String?
    /// Entries stored from this feed.
    package let entries: Int

    package init(
        feed: Feed.ID, sourceName: String, status: Status, lastSuccessAt: Date? = nil,
        lastNewEntryAt: Date? = nil, failuresInARow: Int = 0, message: String? = nil,
        entries: Int = 0
    ) {
        self.feed = feed
        self.sourceName = sourceName
        self.status = status
        self.lastSuccessAt = lastSuccessAt
        self.lastNewEntryAt = lastNewEntryAt
        self.failuresInARow = failuresInARow
        self.message = message
        self.entries = entries
    }
}
