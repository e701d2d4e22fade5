import Foundation
import TestSupport
import Testing

/// What restarts, wrong clocks and short runs do to publishers and to feeds.
struct ScoreRestartTests {
    @Test func `five runs within a minute ask for each address once`() async throws {
        let course = try ScoreRuns(ScoreSite.month)
        for number in 0..<5 {
            try await course.run(at: ScoreRuns.start + Double(number) * 12)
        }
        let places = course.server.events.map(\.place)
        #expect(places.count == Set(places).count)
        #expect(course.violations(spacing: 12).isEmpty)
    }

    @Test func `a clock that jumps back an hour and forward a day makes no storm`() async throws {
        let course = try ScoreRuns(
            (1...5).map { number in
                ScoreSite("steady-\(number)", answer: ScoreSite.usual)
            })
        func requests(at hours: Double) async throws -> Int {
            let before = course.server.events.count
            try await course.run(at: ScoreRuns.start + hours * 3_600)
            return course.server.events.count - before
        }
        // Each host's robots.txt and feed.
        #expect(try await requests(at: 0) == 10)
        #expect(try await requests(at: -1) == 0)
        #expect(try await requests(at: 0.1) == 0)
        #expect(try await requests(at: 24.1) == 10)
        #expect(try await requests(at: 24.2) == 0)
        // Put right again, and heard again when the plan of the wrong day is reached.
        #expect(try await requests(at: 0.3) == 0)
        #expect(try await requests(at: 48.3) == 10)
    }

    @Test func `a run with time for a tenth of its feeds begins with those who wait longest`()
        async throws
    {
        // The pause is far longer than the run, which has time for one feed therefore.
        let course = try ScoreRuns(
            [.ofTen { $0.terms = ["robots: {ignore: agreed by letter}"] }],
            settings: "hosts: {127.0.0.1: {pause: 1h}}")
        for day in 0..<12 {
            try await course.run(
                at: ScoreRuns.start + Double(day) * 86_400, deadline: .milliseconds(250))
        }
        let asked = course.server.events.map(\.place.path)
        #expect(Set(asked).count == 10)
        // Nobody twice before all had their turn.
        #expect(Set(asked.prefix(10)).count == 10)
    }

    @Test func `a deadline holds for feeds behind the robots.txt of one host`() async throws {
        let course = try ScoreRuns(
            [.ofTen()], settings: "hosts: {127.0.0.1: {pause: 100ms}}")
        try await course.run(at: ScoreRuns.start, deadline: .milliseconds(150))
        #expect(course.server.events.count < 11)
    }

    @Test func `a deadline holds for feeds behind the robots.txt of many hosts`() async throws {
        let sites = (0..<10).map { number in
            ScoreSite("slow-\(number)") { ask in
                var answer = ScoreSite.usual(ask)
                answer.pause = .milliseconds(60)
                return answer
            }
        }
        let course = try ScoreRuns(sites, settings: "concurrency: 1")
        try await course.run(at: ScoreRuns.start, deadline: .milliseconds(250))
        let asked = course.server.events.count { !$0.isOfRobots }
        #expect(asked < 10)
    }

    @Test func `those who wait longest come first behind robots.txt too`() async throws {
        let site = ScoreSite.ofTen { feed in
            feed.answer = { ask in
                var answer = ScoreSite.usual(ask)
                // The first two are asked over two connections, of which the second takes longer.
                answer.pause = .milliseconds(100)
                return answer
            }
        }
        let course = try ScoreRuns([site], settings: "at_once_per_host: 2")
        try await course.run(at: ScoreRuns.start)
        let asked = course.server.events.map(\.place.path)
        #expect(asked.count == 11)
        #expect(Set(asked.prefix(3)) == ["/robots.txt", "/0.xml", "/1.xml"])
    }

    @Test func `a host that answers 429 for its robots.txt is asked for nothing more in that run`()
        async throws
    {
        let site = ScoreSite.ofTen().with { site in
            site.robots = { $0.days < 1 ? ScoreAnswer(404) : ScoreAnswer(429) }
        }
        let course = try ScoreRuns([site])
        for day in 0..<2 { try await course.run(at: ScoreRuns.start + Double(day) * 86_400) }
        #expect(course.violations(spacing: 86_400).isEmpty)
    }

    @Test func `a host that asks for rest by its robots.txt is given it`() async throws {
        let site = ScoreSite.ofTen().with { site in
            site.robots = { ask in
                ask.days < 1 ? ScoreAnswer(404) : ScoreAnswer(503, rest: .seconds(7_200))
            }
        }
        let course = try ScoreRuns([site])
        for day in 0..<2 { try await course.run(at: ScoreRuns.start + Double(day) * 86_400) }
        #expect(course.violations(spacing: 86_400).isEmpty)
    }
}

extension ScoreSite {
    /// One host with ten feeds.
    fileprivate static func ofTen(_ change: (inout Feed) -> Void = { _ in }) -> ScoreSite {
        ScoreSite(
            feeds: (0..<10).map { number in
                var feed = Feed(id: "feed-\(number)", path: "/\(number).xml", answer: usual)
                change(&feed)
                return feed
            })
    }
}
