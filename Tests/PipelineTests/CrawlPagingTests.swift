import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct CrawlPagingTests {
    private static let gapNote = "its last list had nothing in common with the one before"

    /// The ways in which a document says where older entries are.
    enum Form: String, CaseIterable, Sendable {
        case next, previousArchive, jsonFeed

        func document(_ numbers: some Sequence<Int>, older: String? = nil) -> String {
            switch self {
            case .next, .previousArchive:
                let relation = self == .next ? "next" : "prev-archive"
                let link = older.map { #"<atom:link rel="\#(relation)" href="\#($0)"/>"# }
                return numberedRSS(numbers, channel: link ?? "")
            case .jsonFeed:
                let next = older.map { #""next_url":"\#($0)","# } ?? ""
                let items = numbers.map {
                    #"{"id":"\#($0)","content_text":"\#(numberedText($0))"}"#
                }
                return #"{"version":"https://jsonfeed.org/version/1.1","title":"News",\#(next)"#
                    + #""items":[\#(items.joined(separator: ","))]}"#
            }
        }
    }

    let site: CrawlSite
    let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: news, name: News, url: '\(site.url("/feed"))', limits: {max_pages: 4}"
        ])
    }

    private func serve(
        _ path: String, _ numbers: some Sequence<Int>, older: String? = nil, form: Form = .next
    ) {
        site.at(path, document: form.document(numbers, older: older), etag: "\"\(path)\(numbers)\"")
    }

    private func hasGap() throws -> Bool {
        try folder.check().flatMap(\.notes).contains { $0.hasPrefix(Self.gapNote) }
    }

    @Test(arguments: Form.allCases)
    func `a list with nothing known in it is followed back to what is known`(form: Form)
        async throws
    {
        serve("/feed", 1...3, older: "/past", form: form)
        _ = try await folder.crawl()
        // What was there before we listened is not asked for.
        #expect(site.takePaths() == ["/feed"])

        serve("/feed", 10...12, older: "/p2", form: form)
        serve("/p2", 7...9, older: "/p3", form: form)
        serve("/p3", 3...6, older: "/p4", form: form)
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takePaths() == ["/feed", "/p2", "/p3"])
        #expect(report.newEntries == 9)
        #expect(report.feeds.map(\.entries) == [10])
        #expect(try folder.texts() == (1...12).map(numberedText).sorted())
        #expect(try !hasGap())

        _ = try await folder.crawl(at: .crawlDay(4))
        let next = site.takeRequests()
        #expect(next.map(\.path) == ["/feed"])
        #expect(next.map { $0.header("If-None-Match") } == ["\"/feed10...12\""])
    }

    @Test func `a list is followed although it shows first what is pinned there`() async throws {
        func document(_ days: [Double], next: String = "") -> String {
            postRSS(
                days.map { Post(id: "\($0)", title: "Wpis \($0)", text: "Zefirnet \($0)", day: $0) }
            ).replacing("<channel>", with: "<channel>" + next)
        }
        site.at("/feed", document: document([0, -1]))
        _ = try await folder.crawl()
        let next =
            #"<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" "#
            + #"href="\#(site.url("/p2"))"/>"#
        site.at("/feed", document: document([-1, 2.9, 2.8], next: next))
        site.at("/p2", document: document([-1, 2.7, 2.6, 0]))
        _ = site.takePaths()
        #expect(try await folder.crawl(at: .crawlDay(3)).newEntries == 4)
        #expect(site.takePaths() == ["/feed", "/p2"])
        #expect(try !hasGap())
    }

    /// As a hashtag of Mastodon, of which the three before `max_id` are listed.
    private func serveStatuses(upTo last: Int) {
        site.at("/tag") { request in
            let end = request.path.split(separator: "max_id=").last.flatMap { Int($0) } ?? last + 1
            let statuses = (max(1, end - 3)..<end).reversed().map { number in
                #"{"id":"\#(number)","url":"https://social.example/\#(number)","#
                    + #""content":"\#(numberedText(number))","account":{"acct":"ola"}}"#
            }
            return .init(
                headers: [("Content-Type", "application/json")],
                body: "[\(statuses.joined(separator: ","))]".utf8)
        }
    }

    @Test func `a list that a site has for programs is followed at its own address`() async throws {
        let address = site.url("/tag?limit=3")
        try folder.listen(to: ["id: news, name: News, url: '\(address)', limits: {max_pages: 4}"])
        serveStatuses(upTo: 3)
        #expect(try await folder.crawl().newEntries == 3)
        #expect(site.takePaths() == ["/tag?limit=3"])

        serveStatuses(upTo: 12)
        #expect(try await folder.crawl(at: .crawlDay(2)).newEntries == 9)
        let further = [10, 7, 4].map { "/tag?limit=3&max_id=\($0)" }
        #expect(site.takePaths() == ["/tag?limit=3"] + further)
        #expect(try !hasGap())
    }

    @Test func `no more than max_pages documents are fetched, and the gap is told of`() async throws
    {
        serve("/feed", 1...3)
        _ = try await folder.crawl()
        _ = site.takePaths()
        for page in 1...9 {
            serve("/p\(page)", 100 - page * 3..<103 - page * 3, older: "/p\(page + 1)")
        }
        serve("/feed", 100...102, older: "/p1")
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takePaths() == ["/feed", "/p1", "/p2", "/p3"])
        #expect(report.newEntries == 12)
        #expect(try hasGap())
    }

    @Test func `with history the first poll follows all pages, and only the first`() async throws {
        try folder.listen(to: ["id: news, name: News, url: '\(site.url("/feed"))', history: true"])
        serve("/feed", 7...9, older: "/p2")
        serve("/p2", 4...6, older: "/p3")
        serve("/p3", 1...3)
        let report = try await folder.crawl()
        #expect(site.takePaths() == ["/feed", "/p2", "/p3"])
        #expect(report.newEntries == 9)
        #expect(try !hasGap())

        serve("/feed", 8...10, older: "/p2")
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takePaths() == ["/feed"])
    }

    @Test func `pages that lead in a circle are each fetched once`() async throws {
        serve("/feed", 1...1)
        _ = try await folder.crawl()
        _ = site.takePaths()
        serve("/feed", 10...12, older: "/p2")
        serve("/p2", 11...14, older: "/p3")
        serve("/p3", 15...15, older: "/feed")
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takePaths() == ["/feed", "/p2", "/p3"])
        // Those that stand on two pages are one.
        #expect(report.newEntries == 6)
        #expect(try folder.texts().count == 7)
    }

    @Test(arguments: [
        (LoopbackServer.Response(500), "127.0.0.1 answers 500"),
        (LoopbackServer.Response(body: "<rss><channel>".utf8), "the document ends too early"),
    ])
    func `a page that fails leaves the first stored, and the gap told of`(
        page: LoopbackServer.Response, reason: String
    ) async throws {
        serve("/feed", 1...3)
        _ = try await folder.crawl()
        _ = site.takePaths()
        serve("/feed", 10...12, older: "/p2")
        site.at("/p2") { _ in page }
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takePaths() == ["/feed", "/p2"])
        #expect(report.feeds.map(\.outcome) == ["updated"])
        #expect(report.newEntries == 3)
        let problems = report.feeds[0].problems.map(\.message)
        #expect(problems.count == 1)
        #expect(problems.allSatisfy { $0.contains("a further page") && $0.contains(reason) })
        #expect(try hasGap())

        // The first page was read whole, and is recognised.
        let next = try await folder.crawl(at: .crawlDay(4))
        #expect(next.feeds.map(\.outcome) == ["not_modified"])
        #expect(try folder.texts().count == 6)
    }

    @Test func `a run that is ended between two pages begins the feed again`() async throws {
        serve("/feed", 1...3)
        _ = try await folder.crawl()
        serve("/feed", 10...12, older: "/p2")
        let (asked, hasAsked) = AsyncStream<Void>.makeStream()
        site.at("/p2") { _ in
            hasAsked.yield()
            return .init(delivery: .silence)
        }
        let folder = folder
        let run = Task { try await folder.crawl(at: .crawlDay(2)) }
        for await _ in asked { break }
        run.cancel()
        let report = try await run.value
        #expect(report.isPartial)
        #expect(report.feeds.map(\.outcome) == ["cancelled"])
        #expect(report.newEntries == 0)

        serve("/p2", 3...9)
        #expect(try await folder.crawl(at: .crawlDay(2.1)).newEntries == 9)
        #expect(try folder.texts() == (1...12).map(numberedText).sorted())
    }
}
