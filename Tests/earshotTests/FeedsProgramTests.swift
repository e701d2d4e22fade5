import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing

/// Fetching, as an operator sees it from outside.
@Suite(.timeLimit(.minutes(5)))
struct FeedsProgramTests {
    let now = ["--now", "2026-11-22T06:00:00Z"]
    let folder: SampleFolder

    init() throws {
        folder = try SampleFolder()
        // Not the shipped list: these tests are about feeds of their own.
        for name in try FileManager.default.contentsOfDirectory(atPath: path("feeds")) {
            try FileManager.default.removeItem(atPath: path("feeds/\(name)"))
        }
    }

    func path(_ name: String) -> String {
        folder.url.appending(path: name).path(percentEncoded: false)
    }

    func permissions(of name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
    }

    func listen(to sources: [String]) throws {
        let items = sources.map { "  - {\($0)}\n" }.joined()
        try write(
            "fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s, pause_per_page: 0s}\n"
                + (items.isEmpty ? "" : "sources:\n" + items), to: "feeds/list.yaml")
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.url.appending(path: name))
    }

    static func rss(_ id: String) -> LoopbackServer.Response {
        .init(
            headers: [("ETag", "\"\(id)\"")],
            body: """
                <rss version="2.0"><channel><title>News</title><item><guid>\(id)</guid>
                <description>Zefirnet \(id)</description></item></channel></rss>
                """.utf8)
    }

    // MARK: feeds …

    @Test func `feeds are found, taken over and handed on`() throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/":
                .init(
                    body: #"<!DOCTYPE html><link rel=alternate type="application/rss+xml" href=f>"#
                        .utf8)
            case "/f": Self.rss("1")
            default: .init(404)
            }
        }
        try listen(to: [])
        let found = try Program.run(["feeds", "discover", server.url("/")], in: folder.url)
        #expect(found.exitCode == 0)
        #expect(found.output.contains("url: \(server.url("/f"))\n"))
        #expect(found.errors == "earshot: 1 address tried, 1 feed found\n")
        let quiet = try Program.run(
            ["feeds", "discover", server.url("/"), "--quiet"], in: folder.url)
        #expect((quiet.output, quiet.errors) == (found.output, ""))
        let none = try Program.run(
            ["feeds", "discover", server.url("/none"), "--format", "json"], in: folder.url)
        #expect(none.exitCode == 69)
        #expect(none.output.contains("answers 404"))

        try write(
            """
            <opml version="2.0"><body><outline text="Łódź" xmlUrl="\(server.url("/f"))"/></body></opml>
            """, to: "list.opml")
        let taken = try Program.run(["feeds", "import", "list.opml"], in: folder.url)
        #expect(taken.exitCode == 0)
        #expect(
            taken.output
                == "1 feed written to feeds/imported.yaml, 0 left out; `earshot run` polls it\n")
        let again = try Program.run(["feeds", "import", "list.opml"], in: folder.url)
        #expect(again.exitCode == 65)
        #expect(
            again.errors
                == "earshot: feeds/imported.yaml: is there already; name another by --into\n")
        let run = try Program.run(["run", "--quiet"] + now, in: folder.url)
        #expect((run.exitCode, run.errors) == (0, ""))
        let opml = try Program.run(["feeds", "export"], in: folder.url)
        #expect(opml.output.contains(#"xmlUrl="\#(server.url("/f"))""#))
        let check = try Program.run(["feeds", "check"] + now, in: folder.url)
        #expect(check.exitCode == 0)
        #expect(check.output.contains("lodz"))
    }

    @Test func `a single failure is told by the exit code with --strict alone`() throws {
        let server = try LoopbackServer(hosts: 2) { request in
            request.path == "/fine" ? Self.rss("1") : .init(404)
        }
        try listen(to: [
            "id: fine, name: Fine, url: '\(server.url("/fine"))'",
            "id: lost, name: Lost, url: '\(server.url("/lost", host: 2))'",
        ])
        let strict = try Program.run(
            ["fetch", "--strict", "--quiet", "--metrics", "earshot.prom"] + now, in: folder.url)
        #expect(strict.exitCode == 69)
        #expect(strict.errors == "earshot: 1 of 2 feeds failed (--strict)\n")
        let metrics = try String(contentsOfFile: path("earshot.prom"), encoding: .utf8)
        #expect(metrics.contains("\nearshot_feeds_failed 1\n"))
        // The collector is another user, and everything else nobody's business.
        #expect(try permissions(of: "earshot.prom") == 0o644)
        #expect(try permissions(of: "earshot.sqlite") == 0o640)
        #expect(
            try Program.run(
                ["fetch", "--source", "fine", "--source", "lost"] + now, in: folder.url
            )
            .exitCode == 0)
        let lost = try Program.run(["fetch", "--quiet", "--source", "lost"] + now, in: folder.url)
        #expect(lost.exitCode == 69)
        #expect(lost.errors.hasPrefix("earshot: the feed could not be fetched: lost: "))
        let told = try Program.run(
            ["fetch", "--source", "lost", "--format", "json"] + now, in: folder.url)
        #expect(told.exitCode == 69)
        #expect(told.output.contains("\"feed\" : \"lost\""))
        let unknown = try Program.run(["fetch", "--source", "nobody"] + now, in: folder.url)
        #expect(unknown.exitCode == 65)
        // Nothing is due.
        #expect(try Program.run(["fetch", "--strict"] + now, in: folder.url).exitCode == 0)
    }

    @Test func `a run that is repeated for a fraction of a second counts a failure once`() throws {
        let server = try LoopbackServer { _ in .init(404) }
        defer { server.stop() }
        try listen(to: ["id: lost, name: Lost, url: '\(server.url("/lost"))'"])
        let moment = ["--now", "2026-11-22T06:00:00.5Z"]
        for _ in 1...2 {
            let fetch = ["fetch", "--source", "lost"] + moment
            #expect(try Program.run(fetch, in: folder.url).exitCode == 69)
        }
        let check = try Program.run(
            ["feeds", "check", "--format", "json"] + moment, in: folder.url)
        #expect(check.output.contains("\"failures_in_a_row\" : 1,"))
    }

    // MARK: Signals

    /// Whether so many feeds have been told of in the log.
    func answered(_ count: Int) throws -> Bool {
        let log = try String(contentsOfFile: path("stderr"), encoding: .utf8)
        return log.split(separator: "\n").count { $0.contains(" f-") } >= count
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `ended amid 200 slow feeds a run keeps what it has, and the next does the rest`(
        signal: Int32
    ) throws {
        let completed = 90
        let gate = Mutex(Gate())
        let server = try LoopbackServer(hosts: 200) { request in
            if request.path == "/robots.txt" { return .init(404) }
            let isAnswered = gate.withLock { gate in
                guard gate.isOpen || gate.answered.count < completed else { return false }
                gate.answered.append(request.path)
                return true
            }
            var answer = Self.rss(String(request.path.dropFirst()))
            answer.delivery =
                isAnswered ? .drip(bytes: 100, every: .milliseconds(5)) : .stall(after: 20)
            return answer
        }
        try listen(
            to: (1...200).map { number in
                "id: f-\(number), name: F, url: '\(server.url("/\(number)", host: number))'"
            })
        let process = try Program.start(
            ["run", "--verbose", "--format", "json"] + now, in: folder.url)
        while process.isRunning, try !answered(completed) { usleep(1_000) }
        kill(process.processIdentifier, signal)
        let watchdog = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + 10, execute: watchdog)
        process.waitUntilExit()
        watchdog.cancel()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        #expect(
            try String(contentsOfFile: path("stderr"), encoding: .utf8)
                .contains("earshot: ending; once more ends at once\n"))

        let first = try report()
        #expect(first.isPartial)
        let answered = gate.withLock { $0.answered }
        #expect(answered.count == completed)
        let updated = first.feeds.filter { $0.outcome == "updated" }.map(\.feed.value)
        #expect(updated.sorted() == answered.map { "f-" + $0.dropFirst() }.sorted())
        #expect(first.feeds.count { $0.outcome == "cancelled" } == 200 - completed)
        #expect(try storedFeeds() == updated.sorted())
        let before = server.requests

        gate.withLock { $0.isOpen = true }
        let next = try Program.run(
            ["run", "--format", "json", "--now", "2026-11-22T06:10:00Z"], in: folder.url)
        #expect(next.exitCode == 0)
        let second = try report()
        #expect(!second.isPartial)
        #expect(second.feeds.count { $0.outcome == "not_due" } == completed)
        #expect(second.feeds.count { $0.outcome == "updated" } == 200 - completed)
        #expect(try storedFeeds().count == 200)
        let after = server.requests.dropFirst(before.count)
        #expect(Set(after.map(\.path)).isDisjoint(with: answered))
        #expect(after.count { $0.path != "/robots.txt" } == 200 - completed)
        // Nor is anybody asked for a robots.txt that the first run has read, as it had where it asked for
        // the feed.
        let read = Set(before.filter { $0.path != "/robots.txt" }.map(\.host))
        #expect(read.count >= completed)
        #expect(read.isDisjoint(with: after.filter { $0.path == "/robots.txt" }.map(\.host)))
    }

    struct Gate {
        var isOpen = false
        var answered: [String] = []
    }

    func report() throws -> RunReport {
        try ContractJSON.decode(
            RunReport.self, from: Data(contentsOf: folder.url.appending(path: "stdout")))
    }

    func storedFeeds() throws -> [String] {
        try Archive(workspace: Workspace(path: folder.url.path(percentEncoded: false)))
            .search(EntrySearch(limit: 1_000)).map(\.feed.value).sorted()
    }
}
