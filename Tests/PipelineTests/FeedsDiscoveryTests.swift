import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct FeedsDiscoveryTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite(hosts: 2)
        folder = try TestWorkspace(listeningTo: [])
        site.at("/", document: "<!DOCTYPE html><html><body>Hi</body></html>", type: "text/html")
    }

    private func discover(_ path: String = "/", at now: Date = .crawlDay(0)) async throws
        -> FeedDiscovery.Report
    {
        try await FeedDiscovery(workspace: folder.workspace, now: now).feeds(at: site.url(path))
    }

    private func text(_ report: FeedDiscovery.Report) -> String {
        DiscoveryText(report, style: TerminalStyle(isOn: false)).text
    }

    private func declare(_ links: String...) {
        let tags = links.map {
            #"<link rel="alternate" type="application/rss+xml" href="\#($0)">"#
        }
        site.at(
            "/", document: "<!DOCTYPE html><html><head>\(tags.joined())</head></html>",
            type: "text/html")
    }

    @Test func `the feeds a page declares are fetched and described`() async throws {
        declare("/news.xml", "posts.json", "/gone.xml", "/page.html", "/again")
        site.at("/news.xml", document: numberedRSS(1...3, channel: "<language>pl</language>"))
        site.at(
            "/posts.json",
            document: #"""
                {"version":"https://jsonfeed.org/version/1.1","title":"Wpisy: codzienne",
                "items":[{"id":"1","content_text":"Zefirnet"}]}
                """#, type: "application/feed+json")
        site.at("/page.html", document: "<!DOCTYPE html><html></html>", type: "text/html")
        let target = site.url("/news.xml")
        site.at("/again") { _ in .init(302, headers: [("Location", target)]) }

        let report = try await discover()
        #expect(report.found.map(\.url) == [site.url("/news.xml"), site.url("/posts.json")])
        #expect(report.found.map(\.title) == ["News", "Wpisy: codzienne"])
        #expect(report.found.map(\.format) == [.rss20, .json11])
        #expect(report.found.map(\.language) == [.polish, nil])
        #expect(report.found.map(\.entries) == [3, 1])
        #expect(report.found.map(\.isDeclared) == [true, true])
        #expect(
            report.failed.map(\.url) == [site.url("/gone.xml"), site.url("/page.html")])
        #expect(report.failed[1].reason == "is no feed")

        // What it says to write loads, and is polled.
        try folder.write(report.yaml, to: "feeds/found.yaml")
        #expect(try await folder.crawl().feeds.map(\.feed) == ["news", "wpisy-codzienne"])
        #expect(
            text(report).hasPrefix(
                """
                \(site.url("/news.xml"))
                    News  (rss2.0, pl, 3 entries, the newest of 2026-11-21T17:00:00Z)
                \(site.url("/posts.json"))
                    Wpisy: codzienne  (json1.1, 1 entry)

                To listen to them, put these lines into a file of feeds/:
                """))
    }

    @Test func `where a page declares none, the usual places are tried`() async throws {
        site.at("/rss.xml", document: numberedRSS(1...2))
        let report = try await discover()
        #expect(report.found.map(\.url) == [site.url("/rss.xml")])
        #expect(report.found.map(\.isDeclared) == [false])
        #expect(site.takePaths().prefix(3) == ["/", "/feed/", "/rss.xml"])
        #expect(site.robotsRequests.count == 1)
        #expect(text(report).contains("not declared by the page"))
    }

    @Test func `a newspaper without a feed may have a sitemap of news`() async throws {
        site.at(
            "/news-sitemap.xml",
            document: """
                <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>
                <loc>https://gazeta.example/1</loc><news:news><news:title>Mróz</news:title></news:news>
                </url></urlset>
                """)
        let report = try await discover()
        #expect(report.found.map(\.url) == [site.url("/news-sitemap.xml")])
        #expect(report.found.map(\.format.rawValue) == ["sitemap"])
    }

    @Test func `the address of a feed is that feed`() async throws {
        site.at("/news.xml", document: numberedRSS(1...2))
        let report = try await discover("/news.xml")
        #expect(report.found.map(\.url) == [site.url("/news.xml")])
        #expect(report.failed.isEmpty)
        #expect(site.takePaths() == ["/news.xml"])
    }

    @Test func `a site that forbids it is asked for its robots.txt alone`() async throws {
        site.at("/robots.txt") { _ in .init(body: "User-agent: *\nDisallow: /\n".utf8) }
        let report = try await discover()
        #expect(report.found.isEmpty)
        #expect(report.failed.count == 1)
        #expect(report.failed[0].reason.contains("/robots.txt forbids it by 'Disallow: /'"))
        #expect(site.takePaths() == [])
        #expect(!text(report).contains("kind: page"))
    }

    @Test func `a declared feed that robots.txt forbids is not fetched`() async throws {
        declare("/private/feed.xml", "/news.xml")
        site.at("/robots.txt") { _ in .init(body: "User-agent: *\nDisallow: /private/\n".utf8) }
        site.at("/news.xml", document: numberedRSS(1...1))
        let report = try await discover()
        #expect(report.found.map(\.url) == [site.url("/news.xml")])
        #expect(site.takePaths() == ["/", "/news.xml"])
    }

    @Test func `how far it is is told, and which links were too many`() async throws {
        let links = (1...13).map {
            #"<link rel="alternate" type="application/rss+xml" href="/\#($0).xml">"#
        }
        site.at(
            "/", document: "<!DOCTYPE html><html><head>\(links.joined())</head></html>",
            type: "text/html")
        site.at("/2.xml", document: numberedRSS(1...1))
        let told = Mutex<[[Int]]>([])
        let report = try await FeedDiscovery(workspace: folder.workspace, now: .crawlDay(0)) {
            tried, all in told.withLock { $0.append([tried, all]) }
        }.feeds(at: site.url("/"))
        #expect(told.withLock { $0 } == (0...10).map { [$0, 10] })
        #expect(
            report.summary
                == "10 addresses tried, 1 feed found; 3 more links of the page not tried: give the "
                + "address of a feed, or of a page with fewer")
    }

    @Test func `none found is said with what was tried, and what to do`() async throws {
        let report = try await discover()
        #expect(report.found.isEmpty)
        #expect(report.failed.count == 9)
        #expect(text(report).hasPrefix("no feed was found; listen to the site as a page"))
        #expect(text(report).contains("tried \(site.url("/feed/")): 127.0.0.1 answers 404"))
    }

    @Test func `a feed is found without any feeds file, and no private network is called`()
        async throws
    {
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/feeds")
        let report = try await discover()
        #expect(report.failed.map(\.reason).allSatisfy { $0.contains("private or reserved") })
        #expect(report.failed.count == 1)
        #expect(site.takePaths() == [])
    }

    @Test func `wrong settings are refused`() throws {
        try folder.write("fetching: {pause: 1s}\n", to: "feeds/list.yaml")
        let error = #expect(throws: RunError.self) {
            try FeedDiscovery(workspace: folder.workspace, now: .crawlDay(0))
        }
        #expect(error?.exitCode == 65)
    }

    // MARK: What is remembered of hosts

    /// A run that has polled one feed of the site, and so made an archive.
    private func makeArchive() async throws {
        site.at("/news.xml", document: numberedRSS(1...1))
        try folder.listen(to: ["id: news, name: News, url: '\(site.url("/news.xml"))'"])
        _ = try await folder.crawl()
        _ = site.takeRequests()
    }

    @Test func `a host that rests since the last run is asked for nothing`() async throws {
        try await makeArchive()
        site.at("/news.xml") { _ in .init(429, headers: [("Retry-After", "7200")]) }
        _ = await #expect(throws: RunError.self) { try await folder.crawl(at: .crawlDay(2)) }
        _ = site.takeRequests()
        let report = try await discover(at: .crawlDay(2.04))
        #expect(site.takeRequests().isEmpty)
        #expect(!report.isPageRead)
        #expect(
            report.failed.map(\.reason)
                == ["127.0.0.1 wants to be left alone for 62 min more; asked after that"])
        #expect(try await discover(at: .crawlDay(2.1)).isPageRead)
    }

    @Test func `what discovery learns of a host holds for the next command`() async throws {
        try await makeArchive()
        let robots = site.robotsRequests.count
        #expect(try await discover(at: .crawlDay(0.1)).isPageRead)
        #expect(site.robotsRequests.count == robots)
        site.at("/busy") { _ in .init(503, headers: [("Retry-After", "86400")]) }
        _ = try await discover("/busy", at: .crawlDay(1.9))
        _ = site.takeRequests()
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(report.feeds.map(\.outcome) == ["postponed"])
        #expect(site.takeRequests().isEmpty)
    }

    @Test func `discovery waits for no run, nor asks beside one`() async throws {
        try await makeArchive()
        let lock = try RunLock(path: folder.workspace.path + "/run.lock")
        defer { withExtendedLifetime(lock) {} }
        let error = await #expect(throws: RunError.self) { try await discover() }
        #expect(error?.exitCode == 75)
        #expect(site.takeRequests().isEmpty)
    }

    @Test(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
    func `a host that a crawler has is asked once it is given back, and given back again`()
        async throws
    {
        let cluster = try #require(PostgreSQLCluster.shared)
        let store = try cluster.emptySchema()
        let schema = try #require(store.split(separator: "%3D").last)
        let folder = try TestWorkspace(store: store)
        try folder.listen(to: [])
        _ = try await folder.crawl()
        try cluster.run(
            """
            INSERT INTO \(schema).host_lease (host, crawler, ends_at)
            VALUES ('127.0.0.1', 'worker other', clock_timestamp() + interval '1 second')
            """)
        let holders = Mutex<[String]>([])
        site.at("/news.xml") { _ in
            do {
                let holder = try cluster.run("SELECT crawler FROM \(schema).host_lease")
                holders.withLock { $0.append(holder) }
            } catch {
                Issue.record(error)
            }
            return .init(headers: [("Content-Type", "text/xml")], body: numberedRSS(1...2).utf8)
        }
        let report = try await FeedDiscovery(workspace: folder.workspace, now: .crawlDay(0))
            .feeds(at: site.url("/news.xml"))
        #expect(report.found.map(\.entries) == [2])
        #expect(holders.withLock { $0.map { $0.hasPrefix("run ") } } == [true])
        let held = try cluster.run(
            "SELECT count(*) FROM \(schema).host_lease WHERE ends_at IS NOT NULL")
        #expect(held == "0\n")
    }

    @Test func `without an archive discovery makes none`() async throws {
        _ = try await discover()
        #expect(!FileManager.default.fileExists(atPath: folder.workspace.archivePath))
    }

    @Test(arguments: [
        "http://kasia:canary@127.0.0.1/", "ftp://127.0.0.1/canary-free", "http://",
        "not an address",
    ])
    func `what cannot be asked is refused, and no password repeated`(address: String) async throws {
        let discovery = try FeedDiscovery(workspace: folder.workspace, now: .crawlDay(0))
        let error = await #expect(throws: RunError.self) {
            try await discovery.feeds(at: address)
        }
        #expect(error?.exitCode == 65)
        #expect(error?.description.contains("canary@") == false)
        #expect(error?.description.contains("write a web address") == true)
    }

    @Test func `what was tried in vain is told of without its secrets`() async throws {
        declare("/gone.xml?token=canary", "http://kasia:canary@127.0.0.1/feed")
        let report = try await discover()
        #expect(report.failed.count == 2)
        #expect(!text(report).contains("canary"))
    }
}
