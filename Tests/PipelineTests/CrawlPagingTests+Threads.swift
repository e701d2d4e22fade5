import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Threads of forums, which go on from page to page.
extension CrawlPagingTests {
    /// A page of a phpBB thread, on which the posts are said an hour apart.
    private static func thread(_ numbers: ClosedRange<Int>, next: String? = nil) -> String {
        let posts = numbers.map { number in
            """
            <div class="post" id="p\(number)"><div class="postbody"><h3><a href="/t#p\(number)">K</a></h3>
            <p class="author"><strong>Ola</strong> » 21 lis 2026, \(10 + number):00</p>
            <div class="content">\(numberedText(number))</div></div></div>
            """
        }
        let link = next.map { "<link rel=\"next\" href=\"\($0)\">" } ?? ""
        return "<html><head>\(link)</head><body>\(posts.joined())</body></html>"
    }

    private func serveThread(_ path: String, _ numbers: ClosedRange<Int>, next: String? = nil) {
        let page = Self.thread(numbers, next: next)
        site.at(path, document: page, etag: "\"\(path)\(numbers)\"", type: "text/html")
    }

    @Test func `what is written on later pages of a thread is heard`() async throws {
        try folder.listen(to: [
            "id: forum, name: Forum, url: '\(site.url("/t"))', kind: forum, limits: {max_pages: 3}"
        ])
        serveThread("/t", 1...2)
        #expect(try await folder.crawl().newEntries == 2)
        #expect(site.takePaths() == ["/t"])

        serveThread("/t", 1...3, next: "/t2")
        serveThread("/t2", 4...5)
        #expect(try await folder.crawl(at: .crawlDay(2)).newEntries == 3)
        #expect(site.takePaths() == ["/t", "/t2"])

        // The first page is as it was, and its ETag says nothing of the last.
        serveThread("/t2", 4...6, next: "/t3")
        serveThread("/t3", 7...7, next: "/t4")
        let report = try await folder.crawl(at: .crawlDay(4))
        #expect(site.takePaths() == ["/t", "/t2", "/t3"])
        #expect(report.newEntries == 2)
        #expect(
            report.feeds[0].problems.map(\.message) == [
                "the thread goes on at \(site.url("/t4")), which is not read: follow it from there, "
                    + "or raise limits: max_pages"
            ])
    }

    @Test func `a later page of a thread that its owner reserves is not kept`() async throws {
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/t"))', kind: forum"])
        serveThread("/t", 1...2, next: "/t2")
        let page = Self.thread(3...4)
        site.at("/t2") { _ in
            .init(
                headers: [("Content-Type", "text/html"), ("X-Robots-Tag", "noarchive")],
                body: page.utf8)
        }
        let line = try #require(try await folder.crawl().feeds.first)
        #expect(line.newEntries == 2)
        let problem = try #require(line.problems.last?.message)
        #expect(problem.hasPrefix("a further page: its owner reserves the page from being kept"))
    }

    @Test func `of a thread whose host asks for long pauses the first page is heard`() async throws
    {
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/t"))', kind: forum"])
        site.at("/robots.txt") { _ in .init(body: "User-agent: *\nCrawl-delay: 60".utf8) }
        serveThread("/t", 1...2, next: "/t2")
        serveThread("/t2", 3...4)
        let report = try await folder.crawl()
        #expect(site.takePaths() == ["/t"])
        #expect(report.newEntries == 2)
        let problems = report.feeds[0].problems.map(\.message)
        #expect(problems.count == 1)
        let reason = "a further page: \(site.url(""))/robots.txt asks for 60 s between two requests"
        #expect(problems.first?.hasPrefix(reason) == true)
    }

    @Test func `times of a forum are those of the workspace's clocks`() async throws {
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/t"))', kind: forum"])
        serveThread("/t", 1...1)
        _ = try await folder.crawl()
        let found = try Archive(workspace: folder.workspace).search(EntrySearch(limit: 10))
        // 11:00 in Warsaw.
        #expect(found.map(\.date).map(ContractJSON.timestamp) == ["2026-11-21T10:00:00Z"])
    }
}
