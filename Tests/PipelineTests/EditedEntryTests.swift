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
    private func serve(_ items: [(title: String, text: String)], time: String = "18:00:00") {
        let items = items.map { item in
            "<item>" + (item.title.isEmpty ? "" : "<title>\(item.title)</title>")
                + "<description>\(item.text)</description>"
                + "<pubDate>Sat, 21 Nov 2026 \(time) +0100</pubDate></item>"
        }
        site.at(
            "/feed",
            document: "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())"
                + "</channel></rss>")
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
