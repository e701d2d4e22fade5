import Foundation
import Model
import Storing
import TestSupport
import Testing

@Suite(.eachEngine)
struct PraiseTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    private func post(
        _ text: String, by author: String?, at hour: Double, of brand: Brand.ID = "zefirnet",
        as category: Model.Category.ID = "praise"
    ) -> TaggedEntry {
        TaggedEntry(
            entry: Entry(id: Entry.ID(text), text: text), contentHash: text, author: author,
            date: .hour(hour), heardAt: .hour(hour), reportedAt: .hour(hour),
            signature: StorySignature(minima: [], linkKey: nil),
            tags: .naming(brand, categories: [category]), rulesHash: "r1")
    }

    /// By whom praise of Zefirnet is, in alphabetical order: each engine hands it over in its own.
    private func praise(by authors: Set<String>, _ span: ClosedRange<Double>) throws -> [String] {
        var found: [String] = []
        try store.forEachEntry(
            by: authors, about: "zefirnet", in: "praise",
            saidIn: Date.hour(span.lowerBound)..<Date.hour(span.upperBound)
        ) { found.append($0.author ?? "nobody") }
        return found.sorted()
    }

    @Test func `who praised a brand is found by pseudonym`() async throws {
        try await store.commit([
            .bringing(
                post("1", by: "ola", at: 1), post("2", by: "ola", at: 2),
                post("3", by: "jan", at: 3),
                post("4", by: "ewa", at: 4, of: "baltfon"),
                post("5", by: "iza", at: 5, as: "complaint"), post("6", by: nil, at: 6),
                post("7", by: "ola", at: 20), at: .hour(21))
        ])
        _ = try store.settleEntries()
        let all: Set = ["ola", "jan", "ewa", "iza"]
        #expect(try praise(by: all, 0...9) == ["jan", "ola", "ola"])
        #expect(try praise(by: ["jan"], 0...9) == ["jan"])
        // The upper bound is the period's own.
        #expect(try praise(by: all, 2...3) == ["ola"])
        #expect(try praise(by: all, 0...21) == ["jan", "ola", "ola", "ola"])
        #expect(try praise(by: [], 0...21) == [])
    }

    @Test func `what nobody knows when it was said counts for nothing`() async throws {
        var undated = post("1", by: "ola", at: 1)
        undated.reportedAt = HeardEntry.reportedNever
        try await store.commit([.bringing(undated, at: .hour(4))])
        _ = try store.settleEntries()
        #expect(try praise(by: ["ola"], 0...9) == [])
    }
}
