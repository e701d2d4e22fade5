import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// A story as it was published, whatever the order in which it was heard.
struct StoryOrderTests {
    private static func entry(
        _ sequence: Int64, _ title: String, hour: Int, feed: Feed.ID,
        _ reason: StoryMembership.Reason = .sameText, story: Int64 = 1
    ) -> HeardEntry {
        .sample(
            sequence, "Zefirnet", title: title,
            saying: [.init(of: "zefirnet", as: "Zefirnet")], feed: feed,
            at: .at("2026-11-22T\(hour):00:00Z"), heardAt: .at("2026-11-22T20:00:00Z"),
            story: StoryMembership(id: story, reason: reason, similarity: 1))
    }

    private static func story(of heard: [HeardEntry]) throws -> Digest.StorySummary {
        let digest = SampleReports.digest(of: heard)
        let brand = try #require(digest.brands.first { $0.id == "zefirnet" })
        return try #require(brand.topStories.first)
    }

    @Test func `a story shows who published it first, though a reprint was heard before`() throws {
        let story = try Self.story(of: [
            Self.entry(1, "Reprint", hour: 15, feed: "forum", .first),
            Self.entry(2, "Original", hour: 12, feed: "kurier"),
            Self.entry(3, "Another", hour: 17, feed: "forum"),
        ])
        #expect(story.mention == "2-zefirnet")
        #expect(story.sources == ["Kurier Nadwiślański", "Forum Światłowód"])
        #expect(story.firstAt == .at("2026-11-22T12:00:00Z"))
        #expect(story.lastAt == .at("2026-11-22T17:00:00Z"))
        #expect(!story.isContinued)
    }

    @Test func `a story whose beginning was told before the window goes on`() throws {
        let story = try Self.story(of: [
            Self.entry(7, "Later", hour: 15, feed: "forum"),
            Self.entry(8, "Earlier", hour: 12, feed: "kurier"),
        ])
        #expect(story.isContinued)
        #expect(story.mention == "8-zefirnet")
    }
}
