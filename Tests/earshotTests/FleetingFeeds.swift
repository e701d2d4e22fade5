import Foundation
import TestSupport

/// Feeds that show each post once: a list is shown until the client sends back its ETag, and is then
/// gone for good, replaced by the next one.
///
/// Who stores an ETag without what came with it has lost that, and will never be told.
struct FleetingFeeds {
    private let server: LoopbackServer
    private let count: Int
    private let hosts: Int

    /// - Parameters:
    ///   - hosts: that the feeds lie on, in turns.
    ///   - path: of the document alone that `beforeAnswer` is called for; `nil` for all.
    ///   - beforeAnswer: called on a thread of its own; no answer comes before it returns.
    init(
        count: Int, hosts: Int = 20, of path: String? = nil,
        beforeAnswer: @escaping @Sendable () -> Void = {}
    ) throws {
        self.count = count
        self.hosts = min(count, hosts)
        server = try LoopbackServer(hosts: min(count, hosts)) { request in
            if path.map({ $0 == request.path }) ?? true { beforeAnswer() }
            guard request.path.hasSuffix(".xml") else { return .init(404) }
            let seen = request.header("If-None-Match").flatMap { Int($0.filter(\.isNumber)) } ?? 0
            let feed = request.path.filter(\.isNumber)
            return .init(
                headers: [("ETag", "\"list-\(seen + 1)\""), ("Content-Type", "text/xml")],
                body: Self.list(seen + 1, of: feed).utf8)
        }
    }

    func stop() { server.stop() }

    var requestCount: Int { server.requests.count }

    /// How many of the feeds have been asked for.
    var askedCount: Int { Set(server.requests.map(\.path)).count { $0.hasSuffix(".xml") } }

    /// A folder that listens to them, by a small set of rules.
    func folder() throws -> SampleFolder {
        let folder = try SampleFolder(copying: [])
        let sources = (1...count).map { number in
            let url = server.url("/\(number).xml", host: number % hosts + 1)
            return "  - {id: feed-\(number), name: Feed \(number), url: '\(url)'}"
        }
        try folder.write(
            """
            fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s}
            sources:
            \(sources.joined(separator: "\n"))
            """, to: "feeds/fleeting.yaml")
        for (path, text) in Self.rules { try folder.write(text, to: path) }
        return folder
    }

    /// The moment of a run: more than a day behind the last, so that every feed is due.
    static func moment(_ round: Int) -> [String] {
        let date = Date(timeIntervalSince1970: 1_795_327_200 + Double(round) * 30 * 3_600)
        return ["--now", date.formatted(.iso8601)]
    }

    // MARK: - Private

    private static func list(_ number: Int, of feed: String) -> String {
        let items = (1...2).map { item in
            """
            <item><guid>\(feed)-\(number)-\(item)</guid>
            <link>https://feed-\(feed).example/\(number)/\(item)</link>
            <description>Zefirnet nie działa w dzielnicy \(feed), po raz \(number)</description>
            <pubDate>Sat, 21 Nov 2026 1\(item):00:00 +0100</pubDate></item>
            """
        }
        return """
            <rss version="2.0"><channel><title>Feed \(feed)</title>\(items.joined())</channel></rss>
            """
    }

    static let rules = [
        "rules/brands.yaml": """
        brands:
          - {id: zefirnet, name: Zefirnet, kind: own, inflect: pl}
        """,
        "rules/categories.yaml": """
        categories:
          - id: technical_issue
            name: Technical issue
            keywords: {pl: [nie działa]}
            examples: {match: ["U mnie nic nie działa od rana"]}
        """,
        "rules/routing.yaml": """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support}]
        default_team: support
        """,
        "rules/sentiment/pl.tsv": "fatalny\t-3\nświetny\t3\nnie\tnegator\n",
        "rules/sentiment/en.tsv": "terrible\t-3\ngreat\t3\nnot\tnegator\n",
        "rules/sentiment/lv.tsv": "slikts\t-3\nlielisks\t3\nnav\tnegator\n",
    ]
}

/// How often a test does what it does: a few times by default, more when asked for.
enum Repetitions {
    static func count(_ variable: String, otherwise few: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? few
    }
}
