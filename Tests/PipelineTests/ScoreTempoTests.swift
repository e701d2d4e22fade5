import Fetching
import Foundation
import Pipeline
import RuleLoading
import TestSupport
import Testing

/// The pauses between two requests at one host, by the real clock.
///
/// The runs of a simulated month make none, or they would take as long.
@Suite(.timeLimit(.minutes(2)))
struct ScoreTempoTests {
    private let pauses = ScoreJudge.Pauses(feeds: .milliseconds(400), pages: .milliseconds(800))

    /// A host with its robots.txt, feeds, one of which has moved within it, and pages.
    private let site = ScoreSite(feeds: [
        ScoreSite.Feed(id: "plain-1", path: "/1.xml", answer: Self.slow),
        ScoreSite.Feed(id: "plain-2", path: "/2.xml", answer: Self.slow),
        ScoreSite.Feed(id: "moved", path: "/old.xml", target: "/new.xml") { _ in
            .moved(to: "/new.xml")
        },
        ScoreSite.Feed(id: "stories", path: "/stories.xml", terms: ["full_text: true"]) { ask in
            let items = (1...3).map { number in
                "<item><guid>\(number)</guid><link>\(ask.origin)/pages/\(number)</link></item>"
            }
            return .document(
                "<rss version=\"2.0\"><channel><title>S</title>\(items.joined())</channel></rss>")
        },
    ]).with { site in
        site.pages = { $0.path == "/new.xml" ? Self.slow($0) : .page("<p>A page.</p>") }
    }

    /// An answer that takes its time, during which nothing else may be asked.
    private static func slow(_ ask: ScoreAsk) -> ScoreAnswer {
        var answer = ScoreSite.usual(ask)
        answer.pause = .milliseconds(50)
        return answer
    }

    @Test func `each host is asked one thing at a time, with the pause between`() async throws {
        // The second host's requests come between those of the first, and count for themselves.
        let other = ScoreSite("other", answer: Self.slow)
        let course = try ScoreRuns([site, other], pauses: pauses)
        try await course.run(at: ScoreRuns.start)
        let paths = course.server.events.filter { $0.place.host == "127.0.0.1" }.map(\.place.path)
        #expect(
            paths.sorted() == [
                "/1.xml", "/2.xml", "/new.xml", "/old.xml", "/pages/1", "/pages/2", "/pages/3",
                "/robots.txt", "/stories.xml",
            ])
        #expect(course.server.mostAtOncePerHost == 1)
        #expect(course.violations(spacing: 3_600, pauses: pauses).isEmpty)
    }

    @Test func `without pauses the judge finds those that are missing`() async throws {
        let course = try ScoreRuns(
            [site], settings: "at_once_per_host: 4\n  at_once_per_address: 4")
        try await course.run(at: ScoreRuns.start)
        let counts = ScoreJudge.counts(course.violations(spacing: 3_600, pauses: pauses))
        #expect(Set(counts.keys) == [.shortPause, .shortPagePause])
        #expect(course.server.mostAtOncePerHost > 1)
    }

    @Test func `where no feeds file says otherwise the pauses are a second, and five for pages`()
        throws
    {
        let folder = try TestWorkspace([
            "feeds/list.yaml": "sources: [{id: a, name: A, url: 'https://a.example/feed'}]"
        ])
        let settings = FetchSettings(try folder.workspace.load().feeds.settings)
        #expect(settings.pausePerHost == .seconds(1))
        #expect(settings.pausePerPage == .seconds(5))
        #expect(settings.requestsPerHost == 1)
        #expect(settings.termsByDomain.isEmpty)
    }
}
