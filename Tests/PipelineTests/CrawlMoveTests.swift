import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct CrawlMoveTests {
    let site: CrawlSite
    let folder: TestWorkspace

    init() throws {
        site = try CrawlSite(hosts: 2)
        folder = try TestWorkspace(listeningTo: ["id: news, name: News, url: '\(site.url("/old"))'"]
        )
    }

    private func move(to address: String, status: Int = 301) {
        site.at("/old") { _ in .init(status, headers: [("Location", address)]) }
    }

    private func serve(_ numbers: some Sequence<Int>, at path: String = "/new") {
        site.at(path, document: numberedRSS(numbers), etag: "\"\(path)\(numbers)\"")
    }

    /// Polls the feed and returns what was asked for.
    private func poll(day: Double) async throws -> [String] {
        _ = try await folder.crawl(at: .crawlDay(day))
        return site.takePaths()
    }

    private func state(day: Double) throws -> FeedCheck {
        try #require(try folder.check(at: .crawlDay(day)).first)
    }

    @Test func `a feed that is led to where another one is read is told`() async throws {
        let target = site.url("/new")
        try folder.listen(to: [
            "id: first, name: First, url: '\(target)'",
            "id: second, name: Second, url: '\(site.url("/old"))'",
        ])
        serve(1...3)
        move(to: target)
        _ = try await folder.crawl()
        #expect(
            try folder.check().map(\.notes) == [
                [],
                [
                    "is read where 'first' is, too, so that what is said there counts twice; take one of "
                        + "them out of the feeds file",
                    "redirects for good to \(target), seen once; believed after three times over a week",
                ],
            ])
        for day in [4.0, 8] { _ = try await folder.crawl(at: .crawlDay(day)) }
        let notes = try #require(try folder.check(at: .crawlDay(8)).last?.notes)
        #expect(notes.count == 2 && notes[1] == "has moved for good to \(target)")
    }

    @Test(arguments: [1, 2])
    func `a permanent move is believed after three sightings over a week`(host: Int) async throws {
        serve(1...3, at: "/old")
        _ = try await poll(day: 0)
        let target = site.url("/new", host: host)
        move(to: target)
        serve(1...4)
        #expect(try await poll(day: 2) == ["/old", "/new"])
        #expect(
            try state(day: 2).notes == [
                "redirects for good to \(target), seen once; believed after three times over a week"
            ])
        #expect(try await poll(day: 4) == ["/old", "/new"])
        #expect(try await poll(day: 6) == ["/old", "/new"])
        #expect(
            try state(day: 6).notes == [
                "redirects for good to \(target), seen 3 times; believed after three times over a week"
            ])
        #expect(try state(day: 6).address == site.url("/old"))
        #expect(try await poll(day: 10) == ["/old", "/new"])
        #expect(
            try state(day: 10).notes == [
                "has moved for good to \(target); write that in the feeds file"
            ])
        #expect(try state(day: 10).address == target)
        let table = HealthTable(
            try folder.check(at: .crawlDay(10)), now: .crawlDay(10),
            style: TerminalStyle(isOn: false))
        #expect(
            table.text.hasSuffix(
                "\n\n· news: has moved for good to \(target); write that in the feeds file\n"))
        #expect(try await poll(day: 12) == ["/new"])

        // Following the advice keeps what is known.
        try folder.listen(to: ["id: news, name: News, url: '\(target)'"])
        serve(1...5)
        let report = try await folder.crawl(at: .crawlDay(14))
        #expect(report.feeds.map(\.newEntries) == [1])
        #expect(site.takePaths() == ["/new"])
        #expect(try state(day: 14).notes == [])
    }

    @Test(arguments: [302, 303, 307])
    func `a temporary redirect is followed and not remembered`(status: Int) async throws {
        move(to: site.url("/new"), status: status)
        serve(1...3)
        for day in stride(from: 0.0, to: 12, by: 2) {
            #expect(try await poll(day: day) == ["/old", "/new"])
        }
        #expect(try state(day: 12).notes == [])
    }

    @Test func `validators are shown only to the address that gave them`() async throws {
        serve(1...3, at: "/old")
        _ = try await poll(day: 0)
        move(to: site.url("/new"))
        serve(1...3)
        _ = try await folder.crawl(at: .crawlDay(2))
        let second = site.takeRequests()
        #expect(second.map { $0.header("If-None-Match") } == ["\"/old1...3\"", nil])
        let third = try await folder.crawl(at: .crawlDay(4))
        #expect(site.takeRequests().map { $0.header("If-None-Match") } == [nil, "\"/new1...3\""])
        #expect(third.feeds.map(\.outcome) == ["not_modified"])
    }

    @Test func `a move that turns out wrong is taken back`() async throws {
        serve(1...3, at: "/old")
        _ = try await poll(day: 0)
        move(to: site.url("/new"))
        serve(1...3)
        for day in [2.0, 4, 10] { _ = try await poll(day: day) }
        #expect(try await poll(day: 12) == ["/new"])
        site.at("/new") { _ in .init(404) }
        serve(1...4, at: "/old")
        _ = await #expect(throws: RunError.self) { try await folder.crawl(at: .crawlDay(14)) }
        #expect(site.takePaths() == ["/new"])
        #expect(try await poll(day: 16) == ["/old"])
        #expect(try state(day: 16).notes == [])
    }

    @Test(arguments: [true, false])
    func `what a site that was made anew has said for months is no news`(isRedirected: Bool)
        async throws
    {
        func post(_ name: String, day: Double) -> Post {
            Post(id: name, text: "Zefirnet \(name)", link: site.url("/p/\(name)"), day: day)
        }
        site.at("/old", document: postRSS([post("a", day: 0)]))
        _ = try await folder.crawl()
        site.at("/old", document: postRSS([post("a", day: 0), post("b", day: 2.5)]))
        _ = try await folder.crawl(at: .crawlDay(3))
        if isRedirected {
            move(to: site.url("/new"))
        } else {
            try folder.listen(to: ["id: news, name: News, url: '\(site.url("/new"))'"])
        }
        let past = (1...30).map { post("new-\($0)", day: Double(-5 * $0)) }
        site.at("/new", document: postRSS([post("new", day: 4.5)] + past))
        let report = try await folder.crawl(at: .crawlDay(5))
        #expect(report.newEntries == 31)
        let archive = try Archive(workspace: folder.workspace)
        #expect(
            try archive.digest(DigestRequest(), now: .crawlDay(5)).totals.counts.mentions == 1)
        #expect(try archive.trends(days: 28, now: .crawlDay(5)).totals.counts.mentions > 1)
    }

    @Test func `where a move leads is shown without its secrets`() async throws {
        serve(1...3, at: "/old")
        _ = try await poll(day: 0)
        move(to: site.url("/new?token=abc-canary"))
        serve(1...3)
        for day in [2.0, 4, 10] {
            _ = try await poll(day: day)
            let json = try ContractJSON.encode(try state(day: day))
            #expect(!String(decoding: json, as: UTF8.self).contains("canary"))
        }
        #expect(try await poll(day: 12) == ["/new?token=abc-canary"])
    }
}
