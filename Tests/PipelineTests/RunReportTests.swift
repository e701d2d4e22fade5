import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RunReportTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite(hosts: 6)
        folder = try TestWorkspace()
        try folder.listen(
            to: ["busy", "closed", "fine", "forbidden", "next-door", "torn"].enumerated().map {
                index, id in
                let host = id == "next-door" ? 1 : index + 1
                return
                    "id: \(id), name: \(id.capitalized), url: '\(site.url("/\(id)", host: host))'"
            })
        site.at("/busy") { _ in .init(503, headers: [("Retry-After", "3600")]) }
        site.at("/closed") { _ in .init(403) }
        site.at("/fine", document: numberedRSS(1...3), etag: "\"1\"")
        site.at("/robots.txt") { request in
            request.host == "127.0.0.4"
                ? .init(body: "User-agent: *\nDisallow: /\n".utf8) : .init(404)
        }
        site.at("/next-door", document: numberedRSS(4...4))
        site.at("/torn") { _ in .init(body: "<rss>".utf8) }
    }

    private func line(_ id: Feed.ID, of report: RunReport) throws -> RunReport.FeedLine {
        try #require(report.feeds.first { $0.feed == id })
    }

    @Test func `each feed has one outcome, by feed`() async throws {
        let report = try await folder.crawl()
        #expect(
            report.feeds.map { "\($0.feed) \($0.outcome) \($0.status.map(String.init) ?? "-")" }
                == [
                    "busy status 503", "closed status 403", "fine updated 200",
                    "forbidden robots -",
                    "next-door postponed -", "torn unreadable 200",
                ])
        #expect(report.feeds.map(\.isFailure) == [true, true, false, true, false, true])
        #expect(report.feeds.map(\.wasAsked) == [true, true, true, true, false, true])
        #expect(
            report.feeds.map { $0.message == nil } == [false, false, true, false, false, false])
        #expect(!report.isPartial)
    }

    @Test func `what a feed cost is counted`() async throws {
        let report = try await folder.crawl()
        let fine = try line("fine", of: report)
        #expect(fine.sizeInBytes == numberedRSS(1...3).utf8.count)
        #expect(fine.wireBytes > fine.sizeInBytes)
        #expect((fine.entries, fine.newEntries, fine.changedEntries) == (3, 3, 0))
        let postponed = try line("next-door", of: report)
        #expect((postponed.sizeInBytes, postponed.wireBytes, postponed.milliseconds) == (0, 0, 0))
        #expect(postponed.millisecondsByPhase == FeedOutcome.Phases())
        for phases in report.feeds.map(\.millisecondsByPhase) {
            let parts = [phases.dns, phases.connect, phases.tls, phases.firstByte]
            #expect(parts.compactMap(\.self).allSatisfy { (0...(phases.total ?? 0)).contains($0) })
        }
        #expect(fine.millisecondsByPhase.firstByte != nil)
        #expect(fine.millisecondsByPhase.tls == nil)
    }

    @Test func `when each feed is asked next is told`() async throws {
        let report = try await folder.crawl()
        for feed in report.feeds where feed.feed != "next-door" {
            let wait = try #require(feed.nextCheckAt).timeIntervalSince(report.now)
            #expect((3_600...86_400 * 1.1).contains(wait), "\(feed.feed)")
        }
        // As long as its host rests.
        let rest = try #require(try line("next-door", of: report).nextCheckAt)
            .timeIntervalSince(report.now)
        #expect((3_590...3_610).contains(rest))

        let soon = try await folder.crawl(at: .crawlDay(1 / 48))
        #expect(soon.feeds.map(\.outcome) == Array(repeating: "not_due", count: 6))
        // Kept in whole seconds.
        func times(_ report: RunReport) -> [String?] {
            report.feeds.map { $0.nextCheckAt.map(ContractJSON.timestamp) }
        }
        #expect(times(soon) == times(report))
        #expect(soon.feeds.allSatisfy { $0.message == nil && !$0.wasAsked })
    }

    @Test func `the report is a file of the run's moment, and says the same`() async throws {
        let report = try await folder.crawl()
        let data = try folder.read("out/runs/2026-11-22T060000Z.json")
        #expect(try ContractJSON.encode(report, isPretty: true) + Data("\n".utf8) == data)
        let read = try ContractJSON.decode(RunReport.self, from: data)
        #expect(read.feeds.map(\.outcome) == report.feeds.map(\.outcome))
        #expect(read.now == .crawlDay(0))

        guard case .object(let object) = try ContractJSON.decode(JSONValue.self, from: data),
            case .array(let feeds)? = object["feeds"],
            case .object(let fine)? = feeds.dropFirst(2).first
        else {
            Issue.record("not the shape of a report")
            return
        }
        #expect(object["now"] == .string("2026-11-22T06:00:00Z"))
        #expect(object["is_partial"] == .bool(false))
        #expect(fine["feed"] == .string("fine"))
        #expect(fine["new_entries"] == .number(3))
        guard case .object(let phases)? = fine["milliseconds_by_phase"] else {
            Issue.record("no phases")
            return
        }
        #expect(phases["first_byte"] != nil && phases["total"] != nil && phases["tls"] == nil)
        #expect(fine["message"] == nil)
    }

    @Test func `every word for an outcome is one of those that are documented`() async throws {
        var words: Set = ["updated", "not_modified", "not_due", "retired", "left_out"]
        words.formUnion(FetchFailure.Kind.allCases.map(\.rawValue))
        for day in [0.0, 2] {
            let report = try await folder.crawl(at: .crawlDay(day))
            #expect(words.isSuperset(of: report.feeds.map(\.outcome)))
        }
    }

    @Test func `one source is polled, due or not, and no other`() async throws {
        _ = try await folder.crawl()
        _ = site.takePaths()
        let report = try await folder.crawl(at: .crawlDay(0.01)) { $0.sources = ["fine"] }
        #expect(site.takePaths() == ["/fine"])
        #expect(try line("fine", of: report).outcome == "not_modified")
        #expect(report.feeds.count { $0.outcome == "left_out" } == 5)
        // Nothing is said of those, above all not that they are gone.
        #expect(
            report.feeds.allSatisfy {
                $0.outcome != "left_out" || $0.message == nil && !$0.wasAsked
            })
        let summary = RunSummary(report, style: TerminalStyle(isOn: false)).text
        #expect(
            summary.contains(
                "0 read, 1 unchanged, 0 failed, 5 of other sources left out\n"))
    }

    @Test func `a digest judges the feeds that its run was not to poll by the runs before it`()
        async throws
    {
        try folder.listen(to: [
            "id: fine, name: Fine, url: '\(site.url("/fine", host: 3))'",
            "id: next-door, name: Next door, url: '\(site.url("/next-door", host: 2))'",
        ])
        _ = try await folder.crawl()
        // Both are due by now.
        let report = try await folder.crawl(at: .crawlDay(2)) { $0.sources = ["fine"] }
        #expect(report.feeds.map(\.outcome) == ["not_modified", "left_out"])
        let digest = try ContractJSON.decode(
            Digest.self, from: folder.read("out/digests/2026-11-24.json"))
        #expect((digest.health.feeds, digest.health.ok, digest.health.unheard) == (2, 2, 0))
        #expect(digest.health.troubled.isEmpty)
        #expect(digest.health.sentence.hasPrefix("All 2 feeds were heard"))
        let page = try String(decoding: folder.read("out/digests/2026-11-24.html"), as: UTF8.self)
        #expect(!page.contains("not asked in this run"))

        // What the run was to poll and did not is told of all the same.
        let short = try await folder.crawl(at: .crawlDay(4)) {
            $0.sources = ["fine"]
            $0.deadline = .zero
        }
        #expect(short.isPartial)
        let next = try ContractJSON.decode(
            Digest.self, from: folder.read("out/digests/2026-11-26.json"))
        #expect(next.health.troubled.map(\.feed) == ["fine"])
    }

    @Test func `an unknown source is refused before anything is done`() async throws {
        let error = await #expect(throws: RunError.self) {
            try await folder.crawl { $0.sources = ["fine", "nobody"] }
        }
        #expect(error?.exitCode == 65)
        #expect(
            error?.description
                == "there is no source 'nobody' that is switched on; `earshot feeds check` lists them"
        )
        #expect(site.takeRequests().isEmpty)
    }

    @Test func `after the deadline nothing begins, and the next run goes on with the rest`()
        async throws
    {
        let report = try await folder.crawl { $0.deadline = .zero }
        #expect(report.isPartial)
        #expect(report.feeds.map(\.outcome) == Array(repeating: "postponed", count: 6))
        #expect(report.feeds.map(\.nextCheckAt) == Array(repeating: nil, count: 6))
        #expect(site.takeRequests().isEmpty)
        let next = try await folder.crawl(at: .crawlDay(0.01))
        #expect(!next.isPartial)
        #expect(next.feeds.count { $0.outcome == "updated" } == 1)
    }

    @Test func `only when all that was asked failed has a run failed`() async throws {
        let error = await #expect(throws: RunError.self) {
            try await folder.crawl { $0.sources = ["closed", "torn"] }
        }
        #expect(error?.exitCode == 69)
        #expect(
            error?.description.hasPrefix(
                "none of the 2 feeds could be fetched: closed: 127.0.0.2 answers 403") == true)
        // Its report is written nevertheless.
        let data = try folder.read("out/runs/2026-11-22T060000Z.json")
        #expect(try ContractJSON.decode(RunReport.self, from: data).feeds.count == 6)

        let one = try await folder.crawl { $0.sources = ["closed", "fine"] }
        #expect(one.feeds.count(where: \.isFailure) == 1)
    }

    @Test func `a run in which nothing is due has not failed`() async throws {
        _ = await #expect(throws: RunError.self) {
            try await folder.crawl { $0.sources = ["closed"] }
        }
        try folder.listen(to: ["id: closed, name: Closed, url: '\(site.url("/closed", host: 2))'"])
        let report = try await folder.crawl(at: .crawlDay(0.01))
        #expect(report.feeds.map(\.outcome) == ["not_due"])
    }

    @Test func `the poll that retires a feed plans no other`() async throws {
        try folder.listen(to: [
            "id: fine, name: Fine, url: '\(site.url("/fine", host: 3))'",
            "id: gone, name: Gone, url: '\(site.url("/gone"))'",
        ])
        site.at("/gone") { _ in .init(410) }
        let first = try line("gone", of: try await folder.crawl())
        #expect(first.nextCheckAt == .crawlDay(25 / 24))
        let second = try line("gone", of: try await folder.crawl(at: .crawlDay(2)))
        #expect(second.outcome == "status")
        #expect(second.nextCheckAt == nil)
        let third = try await folder.crawl(at: .crawlDay(2.01))
        let last = try line("gone", of: third)
        #expect((last.outcome, last.wasAsked, last.isFailure) == ("retired", false, false))
        let summary = RunSummary(third, style: TerminalStyle(isOn: false)).text
        #expect(
            summary.contains("0 read, 0 unchanged, 0 failed, 1 not due, 1 gone for good\n"),
            "\(summary)")
        #expect(summary.contains("· gone: not asked any more"))
        // What is gone for good is no feed that had no turn.
        site.at("/fine") { _ in .init(500) }
        await #expect(throws: RunError.self) { _ = try await folder.crawl(at: .crawlDay(4)) }
    }
}
