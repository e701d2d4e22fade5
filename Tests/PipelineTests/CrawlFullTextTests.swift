import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct CrawlFullTextTests {
    let site: CrawlSite
    let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: news, name: News, url: '\(site.url("/feed"))', full_text: true"
        ])
        for number in 1...9 {
            site.at("/story/\(number)", document: Self.page(number), type: "text/html")
        }
    }

    static func page(_ number: Int, head: String = "") -> String {
        """
        <!DOCTYPE html><html><head><title>News</title>\(head)</head><body>
        <nav><a href="/">Home</a> <a href="/more">More</a></nav>
        <article><h1>Awaria</h1><p>\(numberedText(number)) nie działa już od samego rana, a z infolinii
        nikt nie oddzwania, choć obiecywano to mieszkańcom już dwa razy.</p>
        <p>Dopiero pod wieczór operator przyznał, że zawiodło urządzenie w piwnicy bloku numer
        \(number), i przeprosił wszystkich, którzy czekali na naprawę.</p></article>
        </body></html>
        """
    }

    func serve(_ numbers: some Sequence<Int>, remark: String = "") {
        let feed = numberedRSS(
            numbers, link: { site.url("/story/\($0)") }, channel: "<!-- \(remark) -->")
        site.at("/feed", document: feed)
    }

    @Test func `the page of each new entry is read, and of none that is known`() async throws {
        serve(1...2)
        let first = try await folder.crawl()
        let requests = site.takeRequests()
        #expect(requests.map(\.path) == ["/feed", "/story/1", "/story/2"])
        #expect(
            requests.dropFirst().allSatisfy { $0.header("Accept")?.hasPrefix("text/html") == true })
        #expect(site.robotsRequests.count == 1)
        #expect(first.feeds[0].problems == [])
        let texts = try folder.texts()
        #expect(texts.count == 2)
        for (number, text) in zip(1..., texts) {
            #expect(text.hasPrefix(numberedText(number)))
            #expect(text.contains("piwnicy bloku numer \(number)"))
            #expect(!text.contains("Home"))
        }
        // Tagged by what the page says, too.
        let found = try Archive(workspace: folder.workspace).search(
            EntrySearch(category: "technical_issue"))
        #expect(found.count == 2)

        serve(1...2, remark: "made again")
        let second = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takePaths() == ["/feed"])
        #expect(second.feeds.map(\.outcome) == ["updated"])
        #expect(second.feeds.map(\.newEntries) == [0])
        #expect(second.feeds.map(\.changedEntries) == [0])
        #expect(try folder.texts() == texts)

        serve(1...3)
        #expect(try await folder.crawl(at: .crawlDay(4)).newEntries == 1)
        #expect(site.takePaths() == ["/feed", "/story/3"])
    }

    @Test(
        arguments: [
            ([1: "/story/1#comment-93", 2: "/story/2#p7"], []),
            ([1: "/story/1", 2: "/story/1"], []), ([1: "/story/1#a", 2: "/story/1"], []),
            ([1: "/story/1#comments", 2: "/story/2#xtor=RSS-1"], ["/story/1", "/story/2"]),
        ] as [([Int: String], [String])])
    func `comments and posts keep their text, for the page is not theirs`(
        links: [Int: String], pages: [String]
    ) async throws {
        site.at("/feed", document: numberedRSS(1...2) { links[$0].map { site.url($0) } })
        #expect(try await folder.crawl().feeds[0].problems == [])
        #expect(site.takePaths() == ["/feed"] + pages)
        #expect(try folder.texts().count { $0.contains("piwnicy") } == pages.count)
    }

    @Test
    func
        `where more entries are new than pages are read at once, the report says that some keep their text`()
        async throws
    {
        for number in 10...52 {
            site.at("/story/\(number)", document: Self.page(number), type: "text/html")
        }
        serve(1...52)
        let report = try await folder.crawl()
        #expect(report.newEntries == 52)
        #expect(
            report.feeds[0].problems.map(\.message) == [
                "full text: no more than 50 pages are read at a time; 2 entries keep the text of the "
                    + "feed"
            ])
        #expect(site.takePaths().count { $0.hasPrefix("/story/") } == 50)
    }

    @Test(arguments: [
        (Page.forbidden, "robots.txt forbids it" as String?), (.noArchive, "its owner reserves it"),
        (.reserved, "its owner reserves it"), (.missing, "answers 404"),
        (.broken, "answers 500"), (.shorter, nil),
    ])
    func `where a page gives no more, the entry keeps the text of its feed`(
        page: Page, reason: String?
    ) async throws {
        page.serve(at: "/story/1", of: site)
        serve(1...2)
        let report = try await folder.crawl()
        #expect(report.feeds.map(\.outcome) == ["updated"])
        #expect(report.newEntries == 2)
        let texts = try folder.texts()
        #expect(texts[0] == numberedText(1))
        #expect(texts[1].contains("piwnicy bloku numer 2"))
        let problems = report.feeds[0].problems.map(\.message)
        #expect(problems.count == (reason == nil ? 0 : 1))
        if let reason {
            #expect(problems[0].hasPrefix("\(site.url("/story/1")): full text: "))
            #expect(problems[0].contains(reason))
        }
        #expect(site.takePaths().contains("/story/1") == (page != .forbidden))
    }

    /// What may be wrong with an entry's page.
    enum Page: CaseIterable, Sendable {
        case forbidden, noArchive, reserved, missing, broken, shorter

        func serve(at path: String, of site: CrawlSite) {
            func page(_ head: String) -> String { CrawlFullTextTests.page(1, head: head) }
            switch self {
            case .forbidden:
                site.at("/robots.txt") { _ in
                    .init(body: "User-agent: *\nDisallow: \(path)\n".utf8)
                }
            case .noArchive:
                let head = #"<meta name="robots" content="index, noarchive">"#
                site.at(path, document: page(head), type: "text/html")
            case .reserved:
                let head = #"<meta name="tdm-reservation" content="1">"#
                site.at(path, document: page(head), type: "text/html")
            case .missing: site.at(path) { _ in .init(404) }
            case .broken: site.at(path) { _ in .init(500) }
            case .shorter:
                let page = "<!DOCTYPE html><html><body><p>Więcej wkrótce.</p></body></html>"
                site.at(path, document: page, type: "text/html")
            }
        }
    }

    @Test func `with memory for no more than a document, feeds, robots.txt and pages all come`()
        async throws
    {
        let hosts = 6
        let site = try CrawlSite(hosts: hosts)
        let sources = (1...hosts).map { host in
            "id: news-\(host), name: News, url: '\(site.url("/old/\(host)", host: host))', "
                // Bodies may have to wait long for a reader on a busy machine.
                + "full_text: true, limits: {timeout: 10m}"
        }
        try folder.listen(to: sources, "max_bytes_in_flight: 1KB")
        site.at("/robots.txt") { _ in .init(body: "User-agent: *\nAllow: /".utf8) }
        for host in 1...hosts {
            let numbers = host * 10..<host * 10 + 8
            let moved = [(name: "Location", value: "/feed/\(host)")]
            site.at("/old/\(host)") { _ in .init(302, headers: moved) }
            let feed = numberedRSS(numbers, link: { site.url("/story/\($0)", host: host) })
            site.at("/feed/\(host)", document: feed)
            for number in numbers {
                site.at("/story/\(number)", document: Self.page(number), type: "text/html")
            }
        }
        let report = try await folder.crawl()
        #expect(report.newEntries == hosts * 8)
        #expect(report.feeds.allSatisfy { $0.problems.isEmpty })
        #expect(try folder.texts().count { $0.contains("piwnicy") } == hosts * 8)
    }

    @Test func `a secret in an entry's link is not told in the report`() async throws {
        site.at(
            "/feed", document: numberedRSS(1...1) { _ in site.url("/nowhere?token=abc-canary") })
        let report = try await folder.crawl()
        #expect(
            report.feeds[0].problems.map(\.message).map { $0.prefix { $0 != " " } }
                == ["\(site.url("/nowhere?token=hidden")):"])
    }

    @Test func `a run that is ended between two pages leaves the others for the next`() async throws
    {
        serve(1...2)
        let (asked, hasAsked) = AsyncStream<Void>.makeStream()
        site.at("/story/2") { _ in
            hasAsked.yield()
            return .init(delivery: .silence)
        }
        let folder = folder
        let run = Task { try await folder.crawl() }
        for await _ in asked { break }
        run.cancel()
        #expect(try await run.value.newEntries == 2)
        #expect(try folder.texts().count { $0.contains("piwnicy") } == 1)

        _ = site.takePaths()
        site.at("/story/2", document: Self.page(2), type: "text/html")
        let next = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takePaths() == ["/feed", "/story/2"])
        #expect(next.feeds.map(\.changedEntries) == [1])
        #expect(try folder.texts().allSatisfy { $0.contains("piwnicy") })
    }

    @Test func `a page that could not be had is asked for again though its feed is as it was`()
        async throws
    {
        site.at("/story/1") { _ in .init(500) }
        let feed = numberedRSS(1...2, link: { site.url("/story/\($0)") })
        site.at("/feed", document: feed, etag: "\"1\"")
        #expect(try await folder.crawl().newEntries == 2)

        _ = site.takePaths()
        site.at("/story/1", document: Self.page(1), type: "text/html")
        let next = try await folder.crawl(at: .crawlDay(2))
        #expect(site.takePaths() == ["/feed", "/story/1"])
        #expect(next.feeds.map(\.changedEntries) == [1])
        #expect(try folder.texts().allSatisfy { $0.contains("piwnicy") })

        let last = try await folder.crawl(at: .crawlDay(4))
        #expect(last.feeds.map(\.outcome) == ["not_modified"])
    }

    @Test func `of a host that asks for long pauses each run has one more page`() async throws {
        site.at("/robots.txt") { _ in .init(body: "User-agent: *\nCrawl-delay: 60".utf8) }
        try folder.listen(to: [
            "id: news, name: News, url: '\(site.url("/feed"))', full_text: true, "
                + "robots: {ignore: 'its owner allows it'}"
        ])
        let feed = numberedRSS(1...4, link: { site.url("/story/\($0)") })
        site.at("/feed", document: feed, etag: "\"1\"")
        var outcomes: [String] = []
        for day in 0..<5 {
            let report = try await folder.crawl(at: .crawlDay(Double(day * 2)))
            outcomes += report.feeds.map(\.outcome)
        }
        #expect(outcomes == ["updated", "updated", "updated", "updated", "not_modified"])
        #expect(try folder.texts().allSatisfy { $0.contains("piwnicy") })
    }

    @Test func `for a page that fails each time its feed is sent whole once`() async throws {
        site.at("/story/1") { _ in .init(500) }
        let feed = numberedRSS(1...2, link: { site.url("/story/\($0)") })
        site.at("/feed", document: feed, etag: "\"1\"")
        var outcomes: [String] = []
        for day in 0..<4 {
            let report = try await folder.crawl(at: .crawlDay(Double(day * 2)))
            outcomes += report.feeds.map(\.outcome)
        }
        #expect(outcomes == ["updated", "updated", "not_modified", "not_modified"])
    }

    @Test func `for a page that fails each time the page that leads to it is sent whole once, too`()
        async throws
    {
        try folder.listen(to: [
            "id: list, name: List, url: '\(site.url("/list"))', kind: page, full_text: true, "
                + "selectors: {item: div, title: a, link: a, text: p}"
        ])
        site.at("/story/1") { _ in .init(500) }
        let items = (1...2).map {
            "<div><a href='/story/\($0)'>\(numberedText($0))</a><p>Nie działa.</p></div>"
        }
        let list = "<html><body>\(items.joined())</body></html>"
        site.at("/list", document: list, etag: "\"1\"", type: "text/html")
        var outcomes: [String] = []
        for day in 0..<4 {
            let report = try await folder.crawl(at: .crawlDay(Double(day * 2)))
            outcomes += report.feeds.map(\.outcome)
        }
        #expect(outcomes == ["updated", "updated", "not_modified", "not_modified"])
    }
}
