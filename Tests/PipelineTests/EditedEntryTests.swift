import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Entries with neither an id nor a link, which are known by what they say.
@Suite(.timeLimit(.minutes(5)))
struct EditedEntryTests {
    private let site: CrawlSite
    private let folder: TestWorkspace
    private let text = "Zefirnet nie działa od samego rana w całym mieście"

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: news, name: News, url: '\(site.url("/feed"))'"
        ])
    }

    /// Without a title where it is empty.
    ///
    /// - Parameter older: further items.
    private func serve(
        _ items: [(title: String, text: String)], time: String = "18:00:00", older: String = ""
    ) {
        let items = items.map { item in
            "<item>" + (item.title.isEmpty ? "" : "<title>\(item.title)</title>")
                + "<description>\(item.text)</description>"
                + "<pubDate>Sat, 21 Nov 2026 \(time) +0100</pubDate></item>"
        }
        site.at(
            "/feed",
            document: "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())"
                + older + "</channel></rss>")
    }

    /// How many of the second list are new, and how many have changed.
    private func counts(of items: [(title: String, text: String)]) async throws -> [Int?] {
        serve([("Awaria", text)])
        #expect(try await folder.crawl().newEntries == 1)
        serve(items)
        let feed = try #require(try await folder.crawl(at: .crawlDay(2)).feeds.first)
        return [feed.newEntries, feed.changedEntries]
    }

    @Test func `a word that is corrected is an edit`() async throws {
        let corrected = text.replacing("całym mieście", with: "całej Gdyni")
        #expect(try await counts(of: [("Awaria", corrected)]) == [0, 1])
        #expect(try folder.texts() == [corrected])
        serve([("Awaria", corrected)])
        #expect(try await folder.crawl(at: .crawlDay(4)).newEntries == 0)
    }

    @Test func `something else under the same title is new`() async throws {
        let other = "Kawka podrożała o połowę, a nikt nie wie, dlaczego"
        #expect(try await counts(of: [("Awaria", other)]) == [1, 0])
        #expect(try folder.texts() == [other, text])
    }

    @Test func `so is the same under another title, and what two may be`() async throws {
        let corrected = text.replacing("całym mieście", with: "całej Gdyni")
        let twice = [("Awaria", corrected), ("Awaria", text + " i okolicy")]
        #expect(try await counts(of: [("Koniec awarii", corrected)] + twice) == [3, 0])
    }

    /// As those of reviews: nine, eight and seven words of the first are in these.
    @Test(arguments: [
        ("Zefirnet nie działa od samego rana, a konsultant nie oddzwania wcale", 0),
        ("Zefirnet nie działa od samego rana, a konsultant już nie odbiera", 0),
        ("Zefirnet nie działa od samego rana, a infolinia też już nie odbiera", 1),
    ])
    func `without titles, many words have to be the same`(edited: String, new: Int) async throws {
        let first = "Zefirnet nie działa od samego rana, a konsultant nie oddzwania mimo obietnic"
        serve([("", first)])
        #expect(try await folder.crawl().newEntries == 1)
        serve([("", edited)])
        let feed = try #require(try await folder.crawl(at: .crawlDay(2)).feeds.first)
        #expect([feed.newEntries, feed.changedEntries] == [new, 1 - new])
        #expect(try folder.texts().contains(edited))
        #expect(try folder.texts().count == 1 + new)
    }

    /// Reviews of one day: what each says first, and then.
    private static let reviews = [
        (
            "Zefirnet nie działa od samego rana, a konsultant nie oddzwania mimo obietnic",
            "Zefirnet nie działa od samego rana, a konsultant nie oddzwania mimo wielu próśb"
        ),
        (
            "W Zefirnecie pani przy okienku pomogła mi od ręki zmienić umowę i numer",
            "W Zefirnecie pani przy okienku pomogła mi od ręki zmienić umowę i taryfę"
        ),
    ]

    /// Polls the first list, then the second, each before a review of the day before, if there is one.
    private func counts(
        of first: [String], then second: [String], reachingBack: Bool
    ) async throws -> [Int?] {
        let other =
            "<item><description>Zefirnet wymienił mi kartę</description>"
            + "<pubDate>Fri, 20 Nov 2026 18:00:00 +0100</pubDate></item>"
        var feed: RunReport.FeedLine?
        for (day, texts) in [(0.0, first), (2.0, second)] {
            serve(texts.map { ("", $0) }, older: reachingBack ? other : "")
            feed = try await folder.crawl(at: .crawlDay(day)).feeds.first
        }
        return [feed?.newEntries, feed?.changedEntries]
    }

    @Test(arguments: [(true, [0, 2]), (false, [2, 0])])
    func
        `of several reviews of one day those that were edited are known where the list reaches back`(
            reachesBack: Bool, expected: [Int?]
        ) async throws
    {
        let third = "Zefirnet: polecam"
        let counts = try await counts(
            of: Self.reviews.map(\.0) + [third], then: Self.reviews.map(\.1) + [third],
            reachingBack: reachesBack)
        #expect(counts == expected)
    }

    /// Eight of twelve words are in the other; and of which of two it is the edit is not known.
    @Test(arguments: [
        ["Zefirnet nie działa od samego rana, a konsultant już wcale tam nie odbiera"],
        [
            "Zefirnet nie działa od samego rana, a konsultant nie oddzwania mimo próśb",
            "Zefirnet nie działa od samego rana, a konsultant nie oddzwania mimo listów",
        ],
    ])
    func `a review is new that may be another one's or says much else`(texts: [String])
        async throws
    {
        let counts = try await counts(
            of: Self.reviews.map(\.0), then: [Self.reviews[1].0] + texts, reachingBack: true)
        #expect(counts == [texts.count, 0])
    }

    /// Of the day alone many entries may have that title.
    @Test(arguments: [("18:00:07", 0), ("18:00:00", 1), ("23:59:59", 1)])
    func `an edit does not bring back what was erased, where it cannot be another entry`(
        time: String, new: Int
    ) async throws {
        serve([("Awaria", text)], time: time)
        #expect(try await folder.crawl().newEntries == 1)
        _ = try Forgetting(.text(text), in: folder.workspace, now: .crawlDay(1)).execute()
        let corrected = text.replacing("całym mieście", with: "całej Gdyni")
        let concert = "Kawka gra w parku o siódmej"
        serve([("Awaria", corrected), ("Koncert", concert)], time: time)
        #expect(try await folder.crawl(at: .crawlDay(2)).newEntries == 1 + new)
        #expect(try folder.texts() == Array([concert, corrected].prefix(1 + new)))
    }
}
