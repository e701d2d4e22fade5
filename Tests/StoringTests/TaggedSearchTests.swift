import Foundation
import Model
import Storing
import TestSupport
import Testing

/// Searches for what stands in the packed tags alone.
@Suite(.eachEngine)
struct TaggedSearchTests {
    private let archive: TestArchive
    private let store: Store

    init() async throws {
        archive = try TestArchive()
        store = try archive.open()
        try await store.commit([
            .bringing(
                Self.entry("1", "Zefirnet padł", .polish, .critical, "support"),
                Self.entry("2", "Zefirnet is down", .english, .high, "support"),
                Self.entry("3", "Zefirnet is nice", .english, .normal, "marketing"),
                Self.entry("4", "Zefirnet jest drogi", .polish, .low, "sales"))
        ])
        _ = try store.settleEntries()
    }

    /// Said as many hours after the first.
    private static func entry(
        _ id: Entry.ID, _ text: String, _ language: LanguageCode, _ severity: Severity,
        _ team: Team.ID
    ) -> TaggedEntry {
        let plain = Tags.naming("zefirnet")
        let tags = Tags(
            language: DetectedLanguage(code: language, confidence: 0.9),
            sentiment: plain.sentiment, categories: [], mentions: plain.mentions,
            severity: severity, severityReason: "", team: team, teamReason: "")
        return .saying(text, id: id, at: .hour(Double(id.value) ?? 0), tags: tags)
    }

    private func ids(_ search: EntrySearch) throws -> [String] {
        try store.search(search).map(\.entry.id.value)
    }

    @Test func `team, severity and language narrow a search`() throws {
        let cases: [(EntrySearch, [String])] = [
            (EntrySearch(team: "support"), ["2", "1"]), (EntrySearch(team: "nobody"), []),
            (EntrySearch(severityAtLeast: .critical), ["1"]),
            (EntrySearch(severityAtLeast: .high), ["2", "1"]),
            (EntrySearch(severityAtLeast: .low), ["4", "3", "2", "1"]),
            (EntrySearch(language: .english), ["3", "2"]),
            (EntrySearch(language: .latvian), []),
            (EntrySearch(team: "support", severityAtLeast: .high, language: .polish), ["1"]),
            (EntrySearch(brand: "zefirnet", team: "sales"), ["4"]),
            (EntrySearch(brand: "kawka", team: "sales"), []),
        ]
        for (search, expected) in cases { #expect(try ids(search) == expected, "\(search)") }
    }

    @Test func `the latest entries that fit are found, however many others are later`() throws {
        #expect(try ids(EntrySearch(team: "support", limit: 1)) == ["2"])
        #expect(try ids(EntrySearch(severityAtLeast: .critical, limit: 1)) == ["1"])
        #expect(try ids(EntrySearch(language: .english, to: .hour(3), limit: 5)) == ["2"])
    }

    @Test func `words are found in entries of a language or a team, and marked`() throws {
        let words = SearchQuery.term(.prefix("zefir"))
        let hits = try store.search(EntrySearch(text: words, language: .polish))
        #expect(hits.map(\.snippet) == ["⟦Zefirnet⟧ jest drogi", "⟦Zefirnet⟧ padł"])
        #expect(try ids(EntrySearch(text: words, team: "support", limit: 1)) == ["2"])
        let none = SearchQuery.term(.phrase("drogi"))
        #expect(try ids(EntrySearch(text: none, team: "support")) == [])
    }
}
