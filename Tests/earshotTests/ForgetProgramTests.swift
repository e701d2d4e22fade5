import Foundation
import Pipeline
import TestSupport
import Testing

/// `earshot forget` as its users run it.
@Suite(.timeLimit(.minutes(5)))
struct ForgetProgramTests {
    private let folder: SampleFolder
    private let server: LoopbackServer
    private let now = ["--now", "2026-11-22T06:00:00Z"]
    private let name = "Zqxvit Kanarek"
    private let email = "qzx.kanarek@poczta.example"
    private let phone = "791 402 857"
    private let secret = "hushqx\(UUID().uuidString.lowercased().filter { $0 != "-" })"

    /// - Parameter entries: how many the author wrote.
    private init(entries: Int) throws {
        folder = try SampleFolder()
        let (name, email, phone) = (name, email, phone)
        server = try LoopbackServer { request in
            guard request.path == "/feed" else { return .init(404) }
            let items = (0..<entries).map { number in
                """
                <item><guid isPermaLink="false">qvxguidmark\(number)</guid><dc:creator>\(name)</dc:creator>
                <title>Zefirnet nie działa wqzpost\(number)</title>
                <description>Zefirnet nie działa, \(email), \(phone) wqzpost\(number)</description>
                <pubDate>Sat, 21 Nov 2026 18:00:00 +0100</pubDate></item>
                """
            }
            return .init(
                body: """
                    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
                    <title>Forum</title>\(items.joined())</channel></rss>
                    """.utf8)
        }
        let list = """
            fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s}
            sources:
              - id: forum
                name: Forum
                url: '\(server.url("/feed"))'
                auth: {header: X-Api-Key, value: "secret:env:EARSHOT_TEST_SECRET"}
                authors: name
            """
        try Data(list.utf8).write(to: folder.url.appending(path: "feeds/forum.yaml"))
    }

    private func run(_ arguments: [String]) throws -> Program.Outcome {
        try Program.run(
            arguments, in: folder.url, environment: ["EARSHOT_TEST_SECRET": secret])
    }

    /// In every file of the folder, what went to standard output and error among them.
    private func finds(_ canaries: [String]) throws -> [String] {
        try canaries.flatMap {
            try ByteSearch(for: $0).finds(below: folder.url.path(percentEncoded: false))
        }
    }

    init() throws { try self.init(entries: 1) }

    @Test func `after a run, a forget and a further run no byte of a person or a secret is left`()
        throws
    {
        let test = try ForgetProgramTests(entries: 20)
        defer { test.server.stop() }
        #expect(try test.run(["run", "--verbose"] + now).exitCode == 0)
        #expect(test.server.requests.contains { $0.header("X-Api-Key") == test.secret })
        #expect(try test.finds([email, phone, test.secret]).isEmpty)
        #expect(try !test.finds([name, "wqzpost7"]).isEmpty)
        let forget = try test.run(["forget", "--author", name, "--source", "forum", "--yes"] + now)
        #expect(forget.exitCode == 0)
        #expect(
            forget.output.hasPrefix(
                "20 entries erased, with 40 places naming a brand\n  forum  20\n"))
        #expect(
            try test.run(["run", "--verbose"] + ["--now", "2026-11-24T06:00:00Z"]).exitCode == 0)
        #expect(try test.finds([name, email, phone, test.secret, "wqzpost", "qvxguidmark"]) == [])
    }

    /// The processes end at instants spread over a whole erasure.
    @Test func `killed at any instant, the next forget ends as if nothing had happened`() throws {
        let test = try ForgetProgramTests(entries: 400)
        defer { test.server.stop() }
        #expect(try test.run(["run"] + now).exitCode == 0)
        let clock = ContinuousClock()
        let forget = ["forget", "--author", name, "--yes"] + now
        var plan: Program.Outcome?
        let length = try clock.measure { plan = try test.run(forget + ["--dry-run"]) }
        #expect(plan?.exitCode == 0)
        let kills = 10
        for kill in 1...kills {
            let process = try Program.start(
                forget, in: test.folder.url, environment: ["EARSHOT_TEST_SECRET": test.secret])
            let instant = clock.now.advanced(by: length * kill / 4)
            while process.isRunning, clock.now < instant { usleep(500) }
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(try test.run(forget).exitCode == 0)
        #expect(try test.finds([name, "wqzpost", "qvxguidmark"]) == [])
        let erasures = test.folder.url.appending(path: "erasures")
        for file in try FileManager.default.contentsOfDirectory(
            at: erasures, includingPropertiesForKeys: nil)
        {
            let receipt = try String(contentsOf: file, encoding: .utf8)
            #expect(receipt.contains("finished_at"), "\(file.lastPathComponent)")
        }
        #expect(try test.run(["search", "Zefirnet", "--source", "forum"]).output.isEmpty)
    }

    @Test(
        arguments: [
            (["forget"], "Choose one of --author, --url, --text, --before and --retention."),
            (["forget", "--retention", "--url", "b"], "Choose one of"),
            (["forget", "--retention", "--source", "b"], "--source goes with --author."),
            (
                ["forget", "--retention", "--yes", "--now", "9999-01-01T00:00:00Z"],
                "--retention deletes nothing for a moment that has not come."
            ),
            (["forget", "--author", "a", "--url", "b"], "Choose one of"),
            (
                ["forget", "--author", "Ola"],
                "Nobody is there to be asked: give --yes, or --dry-run."
            ),
            (["forget", "--text", "...", "--yes"], "'...' has no letter or digit in it."),
            (["forget", "--author", "a", "--author", "b"], "--author is given twice, and"),
            (
                ["forget", "--url", "https://a.example", "--source", "b"],
                "--source goes with --author."
            ),
            (["forget", "--before", "soon", "--yes"], "'soon' is not a time"),
        ] as [([String], String)])
    func `what cannot be meant is refused`(arguments: [String], message: String) throws {
        let folder = try SampleFolder()
        let outcome = try Program.run(arguments, in: folder.url)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors.contains(message))
    }

    @Test func `what was said on the day itself, by the clocks of the rules, stays`() throws {
        let folder = try SampleFolder()
        try folder.write(
            """
            date,text
            2026-11-19T23:30:00+01:00,wqzbefore
            2026-11-20T00:30:00+01:00,wqzafter

            """, to: "posts.csv")
        let posts = ["import", "posts.csv", "--source", "posts"] + now
        #expect(try Program.run(posts, in: folder.url).exitCode == 0)
        let forget = ["forget", "--before", "2026-11-20", "--yes"] + now
        #expect(try Program.run(forget, in: folder.url).exitCode == 0)
        let left = try Program.run(["export-archive"], in: folder.url).output
        #expect(left.contains("wqzafter") && !left.contains("wqzbefore"))
    }

    @Test func `without limits forget --retention says what to write, and with them what goes`()
        throws
    {
        let folder = try SampleFolder()
        #expect(try Program.run(["fetch"] + now, in: folder.url).exitCode == 0)
        let forget = ["forget", "--retention", "--yes"]
        let unlimited = try Program.run(forget, in: folder.url)
        #expect(unlimited.exitCode == 65)
        #expect(unlimited.errors.contains("everything is kept for good; write in a file of feeds/"))
        try folder.write("privacy: {retention: {entries: 3650d}}\n", to: "feeds/privacy.yaml")
        let limited = try Program.run(forget, in: folder.url)
        #expect(limited.exitCode == 0)
        #expect(limited.output == "nothing has been kept long enough\n")
    }

    @Test func `without an archive, or while a run is at work, nothing is erased`() throws {
        let folder = try SampleFolder()
        let forget = ["forget", "--before", "2026-01-01", "--yes"]
        let none = try Program.run(forget, in: folder.url)
        #expect(none.exitCode == 65 && none.errors.contains("no archive yet"))
        #expect(try Program.run(["fetch"] + now, in: folder.url).exitCode == 0)
        let path = folder.url.appending(path: "run.lock").path(percentEncoded: false)
        let lock = try RunLock(path: path)
        defer { withExtendedLifetime(lock) {} }
        #expect(try Program.run(forget, in: folder.url).exitCode == 75)
        #expect(try Program.run(forget + ["--dry-run"], in: folder.url).exitCode == 0)
    }
}
