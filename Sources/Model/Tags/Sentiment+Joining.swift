extension Sentiment {
    /// What the parts of an entry say together.
    ///
    /// The side that any part takes is that of the whole; where parts take both, their strongest scores are
    /// added up, and where these are as strong as one another, the whole is mixed.
    package static func joined(_ parts: [Sentiment]) -> Sentiment {
        guard parts.count != 1 else { return parts[0] }
        let praise = parts.filter { $0.label == .positive }.map(\.score).max()
        let blame = parts.filter { $0.label == .negative }.map(\.score).min()
        let labels = Set(parts.map(\.label))
        let (label, score): (Label, Double) =
            switch (praise, blame) {
            case (let praise?, let blame?): verdict(praise + blame)
            case _ where labels.contains(.mixed):
                (.mixed, parts.first { $0.label == .mixed }?.score ?? 0)
            case (let praise?, nil): (.positive, praise)
            case (nil, let blame?): (.negative, blame)
            case (nil, nil):
                (labels == [.undecided] ? .undecided : .neutral, parts.first?.score ?? 0)
            }
        return Sentiment(
            label: label, score: score.rounded(decimals: 4),
            evidence: parts.flatMap(\.evidence).inReadingOrder)
    }

    // MARK: - Private

    /// From here on one side outdoes the other.
    private static let leastLead = 0.3

    private static func verdict(_ score: Double) -> (Label, Double) {
        switch score {
        case leastLead...: (.positive, score)
        case ...(-leastLead): (.negative, score)
        default: (.mixed, score)
        }
    }
}

extension [SentimentEvidence] {
    fileprivate var inReadingOrder: Self {
        sorted {
            ($0.field == .text ? 1 : 0, $0.range.lowerBound, $0.range.upperBound)
                < ($1.field == .text ? 1 : 0, $1.range.lowerBound, $1.range.upperBound)
        }
    }
}
