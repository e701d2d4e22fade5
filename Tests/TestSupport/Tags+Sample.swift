package import Model

extension Tags {
    /// Tags of a text that names brands, all else ordinary.
    package static func naming(
        _ brands: Brand.ID..., label: Sentiment.Label = .neutral, score: Double = 0,
        categories: [Category.ID] = [], severity: Severity = .normal
    ) -> Tags {
        let sentiment = Sentiment(label: label, score: score)
        return Tags(
            language: DetectedLanguage(code: .polish, confidence: 0.9), sentiment: sentiment,
            categories: categories.map { CategoryTag(id: $0, confidence: 0.5, evidence: []) },
            mentions: brands.enumerated().map { place, brand in
                TaggedMention(
                    mention: Mention(
                        brand: brand, form: brand.value, range: place * 10..<place * 10 + 5),
                    sentiment: sentiment)
            },
            severity: severity, severityReason: "default", team: "marketing", teamReason: "default")
    }
}
