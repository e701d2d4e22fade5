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

    @Test func `they lie between what was heard last and what was heard next`() async throws {
        try await hear(at: [0, 24, 25, 48, 120, 144, 168, 192])
        #expect(
            try pauses(from: -9, to: 200) == [
                0...24, 25...48, 48...120, 120...144, 144...168, 168...192,
            ])
        #expect(try pauses(from: 26, to: 144) == [25...48, 48...120])
    }

    @Test func `of those within six hours the first is told`() async throws {
        try await hear(at: (0..<20).map(Double.init))
        #expect(try pauses(from: 1, to: 30) == [0...1, 6...7, 12...13, 18...19])
    }

    @Test func `one that goes on beyond the time is told where that is known`() async throws {
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

    @Test func `an empty archive has none`() throws {
        #expect(try pauses(from: 0, to: 99) == [])
        #expect(try pauses(from: 0, to: 99, isLaterKnown: true) == [])
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
}
