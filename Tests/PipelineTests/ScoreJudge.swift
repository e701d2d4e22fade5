import Foundation

/// Judges the log of a score server by what a publisher sees of us.
///
/// It knows nothing of our plans and shares no code with them: only what was asked when, what was
/// answered, and what the feeds say of themselves.
struct ScoreJudge: Sendable {
    let feeds: [Feed]
    /// Time between two runs: a wait ends with the first run after it.
    let spacing: TimeInterval
    /// By the real clock; `nil` for runs that make none.
    var pauses: Pauses?

    /// The least time between two requests at one host.
    struct Pauses: Sendable {
        var feeds: Duration
        /// Between two pages.
        var pages: Duration

        /// How much closer two requests may be seen: the first may reach the server's thread late,
        /// where others are at work on the machine.
        static let tolerance = Duration.milliseconds(100)
    }

    /// A feed of the course.
    struct Feed: Sendable {
        var place: ScorePlace
        /// Where a redirect of its may lead.
        var target: ScorePlace?
        var wishes = Wishes()
    }

    /// What a feed says of itself in its document.
    struct Wishes: Sendable {
        var ttl: TimeInterval?
        /// 0 … 23, GMT.
        var skipHours: Set<Int> = []
        /// 1 for Monday … 7 for Sunday.
        var skipDays: Set<Int> = []
    }

    /// - Parameter events: in the order they came.
    func violations(in events: [ScoreEvent]) -> [ScoreViolation] {
        var found = manners(events)
        let putOff = pagesPutOff(events)
        for (place, events) in grouped(events, by: \.place) {
            found += validators(events, putOff: putOff[place.host] ?? [])
        }
        for (_, events) in grouped(events, by: \.place.host) {
            found += rests(events) + robots(events) + tempo(events)
        }
        for feed in feeds {
            let polls = polls(of: feed, in: events)
            found += pace(polls, feed) + failures(polls) + moves(polls, feed)
        }
        return found
    }

    /// The counter of each rule.
    static func counts(_ violations: [ScoreViolation]) -> [ScoreRule: Int] {
        Dictionary(grouping: violations, by: \.rule).mapValues(\.count)
    }

    // MARK: - For the extensions

    static let hour: TimeInterval = 3_600
    static let day: TimeInterval = 86_400
    /// A daily run does not begin at quite the same minute each day.
    static let halfAnHour = hour / 2

    /// One run's requests for one feed, redirects followed.
    struct Poll {
        var events: [ScoreEvent]

        var first: ScoreEvent { events[0] }
        var at: Date { first.at }
        /// What it came to.
        var answer: ScoreAnswer { events[events.count - 1].answer }

        var isGood: Bool { answer.isDocument || answer.status == 304 }
    }

    func polls(of feed: Feed, in events: [ScoreEvent]) -> [Poll] {
        let own = events.filter { $0.place == feed.place || $0.place == feed.target }
        return grouped(own, by: \.run).map { Poll(events: $0.events) }
    }

    /// In the order of the first of each group.
    func grouped<Key: Hashable>(_ events: [ScoreEvent], by key: (ScoreEvent) -> Key)
        -> [(key: Key, events: [ScoreEvent])]
    {
        var order: [Key] = []
        var groups: [Key: [ScoreEvent]] = [:]
        for event in events {
            let key = key(event)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(event)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
