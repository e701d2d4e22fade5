import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// The stories that a brand's part of a digest tells first.
extension DigestMakerTests {
    @Test func `a story says how it spread and why its copies were joined`() throws {
        let zefirnet = try brand("zefirnet", in: SampleReports.digest)
        let story = try #require(zefirnet.topStories.first)
        #expect(story.id == 1010)
        #expect(story.mentions == 5)
        #expect(
            story.sources == [
                "Kurier Nadwiślański", "The Harbour Herald", "Forum Światłowód", "Echo Mazowsza",
            ])
        #expect(
            story.joined == [
                Digest.Joined(reason: .sameLink, mentions: 1, similarity: 1),
                Digest.Joined(reason: .sameText, mentions: 2, similarity: 1),
                Digest.Joined(reason: .similarText, mentions: 1, similarity: 0.64),
            ])
        #expect(!story.isContinued)
    }

    @Test func `of stories told as often, the gravest comes first, then what asks for an answer`()
        throws
    {
        let digest = SampleReports.digest(of: [
            Self.zefirnet(1, .neutral, severity: .high),
            Self.zefirnet(2, .neutral, categories: [.sample(.question)]),
            Self.zefirnet(3, .neutral),
            Self.zefirnet(4, .neutral), Self.zefirnet(5, .neutral, story: 4),
            Self.zefirnet(6, .neutral, severity: .critical),
            Self.zefirnet(7, .neutral),
        ])
        #expect(try brand("zefirnet", in: digest).topStories.map(\.id) == [4, 6, 1, 2, 7])
    }

    @Test func `of stories as grave, the one with the strongest tone comes first`() throws {
        func post(_ sequence: Int64, _ score: Double) -> HeardEntry {
            .sample(
                sequence, "Zefirnet",
                saying: [
                    .init(
                        of: "zefirnet", as: "Zefirnet", score < 0 ? .negative : .positive,
                        score: score)
                ], at: Self.noon)
        }
        let digest = SampleReports.digest(of: [post(1, -0.9), post(2, 0.3), post(3, -0.3)])
        #expect(try brand("zefirnet", in: digest).topStories.map(\.id) == [1, 3, 2])
    }
}
