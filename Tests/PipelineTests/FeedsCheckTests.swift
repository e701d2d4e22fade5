import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// How feeds are that cannot be heard, as an operator and as a digest's reader sees it.
@Suite(.timeLimit(.minutes(5)))
struct FeedsCheckTests {
    private let site: CrawlSite
    private let folder: TestWorkspace
    private let hosts = [
        "blocked": 1, "fine": 2, "gone": 3, "leaving": 4, "lost": 5, "resting": 6, "waiting": 6,
    ]

    init() throws {
        site = try CrawlSite(hosts: 6)
        folder = try TestWorkspace()
        try listen()
        site.at("/fine", document: numberedRSS(1...3), etag: "\"v1\"")
        site.at("/lost", document: "<!DOCTYPE html><html><body></body></html>", type: "text/html")
        site.at("/waiting", document: Self.dayBefore(4))
        site.at("/blocked") { _ in .init(403) }
        site.at("/gone") { _ in .init(410) }
        site.at("/leaving") { _ in .init(200, body: Self.dayBefore(5).utf8) }
        site.at("/resting") { _ in .init(429, headers: [("Retry-After", "7200")]) }
    }

    private static func dayBefore(_ number: Int) -> String {
        numberedRSS(number...number).replacing("Sat, 21 Nov", with: "Thu, 19 Nov")
    }

    private func listen(renaming renamed: [String: String] = [:]) throws {
        try folder.listen(
            to: hosts.sorted { $0.key < $1.key }.map { id, host in
                let path = renamed[id] ?? "/\(id)"
                return "id: \(id), name: \(id.capitalized), url: '\(site.url(path, host: host))'"
            })
    }

    /// Brings every feed into its state: thirty days of nothing but failures for one, and a day on
    /// which the others are asked.
    private func prepare() async throws -> RunReport {
        for day in -32 ..< -2 {
            // Each of these finds the one feed failing, which is what is wanted.
            _ = try? await folder.crawl(at: .crawlDay(Double(day))) { $0.sources = ["lost"] }
        }
        _ = try await folder.crawl(at: .crawlDay(-2)) {
            $0.sources = ["gone", "leaving", "waiting"]
        }
        site.at("/leaving") { _ in .init(410) }
        return try await folder.crawl()
    }

    @Test func `feeds check tells of each feed how it is and what to do`() async throws {
        let report = try await prepare()
        #expect(
            report.feeds.map(\.outcome) == [
                "status", "updated", "status", "status", "not_due", "status", "postponed",
            ])
        let now = Date.crawlDay(0.1)
        let checks = try folder.check(at: now)
        let style = TerminalStyle(isOn: false)
        #expect(HealthTable(checks, now: now, style: style).text == Self.table)
        let json = String(
            decoding: try ContractJSON.encode(checks, isPretty: true), as: UTF8.self)
        let shown = json.replacing(/http:\/\/127[.]0[.]0[.].:[0-9]+/, with: "http://host")
        #expect(shown == Self.json)
    }

    @Test func `the digest says what it did not hear`() async throws {
        _ = try await prepare()
        let digest = try ContractJSON.decode(
            Digest.self, from: folder.read("out/digests/2026-11-22.json"))
        let health = digest.health
        #expect((health.feeds, health.ok) == (7, 1))
        #expect((health.failing, health.silent, health.unheard) == (4, 0, 1))
        #expect(health.retired == 1)
        #expect(
            health.sentence
                == "Of 6 feeds, 4 could not be fetched (Blocked, Leaving, Lost and others) and 1 not "
                + "polled yet (Waiting): what was said there is missing from every figure here, so "
                + "true counts may be higher. The period before they brought 2 of the 2 posts that "
                + "name a brand. Gone for good, and asked no more: 1 (Gone).")
        #expect(
            health.troubled.map(\.feed)
                == ["blocked", "gone", "leaving", "lost", "resting", "waiting"])
        // A neighbour of the one that asked for rest: not asked, and so not heard.
        let waiting = try #require(health.troubled.last)
        #expect(waiting.status == .unheard)
        #expect(
            waiting.message
                == "not asked in this run, which had no time for it or let its host rest; the next "
                + "one polls it")
        #expect(waiting.lastSuccessAt == .crawlDay(-2))
    }

    @Test func `a feed that was not polled yet as its host rests is told of as resting`()
        async throws
    {
        try folder.listen(to: [
            "id: resting, name: Resting, url: '\(site.url("/resting", host: 6))'",
            "id: zoned, name: Zoned, url: '\(site.url("/waiting", host: 6))'",
        ])
        _ = try await folder.crawl()
        func check(at day: Double) throws -> FeedCheck? {
            try folder.check(at: .crawlDay(day)).first { $0.health.feed == "zoned" }
        }
        let early = try #require(try check(at: 0.01))
        #expect(early.plan == .resting)
        #expect(early.health.status == .unheard)
        let message = try #require(early.health.message)
        #expect(message.hasPrefix("not polled yet, as its host wants to be left alone until "))
        #expect(message.hasSuffix("Z; the first run after that polls it"))
        // Over by then.
        let later = try #require(try check(at: 0.1))
        #expect(later.plan == .polled)
        #expect(later.health.message == "not polled yet; `earshot run` polls it")
    }

    @Test func `a retired feed is asked no more until its address is edited`() async throws {
        _ = try await prepare()
        _ = site.takePaths()
        let later = try await folder.crawl(at: .crawlDay(35))
        #expect(!site.takePaths().contains("/gone"))
        let line = try #require(later.feeds.first { $0.feed == "gone" })
        #expect(line.outcome == "retired")
        #expect(
            line.message
                == "not asked any more: it said twice that it is gone for good; remove it from the "
                + "feeds file")
        #expect(line.nextCheckAt == nil)

        site.at("/back", document: numberedRSS(7...8))
        try listen(renaming: ["gone": "/back"])
        let check = try #require(
            try folder.check(at: .crawlDay(35)).first { $0.health.feed == "gone" })
        #expect(check.plan == .polled)
        #expect(check.health.status == .unheard)
        #expect(check.health.message == "not polled yet at its new address; `earshot run` polls it")
        _ = try await folder.crawl(at: .crawlDay(35.1))
        #expect(site.takePaths().contains("/back"))
        let after = try #require(
            try folder.check(at: .crawlDay(35.1)).first { $0.health.feed == "gone" })
        #expect(after.health.status == .ok)
    }

    // MARK: - Private

    private static let table = """
        feed     status   entries  last read             last new              next check
        blocked  failing        0  never                 never                 2026-11-22T10:00:00Z
        fine     ok             3  2026-11-22T06:00:00Z  2026-11-22T06:00:00Z  next run
        gone     retired        0  never                 never                 never
        leaving  failing        1  2026-11-20T06:00:00Z  2026-11-20T06:00:00Z  2026-11-23T07:00:00Z
        lost     parked         0  never                 never                 2026-12-19T06:00:00Z
        resting  resting        0  never                 never                 2026-11-22T10:04:54Z
        waiting  ok             1  2026-11-20T06:00:00Z  2026-11-20T06:00:00Z  next run

        ✗ blocked: 127.0.0.1 answers 403: we are not let in; ask the owner, or look for \
        another feed of this source
        ✗ gone: gone for good, as its server said twice; remove it from the feeds file \
        (failed 2 times in a row)
        ✗ leaving: 127.0.0.4 answers 410: the feed is gone for good; remove it from the \
        feeds file
        ✗ lost: this is an HTML page, not a feed, and it offers none; listen to it as a \
        page (failed 30 times in a row)
        · lost: what came at 2026-11-19T06:00:00Z is kept as unreadable/lost.document in the \
        workspace; look into it, and see what `earshot parse unreadable/lost.document` makes of it
        ✗ resting: 127.0.0.6 answers 429: we ask too often; poll its feeds less often; it \
        asks us to stay away for 2 h

        """

    private static let json = """
        [
          {
            "address" : "http://host/blocked",
            "entries" : 0,
            "failure" : {
              "kind" : "status",
              "status" : 403
            },
            "failures_in_a_row" : 1,
            "feed" : "blocked",
            "message" : "127.0.0.1 answers 403: we are not let in; ask the owner, or look \
        for another feed of this source",
            "next_check_at" : "2026-11-22T10:00:00Z",
            "plan" : "polled",
            "source_name" : "Blocked",
            "status" : "failing"
          },
          {
            "address" : "http://host/fine",
            "entries" : 3,
            "failures_in_a_row" : 0,
            "feed" : "fine",
            "interval_in_minutes" : 60,
            "last_new_entry_at" : "2026-11-22T06:00:00Z",
            "last_success_at" : "2026-11-22T06:00:00Z",
            "next_check_at" : "2026-11-22T07:01:14Z",
            "plan" : "polled",
            "source_name" : "Fine",
            "status" : "ok"
          },
          {
            "address" : "http://host/gone",
            "entries" : 0,
            "failures_in_a_row" : 2,
            "feed" : "gone",
            "message" : "gone for good, as its server said twice; remove it from the feeds \
        file",
            "plan" : "retired",
            "source_name" : "Gone",
            "status" : "retired"
          },
          {
            "address" : "http://host/leaving",
            "entries" : 1,
            "failure" : {
              "kind" : "status",
              "status" : 410
            },
            "failures_in_a_row" : 1,
            "feed" : "leaving",
            "interval_in_minutes" : 240,
            "last_new_entry_at" : "2026-11-20T06:00:00Z",
            "last_success_at" : "2026-11-20T06:00:00Z",
            "message" : "127.0.0.4 answers 410: the feed is gone for good; remove it from \
        the feeds file",
            "next_check_at" : "2026-11-23T07:00:00Z",
            "plan" : "polled",
            "source_name" : "Leaving",
            "status" : "failing"
          },
          {
            "address" : "http://host/lost",
            "entries" : 0,
            "failure" : {
              "kind" : "unreadable"
            },
            "failures_in_a_row" : 30,
            "feed" : "lost",
            "kept" : {
              "file" : "unreadable/lost.document"
            },
            "message" : "this is an HTML page, not a feed, and it offers none; listen to it \
        as a page",
            "next_check_at" : "2026-12-19T06:00:00Z",
            "notes" : [
              "what came at 2026-11-19T06:00:00Z is kept as unreadable/lost.document in the \
        workspace; look into it, and see what `earshot parse unreadable/lost.document` makes of it"
            ],
            "plan" : "parked",
            "source_name" : "Lost",
            "status" : "failing"
          },
          {
            "address" : "http://host/resting",
            "entries" : 0,
            "failure" : {
              "kind" : "status",
              "retry_after_seconds" : 7200,
              "status" : 429
            },
            "failures_in_a_row" : 1,
            "feed" : "resting",
            "message" : "127.0.0.6 answers 429: we ask too often; poll its feeds less \
        often; it asks us to stay away for 2 h",
            "next_check_at" : "2026-11-22T10:04:54Z",
            "plan" : "resting",
            "source_name" : "Resting",
            "status" : "failing"
          },
          {
            "address" : "http://host/waiting",
            "entries" : 1,
            "failures_in_a_row" : 0,
            "feed" : "waiting",
            "interval_in_minutes" : 240,
            "last_new_entry_at" : "2026-11-20T06:00:00Z",
            "last_success_at" : "2026-11-20T06:00:00Z",
            "next_check_at" : "2026-11-22T08:00:00Z",
            "plan" : "polled",
            "source_name" : "Waiting",
            "status" : "ok"
          }
        ]
        """
}
