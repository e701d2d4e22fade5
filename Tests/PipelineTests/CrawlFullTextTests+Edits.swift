import Foundation
import Model
import Pipeline
import TestSupport
import Testing

extension CrawlFullTextTests {
    @Test func `an edit whose page cannot be had waits for it`() async throws {
        serve(1...1)
        #expect(try await folder.crawl().newEntries == 1)
        let texts = try folder.texts()
        let feed = numberedRSS(1...1, link: { site.url("/story/\($0)") })
            .replacing("w dzielnicy 1", with: "w całej dzielnicy 1")
        site.at("/feed", document: feed, etag: "\"1\"")
        site.at("/story/1") { _ in .init(500) }
        #expect(try await folder.crawl(at: .crawlDay(2)).newEntries == 0)
        #expect(try folder.texts() == texts)

        let page = Self.page(1).replacing("od samego rana", with: "od świtu")
        site.at("/story/1", document: page, type: "text/html")
        let next = try await folder.crawl(at: .crawlDay(4))
        #expect(next.feeds.map(\.changedEntries) == [1])
        #expect(
            try folder.texts() == texts.map { $0.replacing("od samego rana", with: "od świtu") })

        let last = try await folder.crawl(at: .crawlDay(6))
        #expect(last.feeds.map(\.outcome) == ["not_modified"])
    }

    @Test
    func `an edit whose page fails each time takes nothing away, and is sent whole once more`()
        async throws
    {
        serve(1...1)
        #expect(try await folder.crawl().newEntries == 1)
        let texts = try folder.texts()
        let feed = numberedRSS(1...1, link: { site.url("/story/\($0)") })
            .replacing("w dzielnicy 1", with: "w całej dzielnicy 1")
        site.at("/feed", document: feed, etag: "\"1\"")
        site.at("/story/1") { _ in .init(500) }
        var outcomes: [String] = []
        for day in 1..<5 {
            let report = try await folder.crawl(at: .crawlDay(Double(day * 2)))
            outcomes += report.feeds.map(\.outcome)
        }
        #expect(outcomes == ["updated", "updated", "not_modified", "not_modified"])
        #expect(try folder.texts() == texts)
    }
}
