package import Foundation
package import Model

/// Times in which a feed was not heard, and of which its list held nothing any more when it was heard
/// again.
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

    /// What a report tells of these times.
    ///
    /// - Parameter gaps: times in which no feed at all was heard, as far as the report tells of them: what
    ///   was missed then is not told again.
    func told(besides gaps: [Range<Date>], feeds: [FeedHealth]) -> [ListeningHealth.Missed] {
        let names = Dictionary(feeds.map { ($0.feed, $0.sourceName) }) { first, _ in first }
        return all.filter { missed in !gaps.contains { $0.overlaps(missed.time) } }.map { missed in
            ListeningHealth.Missed(
                feed: missed.feed, sourceName: names[missed.feed] ?? missed.feed.value,
                from: missed.time.lowerBound, to: missed.time.upperBound)
        }
    }
}
