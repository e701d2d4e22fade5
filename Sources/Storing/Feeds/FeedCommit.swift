package import Foundation
package import Model

/// Everything that one poll of one feed changes in the archive: stored together or not at all.
package struct FeedCommit: Sendable {
    package let feed: Feed.ID
    package let at: Date
    /// What the feed's own row becomes, validators included; `nil` where it stays as it is.
    package let state: FeedState?
    /// New and changed entries only.
    private(set) var entries: [WaitingEntry]
    /// One word for the log: `updated`, `not_modified` or the kind of failure.
    package let outcome: String
    package let message: String?
    /// Without which nothing is stored, where crawlers share the archive.
    package var lease: FeedLease?
    /// Whether another crawler that polls the feeds at the same time may still hear it.
    package var leavesTurn: Bool { outcome == FetchFailure.Kind.file.rawValue }

    /// - Parameters:
    ///   - missed: a time of which the feed held nothing any more.
    ///   - wasAway: whether it could not be heard meanwhile, so that this is not how its list always is.
    package init(
        feed: Feed.ID, at: Date, state: FeedState?, entries: [WaitingEntry] = [], outcome: String,
        message: String? = nil, missed: Range<Date>? = nil, wasAway: Bool = false
    ) {
        self.feed = feed
        self.at = at
        self.state = state
        self.entries = entries
        self.outcome = outcome
        self.message = message ?? missed?.missedMessage(wasAway: wasAway)
    }

    package init(
        feed: Feed.ID, at: Date, state: FeedState?, entries: [TaggedEntry], outcome: String
    ) {
        self.init(
            feed: feed, at: at, state: state, entries: entries.map { WaitingEntry($0) },
            outcome: outcome)
    }

    package var entryCount: Int { entries.count }

    /// Whether the feed was heard, had it anything new or not.
    var isAnswered: Bool { ["updated", "not_modified"].contains(outcome) }

    /// The same, where digests may have been made since its entries were read: news is told in none
    /// of their periods, nor behind one that was taken back meanwhile.
    func reported(after told: ToldPeriods) -> FeedCommit {
        var commit = self
        let makesDigest = lease?.crawler.kind == .run
        for place in entries.indices where entries[place].reportedAt >= at {
            commit.entries[place].reportedAt = told.momentAfter(at, makesDigest: makesDigest)
        }
        return commit
    }
}
