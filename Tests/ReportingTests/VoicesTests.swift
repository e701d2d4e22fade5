import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct VoicesTests {
    private func entry(
        _ sequence: Int64, _ text: String, feed: Feed.ID, story: Int64? = nil,
        category: Model.Category.ID? = nil
    ) -> HeardEntry {
        .sample(
            sequence, text, saying: [.init(of: "zefirnet", as: "Zefirnet")], feed: feed,
            at: .at("2026-11-16T10:00:00Z").addingTimeInterval(Double(sequence)),
            story: story.map {
                StoryMembership(id: $0, reason: $0 == sequence ? .first : .sameText, similarity: 1)
            }, language: .polish, categories: category.map { [.sample($0)] } ?? [])
    }

    private func trends(of entries: [HeardEntry]) -> Trends {
        SampleReports.trends(of: entries)
    }

    @Test func `who told first what others repeated comes first, with the story`() throws {
        let voices = trends(of: [
            entry(1, "Zefirnet podnosi ceny", feed: "kurier", story: 1),
            entry(2, "Zefirnet podnosi ceny", feed: "forum", story: 1),
            entry(3, "Zefirnet podnosi ceny", feed: "balss", story: 1),
            entry(4, "Zefirnet podnosi ceny", feed: "kurier", story: 1),
            entry(5, "Zefirnet pada", feed: "forum", story: 5),
            entry(6, "Zefirnet pada", feed: "kurier", story: 5),
            entry(7, "Zefirnet milczy", feed: "balss", story: 7),
        ]).influencers
        #expect(voices.map(\.id) == ["kurier", "forum"])
        #expect(voices.map(\.repeats) == [2, 1])
        #expect(voices.map(\.repeaters) == [2, 1])
        #expect(voices.map(\.stories) == [1, 1])
        #expect(voices[0].name == "Kurier Nadwiślański")
        #expect(voices[0].mentions == ["1-zefirnet"])
    }

    @Test func `who is heard later may have told it first`() {
        let voices = trends(of: [
            .sample(
                2, "Zefirnet pada", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                feed: "kurier", at: .at("2026-11-17T10:00:00Z"),
                story: StoryMembership(id: 2, reason: .first, similarity: 1)),
            .sample(
                9, "Zefirnet pada", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                feed: "blog", at: .at("2026-11-16T10:00:00Z"),
                story: StoryMembership(id: 2, reason: .sameText, similarity: 1)),
        ]).influencers
        #expect(voices.map(\.id) == ["blog"])
    }

    @Test func `two feeds of one source do not repeat each other`() {
        let voices = trends(of: [
            entry(1, "Zefirnet pada", feed: "forum", story: 1),
            entry(2, "Zefirnet pada", feed: "forum/comments", story: 1),
        ]).influencers
        #expect(voices == [])
    }

    @Test func `a source that repeats itself, or goes on with an older story, leads nobody`() {
        let voices = trends(of: [
            entry(11, "Zefirnet", feed: "kurier", story: 11),
            entry(12, "Zefirnet", feed: "kurier", story: 11),
            entry(13, "Zefirnet", feed: "forum", story: 3),
            entry(14, "Zefirnet", feed: "kurier", story: 3),
        ]).influencers
        #expect(voices == [])
    }

    @Test func `questions in other case forms are one topic, others are none`() throws {
        let questions = [
            "Zefirnet, jak włączyć roaming w aplikacji?", "Jak się włącza roaming, Zefirnet?",
            "Zefirnet: roamingu nie umiem włączyć, gdzie to jest?",
            "Zefirnet, kiedy przyjedzie kurier z routerem?",
            "Ile kosztuje montaż światłowodu, Zefirnet?",
        ]
        let topics = trends(
            of: questions.enumerated().map { number, text in
                entry(
                    Int64(number + 1), text, feed: number == 1 ? "forum" : "kurier",
                    category: "question")
            }
        ).recurring
        #expect(topics.wishes == [])
        let topic = try #require(topics.questions.first)
        #expect(topics.questions.count == 1)
        #expect(topic.terms.contains { $0.hasPrefix("roaming") })
        #expect(topic.counts == Counts(mentions: 3, stories: 3))
        #expect(topic.sources == 2)
        #expect(topic.mentions.count == 2)
    }

    @Test func `a question reprinted often is asked once`() {
        let topics = trends(
            of: (1...9).map {
                entry(
                    $0, "Zefirnet, jak włączyć roaming?", feed: "kurier", story: 1,
                    category: "question")
            }
        ).recurring
        #expect(topics.questions == [])
    }

    @Test func `what people ask is told by the words they share, not by those of all that day`()
        throws
    {
        let outage = (1...40).map {
            entry(Int64($0), "Zefirnet: awaria, nie działa internet numer\($0)", feed: "kurier")
        }
        let questions = [
            "Zefirnet, czy po awarii będzie rabat?",
            "Jaki rabat za awarię, Zefirnet? Pytam z Oliwy.",
        ]
        let topic = try #require(
            SampleReports.digest(
                of: outage
                    + questions.enumerated().map { number, text in
                        entry(Int64(100 + number), text, feed: "forum", category: "question")
                    }
            ).recurring.questions.first)
        #expect(topic.terms.first == "rabat")
        #expect(Set(topic.terms).isDisjoint(with: ["pytam", "oliwy"]))
    }

    @Test func `a voice of our own is told as such`() throws {
        func told(_ sequence: Int64, _ feed: Feed.ID, author: String, name: String? = nil)
            -> HeardEntry
        {
            .sample(
                sequence, "Zefirnet przeprasza", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                feed: feed, at: .at("2026-11-16T10:00:00Z").addingTimeInterval(Double(sequence)),
                story: StoryMembership(
                    id: sequence / 10 * 10, reason: .sameText, similarity: 1), language: .polish,
                author: author, authorName: name)
        }
        var context = ReportingContext.sample
        context.sources = ["office": Source(id: "office", name: "Press office", isOwn: true)]
        let voices = SampleReports.trends(
            of: [
                told(10, "office", author: "press"), told(11, "forum", author: "b"),
                told(20, "wire", author: "wirewire", name: "Zefirnet"),
                told(21, "forum", author: "b"), told(30, "blog", author: "0123456789abcdef"),
                told(31, "forum", author: "b"),
            ], context: context
        ).influencers
        let own = Dictionary(uniqueKeysWithValues: voices.map { ($0.id, $0.isOwn) })
        #expect(own["office"] == true)
        #expect(own["wire"] == .some(nil))
        #expect(own["press"] == true)
        #expect(own["wirewire"] == true)
        #expect(own["0123456789abcdef"] == .some(nil))
        let words = PageWords(.english)
        let kinds = voices.map { InfluencerRow($0, mentions: [:], words: words).voiceKind }
        #expect(
            kinds == [
                "Source, ours", "Source", "Source", "Author, ours", "Author, ours",
                "Author, by a pseudonym",
            ])
    }
}
