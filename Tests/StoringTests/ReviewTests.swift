import Foundation
import Model
import Storing
import TestSupport
import Testing

@Suite(.eachEngine)
struct ReviewTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
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

    @Test func `a correction applied twice is known, one of no entry or of a stale tag is refused`()
        async throws
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

    @Test func `of no corrections there is nothing to be done`() async throws {
        try await hear(1)
        #expect(try store.apply([], now: .hour(1)) == [])
        #expect(try store.corrections() == [])
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

    private func missing(_ category: String) -> Correction {
        Correction(entry: 1, brand: "zefirnet", field: .category, was: nil, is: category)
    }

    private func categories() throws -> [String] {
        try store.entries(numbered: [1]).flatMap(\.tags.categories).map(\.id.value).sorted()
    }

    @Test func `two categories that are missing from one entry are both given`() async throws {
        try await hear(1)
        let both = [missing("complaint"), missing("question")]
        #expect(try store.apply(both, now: .hour(1)) == [.applied, .applied])
        #expect(try categories() == ["complaint", "question"])
        #expect(try store.apply(both.reversed(), now: .hour(2)) == [.known, .known])
        #expect(try categories() == ["complaint", "question"])
    }

    @Test func `a category that was given can be taken again, or be another`() async throws {
        try await hear(1)
        func correct(_ was: String?, _ right: String?) throws -> [Store.ReviewOutcome] {
            try store.apply(
                [
                    Correction(
                        entry: 1, brand: "zefirnet", field: .category, was: was, is: right)
                ], now: .hour(1))
        }
        #expect(try correct(nil, "complaint") == [.applied])
        #expect(try correct("complaint", "question") == [.applied])
        #expect(try categories() == ["question"])
        #expect(try correct("question", nil) == [.applied])
        #expect(try categories() == [])
        #expect(try store.corrections() == [])
    }

    @Test func `brand and tone of one mention are corrected, in either order`() async throws {
        for order in [[0, 1], [1, 0]] {
            let tests = try ReviewTests()
            try await tests.hear(1)
            let was = try #require(try tests.labels().first).rawValue
            let brand = Correction(
                entry: 1, brand: "zefirnet", field: .brand, was: "zefirnet", is: "baltfon")
            let both = [brand, tone(1, was: was, is: "negative")]
            #expect(
                try tests.store.apply(order.map { both[$0] }, now: .hour(1))
                    == [.applied, .applied])
            let mentions = try tests.store.entries(numbered: [1]).flatMap(\.tags.mentions)
            #expect(mentions.map(\.mention.brand) == ["baltfon"])
            #expect(mentions.map(\.sentiment.label) == [.negative])
        }
    }

    @Test func `two brands that were mistaken for each other are swapped`() async throws {
        try await store.commit([
            .bringing(.saying("Zefirnet Baltfon", tags: .naming("zefirnet", "baltfon")))
        ])
        _ = try store.settleEntries()
        func brand(_ was: Brand.ID, is right: Brand.ID) -> Correction {
            Correction(entry: 1, brand: was, field: .brand, was: was.value, is: right.value)
        }
        // Both lines are said of what one page showed.
        let swap = [brand("zefirnet", is: "baltfon"), brand("baltfon", is: "zefirnet")]
        #expect(try store.apply(swap, now: .hour(1)) == [.applied, .applied])
        #expect(
            try store.entries(numbered: [1]).flatMap(\.tags.mentions).map(\.mention.brand)
                == ["baltfon", "zefirnet"])
        #expect(try store.apply(swap, now: .hour(1)) == [.known, .known])
    }

    @Test func `what a reviewer said can be corrected by what the reports then show`() async throws
    {
        try await hear(1)
        let was = try #require(try labels().first).rawValue
        #expect(try store.apply([tone(1, was: was, is: "negative")], now: .hour(1)) == [.applied])
        #expect(
            try store.apply([tone(1, was: "negative", is: "positive")], now: .hour(2))
                == [.applied])
        #expect(try labels() == [.positive])
        #expect(try store.apply([tone(1, was: "positive", is: was)], now: .hour(3)) == [.applied])
        #expect(try labels().map(\.rawValue) == [was])
        #expect(try store.corrections().map(\.isConfirmation) == [true])
    }

    @Test func `after a brand was corrected, the tone is said of the brand that is shown`()
        async throws
    {
        try await hear(1)
        let was = try #require(try labels().first).rawValue
        let brand = Correction(
            entry: 1, brand: "zefirnet", field: .brand, was: "zefirnet", is: "baltfon")
        let shown = Correction(
            entry: 1, brand: "baltfon", field: .tone, was: was, is: "negative")
        #expect(try store.apply([brand], now: .hour(1)) == [.applied])
        #expect(try store.apply([shown], now: .hour(2)) == [.applied])
        #expect(try labels() == [.negative])
        #expect(try store.corrections().map(\.brand) == ["zefirnet", "zefirnet"])
    }

    @Test func `a line on a brand that the entry does not name is stale`() async throws {
        try await hear(1)
        let stranger = Correction(
            entry: 1, brand: "ziarenko", field: .category, was: nil, is: "praise")
        #expect(try store.apply([stranger], now: .hour(1)) == [.stale])
    }
}
