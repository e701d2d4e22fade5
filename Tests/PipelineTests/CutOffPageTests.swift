import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Pages that come cut off, which nothing but their mark-up shows.
@Suite(.timeLimit(.minutes(5)))
struct CutOffPageTests {
    private let site: CrawlSite

    init() throws {
        site = try CrawlSite()
    }

    @Test func `the page of an entry that comes cut off is read once more`() async throws {
        let folder = try workspace(for: "full_text: true")
        serveFeed(saying: "Zefirnet w dzielnicy 1")
        serve(Self.cutOff)
        let first = try await folder.crawl()
        #expect(
            first.feeds[0].problems.map(\.message) == [
                "\(site.url("/story/1")): full text: the page ends too early; read once more next time"
            ])
        // Better than what the feed says, which is less.
        #expect(try folder.texts()[0].hasSuffix("choć obiecywano to"))

        serve(Self.page)
        let second = try await folder.crawl(at: .crawlDay(2))
        #expect(second.feeds.map(\.changedEntries) == [1])
        #expect(second.feeds[0].problems == [])
        #expect(try folder.texts()[0].hasSuffix("czekali na naprawę."))
        #expect(try await folder.crawl(at: .crawlDay(4)).feeds.map(\.outcome) == ["not_modified"])
    }

    @Test func `an edit whose page comes cut off takes nothing away`() async throws {
        let folder = try workspace(for: "full_text: true")
        serveFeed(saying: "Zefirnet w dzielnicy 1")
        serve(Self.page)
        #expect(try await folder.crawl().feeds[0].problems == [])
        let texts = try folder.texts()

        serveFeed(saying: "Zefirnet w całej dzielnicy 1")
        serve(Self.cutOff)
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try folder.texts() == texts)

        serve(Self.page.replacing("od samego rana", with: "od świtu"))
        _ = try await folder.crawl(at: .crawlDay(4))
        #expect(
            try folder.texts() == texts.map { $0.replacing("od samego rana", with: "od świtu") })
    }

    @Test func `a page that ends too early each time is taken as it is`() async throws {
        let folder = try workspace(for: "full_text: true")
        serveFeed(saying: "Zefirnet w dzielnicy 1")
        serve(Self.page.replacing("</article>\n</body></html>", with: ""))
        var outcomes: [String] = []
        for day in 0..<4 {
            outcomes += try await folder.crawl(at: .crawlDay(Double(day * 2))).feeds.map(\.outcome)
        }
        #expect(outcomes == ["updated", "updated", "not_modified", "not_modified"])
        #expect(try folder.texts()[0].hasSuffix("czekali na naprawę."))
    }

    @Test func `a list that comes cut off is read whole the next time, and shortens no post`()
        async throws
    {
        let folder = try workspace(for: "kind: page, selectors: {item: article}", at: "/list")
        let posts = (1...3).map {
            "<article id='p\($0)'><p>\(numberedText($0)) nie działa od rana.</p></article>\n"
        }
        let page = "<html><body><main>\(posts.joined())</main></body></html>"
        site.at("/list", document: page, etag: "\"1\"", type: "text/html")
        #expect(try await folder.crawl().newEntries == 3)
        let texts = try folder.texts()

        let beginning = page.components(separatedBy: "2 nie działa")[0] + "2 nie dzi"
        site.at("/list", document: beginning, etag: "\"2\"", type: "text/html")
        let second = try await folder.crawl(at: .crawlDay(2))
        #expect(second.feeds.map(\.changedEntries) == [0])
        #expect(
            second.feeds[0].problems.map { $0.message.prefix { $0 != ";" } } == [
                "the page ends too early"
            ])
        #expect(try folder.texts() == texts)

        _ = site.takeRequests()
        let edited = page.replacing("działa od rana", with: "działa od świtu")
        site.at("/list", document: edited, etag: "\"2\"", type: "text/html")
        let third = try await folder.crawl(at: .crawlDay(4))
        #expect(site.takeRequests().map { $0.header("If-None-Match") } == [nil])
        #expect(third.feeds.map(\.changedEntries) == [3])
    }

    // MARK: - Private

    private static let page = CrawlFullTextTests.page(1)
    private static let cutOff = page.components(separatedBy: " mieszkańcom")[0]

    private func workspace(for settings: String, at path: String = "/feed") throws
        -> TestWorkspace
    {
        try TestWorkspace(listeningTo: [
            "id: news, name: News, url: '\(site.url(path))', \(settings)"
        ])
    }

    private func serveFeed(saying text: String) {
        let feed = numberedRSS(1...1, link: { site.url("/story/\($0)") })
        let edited = feed.replacing(numberedText(1), with: text)
        site.at("/feed", document: edited, etag: "\"\(text.count)\"")
    }

    private func serve(_ page: String) {
        site.at("/story/1", document: page, type: "text/html")
    }
}
