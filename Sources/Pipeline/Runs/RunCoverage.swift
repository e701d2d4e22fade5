package import Foundation
package import Model

/// What a run was to poll, and what of it was put off.
package struct RunCoverage: Sendable {
    /// The moment of the run.
    package let now: Date
    /// The sources that were asked for by name; `nil` for all.
    package let sources: Set<String>?
    package let postponed: Set<Feed.ID>

    package init(now: Date, sources: Set<String>?, postponed: Set<Feed.ID>) {
        self.now = now
        self.sources = sources
        self.postponed = postponed
    }

    func covers(_ feed: Feed) -> Bool { sources?.contains(feed.source.id.value) ?? true }
}
