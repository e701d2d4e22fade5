import Model
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
}
