package import Foundation
package import Model

/// What was said at a feed while it could not be heard, and had gone from its list when it could.
package struct MissedTimes: Hashable, Sendable {
    /// A feed, and the time of which something may be missing.
    package struct Missed: Hashable, Sendable {
        let feed: Feed.ID
        let time: Range<Date>

        package init(feed: Feed.ID, time: Range<Date>) {
            self.feed = feed
            self.time = time
        }
    }

    let all: [Missed]

    package init(_ all: [Missed] = []) {
        self.all = all
    }

    /// What a report tells of; what lies in a time in which nothing was heard of any feed is told with
    /// that.
    func told(besides gaps: [Range<Date>], feeds: [FeedHealth]) -> [ListeningHealth.Missed] {
        let names = Dictionary(feeds.map { ($0.feed, $0.sourceName) }) { first, _ in first }
        return all.filter { missed in !gaps.contains { $0.overlaps(missed.time) } }.map { missed in
            ListeningHealth.Missed(
                feed: missed.feed, sourceName: names[missed.feed] ?? missed.feed.value,
                from: missed.time.lowerBound, to: missed.time.upperBound)
        }
    }
}
