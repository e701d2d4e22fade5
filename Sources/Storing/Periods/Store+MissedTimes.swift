package import Foundation
package import Model

/// A time of which a feed's list held nothing any more when it was heard again.
package struct MissedTime: Hashable, Sendable {
    package let feed: Feed.ID
    package let time: Range<Date>
    /// When it was heard again.
    package let heardAt: Date
    /// Whether it could not be heard meanwhile; else its list turned over between two polls.
    package let wasAway: Bool
}

extension Store {
    /// What was missed of feeds that were heard again after a moment, by feed, then by time.
    ///
    /// The log keeps them for ten weeks.
    package func missedTimes(heardAfter moment: Date) throws(StoreError) -> [MissedTime] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT feed, at, message FROM fetch_log
                    WHERE outcome = 'updated' AND message IS NOT NULL AND at > ?
                    ORDER BY feed, at
                    """, arguments: [moment.unixSeconds]
            ).compactMap { row in
                let message: String = row["message"]
                return Range(missedMessage: message).map { time in
                    MissedTime(
                        feed: Feed.ID(row["feed"]), time: time,
                        heardAt: Date(unixSeconds: row["at"] as Int64),
                        wasAway: message.hasSuffix(Range.awayMark))
                }
            }
        }
    }
}

extension Range<Date> {
    /// How the log of polls notes it.
    func missedMessage(wasAway: Bool) -> String {
        "missed \(lowerBound.unixSeconds)-\(upperBound.unixSeconds)"
            + (wasAway ? Self.awayMark : "")
    }

    static var awayMark: String { " away" }

    /// - Returns: `nil` for another message.
    init?(missedMessage message: String) {
        guard message.hasPrefix("missed ") else { return nil }
        var times = message.dropFirst("missed ".count)
        if times.hasSuffix(Self.awayMark) { times.removeLast(Self.awayMark.count) }
        let ends = times.split(separator: "-").compactMap { Int64($0) }
        guard ends.count == 2, ends[0] < ends[1] else { return nil }
        self = Date(unixSeconds: ends[0])..<Date(unixSeconds: ends[1])
    }
}
