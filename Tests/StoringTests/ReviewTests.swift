import Foundation
import Model
import Storing
import TestSupport
import Testing

struct ReviewTests {
    private let folder: ArchiveFolder
    private let store: Store

    init() throws {
        folder = try ArchiveFolder()
        store = try Store(path: folder.path)
    }

    private func hear(_ count: Int) async throws {
        try await store.commit(
            (1...count).map { .bringing(.saying("Zefirnet \($0)", id: Entry.ID("\($0)"))) })
        _ = try store.settleEntries()
    }

    private func tone(_ entry: Int64, was: String = "neutral", is right: String) -> Correction {
        Correction(entry: entry, brand: "zefirnet", field: .tone, was: was, is: right)
    }

    private func labels() throws -> [Sentiment.Label] {
        try store.entries(numbered: [1]).flatMap(\.tags.mentions).map(\.sentiment.label)
    }

    @Test func `a correction counts from then on, and tagging again does not undo it`() async throws
    {
        try await hear(1)
        let was = try #require(try labels().first)
        #expect(
            try store.apply([tone(1, was: was.rawValue, is: "positive")], now: .hour(1))
                == [.applied])
        #expect(try labels() == [.positive])
        try store.retag([(1, .naming("zefirnet"))], rulesHash: "r2")
        #expect(try labels() == [.positive])
    }

    @Test func `applied twice it is known, and a stranger or a stale one is refused`() async throws
    {
        try await hear(1)
        let was = try #require(try labels().first).rawValue
        let correction = tone(1, was: was, is: "positive")
        #expect(
            try store.apply(
                [
                    correction, correction, tone(7, is: "positive"),
                    tone(1, was: "mixed", is: "neutral"),
                ],
                now: .hour(1)) == [.applied, .known, .unknownEntry, .stale])
        #expect(try store.corrections() == [correction])
        #expect(try store.corrections(after: .hour(0), through: .hour(1)) == [correction])
        #expect(try store.corrections(after: .hour(1), through: .hour(2)) == [])
    }

    @Test func `a mention of the wrong brand is none, and a category is given or taken`()
        async throws
    {
        try await hear(1)
        let category = Correction(
            entry: 1, brand: "zefirnet", field: .category, was: nil, is: "praise")
        #expect(try store.apply([category], now: .hour(1)) == [.applied])
        #expect(
            try store.entries(numbered: [1]).flatMap(\.tags.categories).map(\.id).contains("praise")
        )
        let brand = Correction(
            entry: 1, brand: "zefirnet", field: .brand, was: "zefirnet", is: nil)
        #expect(try store.apply([brand], now: .hour(1)) == [.applied])
        #expect(try store.entries(numbered: [1]).flatMap(\.tags.mentions) == [])
    }

    @Test func `many entries are found by their numbers at once`() async throws {
        try await hear(450)
        let numbers = try store.entries(numbered: Array(1...450)).map(\.sequence)
        #expect(numbers.sorted() == Array(1...450))
        #expect(try store.entries(numbered: [9_999]) == [])
    }
}
