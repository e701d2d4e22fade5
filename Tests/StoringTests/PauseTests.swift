import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// When nothing was heard.
@Suite(.eachEngine) struct PauseTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    /// By mentions and other entries, with and without an author in turns.
    private func hear(at hours: [Double]) async throws {
        let entries = hours.enumerated().map { number, hour in
            TaggedEntry(
                entry: Entry(id: Entry.ID("\(number)"), text: "a"), contentHash: "a",
                author: number.isMultiple(of: 3) ? "a" : nil, date: .hour(-99),
                heardAt: .hour(hour), reportedAt: .hour(hour),
                signature: StorySignature(minima: [], linkKey: nil),
                tags: number.isMultiple(of: 2) ? .naming("zefirnet") : .naming(), rulesHash: "r1")
        }
        try await store.commit([
            FeedCommit(
                feed: "news", at: .hour(0), state: FeedState(), entries: entries,
                outcome: "updated")
        ])
    }

    private func pauses(from: Double, to: Double, isLaterKnown: Bool = false) throws
        -> [ClosedRange<Double>]
    {
        try store.pauses(
            endingFrom: .hour(from), to: .hour(to), isLaterKnown: isLaterKnown
        ).map {
            $0.lowerBound.timeIntervalSince(.hour(0)) / 3_600...$0.upperBound.timeIntervalSince(
                .hour(0)) / 3_600
        }
    }

    @Test func `pauses lie between what was heard last and what was heard next`() async throws {
        try await hear(at: [0, 24, 25, 48, 120, 144, 168, 192])
        #expect(
            try pauses(from: -9, to: 200) == [
                0...24, 25...48, 48...120, 120...144, 144...168, 168...192,
            ])
        #expect(try pauses(from: 26, to: 144) == [25...48, 48...120])
    }

    @Test func `of pauses within six hours the first is told`() async throws {
        try await hear(at: (0..<20).map(Double.init))
        #expect(try pauses(from: 1, to: 30) == [0...1, 6...7, 12...13, 18...19])
    }

    @Test func `a pause that goes on beyond the time is told where that is asked for`() async throws
    {
        try await hear(at: [0, 24, 48, 53, 120, 144])
        #expect(try pauses(from: -9, to: 100) == [0...24, 24...48])
        #expect(try pauses(from: -9, to: 100, isLaterKnown: true) == [0...24, 24...48, 53...120])
        #expect(try pauses(from: -9, to: 53, isLaterKnown: true) == [0...24, 24...48])
        #expect(try pauses(from: -9, to: 999, isLaterKnown: true).last == 120...144)
    }

    @Test func `the first entry without a brand is known`() async throws {
        #expect(try store.firstHeardNamingNone() == nil)
        try await hear(at: [0, 24, 48, 53])
        #expect(try store.firstHeardNamingNone() == .hour(24))
    }

    @Test func `an empty archive has no pauses`() throws {
        #expect(try pauses(from: 0, to: 99) == [])
        #expect(try pauses(from: 0, to: 99, isLaterKnown: true) == [])
    }

    @Test func `the first answer is known, be it empty`() async throws {
        #expect(try store.firstAnswer() == nil)
        for (hour, outcome) in [(2.0, "timeout"), (5, "updated"), (7, "not_modified")] {
            try await store.commit([
                FeedCommit(feed: "news", at: .hour(hour), state: nil, outcome: outcome)
            ])
        }
        #expect(try store.firstAnswer() == .hour(5))
    }

    @Test(arguments: [("updated", true), ("not_modified", true), ("timeout", false)])
    func `a feed that answers within a time is known`(outcome: String, answers: Bool) async throws {
        try await store.commit([
            FeedCommit(
                feed: "news", at: .hour(5), state: FeedState(), entries: [TaggedEntry](),
                outcome: outcome)
        ])
        #expect(try store.lastAnswer(in: .hour(4)..<Date.hour(6)) == (answers ? .hour(5) : nil))
        #expect(try store.lastAnswer(in: .hour(5)..<Date.hour(6)) == nil)
        #expect(try store.lastAnswer(in: .hour(0)..<Date.hour(5)) == nil)
    }

    private func answer(at moments: [Date], feed: Feed.ID = "news") async throws {
        for moment in moments {
            try await store.commit([
                FeedCommit(feed: feed, at: moment, state: nil, outcome: "not_modified")
            ])
        }
    }

    private func answers() throws -> [Date] {
        try store.reading { database in
            try Int64.fetchAll(database, sql: "SELECT at FROM answer ORDER BY at")
                .map(Date.init(unixSeconds:))
        }
    }

    @Test func `answers are known when the log has long let go of the polls`() async throws {
        try await answer(at: [.hour(6), .hour(18)])
        try await answer(at: (30..<70).map { .hour(Double($0)) })
        #expect(try store.lastAnswer(in: .hour(0)..<Date.hour(30)) == .hour(18))
        #expect(try store.lastAnswer(in: .hour(0)..<Date.hour(18)) == .hour(6))
    }

    @Test func `of answers within a quarter of an hour the first is known, whoever gave them`()
        async throws
    {
        let minutes = [0.0, 5, 14, 15, 20, 31]
        for (number, minute) in minutes.enumerated() {
            try await answer(at: [.hour(minute / 60)], feed: Feed.ID("\(number)"))
        }
        #expect(try answers() == [0, 15, 31].map { .hour($0 / 60) })
        // By a clock that went back.
        try await answer(at: [.hour(-1), .hour(-1)])
        #expect(try answers().first == .hour(-1))
    }

    @Test func `answers of one transaction are known in any order`() async throws {
        try await store.commit(
            [3.0, 1, 2, 3].enumerated().map { number, hour in
                FeedCommit(
                    feed: Feed.ID("\(number)"), at: .hour(hour), state: nil, outcome: "updated")
            })
        #expect(try answers() == [.hour(1), .hour(2), .hour(3)])
    }

    @Test func `answers of more than ten years ago are forgotten`() async throws {
        try await answer(at: [.hour(0), .hour(1)])
        try store.forgetOldAnswers(now: .hour(3_660 * 24 + 1))
        #expect(try answers() == [.hour(1)])
    }
}
