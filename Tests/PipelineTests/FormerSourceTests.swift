import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Sources to which the feeds file gives another id.
@Suite(.timeLimit(.minutes(5)))
struct FormerSourceTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace()
        try listen(as: "news")
    }

    private func listen(as id: String, at path: String = "/feed") throws {
        try folder.listen(to: ["id: \(id), name: News, url: '\(site.url(path))'"])
    }

    private func document(_ days: [Double]) -> String {
        postRSS(
            days.map { day in
                Post(
                    id: "\(day)", title: "Wpis \(day)", text: "Zefirnet \(day)", day: day)
            })
    }

    private func serve(_ days: [Double], at path: String = "/feed") {
        site.at(path, document: document(days))
    }

    /// What the digest of a day or week lists.
    private func told(_ period: DigestRequest = DigestRequest(), day: Double) throws -> [String] {
        try Archive(workspace: folder.workspace).digest(period, now: .crawlDay(day))
            .mentions.items.compactMap(\.title).sorted()
    }

    /// The second run is on a Monday, and the week's digest then tells of the week before.
    @Test(arguments: [("/feed", 1), ("/other", 2)])
    func `what a source told counts once under another id, if its address is the same`(
        path: String, count: Int
    ) async throws {
        serve([0.25, 0.5])
        #expect(try await folder.crawl(at: .crawlDay(0)).newEntries == 2)
        try listen(as: "kurier", at: path)
        serve([0.25, 0.5, 1.25], at: path)
        #expect(try await folder.crawl(at: .crawlDay(1)).newEntries == 3)
        #expect(try told(day: 1) == ["Wpis 1.25"])
        let again =
            Array(repeating: "Wpis 0.25", count: count)
            + Array(repeating: "Wpis 0.5", count: count)
        #expect(try told(DigestRequest(period: .week), day: 1) == again + ["Wpis 1.25"])
    }

    /// The run of day 1 fails.
    ///
    /// What was heard nine days ago was taken out of the list and put into it anew.
    @Test(arguments: [(2.0, ["Wpis 1.25", "Wpis 2.25"]), (9.0, ["Wpis 9.25"])])
    func `what it says after it was last heard is news, unless that is long ago`(
        day: Double, news: [String]
    ) async throws {
        serve([0.5])
        _ = try await folder.crawl(at: .crawlDay(0))
        site.at("/feed") { _ in .init(500) }
        _ = await #expect(throws: RunError.self) { try await folder.crawl(at: .crawlDay(1)) }
        try listen(as: "kurier")
        serve([0.5, 1.25, day + 0.25])
        _ = try await folder.crawl(at: .crawlDay(day))
        #expect(try told(day: day) == news)
    }

    @Test
    func
        `what a source told counts once under another id also where its posts have new ids each time`()
        async throws
    {
        func serve(_ days: [Double], fetch: Int) {
            site.at(
                "/feed",
                document: postRSS(
                    days.map { day in
                        Post(
                            id: "\(fetch) \(day)", title: "Wpis \(day)", text: "Zefirnet \(day)",
                            day: day)
                    }))
        }
        serve([0.25, 0.5], fetch: 1)
        _ = try await folder.crawl(at: .crawlDay(0))
        try listen(as: "kurier")
        serve([0.25, 0.5, 1.25], fetch: 2)
        #expect(try await folder.crawl(at: .crawlDay(1)).newEntries == 3)
        #expect(try told(day: 1) == ["Wpis 1.25"])
        #expect(
            try told(DigestRequest(period: .week), day: 1) == [
                "Wpis 0.25", "Wpis 0.5", "Wpis 1.25",
            ])
    }

    @Test func `what it told under another id counts once where it gets its own back`() async throws
    {
        serve([0.5])
        _ = try await folder.crawl(at: .crawlDay(0))
        try listen(as: "kurier")
        serve([0.5, 1.25])
        _ = try await folder.crawl(at: .crawlDay(1))
        #expect(try told(day: 1) == ["Wpis 1.25"])
        try listen(as: "news")
        serve([0.5, 1.25, 2.25])
        #expect(try await folder.crawl(at: .crawlDay(2)).newEntries == 2)
        #expect(try told(day: 2) == ["Wpis 2.25"])
    }

    @Test func `what was erased of it stays away`() async throws {
        try folder.write("privacy: {retention: {mentions: 3d}}\n", to: "feeds/privacy.yaml")
        serve([0.25, 0.5])
        _ = try await folder.crawl(at: .crawlDay(0))
        serve([0.25, 0.5, 4])
        #expect(try await folder.crawl(at: .crawlDay(4)).expired?.mentions == 2)
        try listen(as: "kurier")
        #expect(try await folder.crawl(at: .crawlDay(5)).newEntries == 1)
        #expect(Set(try folder.texts()) == ["Zefirnet 4.0"])
    }

    /// Some of what stood above it has been deleted; or the source has got a third id since.
    @Test(arguments: [("kurier", 2), ("gazeta", 3)])
    func `what it shows again later counts once, or stays away if it was erased`(
        id: String, count: Int
    ) async throws {
        try folder.write("privacy: {retention: {mentions: 3d}}\n", to: "feeds/privacy.yaml")
        serve([0.25, 0.5])
        _ = try await folder.crawl(at: .crawlDay(0))
        serve([2.25, 2.5, 2.75])
        #expect(try await folder.crawl(at: .crawlDay(4)).expired?.mentions == 2)
        try listen(as: "kurier")
        serve([2.5, 2.75, 5.25])
        _ = try await folder.crawl(at: .crawlDay(5))
        #expect(try told(day: 5) == ["Wpis 5.25"])
        try listen(as: id)
        serve([0.5, 2.25, 5.25, 6.25])
        #expect(try await folder.crawl(at: .crawlDay(6)).newEntries == count)
        #expect(try told(day: 6) == ["Wpis 6.25"])
    }

    @Test func `what a file told counts once under another id`() async throws {
        try folder.write(document([0.25, 0.5]), to: "in/feed.xml")
        try folder.listen(to: ["id: news, name: News, path: in/feed.xml"])
        _ = try await folder.crawl(at: .crawlDay(0))
        try folder.write(document([0.25, 0.5, 1.25]), to: "in/feed.xml")
        try folder.listen(to: ["id: kurier, name: News, path: in/feed.xml"])
        _ = try await folder.crawl(at: .crawlDay(1))
        #expect(try told(day: 1) == ["Wpis 1.25"])
        #expect(
            try told(DigestRequest(period: .week), day: 1) == [
                "Wpis 0.25", "Wpis 0.5", "Wpis 1.25",
            ]
        )
    }
}
