import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What is remembered of a document, as the request after it shows.
@Suite(.timeLimit(.minutes(5)))
struct CrawlStateTests {
    private let site: CrawlSite
    private let folder: TestWorkspace
    private let source: String

    init() throws {
        site = try CrawlSite()
        source = "id: news, name: News, url: '\(site.url("/feed"))'"
        folder = try TestWorkspace(listeningTo: [source])
    }

    private struct Poll: Equatable {
        let outcome: String
        let new: Int?
        /// What was shown of the document held.
        let etag: String?
        let date: String?
    }

    /// Polls the feed once more, two days after the last time.
    private func poll(_ number: Double) async throws -> Poll {
        let line = try #require(try await folder.crawl(at: .crawlDay(number * 2)).feeds.first)
        let requests = site.takeRequests()
        #expect(requests.count == 1)
        return Poll(
            outcome: line.outcome, new: line.newEntries,
            etag: requests.first?.header("If-None-Match"),
            date: requests.first?.header("If-Modified-Since"))
    }

    private func serve(
        _ numbers: some Sequence<Int>, status: Int = 200,
        _ headers: (name: String, value: String)...
    ) {
        let body = status == 304 ? "" : numberedRSS(numbers)
        site.at("/feed") { _ in .init(status, headers: headers, body: body.utf8) }
    }

    @Test func `after a part the last whole document is still what is held`() async throws {
        serve(1...2, ("ETag", "\"v1\""))
        #expect(try await poll(0) == Poll(outcome: "updated", new: 2, etag: nil, date: nil))
        serve(3...3, status: 226, ("ETag", "\"v2\""), ("IM", "feed"))
        #expect(try await poll(1) == Poll(outcome: "updated", new: 1, etag: "\"v1\"", date: nil))
        #expect(try folder.check().flatMap(\.notes) == [])
        // The same part again, and then a longer one.
        #expect(try await poll(2).etag == "\"v1\"")
        serve(3...4, status: 226, ("ETag", "\"v3\""), ("IM", "feed"))
        #expect(try await poll(3) == Poll(outcome: "updated", new: 1, etag: "\"v1\"", date: nil))
        serve(1...4, ("ETag", "\"v3\""))
        #expect(try await poll(4) == Poll(outcome: "updated", new: 0, etag: "\"v1\"", date: nil))
        #expect(try await poll(5).etag == "\"v3\"")
    }

    @Test func `a part is asked for only beside the tag of what is held`() async throws {
        serve(1...1, ("ETag", "\"v1\""))
        _ = try await folder.crawl()
        #expect(site.takeRequests().map { $0.header("A-IM") } == [nil])
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takeRequests().map { $0.header("A-IM") } == ["feed"])
    }

    @Test func `a 304 with new validators replaces those it names`() async throws {
        let date = "Sat, 21 Nov 2026 06:00:00 GMT"
        serve(1...1, ("ETag", "W/\"v1\""), ("Last-Modified", date))
        _ = try await poll(0)
        serve(1...1, status: 304, ("ETag", "\"v1b\""))
        let unmodified = Poll(outcome: "not_modified", new: nil, etag: "W/\"v1\"", date: date)
        #expect(try await poll(1) == unmodified)
        serve(1...1, status: 304)
        #expect(
            try await poll(2)
                == Poll(outcome: "not_modified", new: nil, etag: "\"v1b\"", date: date))
        #expect(try await poll(3).etag == "\"v1b\"")
    }

    @Test func `without validators the same bytes are recognised`() async throws {
        serve(1...2)
        #expect(try await poll(0) == Poll(outcome: "updated", new: 2, etag: nil, date: nil))
        #expect(try await poll(1) == Poll(outcome: "not_modified", new: nil, etag: nil, date: nil))
        serve(1...3)
        #expect(try await poll(2) == Poll(outcome: "updated", new: 1, etag: nil, date: nil))
    }

    @Test func `of a list that was cut at its limit nothing is held`() async throws {
        try folder.listen(to: [source + ", limits: {max_entries: 2}"])
        serve(1...5, ("ETag", "\"v1\""))
        #expect(try await poll(0) == Poll(outcome: "updated", new: 2, etag: nil, date: nil))
        #expect(try await poll(1) == Poll(outcome: "updated", new: 0, etag: nil, date: nil))
        try folder.listen(to: [source])
        #expect(try await poll(2) == Poll(outcome: "updated", new: 3, etag: nil, date: nil))
        #expect(try await poll(3).etag == "\"v1\"")
    }

    @Test func `of a document that cannot be read nothing is held`() async throws {
        site.at("/feed") { request in
            .document("<rss><channel><item>".utf8, etag: "\"torn\"", to: request)
        }
        for number in 0..<2 {
            _ = await #expect(throws: RunError.self) {
                try await folder.crawl(at: .crawlDay(Double(number) * 2))
            }
            #expect(site.takeRequests().map { $0.header("If-None-Match") } == [nil])
        }
        serve(1...2, ("ETag", "\"whole\""))
        #expect(try await poll(2) == Poll(outcome: "updated", new: 2, etag: nil, date: nil))
    }

    @Test func `a torn document between leaves what was held before it`() async throws {
        serve(1...2, ("ETag", "\"v1\""))
        _ = try await poll(0)
        site.at("/feed") { _ in
            .init(headers: [("ETag", "\"torn\"")], body: "<rss><channel><item>".utf8)
        }
        _ = await #expect(throws: RunError.self) { try await folder.crawl(at: .crawlDay(2)) }
        _ = site.takeRequests()
        serve(1...3, ("ETag", "\"v2\""))
        #expect(try await poll(2) == Poll(outcome: "updated", new: 1, etag: "\"v1\"", date: nil))
    }
}
