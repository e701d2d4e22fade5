import Model
import Testing

/// What the parts of an entry, each in its own language, say together.
struct JoinedTagsTests {
    @Test(arguments: [
        ([Sentiment(label: .positive, score: 0.5), .neutral], Sentiment.Label.positive, 0.5),
        ([.neutral, Sentiment(label: .negative, score: -0.4)], .negative, -0.4),
        (
            [Sentiment(label: .positive, score: 0.5), Sentiment(label: .negative, score: -0.4)],
            .mixed,
            0.1
        ),
        (
            [Sentiment(label: .positive, score: 0.2), Sentiment(label: .negative, score: -0.8)],
            .negative, -0.6
        ),
        ([Sentiment(label: .undecided, score: 0), .neutral], .neutral, 0),
        (
            [Sentiment(label: .undecided, score: 0.1), Sentiment(label: .undecided, score: 0)],
            .undecided, 0.1
        ),
        ([Sentiment(label: .mixed, score: -0.1), .neutral], .mixed, -0.1),
    ])
    func `the parts of an entry say together what the stronger one says`(
        parts: [Sentiment], label: Sentiment.Label, score: Double
    ) {
        #expect(Sentiment.joined(parts) == Sentiment(label: label, score: score))
    }

    @Test func `evidence of tone stands in reading order, the title's first`() {
        let words = [
            SentimentEvidence(term: "late", range: 20..<24, weight: -1),
            SentimentEvidence(term: "źle", range: 3..<6, weight: -2),
            SentimentEvidence(term: "bad", field: .title, range: 30..<33, weight: -1),
        ]
        let joined = Sentiment.joined(
            words.map { Sentiment(label: .negative, score: -0.4, evidence: [$0]) })
        #expect(joined.evidence.map(\.term) == ["bad", "źle", "late"])
    }

    @Test func `what several parts are given is given once, with the reasons of all`() {
        func evidence(_ term: String) -> CategoryEvidence {
            CategoryEvidence(rule: "rules/categories.yaml:3", term: term, range: 0..<1)
        }
        let joined = CategoryTag.joined([
            [
                CategoryTag(id: "complaint", confidence: 0.5, evidence: [evidence("źle")]),
                CategoryTag(id: "incident", confidence: 0.6, evidence: [evidence("awaria")]),
            ],
            [
                CategoryTag(
                    id: "complaint", confidence: 0.8, evidence: [evidence("bad"), evidence("źle")])
            ],
        ])
        #expect(
            joined == [
                CategoryTag(
                    id: "complaint", confidence: 0.8, evidence: [evidence("źle"), evidence("bad")]),
                CategoryTag(id: "incident", confidence: 0.6, evidence: [evidence("awaria")]),
            ])
        let facets = FacetTags.joined([
            ["touchpoint": joined], ["touchpoint": joined, "aspect": []],
        ])
        #expect(facets == ["touchpoint": joined])
    }
}
