import Model
import TestSupport
import Testing

@testable import Reporting

struct QuotedMentionTests {
    private func sentiment(_ words: Int, label: Sentiment.Label = .positive) -> Sentiment {
        Sentiment(
            label: label, score: 0.5,
            evidence: (0..<words).map {
                SentimentEvidence(term: "świetny", range: $0 * 20..<$0 * 20 + 7, weight: 2)
            })
    }

    @Test func `a tone that all places share is taken as it is, however many there are`() {
        // Two million pieces of evidence, were they joined one by one.
        let tone = sentiment(1_000)
        #expect(Sentiment(joining: Array(repeating: tone, count: 2_000)) == tone)
    }

    @Test func `places whose tones differ are joined, each word once and in reading order`() {
        let (good, bad) = (sentiment(2), sentiment(3, label: .negative))
        let joined = Sentiment(joining: [good, bad, good])
        #expect(joined.label == .mixed)
        #expect(joined.evidence.map(\.range.lowerBound) == [0, 20, 40])
    }
}
