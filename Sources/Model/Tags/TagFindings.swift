/// What the conditions of `rules/routing.yaml` ask about an entry.
package struct TagFindings: Sendable {
    package let categories: [Category.ID]
    package let facets: FacetTags
    package let brands: [Brand.ID]
    package let brandKinds: [Brand.Kind]
    package let language: LanguageCode
    /// Toward our own brands where they are named.
    package let tone: Sentiment

    package init(
        categories: [Category.ID], facets: FacetTags, brands: [Brand.ID],
        brandKinds: [Brand.Kind], language: LanguageCode, tone: Sentiment
    ) {
        self.categories = categories
        self.facets = facets
        self.brands = brands
        self.brandKinds = brandKinds
        self.language = language
        self.tone = tone
    }

    package typealias BrandTone = (brand: Brand.ID, sentiment: Sentiment)

    /// The tone that categories and routing go by: the strongest toward a brand of our own, else
    /// toward a brand mentioned, else that of the whole text.
    package static func decidingTone(
        _ tones: [BrandTone], whole: Sentiment, isOwn: (Brand.ID) -> Bool
    ) -> Sentiment {
        let own = tones.filter { isOwn($0.brand) }
        let deciding = (own.isEmpty ? tones : own).map(\.sentiment)
        // Of two that are equally strong, the one that blames.
        return deciding.min { ($1.score.magnitude, $0.score) < ($0.score.magnitude, $1.score) }
            ?? whole
    }
}

extension Tags {
    /// The tone toward each brand mentioned, in the order of their first mentions.
    package var brandTones: [TagFindings.BrandTone] {
        var tones: [TagFindings.BrandTone] = []
        for tagged in mentions where !tones.contains(where: { $0.brand == tagged.mention.brand }) {
            tones.append((tagged.mention.brand, tagged.sentiment))
        }
        return tones
    }
}

extension TagCondition {
    /// Whether all that it asks is so; an empty list asks nothing.
    @inlinable
    package func holds(for findings: TagFindings, severity: Severity) -> Bool {
        (categories.isEmpty || categories.contains(where: findings.categories.contains))
            && facets.allSatisfy { $0.holds(for: findings.facets) }
            && (brands.isEmpty || brands.contains(where: findings.brands.contains))
            && (brandKinds.isEmpty || brandKinds.contains(where: findings.brandKinds.contains))
            && (languages.isEmpty || languages.contains(findings.language))
            && (sentiments.isEmpty || sentiments.contains(findings.tone.label))
            && minimumSeverity.map { severity >= $0 } ?? true
            && maximumScore.map { findings.tone.score <= $0 } ?? true
    }
}
