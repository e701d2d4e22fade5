import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport

/// A site on loopback whose documents a test changes between two runs.
final class CrawlSite: Sendable {
    typealias Answer = @Sendable (LoopbackServer.Request) -> LoopbackServer.Response

    private let answers: Answers
    private let server: LoopbackServer
    private let taken = Mutex(0)

    /// What is not answered otherwise is not there, robots.txt among it.
    init(hosts: Int = 1) throws {
        let answers = Answers()
        self.answers = answers
        server = try LoopbackServer(hosts: hosts) { answers.response(to: $0) }
    }

    deinit { server.stop() }

    func url(_ path: String, host: Int = 1) -> String { server.url(path, host: host) }

    /// Answers requests for a path from now on, whatever its query and whichever the host.
    func at(_ path: String, _ answer: @escaping Answer) {
        answers.byPath.withLock { $0[path] = answer }
    }

    /// Has a document there, which is recognised by its ETag if it has one.
    func at(_ path: String, document: String, etag: String? = nil, type: String = "text/xml") {
        at(path) { request in
            if let etag {
                .document(document.utf8, etag: etag, contentType: type, to: request)
            } else {
                .init(headers: [("Content-Type", type)], body: document.utf8)
            }
        }
    }

    /// The requests since this was last called, without those for robots.txt.
    func takeRequests() -> [LoopbackServer.Request] {
        let all = server.requests
        let new = taken.withLock { taken in
            defer { taken = all.count }
            return all[taken...]
        }
        return new.filter { $0.path != "/robots.txt" }
    }

    /// The same, as paths.
    func takePaths() -> [String] { takeRequests().map(\.path) }

    /// Every request for a robots.txt so far.
    var robotsRequests: [LoopbackServer.Request] {
        server.requests.filter { $0.path == "/robots.txt" }
    }

    /// What is answered where.
    private final class Answers: Sendable {
        let byPath = Mutex<[String: Answer]>([:])

        func response(to request: LoopbackServer.Request) -> LoopbackServer.Response {
            let path = String(request.path.prefix { $0 != "?" })
            return byPath.withLock { $0[path] }?(request) ?? .init(404)
        }
    }
}

extension TestWorkspace {
    /// One that listens to sites on loopback, which it need not wait for.
    ///
    /// - Parameter sources: items of the list, without the braces.
    convenience init(listeningTo sources: [String], _ files: [String: String] = [:]) throws {
        try self.init(files)
        try listen(to: sources)
    }

    /// Replaces the list of feeds.
    ///
    /// - Parameter settings: further ones of `fetching`.
    func listen(to sources: [String], _ settings: String...) throws {
        let own = ["allow_networks: [127.0.0.0/8]", "pause_per_host: 0s", "pause_per_page: 0s"]
        let settings = "fetching: {\((own + settings).joined(separator: ", "))}\n"
        let items = sources.map { "  - {\($0)}\n" }.joined()
        try write(settings + (items.isEmpty ? "" : "sources:\n" + items), to: "feeds/list.yaml")
    }

    func crawl(
        at now: Date = .crawlDay(0), _ change: (inout Run.Options) -> Void = { _ in }
    ) async throws(RunError) -> RunReport {
        var options = Run.Options(now: now)
        change(&options)
        return try await Run(workspace: workspace, options: options).execute()
    }

    func check(at now: Date = .crawlDay(0)) throws(RunError) -> [FeedCheck] {
        try Archive.check(workspace, now: now)
    }

    /// The texts of everything stored, sorted.
    func texts() throws -> [String] {
        let archive = try Archive(workspace: workspace)
        return try archive.search(EntrySearch(limit: 10_000))
            .map { try archive.entryText(number: $0.number).text }.sorted()
    }
}

extension Date {
    /// So many days after 22 November 2026, 06:00 UTC.
    static func crawlDay(_ days: Double) -> Date {
        Date(timeIntervalSince1970: 1_795_327_200 + days * 86_400)
    }
}

/// An RSS document of numbered entries.
///
/// - Parameters:
///   - link: where each entry's page is; `nil` for none.
///   - channel: further elements of the channel.
func numberedRSS(
    _ numbers: some Sequence<Int>, link: (Int) -> String? = { _ in nil }, channel: String = ""
) -> String {
    let items = numbers.map { number in
        let link = link(number).map { "<link>\($0)</link>" } ?? ""
        return """
            <item><guid isPermaLink="false">\(number)</guid>\(link)
            <description>\(numberedText(number))</description>
            <pubDate>Sat, 21 Nov 2026 18:00:00 +0100</pubDate></item>
            """
    }
    return """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title>
        \(channel)\(items.joined())</channel></rss>
        """
}

/// What the entry of this number says.
func numberedText(_ number: Int) -> String { "Zefirnet w dzielnicy \(number)" }
