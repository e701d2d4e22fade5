import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// What a wrong clock left far ahead is found, and taken back so that the next reports have it.
@Suite(.eachEngine)
struct AheadOfClockTests {
    private static let year = 8_760.0
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    /// An entry heard at an hour; said then, too, where nobody says when.
    private func hear(_ id: Entry.ID, at hour: Double, said: Double? = nil) async throws {
        let entry = TaggedEntry(
            entry: Entry(id: id, text: .release + id.value), contentHash: id.value, author: nil,
            date: .hour(said ?? hour), heardAt: .hour(hour), reportedAt: .hour(hour),
            signature: TaggedEntry.saying(.release + id.value).signature,
            tags: .naming("zefirnet"), rulesHash: "r1")
        var state = FeedState()
        state.firstFetchedAt = .hour(hour)
        try await store.commit([.bringing(entry, feed: Feed.ID(id.value), state: state)])
        _ = try store.settleEntries()
    }

    private func tables(ahead hour: Double) throws -> [String] {
        try store.findingsAhead(of: .hour(hour)).map(\.subject)
    }

    private func values(_ sql: String) throws -> [Int64] {
        try store.reading { try Int64.fetchAll($0, sql: sql) }
    }

    private func reported(after start: Date, through end: Date) throws -> Int {
        var count = 0
        try store.forEachEntry(reportedAfter: start, through: end) { _ in count += 1 }
        return count
    }

    @Test func `digests, notices and entries are taken back, and the next period has them`()
        async throws
    {
        try await hear("a", at: 1)
        try store.recordDigest(name: "one", start: .hour(-24), end: .hour(2))
        let rule = NoticeRule.ID("morning")
        try store.planNotices(
            of: rule, NoticeWindow(after: .hour(0), through: .hour(2)), keys: [:], now: .hour(2))
        #expect(try tables(ahead: 2) == [])

        try await hear("b", at: Self.year)
        try await hear("c", at: Self.year, said: 3)
        try store.recordDigest(name: "ahead", start: .hour(2), end: .hour(Self.year))
        let channel = NoticeChannel.ID("desk")
        try store.planNotices(
            of: rule, NoticeWindow(after: .hour(2), through: .hour(Self.year)), keys: [:],
            now: .hour(Self.year))
        try store.planNotices(
            of: rule, NoticeWindow(after: .hour(Self.year), through: .hour(Self.year + 1)),
            keys: [channel: "key"], now: .hour(Self.year + 1))
        try store.recordDigest(name: "two", start: .hour(2), end: .hour(4))
        #expect(try tables(ahead: 5) == ["digest_window", "notice_watermark", "entry"])
        // Half a day is not far.
        #expect(try tables(ahead: Self.year - 11) == [])
        #expect(try store.postsSaid(farAheadOf: .hour(5)) == nil)

        try store.takeBack(to: .hour(5))
        #expect(try tables(ahead: 5) == [])
        #expect(try store.findings(isFull: true) == [])
        let next = try store.digestWindow(name: "next", now: .hour(6), fallback: .hour(0))
        #expect(next == (.hour(4), .hour(6)))
        #expect(try reported(after: next.start, through: next.end) == 2)
        #expect(try reported(after: next.end, through: .hour(2 * Self.year)) == 0)
        let considered = try #require(try store.noticeWatermark(of: rule))
        #expect(considered == .hour(5))
        #expect(try reported(after: considered, through: .hour(6)) == 2)
        #expect(try store.waitingNotice(of: rule, to: channel)?.after == .hour(5))
        let now = Date.hour(5).unixSeconds
        #expect(
            try values("SELECT date FROM entry ORDER BY sequence")
                == [Date.hour(1), .hour(5), .hour(3)].map(\.unixSeconds))
        #expect(try values("SELECT max(heard_at) FROM entry") == [now])
        #expect(try values("SELECT max(date) FROM story") == [now])
        #expect(try values("SELECT max(first_fetched_at) FROM feed") == [now])
    }

    @Test func `one mention that counts ahead is told as one`() async throws {
        for (id, told): (Entry.ID, String) in [
            ("a", "1 mention counts as heard up to "), ("b", "2 mentions count as heard up to "),
        ] {
            try await hear(id, at: Self.year)
            let finding = try #require(try store.findingsAhead(of: .hour(5)).last)
            #expect(finding.message.hasPrefix(told))
        }
    }

    @Test func `that feeds answered at a moment which has not come is taken back`() async throws {
        for hour in [1, Self.year] { try await store.commit([.bringing(at: .hour(hour))]) }
        try store.takeBack(to: .hour(5))
        let time = Date.hour(0)..<Date.hour(2 * Self.year)
        #expect(try store.lastAnswer(in: time) == .hour(1))
    }

    @Test func `where publishers agree with what was told, it is the clock that is behind`()
        async throws
    {
        for hour in [1, 50, 100] as [Double] {
            try await hear(Entry.ID("\(hour)"), at: hour, said: hour - 1)
            try store.recordDigest(name: "\(hour)", start: .hour(hour - 1), end: .hour(hour))
        }
        #expect(try store.postsSaid(farAheadOf: .hour(2)) == 2)
        #expect(try store.postsSaid(farAheadOf: .hour(100)) == nil)
    }

    @Test func `what a worker heard before goes behind no period that was taken back`() throws {
        var entry = TaggedEntry.saying("Zefirnet", at: .hour(1))
        entry = TaggedEntry(
            entry: entry.entry, contentHash: "1", author: nil, date: .hour(1), heardAt: .hour(1),
            reportedAt: .hour(Self.year), signature: entry.signature, tags: entry.tags,
            rulesHash: "r1")
        let poll = FeedCommit.bringing(entry, at: .hour(1))
        func moment(_ end: Date?) -> Date? {
            poll.reported(after: ToldPeriods(lastDigestEnd: end)).entries.first?.reportedAt
        }
        #expect(moment(nil) == .hour(1))
        #expect(moment(.hour(2)) == Date.hour(2).addingTimeInterval(1))
    }
}
