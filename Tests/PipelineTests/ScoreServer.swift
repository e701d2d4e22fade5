import Foundation
import Model
import Synchronization
import TestSupport

/// An outside judge: sites that keep a log of every request against a simulated clock.
///
/// Each site is a loopback address of its own.
final class ScoreServer: Sendable {
    let sites: [ScoreSite]
    private let beginning: Date
    private let course: Course
    private let servers: Mutex<[LoopbackServer]>

    init(_ sites: [ScoreSite], from beginning: Date) throws {
        self.sites = sites
        self.beginning = beginning
        let course = Course(beginning: beginning)
        self.course = course
        servers = Mutex(
            try sites.enumerated().map { index, site in
                try Self.server(of: site, at: Self.host(index), in: course)
            })
    }

    /// Begins the next run of the course.
    func beginRun(at now: Date) throws {
        course.state.withLock { state in
            state.now = now
            state.run += 1
        }
        let days = now.timeIntervalSince(beginning) / 86_400
        try servers.withLock { servers in
            for (index, site) in sites.enumerated() {
                let isClosed = site.closedDays?.contains(days) ?? false
                guard isClosed != course.state.withLock({ $0.closed.contains(index) }) else {
                    continue
                }
                if isClosed {
                    servers[index].stop()
                } else {
                    servers[index] = try Self.server(
                        of: site, at: Self.host(index), port: servers[index].port(), in: course)
                }
                course.state.withLock { state in
                    if isClosed {
                        state.closed.insert(index)
                    } else {
                        state.closed.remove(index)
                    }
                }
            }
        }
    }

    /// Notes what no server can see: that a connection was asked for and not taken.
    func note(_ outcome: FeedOutcome) {
        guard case .failed(let failure) = outcome.result, failure.kind == .connect else { return }
        for (index, site) in sites.enumerated() {
            for feed in site.feeds where feed.id == outcome.feed.value {
                course.add(
                    ScorePlace(host: Self.host(index), path: feed.path), ScoreAnswer(0))
            }
        }
    }

    /// All requests so far, in the order they came.
    var events: [ScoreEvent] { course.state.withLock { $0.events } }

    /// The most requests that any one host was answering at the same time.
    var mostAtOncePerHost: Int {
        servers.withLock { $0.map(\.mostAtOncePerHost).max() ?? 0 }
    }

    func judge(spacing: TimeInterval, pauses: ScoreJudge.Pauses? = nil) -> ScoreJudge {
        let feeds = sites.enumerated().flatMap { index, site in
            let host = Self.host(index)
            return site.feeds.map { feed in
                ScoreJudge.Feed(
                    place: ScorePlace(host: host, path: feed.path),
                    target: feed.target.map { ScorePlace(host: host, path: $0) },
                    wishes: feed.wishes)
            }
        }
        return ScoreJudge(feeds: feeds, spacing: spacing, pauses: pauses)
    }

    /// Requests for a feed, wherever it has moved to.
    func requests(of id: String) -> [ScoreEvent] {
        let places = sites.enumerated().flatMap { index, site in
            site.feeds.filter { $0.id == id }.flatMap { feed in
                [feed.path, feed.target].compactMap { $0 }
                    .map { ScorePlace(host: Self.host(index), path: $0) }
            }
        }
        return events.filter { places.contains($0.place) }
    }

    /// The feeds file of a workspace that listens to all of it.
    ///
    /// - Parameter settings: further lines below `fetching:`.
    func feedsFile(pauses: ScoreJudge.Pauses? = nil, _ settings: String = "") -> String {
        let lines = servers.withLock { servers in
            zip(sites, servers).flatMap { site, server in
                site.feeds.map { feed in
                    let fields = ["id: \(feed.id)", "name: \(feed.id)"] + feed.terms
                    return "  - {\(fields.joined(separator: ", ")), "
                        + "url: '\(server.url(feed.path))'}"
                }
            }
        }
        return """
            fetching:
              contact: https://reader.example/contact
              allow_networks: [127.0.0.0/8]
              pause_per_host: \((pauses?.feeds ?? .zero).inMilliseconds)
              pause_per_page: \((pauses?.pages ?? .zero).inMilliseconds)
              \(settings)
            sources:
            \(lines.joined(separator: "\n"))
            """
    }

    func stop() {
        servers.withLock { servers in for server in servers { server.stop() } }
    }

    // MARK: - Private

    /// The clock and the log, which answering threads share.
    private final class Course: Sendable {
        struct State {
            var now: Date
            var run = 0
            var events: [ScoreEvent] = []
            var closed: Set<Int> = []
        }

        let beginning: Date
        let state: Mutex<State>

        init(beginning: Date) {
            self.beginning = beginning
            state = Mutex(State(now: beginning))
        }

        var now: Date { state.withLock { $0.now } }

        func add(
            _ place: ScorePlace, method: String = "GET",
            headers: [(name: String, value: String)] = [], _ answer: ScoreAnswer
        ) {
            state.withLock { state in
                state.events.append(
                    ScoreEvent(
                        at: state.now, run: state.run, place: place, method: method,
                        headers: headers, answer: answer))
            }
        }
    }

    private static func host(_ index: Int) -> String { "127.0.0.\(index + 1)" }

    private static func server(
        of site: ScoreSite, at host: String, port: Int = 0, in course: Course
    ) throws -> LoopbackServer {
        try LoopbackServer(addresses: [host], port: port) { request in
            let now = course.now
            let ask = ScoreAsk(
                origin: "http://" + (request.header("Host") ?? host), path: request.path,
                seconds: now.timeIntervalSince(course.beginning), now: now,
                ifNoneMatch: request.header("If-None-Match"),
                ifModifiedSince: request.header("If-Modified-Since"))
            let answer = site.answer(to: ask)
            course.add(
                ScorePlace(host: host, path: request.path), method: request.method,
                headers: request.headers, answer)
            return answer.response(at: now)
        }
    }
}

extension Duration {
    /// As a feeds file writes it.
    fileprivate var inMilliseconds: String { "\(Int(self / .milliseconds(1)))ms" }
}
