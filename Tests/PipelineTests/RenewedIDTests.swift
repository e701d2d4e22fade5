import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Feeds that give every entry another id each time, and feeds that only look like it.
@Suite(.timeLimit(.minutes(5)))
struct RenewedIDTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: forum, name: Forum, url: '\(site.url("/feed"))'"
        ])
    }

    /// An item of a feed; `date` is `nil` where the feed states none.
    private struct Item {
        var title: String?
        var link: String?
        var text: String
        var date: String? = "2026-11-20T10:00:00Z"

        static func number(_ number: Int) -> Item {
            Item(
                title: "Awaria \(number)", link: "https://forum.example/t/\(number)",
                text: "Zefirnet w dzielnicy \(number)")
        }

        func xml(id: String) -> String {
            """
            <item><guid isPermaLink="false">\(id)</guid>
            \(title.map { "<title>\($0)</title>" } ?? "")\(link.map { "<link>\($0)</link>" } ?? "")
            <description>\(text)</description>\(date.map { "<dc:date>\($0)</dc:date>" } ?? "")</item>
            """
        }
    }

    /// What a poll said of the feed: entries that are new, that have changed, and the first problem.
    private struct Poll: Equatable {
        var new: Int
        var changed = 0
        var problem: String?

        static func renewed(new: Int = 0, changed: Int = 0) -> Poll {
            Poll(
                new: new, changed: changed,
                problem: "ids are new at each fetch; links or texts are used instead")
        }
    }

    /// Has the feed show the items, under ids never seen before but for those given, and polls it.
    private func poll(_ day: Double, _ items: [Item], ids: [String]? = nil) async throws -> Poll {
        let ids = ids ?? items.indices.map { "\(Int(day))-\($0)-\(UUID().uuidString)" }
        let xml = zip(items, ids).map { $0.xml(id: $1) }.joined()
        site.at(
            "/feed",
            document: """
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
                <title>Forum</title><link>https://forum.example/news</link>\(xml)</channel></rss>
                """)
        let line = try #require(try await folder.crawl(at: .crawlDay(day * 2)).feeds.first)
        return Poll(
            new: try #require(line.newEntries), changed: try #require(line.changedEntries),
            problem: line.problems.first?.message)
    }

    // MARK: What is known again

    @Test func `entries under new ids are those that are stored`() async throws {
        let items = (1...3).map(Item.number)
        #expect(try await poll(0, items) == Poll(new: 3))
        #expect(try await poll(1, items) == .renewed())
        #expect(try await poll(2, items) == .renewed())
        #expect(try folder.texts().count == 3)
    }

    @Test func `a new one among them is new`() async throws {
        _ = try await poll(0, (1...3).map(Item.number))
        #expect(try await poll(1, (2...4).map(Item.number)) == .renewed(new: 1))
        #expect(try folder.texts() == (1...4).map { Item.number($0).text })
    }

    @Test func `an edited text or title is an edition`() async throws {
        _ = try await poll(0, (1...4).map(Item.number))
        var items = (1...4).map(Item.number)
        items[0].text = "Zefirnet znowu działa"
        items[1].title = "Koniec awarii"
        #expect(try await poll(1, items) == .renewed(changed: 2))
        #expect(try await poll(2, items) == .renewed())
        #expect(try folder.texts().contains("Zefirnet znowu działa"))
        #expect(try folder.texts().count == 4)
    }

    @Test func `tracking in a link does not hide whose page it is`() async throws {
        var items = (1...2).map(Item.number)
        _ = try await poll(0, items)
        for index in items.indices { items[index].link? += "?utm_source=\(index)" }
        #expect(try await poll(1, items) == .renewed())
    }

    @Test(arguments: ["2026-11-20T10:00:00Z", nil])
    func `without a link entries are known by all that they say`(date: String?) async throws {
        let items = (1...3).map { Item(text: "Zefirnet w dzielnicy \($0)", date: date) }
        _ = try await poll(0, items)
        let more = items + [Item(title: "Nowa", text: items[0].text, date: date)]
        #expect(try await poll(1, more) == .renewed(new: 1))
    }

    @Test func `a date that is always now does not make them new`() async throws {
        var items = (1...3).map(Item.number)
        _ = try await poll(0, items)
        for index in items.indices { items[index].date = "2026-11-23T06:00:0\(index)Z" }
        #expect(try await poll(1, items) == .renewed())
    }

    @Test func `what was stored several times before is known again`() async throws {
        let items = (1...3).map(Item.number)
        // Under ids that are known each is an entry of its own, as they are to be believed.
        _ = try await poll(0, items, ids: ["a", "b", "c"])
        _ = try await poll(1, items + items, ids: ["a", "b", "c", "d", "e", "f"])
        #expect(try folder.texts().count == 6)
        #expect(try await poll(2, items) == .renewed())
    }

    @Test func `the last of several with one id is no edition of the first`() async throws {
        let items = (1...2).map(Item.number)
        #expect(try await poll(0, [items[0]], ids: ["g"]) == Poll(new: 1))
        // Together each is known by its link, the first by what is stored of it.
        #expect(try await poll(1, [items[1], items[0]], ids: ["g", "g"]) == .renewed(new: 1))
        #expect(try await poll(2, [items[1]], ids: ["g"]) == Poll(new: 0))
        #expect(try folder.texts() == items.map(\.text))
    }

    @Test func `an edition that leads to another page keeps its id`() async throws {
        var items = (1...2).map(Item.number)
        _ = try await poll(0, items, ids: ["1", "2"])
        items[0].link = "https://forum.example/t/1-koniec"
        items[0].text = "Zefirnet znowu działa"
        #expect(try await poll(1, items, ids: ["1", "2"]) == Poll(new: 0, changed: 1))
    }

    // MARK: What has gone

    /// Keeps entries for ten days; a poll's days are doubled.
    private func keepTenDays() throws {
        try folder.write(
            "privacy: {retention: {entries: 10d, mentions: 10d}}\n", to: "feeds/privacy.yaml")
    }

    @Test func `what has expired does not come again under new ids`() async throws {
        try keepTenDays()
        let items = (1...3).map(Item.number)
        #expect(try await poll(0, items) == Poll(new: 3))
        _ = try await poll(6, [])
        #expect(try folder.texts().isEmpty)
        #expect(try await poll(7, items) == .renewed())
        #expect(try await poll(8, items + [Item.number(4)]) == .renewed(new: 1))
        #expect(try folder.texts() == [Item.number(4).text])
    }

    @Test func `an edited text, or another date, of an own page brings nothing back`() async throws
    {
        try keepTenDays()
        var items = (1...4).map(Item.number)
        _ = try await poll(0, items)
        _ = try await poll(6, [])
        items[0].text = "Zefirnet znowu działa"
        items[1].date = "2026-12-01T10:00:00Z"
        items[2].link? += "?utm_source=feed"
        items[3].date = nil
        #expect(try await poll(7, items) == .renewed())
    }

    @Test func `the same words of another date without a page of their own are new`() async throws {
        try keepTenDays()
        var items = (1...3).map { Item(text: "Zefirnet w dzielnicy \($0)") }
        _ = try await poll(0, items)
        _ = try await poll(6, [])
        #expect(try await poll(7, items) == .renewed())
        for index in items.indices { items[index].date = "2026-12-0\(index + 1)T10:00:00Z" }
        #expect(try await poll(8, items) == Poll(new: 3))
    }

    @Test func `what has gone and what is still there are known in one feed`() async throws {
        try keepTenDays()
        _ = try await poll(0, (1...2).map(Item.number))
        _ = try await poll(4, (3...4).map(Item.number))
        _ = try await poll(6, [])
        #expect(try folder.texts() == (3...4).map { Item.number($0).text })
        #expect(try await poll(7, (1...5).map(Item.number)) == .renewed(new: 1))
        #expect(try folder.texts() == (3...5).map { Item.number($0).text })
    }

    @Test func `where most ids are known to have gone, another id is another entry`() async throws {
        try keepTenDays()
        let items = (1...3).map(Item.number)
        _ = try await poll(0, items, ids: ["1", "2", "3"])
        _ = try await poll(6, [])
        let again = items + [Item.number(1)]
        #expect(try await poll(7, again, ids: ["1", "2", "3", "4"]) == Poll(new: 1))
    }

    @Test func `what was erased does not come again under new ids`() async throws {
        let items = (1...3).map(Item.number)
        _ = try await poll(0, items)
        let moment = Date.crawlDay(1)
        _ = try Forgetting(.text("dzielnicy"), in: folder.workspace, now: moment).execute()
        #expect(try folder.texts().isEmpty)
        // Asked for were these words; a page that has others now is the same entry all the same.
        var edited = items
        edited[0].text = "Zefirnet gdzie indziej"
        #expect(try await poll(1, edited).new == 0)
        #expect(try folder.texts().isEmpty)
    }

    @Test func `nothing that has gone can be read from its tombstones`() async throws {
        try keepTenDays()
        _ = try await poll(
            0,
            [
                Item(
                    title: "Qzxtytul", link: "https://forum.example/qzxlink",
                    text: "Zefirnet qzxtekst")
            ])
        _ = try await poll(6, [])
        for word in ["Qzxtytul", "qzxlink", "qzxtekst"] {
            #expect(try ByteSearch(for: word).finds(below: folder.workspace.path).isEmpty)
        }
    }

    // MARK: What is new

    @Test func `where most ids are known, an entry under another id is another entry`() async throws
    {
        let items = (1...3).map(Item.number)
        _ = try await poll(0, items, ids: ["1", "2", "3"])
        let again = items + [Item.number(1)]
        #expect(try await poll(1, again, ids: ["1", "2", "3", "4"]) == Poll(new: 1))
    }

    @Test func `the same title under another link is another entry`() async throws {
        func thread(_ day: Int) -> Item {
            Item(
                title: "Daily thread", link: "https://forum.example/t/\(day)",
                text: "Zefirnet or not?", date: "2026-11-\(day)T06:00:00Z")
        }
        _ = try await poll(0, [thread(19), thread(18)])
        #expect(try await poll(1, [thread(21), thread(20)]) == Poll(new: 2))
        #expect(try await poll(2, [thread(22), thread(21), thread(20)]) == .renewed(new: 1))
    }

    @Test(arguments: [
        "https://forum.example/", "https://forum.example", "https://forum.example/news",
    ])
    func `a link to the front page tells nothing`(link: String) async throws {
        func item(_ number: Int, hour: Int) -> Item {
            Item(
                title: "Daily thread", link: link, text: "Zefirnet \(number)",
                date: "2026-11-20T1\(hour):00:00Z")
        }
        _ = try await poll(0, [item(1, hour: 0)])
        #expect(try await poll(1, [item(2, hour: 1)]) == Poll(new: 1))
        // The same words on another day are said once more.
        #expect(try await poll(2, [item(2, hour: 2)]) == Poll(new: 1))
        let all = [item(1, hour: 0), item(2, hour: 1), item(2, hour: 2), item(3, hour: 3)]
        #expect(try await poll(3, all) == .renewed(new: 1))
        #expect(try folder.texts().count == 4)
    }

    @Test func `pages that say something else at a later date say something new`() async throws {
        func warnings(_ day: Int) -> [Item] {
            (1...3).map { region in
                Item(
                    title: "Ostrzeżenie", link: "https://forum.example/region/\(region)",
                    text: "Zefirnet ostrzega, dzień \(day)", date: "2026-11-\(day)T06:00:00Z")
            }
        }
        #expect(try await poll(0, warnings(19)) == Poll(new: 3))
        #expect(try await poll(1, warnings(20)) == Poll(new: 3))
    }

    @Test func `a title that has changed is no proof of ids that do`() async throws {
        var item = Item.number(1)
        _ = try await poll(0, [item])
        item.title = "Inny tytuł"
        item.date = "2026-11-21T10:00:00Z"
        #expect(try await poll(1, [item]) == Poll(new: 1))
    }

    @Test func `a feed of another past brings all its entries`() async throws {
        _ = try await poll(0, (1...3).map(Item.number), ids: ["1", "2", "3"])
        #expect(try await poll(1, (4...6).map(Item.number)) == Poll(new: 3))
    }
}
