import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Entries whose ids, or addresses, are made of what editors change.
@Suite(.timeLimit(.minutes(5)))
struct RenamedEntryTests {
    let site: CrawlSite
    let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: news, name: News, url: '\(site.url("/feed"))'"
        ])
    }

    struct Item {
        var id = "7-zefirnet-podnosi-ceny"
        var path = "7-zefirnet-podnosi-ceny"
        var title = "Zefirnet podnosi ceny"
        var text = "Od stycznia internet będzie droższy o dziesięć procent."
        /// `nil` where the feed states none.
        var time: String? = "10:05:07"
        var scheme = "https"
        var host = "gazeta.example"

        static let other = Item(
            id: "5-mecz", path: "5-mecz", title: "Mecz odwołany", text: "Boisko zamarzło.",
            time: "09:31:00")

        var xml: String {
            """
            <item><guid isPermaLink="false">\(id)</guid><title>\(title)</title>
            <link>\(scheme)://\(host)/\(path)</link><description>\(text)</description>
            \(time.map { "<pubDate>Sat, 21 Nov 2026 \($0) GMT</pubDate>" } ?? "")</item>
            """
        }

        func changed(_ change: (inout Item) -> Void) -> Item {
            var item = self
            change(&item)
            return item
        }
    }

    /// Has the feed show these, and says how many entries are new and how many have changed.
    func poll(_ day: Double, _ items: [Item]) async throws -> [Int?] {
        site.at(
            "/feed",
            // The same bytes would not be read again.
            document: """
                <rss version="2.0"><channel><title>News</title><description>\(day)</description>
                <link>https://gazeta.example/</link>\(items.map(\.xml).joined())</channel></rss>
                """)
        let feed = try #require(try await folder.crawl(at: .crawlDay(day)).feeds.first)
        return [feed.newEntries, feed.changedEntries]
    }

    @Test func `an id of the moment of the last edit makes no new entry`() async throws {
        #expect(try await poll(0, [Item(), .other]) == [2, 0])
        let edited = Item().changed {
            $0.id = "7 1795341600"
            $0.text += " Klienci protestują."
        }
        #expect(try await poll(2, [edited, .other]) == [0, 1])
        #expect(try await poll(4, [edited, .other]) == [0, 0])
        #expect(try await poll(6, [edited.changed { $0.id = "7 1795345600" }]) == [0, 0])
        #expect(try folder.texts() == [Item.other.text, edited.text])
    }

    @Test func `an address of the new title makes no new entry`() async throws {
        #expect(try await poll(0, [Item(), .other]) == [2, 0])
        let edited = Item().changed {
            $0.id = "7-zefirnet-znow-podnosi-ceny"
            $0.path = $0.id
            $0.title = "Zefirnet znów podnosi ceny"
        }
        #expect(try await poll(2, [edited, .other]) == [0, 1])
        #expect(try await poll(4, [edited, .other]) == [0, 0])
        // The last of the list that was known then.
        #expect(try await poll(6, [edited]) == [0, 0])
        #expect(try folder.texts() == [Item.other.text, edited.text])
    }

    /// Until most of the list is of entries that came since, most of its ids are new.
    @Test(arguments: [true, false])
    func `a site that has moved to https tells nothing again`(isDated: Bool) async throws {
        func list(_ numbers: ClosedRange<Int>, _ scheme: String) -> [Item] {
            numbers.reversed().map { number in
                Item(
                    id: "\(scheme)://gazeta.example/\(number)", path: "\(number)",
                    title: "Awaria \(number)", text: "Zefirnet stoi w dzielnicy \(number).",
                    time: isDated ? "10:\(number + 10):30" : nil, scheme: scheme)
            }
        }
        #expect(try await poll(0, list(1...4, "http")) == [4, 0])
        #expect(try await poll(2, list(2...5, "https")) == [1, 3])
        for number in 3...7 {
            #expect(
                try await poll(Double(number * 2), list(number...number + 3, "https")) == [1, 0])
        }
        #expect(try folder.texts().count == 10)
    }

    static let moved = Item().changed { ($0.id, $0.path) = ("8-ceny", "8-ceny") }

    @Test(arguments: [
        // Of another second, or another text.
        [moved.changed { $0.time = "10:05:08" }, .other],
        [moved.changed { ($0.title, $0.text) = ("Mróz w Opolu", "Minus dziesięć.") }, .other],
        // On another site, which prints the same.
        [moved.changed { $0.host = "kurier.example" }, .other],
        // Beside what it may be, and where that may have fallen off the end.
        [moved, Item(), .other], [moved],
    ])
    func `what may be another entry is new`(items: [Item]) async throws {
        #expect(try await poll(0, [Item(), .other]) == [2, 0])
        #expect(try await poll(2, items) == [1, 0])
    }

    @Test func `a few words that many say are no proof`() async throws {
        func short(_ item: Item) -> Item {
            item.changed { ($0.title, $0.text) = ("Opinia", "Polecam!") }
        }
        #expect(try await poll(0, [short(Item()), .other]) == [2, 0])
        #expect(try await poll(2, [short(Self.moved), .other]) == [1, 0])
    }

    /// As where a shop has taken over its reviews in one second, and two are of one page.
    @Test func `of entries of one second none is known by it`() async throws {
        #expect(try await poll(0, [Item(), .other]) == [2, 0])
        let mate = Item(
            id: "9-mroz", path: "9-mroz", title: "Mróz w Opolu", text: "Minus dziesięć.")
        let items = [Item().changed { $0.id = "8-ceny" }, mate, .other]
        #expect(try await poll(2, items) == [2, 0])
    }

    /// Reviews of one page, of which the list shows one at a time.
    @Test(arguments: ["23:00:00", "23:59:59", "10:15:00", nil], [Item().path, moved.path])
    func `what may be dated by the day alone, or not at all, is new`(time: String?, path: String)
        async throws
    {
        #expect(try await poll(0, [Item(time: time), .other]) == [2, 0])
        let another = Item(id: Self.moved.id, path: path, time: time)
        #expect(try await poll(2, [another, .other]) == [1, 0])
    }
}
