extension CategoryTag {
    /// What the parts of an entry were given: each once, with the evidence of all and the highest
    /// confidence; by confidence, then id.
    package static func joined(_ parts: [[CategoryTag]]) -> [CategoryTag] {
        guard parts.count > 1 else { return parts.first ?? [] }
        var tags: [CategoryTag] = []
        for tag in parts.flatMap(\.self) {
            guard let index = tags.firstIndex(where: { $0.id == tag.id }) else {
                tags.append(tag)
                continue
            }
            let known = tags[index]
            tags[index] = CategoryTag(
                id: tag.id, confidence: max(known.confidence, tag.confidence),
                evidence: known.evidence + tag.evidence.filter { !known.evidence.contains($0) })
        }
        return tags.sorted { ($1.confidence, $0.id) < ($0.confidence, $1.id) }
    }
}

extension FacetTags {
    /// The same of facets.
    package static func joined(_ parts: [FacetTags]) -> FacetTags {
        guard parts.count > 1 else { return parts.first ?? FacetTags() }
        var joined = FacetTags()
        for facet in Set(parts.flatMap(\.facets)) {
            joined[facet] = CategoryTag.joined(parts.map { $0[facet] })
        }
        return joined
    }
}
