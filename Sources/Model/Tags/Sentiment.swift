/// Tone, with everything that made it.
package struct Sentiment: Hashable, Sendable, Codable {
    package enum Label: String, Codable, Sendable, CaseIterable {
        case positive, neutral, negative, mixed
        /// The words point both ways too weakly, or the language is not one we read.
        case undecided
    }

    package let label: Label
    /// −1 … 1, four decimals.
    package let score: Double
    /// In reading order.
    package let evidence: [SentimentEvidence]

    package init(label: Label, score: Double, evidence: [SentimentEvidence] = []) {
        self.label = label
        self.score = score
        self.evidence = evidence
    }

    package static let neutral = Sentiment(label: .neutral, score: 0)

    /// The same, with so much of what made it as weighs most.
    package func keeping(strongest count: Int) -> Sentiment {
        guard evidence.count > count else { return self }
        let strongest = evidence.indices
            .sorted { (-abs(evidence[$0].weight), $0) < (-abs(evidence[$1].weight), $1) }
            .prefix(count).sorted()
        return Sentiment(label: label, score: score, evidence: strongest.map { evidence[$0] })
    }
}

/// A keyword that spoke for or against, and with what weight after negation and intensifiers.
package struct SentimentEvidence: Hashable, Sendable {
    /// The line of the lexicon that matched, as it stands there.
    package let term: String
    // In this order, and of four bytes, as a crawl holds tens of thousands until they are stored.
    private let start: UInt32
    private let end: UInt32
    package let weight: Double
    package let field: TextField
    package let isNegated: Bool

    /// Unicode scalars of the field.
    package var range: Range<Int> { Int(start)..<Int(end) }

    package init(
        term: String, field: TextField = .text, range: Range<Int>, weight: Double,
        isNegated: Bool = false
    ) {
        self.term = term
        self.field = field
        start = UInt32(clamping: range.lowerBound)
        end = UInt32(clamping: range.upperBound)
        self.weight = weight
        self.isNegated = isNegated
    }
}
