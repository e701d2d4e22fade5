import Foundation
import Model
import Storing
import TestSupport
import Testing

@Suite(.eachEngine)
struct EchoTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    @Test func `entries that hold two of the terms and name the brand are found, latest first`()
        async throws
    {
        let posts: [(String, Double, Tags)] = [
            ("Zefirnet: awaria sieci i infolinia", 1, .naming("zefirnet")),
            ("Zefirnet: AWARIA SIECI, Infolinia milczy", 2, .naming("zefirnet")),
            ("Zefirnet: awaria sieci", 3, .naming("zefirnet")),
            ("Baltfon: awaria sieci i infolinia", 4, .naming("baltfon")),
            ("Zefirnet: światłowód i infolinia", 5, .naming("zefirnet")),
            ("Zefirnet: infolinia i swiatlowod", 9, .naming("zefirnet")),
        ]
        for (index, post) in posts.enumerated() {
            try await store.commit([
                .bringing(
                    .saying(
                        post.0, id: Entry.ID("\(index)"), at: .hour(post.1), tags: post.2),
                    at: .hour(post.1))
            ])
        }
        _ = try store.settleEntries()
        func found(_ terms: [String], limit: Int = 10) throws -> [Double] {
            try store.entries(
                holdingTwoOf: terms, naming: "zefirnet", before: .hour(9), limit: limit
            ).map { $0.date.timeIntervalSince(.hour(0)) / 3_600 }
        }
        let terms = ["awaria sieci", "infolinia", "światłowód"]
        #expect(try found(terms) == [5, 2, 1])
        #expect(try found(terms, limit: 2) == [5, 2])
        #expect(try found(["infolinia"]) == [])
        #expect(try found([]) == [])
        #expect(try found(["\"", "infolinia"]) == [])
    }

    @Test func `spam, and what nobody knows when it was said, are no earlier talk`() async throws {
        let text = "Zefirnet: awaria sieci i infolinia"
        var undated = TaggedEntry.saying(text, id: "undated", at: .hour(1))
        undated.reportedAt = HeardEntry.reportedNever
        let spam = TaggedEntry.saying(
            text, id: "spam", at: .hour(2),
            tags: .naming("zefirnet", categories: ["complaint", .spam]))
        let complaint = TaggedEntry.saying(
            text, id: "complaint", at: .hour(3),
            tags: .naming("zefirnet", categories: ["complaint"]))
        try await store.commit([.bringing(undated, spam, complaint, at: .hour(4))])
        _ = try store.settleEntries()
        let found = try store.entries(
            holdingTwoOf: ["awaria sieci", "infolinia"], naming: "zefirnet", before: .hour(9),
            limit: 10)
        #expect(found.map(\.date) == [.hour(3)])
    }
}
