import Foundation
import Model
import Reporting
import TestSupport
import Testing

struct OwnVoicesTests {
    private static let incident = [CategoryTag.sample("incident")]

    /// An apology and its reprint, and a customer's post.
    private func heard(feed: Feed.ID, signed name: String? = nil) -> [HeardEntry] {
        func entry(_ sequence: Int64, _ feed: Feed.ID, _ name: String?, story: Int64)
            -> HeardEntry
        {
            .sample(
                sequence, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                feed: feed,
                story: StoryMembership(id: story, reason: .sameText, similarity: 1),
                categories: Self.incident, severity: .critical, authorName: name)
        }
        return [
            entry(1, feed, name, story: 1), entry(2, "kurier", nil, story: 1),
            entry(3, "forum", "Ola", story: 3),
        ]
    }

    private func asking(_ heard: [HeardEntry], own: Feed.ID? = nil) -> [ListedMention.ID] {
        var context = ReportingContext.sample
        if let own {
            context.sources = [own: Source(id: "press", name: "Press office", isOwn: true)]
        }
        return SampleReports.digest(of: heard, context: context).needsAnswer.items.map(\.mention)
    }

    @Test func `what an own source says needs no answer, nor does its reprint`() {
        #expect(asking(heard(feed: "office"), own: "office") == ["3-zefirnet"])
        #expect(asking(heard(feed: "office")) == ["1-zefirnet", "3-zefirnet"])
    }

    @Test func `a customer's post that an own source repeats still needs its answer`() {
        func entry(_ sequence: Int64, _ feed: Feed.ID, hours: Double) -> HeardEntry {
            .sample(
                sequence, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                feed: feed, at: .sample.addingTimeInterval(hours * 3_600),
                story: StoryMembership(id: 1, reason: .sameText, similarity: 1),
                categories: Self.incident, severity: .critical)
        }
        let heard = [entry(1, "forum", hours: -2), entry(2, "office", hours: -1)]
        #expect(asking(heard, own: "office") == ["1-zefirnet"])
    }

    @Test(arguments: [
        ("Zefirnet", ["3-zefirnet"]), ("ZEFIRNET", ["3-zefirnet"]),
        ("Baltfon", ["1-zefirnet", "3-zefirnet"]),
        ("Zefirnet watch", ["1-zefirnet", "3-zefirnet"]),
    ])
    func `a release is known by the own brand that it is credited to`(
        name: String, asked: [String]
    ) {
        #expect(asking(heard(feed: "wire", signed: name)).map(\.value) == asked)
    }
}
