import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Feeds that fail until they answer for the first time.
@Suite(.timeLimit(.minutes(5)))
struct FailedBeginTests {
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace([
            "feeds/mine.yaml": """
            sources:
              - {id: news, name: News, path: news.xml}
              - {id: other, name: Other, path: other.xml}
            """,
            "other.xml": rss([]),
        ])
    }

    /// What the digest of that day lists.
    private func told(day: Double) async throws -> [String] {
        _ = try await folder.crawl(at: .crawlDay(day))
        return try Archive(workspace: folder.workspace)
            .digest(DigestRequest(), now: .crawlDay(day)).mentions.items.compactMap(\.title)
            .sorted()
    }

    /// Posts of noon on 21, 22 and 23 November, and one without a date.
    private func serve() throws {
        let posts = (0...2).map { day in
            Post(id: "\(day)", title: "Wpis \(day)", text: "Zefirnet \(day)", day: Double(day))
        }
        let undated =
            "<item><guid>u</guid><title>Bez daty</title><description>Zefirnet</description></item>"
        try folder.write(
            postRSS(posts).replacing("</channel>", with: undated + "</channel>"), to: "news.xml")
    }

    @Test func `what was said since it was first asked is news once it answers`() async throws {
        #expect(try await told(day: 0) == [])
        #expect(try await told(day: 1) == [])
        try serve()
        #expect(try await told(day: 2) == ["Wpis 1", "Wpis 2"])
    }

    @Test func `what a feed says that was asked in vain before it was taken out is no news`()
        async throws
    {
        #expect(try await told(day: 0) == [])
        try folder.write(
            "sources: [{id: other, name: Other, path: other.xml}]", to: "feeds/mine.yaml")
        #expect(try await told(day: 59) == [])
        try folder.write(
            "sources: [{id: news, name: News, path: news.xml}]", to: "feeds/more.yaml")
        try serve()
        #expect(try await told(day: 60) == [])
        #expect(try folder.texts().count == 4)
    }

    @Test func `what a feed holds that answers at once is news of the last day alone`() async throws
    {
        try folder.write(
            "sources: [{id: other, name: Other, path: other.xml}]", to: "feeds/mine.yaml")
        #expect(try await told(day: 0) == [])
        #expect(try await told(day: 1) == [])
        try folder.write(
            "sources: [{id: news, name: News, path: news.xml}]", to: "feeds/more.yaml")
        try serve()
        #expect(try await told(day: 2) == ["Wpis 2"])
    }
}
