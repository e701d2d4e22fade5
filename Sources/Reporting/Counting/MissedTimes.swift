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

    /// `nil` for none; what lies in a time in which nothing was heard of any feed is told with that.
    func sentence(
        besides gaps: [Range<Date>], feeds: [FeedHealth], calendar: LocalCalendar,
        words: ReportWords
    ) -> String? {
        let told = all.filter { missed in !gaps.contains { $0.overlaps(missed.time) } }
        guard let start = told.map(\.time.lowerBound).min(),
            let end = told.map(\.time.upperBound).max()
        else { return nil }
        let names = Dictionary(feeds.map { ($0.feed, $0.sourceName) }) { first, _ in first }
        return words.missed(
            Set(told.map { names[$0.feed] ?? $0.feed.value }).sorted(),
            from: calendar.moment(of: start), to: calendar.moment(of: end))
    }
}
