import Foundation
import Model
import Storing
import TestSupport
import Testing

@Suite(.eachEngine)
struct SearchTests {
    private let archive: TestArchive
    private let store: Store

    init() async throws {
        archive = try TestArchive()
        store = try archive.open()
        try await store.commit([
            .bringing(
                .saying(
                    "Awaria Zefirnetu w Gdańsku", id: "1", at: .hour(1),
                    tags: .naming(
                        "zefirnet", label: .negative, score: -0.6, categories: ["incident"])),
                .saying("Kawka parzy świetną kawę", id: "2", at: .hour(2), tags: .naming("kawka"))
            ),
            .bringing(
                .saying("Zefirnet: brak zasięgu, awaria trwa", id: "3", at: .hour(3)),
                feed: "forum"),
            .bringing(
                .saying("Światłowód wreszcie jest", id: "5", at: .hour(-1), tags: .naming()),
                feed: "blog"),
        ])
        _ = try store.settleEntries()
    }

    @Test func `what was heard later than a moment is not found as of it`() throws {
        var search = EntrySearch()
        search.heardBy = .hour(2)
        #expect(try ids(search) == ["2", "1", "5"])
        search.text = .term(.phrase("awaria"))
        #expect(try ids(search) == ["1"])
        search.heardBy = .hour(3)
        #expect(try ids(search) == ["3", "1"])
    }

    private func ids(_ search: EntrySearch) throws -> [String] {
        try store.search(search).map(\.entry.id.value)
    }

    @Test func `words are found whatever their case and diacritics`() throws {
        let cases: [(SearchQuery.Term, [String])] = [
            (.phrase("awaria"), ["3", "1"]), (.phrase("AWARIA ZEFIRNETU"), ["1"]),
            (.prefix("zefirnet"), ["3", "1"]), (.phrase("brak zasięgu"), ["3"]),
            (.phrase("zasięgu brak"), []), (.phrase("swietna"), ["2"]), (.phrase("świetną"), ["2"]),
            (.phrase("NEAR( \" ' -- ; *"), []), (.phrase("zefirnet:"), ["3"]),
            (.phrase("PARZY swietna kawe"), ["2"]), (.phrase("swiatlowod"), ["5"]),
            (.phrase("światłowód"), ["5"]),
        ]
        for (term, expected) in cases {
            #expect(try ids(EntrySearch(text: .term(term))) == expected, "\(term)")
        }
    }

    private func word(_ word: String) -> SearchQuery { .term(.phrase(word)) }

    @Test func `conditions join as the query says`() throws {
        let cases: [(SearchQuery, [String])] = [
            (.all([word("awaria"), word("gdansku")]), ["1"]),
            (.any([word("kawa"), word("kawka"), word("gdańsku")]), ["2", "1"]),
            (.without(word("awaria"), excluded: .any([word("gdańsku"), word("kawka")])), ["3"]),
            (
                .all([
                    .any([word("awaria"), word("kawka")]),
                    .without(.term(.prefix("zefirnet")), excluded: word("brak")),
                ]), ["1"]
            ),
            (.near(.phrase("brak"), .prefix("awar"), distance: 1), ["3"]),
            (.near(.phrase("zefirnet"), .phrase("trwa"), distance: 2), []),
            (.title(word("awaria")), []),
        ]
        for (query, expected) in cases {
            #expect(try ids(EntrySearch(text: query)) == expected, "\(query)")
        }
    }

    @Test func `every condition narrows the search`() throws {
        #expect(try ids(EntrySearch()) == ["3", "2", "1", "5"])
        #expect(try ids(EntrySearch(brand: "zefirnet")) == ["3", "1"])
        #expect(try ids(EntrySearch(brand: "zefirnet", label: .negative)) == ["1"])
        #expect(try ids(EntrySearch(category: "incident")) == ["1"])
        #expect(try ids(EntrySearch(feed: "forum")) == ["3"])
        #expect(try ids(EntrySearch(feeds: ["forum", "blog"])) == ["3", "5"])
        #expect(try ids(EntrySearch(brands: ["zefirnet", "baltfon"])) == ["3", "1"])
        #expect(try ids(EntrySearch(brands: ["kawka"], label: .negative)) == [])
        #expect(try ids(EntrySearch(brands: [])) == [])
        #expect(try ids(EntrySearch(from: .hour(2), to: .hour(3))) == ["2"])
        #expect(try ids(EntrySearch(limit: 1)) == ["3"])
        #expect(try ids(EntrySearch(text: .term(.phrase("awaria")), feed: "news")) == ["1"])
    }

    @Test func `entries are found, and shown, by the tags that people gave them`() async throws {
        func number(_ id: String) throws -> Int64 {
            try #require(try store.search(EntrySearch()).first { $0.entry.id.value == id })
                .entry.sequence
        }
        func correction(
            _ id: String, _ brand: Brand.ID, _ field: Correction.Field, _ was: String?,
            _ right: String?
        ) throws -> Correction {
            Correction(entry: try number(id), brand: brand, field: field, was: was, is: right)
        }
        let outcomes = try store.apply(
            [
                try correction("1", "zefirnet", .tone, "negative", "positive"),
                try correction("1", "zefirnet", .category, "incident", "praise"),
                try correction("2", "kawka", .brand, "kawka", nil),
            ], now: .hour(9))
        #expect(outcomes == [.applied, .applied, .applied])
        #expect(try ids(EntrySearch(brand: "zefirnet", label: .negative)) == [])
        #expect(try ids(EntrySearch(brand: "zefirnet", label: .positive)) == ["1"])
        #expect(try ids(EntrySearch(brand: "zefirnet")) == ["3", "1"])
        #expect(try ids(EntrySearch(brand: "kawka")) == [])
        #expect(try ids(EntrySearch(brands: ["kawka"])) == [])
        #expect(try ids(EntrySearch(brands: ["zefirnet"], label: .positive)) == ["1"])
        #expect(try ids(EntrySearch(category: "incident")) == [])
        #expect(try ids(EntrySearch(brand: "zefirnet", category: "praise")) == ["1"])
        #expect(
            try ids(EntrySearch(text: .term(.phrase("awaria")), label: .positive)) == ["1"])
        let shown = try store.search(EntrySearch(category: "praise"))
        #expect(shown.map(\.entry.tags.mentions.first?.sentiment.label) == [.positive])
        #expect(try store.corrections(ofEntry: number("2")).map(\.was) == ["kawka"])
    }

    @Test func `entries are found by what they are about, after other rules tagged them, too`()
        async throws
    {
        func tags(_ facets: FacetTags) -> Tags {
            let plain = Tags.naming("kawka")
            return Tags(
                language: plain.language, sentiment: plain.sentiment, categories: [],
                facets: facets, mentions: plain.mentions, severity: .normal, severityReason: "",
                team: "marketing", teamReason: "")
        }
        let app = CategoryTag(id: "app", confidence: 0.5, evidence: [])
        try await store.commit([
            .bringing(.saying("Kawka", id: "4", tags: tags(["touchpoint": [app]])), feed: "x")
        ])
        _ = try store.settleEntries()
        #expect(try ids(EntrySearch(facet: FacetValue("touchpoint", "app"))) == ["4"])
        #expect(try ids(EntrySearch(facet: FacetValue("aspect", "app"))) == [])
        #expect(try ids(EntrySearch(category: "app")) == [])

        let outdated = try store.outdatedEntries(rulesHash: "new", limit: 100)
        try store.retag(
            outdated.map { ($0.key, tags(["aspect": [app]])) }, rulesHash: "new")
        #expect(try ids(EntrySearch(facet: FacetValue("touchpoint", "app"))) == [])
        #expect(try ids(EntrySearch(facet: FacetValue("aspect", "app"))).contains("4"))
    }

    @Test func `a source is searched with all its feeds`() async throws {
        try await store.commit([
            .bringing(.saying("Komentarz"), feed: "forum/comments"),
            .bringing(.saying("Nie to forum"), feed: "forum-2"),
        ])
        _ = try store.settleEntries()
        #expect(try ids(EntrySearch(feed: "forum")) == ["3", "1"])
        #expect(try store.search(EntrySearch(feed: "forum/comments")).count == 1)
        var exported: [String] = []
        try store.forEachArchivedEntry(of: "forum") { exported.append($0.source.value) }
        #expect(exported == ["forum", "forum/comments"])
    }

    @Test func `a tone is asked of the brand that is asked for`() async throws {
        let mixed = Tags.naming("zefirnet", label: .negative, score: -0.5)
        let both = Tags(
            language: mixed.language, sentiment: mixed.sentiment, categories: [],
            mentions: mixed.mentions
                + [
                    TaggedMention(
                        mention: Mention(brand: "kawka", form: "Kawka", range: 20..<25),
                        sentiment: Sentiment(label: .positive, score: 0.5))
                ],
            severity: .normal, severityReason: "", team: "marketing", teamReason: "")
        try await store.commit([
            .bringing(.saying("Zefirnet padł, Kawka rozdaje kawę", id: "4", tags: both), feed: "x")
        ])
        _ = try store.settleEntries()
        #expect(try ids(EntrySearch(brand: "kawka", label: .positive)) == ["4"])
        #expect(try ids(EntrySearch(brand: "kawka", label: .negative)) == [])
    }

    @Test func `snippets are of the search that asks, whatever was searched for before`() throws {
        func snippets(_ word: String) throws -> [String] {
            try store.search(EntrySearch(text: self.word(word))).map(\.snippet)
        }
        let expected = ["Zefirnet: brak zasięgu, ⟦awaria⟧ trwa", "⟦Awaria⟧ Zefirnetu w Gdańsku"]
        #expect(try snippets("awaria") == expected)
        #expect(try snippets("parzy") == ["Kawka ⟦parzy⟧ świetną kawę"])
        #expect(try snippets("awaria") == expected)
    }

    /// Longer than any index of a server's counts: a word at more than 255 places, more than 16,383
    /// places, more words than a megabyte of them.
    private static let longTexts = [
        ("often", String(repeating: "w tym ", count: 300) + "w ostatnim zdaniu"),
        ("long", String(repeating: "ala ma kota i psa ", count: 4_000) + "w ostatnim zdaniu"),
        (
            "words",
            (100_000..<200_000).map { "x\($0)" }.joined(separator: " ") + " w ostatnim zdaniu"
        ),
    ]

    @Test(arguments: longTexts)
    func `a phrase is found behind any length of text, and nothing that is not there`(
        name: String, text: String
    ) async throws {
        try await store.commit([.bringing(.saying(text, id: Entry.ID(name), at: .hour(4)))])
        _ = try store.settleEntries()
        func phrase(_ words: String) -> SearchQuery { .term(.phrase(words)) }
        #expect(try ids(EntrySearch(text: phrase("w ostatnim zdaniu"))) == [name])
        #expect(try ids(EntrySearch(text: phrase("zdaniu"))) == [name])
        #expect(try ids(EntrySearch(text: phrase("w zdaniu"))).isEmpty)
        #expect(try ids(EntrySearch(text: phrase("zdaniu ostatnim"))).isEmpty)
        let near = SearchQuery.near(.phrase("w"), .phrase("zdaniu"), distance: 1)
        #expect(try ids(EntrySearch(text: near)) == [name])
        let without = SearchQuery.without(
            .any([phrase("zdaniu"), phrase("awaria")]), excluded: phrase("ostatnim zdaniu"))
        #expect(try ids(EntrySearch(text: without)) == ["3", "1"])
        // Beside what is found in short texts, and under every other condition.
        let either = SearchQuery.any([phrase("ostatnim zdaniu"), phrase("brak zasięgu")])
        #expect(try ids(EntrySearch(text: either)) == [name, "3"])
        #expect(try ids(EntrySearch(text: either, limit: 1)) == [name])
        #expect(try ids(EntrySearch(text: either, team: "marketing", limit: 1)) == [name])
        #expect(try ids(EntrySearch(text: either, language: .english)) == [])
        #expect(try ids(EntrySearch(text: either, to: .hour(4))) == ["3"])
        let snippet = try store.search(EntrySearch(text: phrase("ostatnim zdaniu"))).first?.snippet
        #expect(snippet?.hasSuffix("⟦ostatnim zdaniu⟧") == true)
    }

    @Test func `of an entry whose title has the words too, the snippet is of its text`()
        async throws
    {
        try await store.commit([
            .bringing(
                .saying("W Malwie znów remont lady", id: "4", title: "Remont", at: .hour(4)),
                .saying("W Malwie zmiany", id: "6", title: "Drugi remont", at: .hour(5)))
        ])
        _ = try store.settleEntries()
        #expect(
            try store.search(EntrySearch(text: word("remont"))).map(\.snippet)
                == ["Drugi ⟦remont⟧", "W Malwie znów ⟦remont⟧ lady"])
    }

    @Test func `the snippet marks what was found`() throws {
        let hit = try #require(try store.search(EntrySearch(text: .term(.phrase("zasięgu")))).first)
        #expect(hit.snippet == "Zefirnet: brak ⟦zasięgu⟧, awaria trwa")
    }
}
