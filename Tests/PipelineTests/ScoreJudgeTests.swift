import Foundation
import Testing

/// Each rule of the judge is broken by a log of its own.
struct ScoreJudgeTests {
    @Test func `good manners break no rule`() {
        let log = withRobots([
            ask(0, whole),
            ask(2, .init(304), [inm]),
            ask(4, .init(500), [inm]),
            ask(8, whole, [inm]),
            ask(12, .init(429, rest: .seconds(18_000)), [inm]),
            ask(17, .init(304), [inm, ("A-IM", "feed")]),
        ])
        #expect(ScoreJudge.sample().violations(in: log).isEmpty)
    }

    @Test(arguments: ScoreRule.allCases)
    func `each rule can be broken by itself`(rule: ScoreRule) {
        for (judge, log) in logs(breaking: rule) {
            let found = judge.violations(in: log)
            #expect(Set(found.map(\.rule)) == [rule], "\(found)")
        }
    }

    @Test func `a check after two weeks of 304 is let pass once`() {
        var log = [ask(0, whole)]
        for day in 1...14 { log.append(ask(Double(day) * 24, .init(304), [inm])) }
        let check = ask(15 * 24, whole)
        let again = ask(16 * 24, whole)
        let judge = ScoreJudge.sample()
        #expect(judge.violations(in: withRobots(log + [check])).isEmpty)
        let counts = ScoreJudge.counts(judge.violations(in: withRobots(log + [check, again])))
        #expect(counts == [.unconditional: 1])
    }

    @Test func `a page that was put off lets its feed be asked for whole once more`() {
        let log = [ask(0, whole), ask(0, ScoreAnswer(503), path: "/pages/1"), ask(2, whole)]
        let judge = ScoreJudge.sample()
        func unconditional(_ log: [ScoreEvent]) -> Int {
            judge.violations(in: withRobots(log)).count { $0.rule == .unconditional }
        }
        #expect(unconditional(log) == 0)
        #expect(unconditional(log + [ask(4, whole)]) == 1)
    }

    @Test func `a server whose 304s were wrong may be asked for the whole document daily`() {
        var log = [ask(0, whole)]
        for day in 1...14 { log.append(ask(Double(day) * 24, .init(304), [inm])) }
        let other = ScoreAnswer.document("other", etag: "\"1\"")
        log += [ask(15 * 24, other), ask(16 * 24, other)]
        let judge = ScoreJudge.sample()
        #expect(judge.violations(in: withRobots(log)).isEmpty)
        let soon = ask(16 * 24 + 12, other)
        #expect(
            ScoreJudge.counts(judge.violations(in: withRobots(log + [soon])))
                == [.wholeTooOften: 1])
    }

    @Test func `a move is believed after three sightings over a week`() {
        let moved = [0.0, 84, 168].flatMap { hours in
            [
                ask(hours, .moved(to: "/new")),
                ask(hours, hours == 0 ? whole : .init(304), hours == 0 ? [] : [inm], path: "/new"),
            ]
        }
        let judge = ScoreJudge.sample(target: "/new")
        let straight = ask(192, .init(304), [inm], path: "/new")
        #expect(judge.violations(in: withRobots(moved + [straight])).isEmpty)
        #expect(
            ScoreJudge.counts(
                judge.violations(in: withRobots(moved + [ask(192, .moved(to: "/new"))])))
                == [.move: 1])
    }

    @Test func `pauses that are a little short are the machine's, not ours`() {
        let log = seen([
            (0, "/robots.txt"), (950, "/feed"), (1_900, "/pages/1"), (6_850, "/pages/2"),
        ])
        #expect(hasty.violations(in: log).isEmpty)
    }

    @Test func `waits that are spread by a tenth are no shorter`() {
        let hours = [0, 11, 21, 31.0]
        let log = withRobots(hours.map { ask($0, .init(404)) })
        #expect(ScoreJudge.sample(spacing: 60).violations(in: log).isEmpty)
    }

    // MARK: - Private: logs

    private typealias Header = (name: String, value: String)

    private let whole = ScoreAnswer.document("whole", etag: "\"1\"")
    private let plain = ScoreAnswer.document("plain")
    private let inm: Header = ("If-None-Match", "\"1\"")

    private func logs(breaking rule: ScoreRule) -> [(ScoreJudge, [ScoreEvent])] {
        func usual(_ logs: [ScoreEvent]...) -> [(ScoreJudge, [ScoreEvent])] {
            logs.map { (.sample(), withRobots($0)) }
        }
        switch rule {
        case .unconditional:
            return usual([ask(0, whole), ask(2, whole)])
        case .strangeValidators:
            let both = ScoreAnswer.document("both", etag: "\"1\"", lastModified: "Monday")
            return usual(
                [ask(0, plain), ask(24, whole, [inm])],
                [ask(0, whole), ask(2, whole, [("If-None-Match", "1")])],
                [ask(0, whole), ask(2, whole, [inm, ("If-Modified-Since", "Monday")])],
                [ask(0, both), ask(2, both, [inm])])
        case .tooSoon:
            return usual(
                [ask(0, whole), ask(0.98, .init(304), [inm])],
                [ask(0, whole), ask(0, .init(304), [inm])])
        case .stillFresh:
            let fresh = ScoreAnswer.document("fresh", etag: "\"1\"", lifetime: .maxAge(21_600))
            let long = ScoreAnswer.document("long", etag: "\"1\"", lifetime: .expires(9_999_999))
            let ttl = ScoreJudge.sample(wishes: .init(ttl: 43_200))
            return usual(
                [ask(0, fresh), ask(5.9, .init(304), [inm])],
                [ask(0, long), ask(23.4, .init(304), [inm])])
                + [(ttl, withRobots([ask(0, whole), ask(11.9, .init(304), [inm])]))]
        case .wholeTooOften:
            return usual([ask(0, plain), ask(23.4, plain)])
        case .duringRest:
            let late = ScoreAnswer(429, rest: .date(36_000))
            return usual(
                [ask(0, .init(500, rest: .seconds(7_200))), ask(1.9, whole)],
                [ask(0, late), ask(9, whole, path: "/other")],
                [ask(0, .init(503)), ask(0.1, whole, path: "/other")],
                [ask(0, .init(429)), ask(3.9, whole)])
        case .afterOverload:
            let past = ScoreAnswer(429, rest: .seconds(0))
            return usual([ask(0, past), ask(0, whole, path: "/other")])
        case .afterGone:
            return usual(
                [ask(0, .init(410)), ask(23.9, whole)],
                [ask(0, .init(410)), ask(25, .init(410)), ask(500, whole)])
        case .robotsTooOften:
            return [
                (.sample(), [robots(0), ask(0, whole), robots(23.9)]),
                (.sample(), [robots(0, .init(503)), robots(0.08, .init(503))]),
            ]
        case .robotsTooLate:
            return [
                (.sample(), [ask(0, whole), robots(0)]),
                (.sample(), [robots(0), ask(0, whole), ask(24.1, .init(304), [inm])]),
            ]
        case .forbiddenByRobots:
            let rules = ScoreAnswer.robots("User-agent: *", "Disallow: /", "Allow: /other")
            return [
                (.sample(), [robots(0, rules), ask(0, whole)]),
                (.sample(), [robots(0, .init(500)), ask(0, whole)]),
                (
                    .sample(),
                    [robots(0, rules), robots(24, .init(503)), ask(24, whole, path: "/feed")]
                ),
            ]
        case .method:
            return usual([changed { $0.method = "HEAD" }])
        case .cookie:
            return usual([ask(0, whole, [("cookie", "reader=1")])])
        case .referer:
            return usual([ask(0, whole, [("Referer", "https://reader.example/")])])
        case .strangeAddress:
            return usual([ask(0, plain, path: "/feed?from=reader")])
        case .userAgent:
            return usual(
                [changed { $0.headers[0].value = "Reader/2 (+https://reader.example)" }])
        case .accept:
            return usual([changed { $0.headers[1].value = "*/*" }])
        case .noCompression:
            return usual([changed { $0.headers.remove(at: 2) }])
        case .move:
            let judge = ScoreJudge.sample(target: "/new")
            return [
                (judge, withRobots([ask(0, whole, path: "/new")])),
                (
                    judge,
                    withRobots([
                        ask(0, .moved(to: "/new")), ask(0, whole, path: "/new"),
                        ask(2, .init(304), [inm], path: "/new"),
                    ])
                ),
            ]
        case .delta:
            return usual([ask(0, whole, [("A-IM", "feed")])])
        case .backOff:
            return usual([ask(0, .init(404)), ask(10, .init(404)), ask(16, .init(404))])
        case .skippedTime:
            // The log begins on a Sunday at six.
            let nights = ScoreJudge.sample(wishes: .init(skipHours: [0, 1]))
            let weekends = ScoreJudge.sample(wishes: .init(skipDays: [7]))
            return [
                (nights, withRobots([ask(0, whole), ask(19.9, .init(304), [inm])])),
                (weekends, withRobots([ask(0, whole), ask(17.9, .init(304), [inm])])),
            ]
        case .shortPause:
            return [
                (hasty, seen([(0, "/robots.txt"), (800, "/feed")])),
                (hasty, seen([(0, "/robots.txt"), (1_000, "/feed"), (1_800, "/pages/1")])),
                (hasty, seen([(0, "/robots.txt"), (1_000, "/pages/1"), (1_800, "/feed")])),
            ]
        case .shortPagePause:
            let pages = [(0, "/robots.txt"), (1_000, "/pages/1")]
            return [
                (hasty, seen(pages + [(5_800, "/pages/2")])),
                (hasty, seen(pages + [(3_000, "/feed"), (5_800, "/pages/2")])),
            ]
        }
    }

    private func ask(
        _ hours: Double, _ answer: ScoreAnswer, _ headers: [Header] = [], path: String = "/feed"
    ) -> ScoreEvent {
        ScoreEvent(
            at: ScoreRuns.start + hours * 3_600, run: Int(hours * 100),
            place: ScorePlace(host: "site", path: path),
            headers: [
                ("User-Agent", "Reader/1 (+https://reader.example)"),
                ("Accept", "application/atom+xml, application/rss+xml"),
                ("Accept-Encoding", "gzip"),
            ] + headers, answer: answer)
    }

    private let hasty = ScoreJudge.sample(
        pauses: ScoreJudge.Pauses(feeds: .seconds(1), pages: .seconds(5)))

    /// One run's requests, each so many milliseconds after its beginning.
    private func seen(_ paths: [(milliseconds: Int, path: String)]) -> [ScoreEvent] {
        let beginning = ContinuousClock.now
        return paths.map { milliseconds, path in
            let answer: ScoreAnswer =
                switch path {
                case "/robots.txt": .init(404)
                case "/feed": whole
                default: .page("")
                }
            var event = ask(0, answer, path: path)
            event.seenAt = beginning + .milliseconds(milliseconds)
            return event
        }
    }

    private func robots(_ hours: Double, _ answer: ScoreAnswer = ScoreAnswer(404)) -> ScoreEvent {
        ask(hours, answer, path: "/robots.txt")
    }

    private func changed(_ change: (inout ScoreEvent) -> Void) -> ScoreEvent {
        var event = ask(0, whole)
        change(&event)
        return event
    }

    /// The log with robots.txt where its copy would be a day old.
    private func withRobots(_ log: [ScoreEvent]) -> [ScoreEvent] {
        var askedAt = Date.distantPast
        return log.flatMap { event -> [ScoreEvent] in
            guard event.at.timeIntervalSince(askedAt) >= 86_400 else { return [event] }
            askedAt = event.at
            return [robots(event.at.timeIntervalSince(ScoreRuns.start) / 3_600), event]
        }
    }
}

extension ScoreJudge {
    /// Of a site with two feeds.
    fileprivate static func sample(
        wishes: Wishes = Wishes(), target: String? = nil, spacing: TimeInterval = 3_600,
        pauses: Pauses? = nil
    ) -> ScoreJudge {
        ScoreJudge(
            feeds: [
                Feed(
                    place: ScorePlace(host: "site", path: "/feed"),
                    target: target.map { ScorePlace(host: "site", path: $0) }, wishes: wishes),
                Feed(place: ScorePlace(host: "site", path: "/other")),
            ], spacing: spacing, pauses: pauses)
    }
}
