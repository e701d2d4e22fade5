import Foundation
import Grouping
import Model
import TestSupport
import Testing

@testable import Storing

@Suite(.eachEngine)
struct AuthorPolicyTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    @Test func `every feed is brought to its policy, however many there are`() async throws {
        let feeds = (0..<450).map { Feed.ID("feed-\($0)") }
        let polls = feeds.map { FeedCommit.bringing(.saying("a"), feed: $0) }
        try await store.commit(polls)
        try store.apply(Dictionary(uniqueKeysWithValues: feeds.map { ($0, AuthorPolicy.none) }))
        #expect(try feedsKeepingNobody() == feeds.count)
    }

    private func feedsKeepingNobody() throws -> Int? {
        try store.reading { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM feed WHERE author_policy = 'none'")
        }
    }

    /// By somebody whose name was kept.
    private func post(by name: String, at hour: Double = 0) -> TaggedEntry {
        TaggedEntry(
            entry: Entry(id: Entry.ID(name), text: "Zefirnet"), contentHash: name,
            author: "key of \(name)", authorName: name, date: .hour(hour), heardAt: .hour(hour),
            reportedAt: .hour(hour), signature: StorySignature(minima: [], linkKey: nil),
            tags: .naming("zefirnet"), rulesHash: "r1")
    }

    /// Pseudonym, name and rules of each entry, `-` where there is none.
    private func entries() throws -> [String] {
        try store.reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT coalesce(author, '-') AS author, coalesce(author_name, '-') AS name,
                        rules_hash FROM entry ORDER BY guid
                    """
            ).map {
                "\($0["author"] as String), \($0["name"] as String), \($0["rules_hash"] as String)"
            }
        }
    }

    @Test(
        arguments: [
            (.name, "key of ann, ann, r1"), (.pseudonym, "key of ann, -, "), (.none, "-, -, "),
        ] as [(AuthorPolicy, String)])
    func `what may not be kept any more is forgotten, and such entries are tagged anew`(
        policy: AuthorPolicy, expected: String
    ) async throws {
        try await store.commit([.bringing(post(by: "ann"))])
        try store.apply(["news": policy, "unheard": .none])
        #expect(try entries() == [expected])
    }

    @Test func `a policy that stays as it was has no entry tagged anew`() async throws {
        try await store.commit([.bringing(post(by: "ann"))])
        try store.apply(["news": .pseudonym])
        try await store.writing { database in
            try database.execute(sql: "UPDATE entry SET author_name = 'ann', rules_hash = 'r2'")
        }
        try store.apply(["news": .pseudonym])
        #expect(try entries() == ["key of ann, ann, r2"])
    }

    @Test func `who wrote what was heard before a moment is forgotten, in batches`() async throws {
        try await store.commit([
            .bringing(
                post(by: "ann", at: 0), post(by: "bea", at: 1), post(by: "cid", at: 2),
                post(by: "dan", at: 3))
        ])
        #expect(try store.clearAuthors(heardBefore: .hour(2), atMost: 1) == 1)
        #expect(try store.clearAuthors(heardBefore: .hour(2), atMost: 5) == 1)
        #expect(try store.clearAuthors(heardBefore: .hour(2), atMost: 5) == 0)
        #expect(
            try entries() == ["-, -, r1", "-, -, r1", "key of cid, cid, r1", "key of dan, dan, r1"])
    }
}
