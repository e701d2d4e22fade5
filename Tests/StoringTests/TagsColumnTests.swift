import Foundation
import Model
import Testing

@testable import Storing

struct TagsColumnTests {
    private let tags = Tags(
        language: DetectedLanguage(code: .latvian, confidence: 0.98),
        sentiment: Sentiment(
            label: .mixed, score: -0.7123,
            evidence: [
                SentimentEvidence(
                    term: "nestrādā 👎🏽", field: .title, range: 300..<70_000, weight: -2.5,
                    isNegated: true)
            ]),
        categories: [
            CategoryTag(
                id: "incident", confidence: 0.5,
                evidence: [
                    CategoryEvidence(rule: "rules/categories.yaml:3", term: "", range: 0..<0)
                ])
        ],
        mentions: [
            TaggedMention(
                mention: Mention(
                    brand: "zefirnet", form: "Zefirnetam", field: .title, range: 5..<15),
                sentiment: .neutral)
        ],
        severity: .critical, severityReason: "r", team: "support", teamReason: "")

    @Test func `tags are read back as they were`() throws {
        #expect(try TagsColumn.decode(TagsColumn.encode(tags)) == tags)
    }

    @Test func `no end or change of the bytes is taken for tags or stops the process`() {
        let bytes = TagsColumn.encode(tags)
        for count in 0..<bytes.count {
            #expect(throws: PackedReader.Damage.self) { try TagsColumn.decode(bytes.prefix(count)) }
        }
        var survivors = 0
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] = 0xFF
            // A letter or a digit of a number may be another one; lengths may not.
            if (try? TagsColumn.decode(damaged)) != nil { survivors += 1 }
        }
        #expect(survivors < bytes.count)
    }
}
