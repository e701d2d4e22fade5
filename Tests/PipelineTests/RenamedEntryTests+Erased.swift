import Foundation
import Model
import Pipeline
import TestSupport
import Testing

extension RenamedEntryTests {
    /// Has the feed show the first of these and the other, erases the first, and has it show the others.
    private func poll(_ item: Item, andOnceErased items: [Item]) async throws -> [Int?] {
        #expect(try await poll(0, [item, .other]) == [2, 0])
        _ = try Forgetting(.text("droższy"), in: folder.workspace, now: .crawlDay(1)).execute()
        #expect(try folder.texts() == [Item.other.text])
        return try await poll(2, items + [.other])
    }

    static let ofAddress = Item(
        id: "http://gazeta.example/7", path: "7", time: nil, scheme: "http")
    static let ofLastSecond = Item(time: "23:59:59")

    @Test(arguments: [
        // An id of the moment of the last edit, an address of the title, and a site that has moved to another
        // platform, or to https.
        (Item(), Item().changed { $0.id = "7 1795341600" }),
        (
            Item(),
            Item().changed {
                $0.id = "7-zefirnet-znow-podnosi-ceny"
                $0.path = $0.id
                $0.title = "Zefirnet znów podnosi ceny"
            }
        ),
        (
            Item(),
            Item().changed {
                $0.id = "nowy-1"
                $0.path = "1"
                $0.host = "nowy.example"
            }
        ),
        (
            ofAddress,
            ofAddress.changed {
                $0.id = "https://gazeta.example/7"
                $0.scheme = "https"
                $0.title = "Zefirnet znów podnosi ceny"
            }
        ),
    ])
    func `what was erased stays away under the id that an edit or a move gives it`(
        item: Item, renamed: Item
    ) async throws {
        let edited = renamed.changed { $0.text += " Klienci protestują." }
        #expect(try await poll(item, andOnceErased: [edited]) == [0, 0])
        #expect(try await poll(4, [edited, .other]) == [0, 0])
        #expect(try folder.texts() == [Item.other.text])
    }

    /// Most of what the list has was erased; the rest of it is no news for that.
    @Test func `a site that has moved tells nothing again of which little is left`() async throws {
        let items = (1...8).map { number in
            Item(
                id: "\(number)", path: "\(number)", title: "Stoi \(number)",
                text: number > 4
                    ? "Zefirnet stoi w dzielnicy \(number)." : "Pociąg stoi na peronie \(number).",
                time: "10:\(number + 10):30")
        }
        #expect(try await poll(0, items) == [8, 0])
        _ = try Forgetting(.text("peronie"), in: folder.workspace, now: .crawlDay(1)).execute()
        let moved = items.map { item in
            item.changed {
                $0.id = "nowy-\(item.id)"
                $0.host = "nowy.example"
                $0.text += " Wciąż."
            }
        }
        #expect(try await poll(2, moved) == [4, 0])
        #expect(try folder.texts().allSatisfy { $0.contains("Zefirnet") })
        let digest = try Archive(workspace: folder.workspace)
            .digest(DigestRequest(), now: .crawlDay(2))
        #expect(digest.totals.counts.mentions == 0)
    }

    static let later = moved.changed {
        $0.title = "Zefirnet gra"
        $0.text = "W parku o siódmej."
    }
    static let mate = Item(
        id: "9-mroz", path: "9-mroz", title: "Mróz w Opolu", text: "Minus dziesięć.")

    @Test(arguments: [
        (Item(), [later.changed { $0.time = "10:05:08" }]),
        (Item(), [later.changed { $0.host = "kurier.example" }]),
        (Item(), [later, mate]),
        // Of the day alone.
        (ofLastSecond, [later.changed { $0.time = "23:59:59" }]),
        (Item(time: "10:15:00"), [later.changed { $0.time = "10:15:00" }]),
        (Item(time: nil), [later.changed { $0.time = nil }]),
    ])
    func `what may be another entry than the erased one is new`(item: Item, items: [Item])
        async throws
    {
        #expect(try await poll(item, andOnceErased: items) == [items.count, 0])
    }
}
