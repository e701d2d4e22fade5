/// What a text was given of each facet; a facet that says nothing of it is absent.
package struct FacetTags: Hashable, Sendable {
    private var tags: [Facet.ID: [CategoryTag]] = [:]

    package init() {}

    package var isEmpty: Bool { tags.isEmpty }

    /// By id.
    package var facets: [Facet.ID] { tags.keys.sorted() }

    /// By confidence, then id.
    package subscript(facet: Facet.ID) -> [CategoryTag] {
        get { tags[facet] ?? [] }
        set { tags[facet] = newValue.isEmpty ? nil : newValue }
    }

    /// Adds one that is no surer than those that are there.
    package mutating func add(_ tag: CategoryTag, to facet: Facet.ID) {
        tags[facet, default: []].append(tag)
    }

    /// Each value once, by facet, then in the order of the tags.
    package var values: [FacetValue] {
        tags.isEmpty ? [] : facets.flatMap { facet in self[facet].map { FacetValue(facet, $0.id) } }
    }
}

extension FacetTags: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (Facet.ID, [CategoryTag])...) {
        for (facet, tags) in elements { self[facet] = tags }
    }
}

/// An object with a list for each facet. Its keys are the ids as they stand in the rules, which an
/// encoder changes in no dictionary of strings, and would in any other.
extension FacetTags: Codable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(uniqueKeysWithValues: tags.map { ($0.key.value, $0.value) }))
    }

    package init(from decoder: any Decoder) throws {
        let tags = try decoder.singleValueContainer().decode([String: [CategoryTag]].self)
        for (facet, tags) in tags { self[Facet.ID(facet)] = tags }
    }
}
