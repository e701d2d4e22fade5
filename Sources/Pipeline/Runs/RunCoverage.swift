package import Foundation
package import Model

/// What a run was to poll, and what of it was put off.
package struct RunCoverage: Sendable {
    /// The moment of the run.
    package let now: Date
    /// The sources that were asked for by name; `nil` for all.
    package let sources: Set<String>?
    package let postponed: Set<Feed.ID>
    /// Those that it had not to ask: another crawler has just heard them, or reads their files.
    package let notDue: Set<Feed.ID>

    init(_ outcomes: [FeedOutcome], now: Date, sources: Set<String>?) {
        self.now = now
        self.sources = sources
        postponed = Set(outcomes.filter(\.isPostponed).map(\.feed))
        notDue = Set(outcomes.filter(\.isNotDue).map(\.feed))
    }

    func covers(_ feed: Feed) -> Bool {
        !notDue.contains(feed.id) && sources?.contains(feed.source.id.value) ?? true
    }
}
