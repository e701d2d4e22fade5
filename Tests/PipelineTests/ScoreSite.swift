import Foundation

/// A publisher of the score course: one host with its robots.txt, feeds and pages.
struct ScoreSite: Sendable {
    typealias Script = @Sendable (ScoreAsk) -> ScoreAnswer

    var feeds: [Feed]
    var robots: Script = { _ in ScoreAnswer(404) }
    /// All other paths.
    var pages: Script = { _ in ScoreAnswer(404) }
    /// Days in which nobody takes a connection, counted from the beginning.
    var closedDays: Range<Double>?

    struct Feed: Sendable {
        /// Of its source in the feeds file.
        var id: String
        var path = "/feed.xml"
        /// Where a redirect of its may lead; answered by the site's `pages`.
        var target: String?
        var wishes = ScoreJudge.Wishes()
        /// What the source says beside its address, such as `full_text: true`.
        var terms: [String] = []
        /// Whether there is nothing to keep a daily run from hearing it each day.
        var isHealthy = true
        var answer: Script
    }

    init(
        _ id: String, wishes: ScoreJudge.Wishes = ScoreJudge.Wishes(), isHealthy: Bool = true,
        answer: @escaping Script
    ) {
        feeds = [Feed(id: id, wishes: wishes, isHealthy: isHealthy, answer: answer)]
    }

    init(feeds: [Feed]) {
        self.feeds = feeds
    }

    func with(_ change: (inout ScoreSite) -> Void) -> ScoreSite {
        var site = self
        change(&site)
        return site
    }

    func answer(to ask: ScoreAsk) -> ScoreAnswer {
        if ask.path == "/robots.txt" { return robots(ask) }
        return feeds.first { $0.path == ask.path }?.answer(ask) ?? pages(ask)
    }
}

/// What a script is asked.
struct ScoreAsk: Sendable {
    /// Where the site is: scheme, host and port.
    let origin: String
    let path: String
    /// Since the course began.
    let seconds: TimeInterval
    let now: Date
    let ifNoneMatch: String?
    let ifModifiedSince: String?

    /// Since the course began.
    var days: Double { seconds / 86_400 }

    /// When the course began.
    var beginning: Date { now - seconds }
}
