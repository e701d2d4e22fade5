package import Model
package import Tokenizing

/// Tells which of our places a text is about: those that it names, and those that these are part of.
///
/// Names of places are found as names of brands are, and beside them: "Kawka Długa" names a brand and
/// a shop of it.
package struct LocationFinder: Sendable {
    private let matcher: MentionMatcher
    private let locations: [Location.ID: Location]

    /// - Parameter language: As of `MentionMatcher`.
    package init(
        _ locations: [Location],
        language: @escaping @Sendable (EntryText, Words, Words) -> LanguageCode? = { _, _, _ in nil
        }
    ) {
        matcher = MentionMatcher(brands: locations.map(\.names), language: language)
        self.locations = Dictionary(locations.map { ($0.id, $0) }) { first, _ in first }
    }

    /// By confidence, then id.
    package func tags(for entry: EntryText, title: Words, text: Words) -> [CategoryTag] {
        guard !locations.isEmpty else { return [] }
        let mentions = matcher.mentions(in: entry, title: title, text: text)
        guard !mentions.isEmpty else { return [] }
        var evidence: [Location.ID: [CategoryEvidence]] = [:]
        for mention in mentions {
            for location in chain(from: Location.ID(mention.brand.value)) {
                evidence[location.id, default: []].append(
                    CategoryEvidence(
                        rule: location.place.description, term: mention.form,
                        field: mention.field, range: mention.range))
            }
        }
        return evidence.keys.sorted().map { id in
            // A name is there or not: nothing is weighed.
            CategoryTag(id: id, confidence: 1, evidence: evidence[id] ?? [])
        }
    }

    /// Names of places that stand in a text and do not count.
    package func rejected(in entry: EntryText, title: Words, text: Words) -> [NameFinding] {
        guard !locations.isEmpty else { return [] }
        return matcher.findings(in: entry, title: title, text: text)
            .filter { $0.rejection != nil }
    }

    // MARK: - Private

    /// A place and all that it is part of.
    private func chain(from id: Location.ID) -> [Location] {
        var chain: [Location] = []
        var next = locations[id]
        while let location = next {
            chain.append(location)
            next = location.partOf.flatMap { locations[$0] }
        }
        return chain
    }
}
