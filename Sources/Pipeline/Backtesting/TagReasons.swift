import Classifying
import Matching
import Model

/// Why an entry has a tag by one set of rules, or why not.
struct TagReasons {
    struct Place {
        let field: TextField
        let range: Range<Int>
    }

    private let rules: Rules
    private let tags: Tags
    private let rejectedNames: [(name: Mention, reason: String)]
    private let rejectedLocations: [(name: Mention, reason: String)]
    /// By name: `incident`, `touchpoint:app`.
    private let missed: [String: String]

    init(_ read: ReadEntry, _ tagger: Tagger, _ rules: Rules) {
        self.rules = rules
        tags = tagger.tags(for: read)
        let misses = tagger.nearMisses(for: read, tags: tags)
        rejectedNames = misses.names.compactMap { finding in
            finding.rejection.map { (finding.mention, $0) }
        }
        rejectedLocations = misses.places.compactMap { finding in
            finding.rejection.map { (finding.mention, $0) }
        }
        missed = Dictionary(misses.categories.map { ($0.name, $0.missing) }) { first, _ in first }
    }

    /// Where in the entry a change shows.
    func place(of change: BacktestChange) -> Place? {
        switch change.dimension {
        case .brand, .tone:
            let brand = change.brand?.value ?? change.to ?? change.from
            return tags.mentions.first { $0.mention.brand.value == brand }.map(\.place)
        case .category:
            return place(of: tags.categories.first { $0.id.value == change.to ?? change.from })
        case .facet:
            return place(of: change.facetValue.flatMap(tag(of:)))
        case .severity, .team:
            return tags.mentions.first.map(\.place)
        }
    }

    /// - Parameter value: What this side says; `nil` where it says nothing.
    func reason(for change: BacktestChange, value: String?) -> String {
        guard !tags.mentions.isEmpty || change.dimension == .brand else { return "no mention" }
        switch change.dimension {
        case .brand: return brandReason(change.to ?? change.from ?? "")
        case .category: return categoryReason(change.to ?? change.from ?? "")
        case .facet: return change.facetValue.map(facetReason) ?? "there is no such facet"
        case .tone: return toneReason(change.brand)
        case .severity: return "\(tags.severity.rawValue): \(tags.severityReason)"
        case .team: return "\(tags.team): \(tags.teamReason)"
        }
    }

    // MARK: - Private

    private func tag(of value: FacetValue) -> CategoryTag? {
        tags.facets[value.facet].first { $0.id == value.value }
    }

    /// Where a tag was given, else where the brand is named.
    private func place(of tag: CategoryTag?) -> Place? {
        tag?.evidence.first.map { Place(field: $0.field, range: $0.range) }
            ?? tags.mentions.first.map(\.place)
    }

    private func facetReason(_ value: FacetValue) -> String {
        if let tag = tag(of: value) { return reason(of: tag) }
        if let location = rules.locations.first(where: {
            value.facet == .location && $0.id == value.value
        }) {
            let rejected = rejectedLocations.first { $0.name.brand.value == location.id.value }
            return "\(location.place): "
                + (rejected.map { "'\($0.name.form)' does not count, \($0.reason)" }
                    ?? "none of its names")
        }
        let rule = rules.facets.first { $0.id == value.facet }?
            .values.first { $0.id == value.value }
        guard let rule else { return "there is no such value" }
        return "\(rule.place): \(missed[value.description] ?? "none of its keywords")"
    }

    private func reason(of tag: CategoryTag) -> String {
        tag.evidence.map { "\($0.rule): '\($0.term)'" }.joined(separator: "; ")
    }

    private func brandReason(_ brand: String) -> String {
        let place = rules.brands.first { $0.id.value == brand }?.place.description
        guard let place else { return "there is no such brand" }
        if let tagged = tags.mentions.first(where: { $0.mention.brand.value == brand }) {
            return tagged.mention.isBySource
                ? "\(place): it is what the source is about"
                : "\(place): '\(tagged.mention.form)'"
        }
        if let rejected = rejectedNames.first(where: { $0.name.brand.value == brand }) {
            return "\(place): '\(rejected.name.form)' does not count, \(rejected.reason)"
        }
        return "\(place): none of its names"
    }

    private func categoryReason(_ category: String) -> String {
        if let tag = tags.categories.first(where: { $0.id.value == category }) {
            return reason(of: tag)
        }
        let rule = rules.categories.first { $0.id.value == category }
        guard let rule else { return "there is no such category" }
        return "\(rule.place): \(missed[category] ?? "none of its keywords")"
    }

    private func toneReason(_ brand: Brand.ID?) -> String {
        let sentiment = tags.mentions.first { $0.mention.brand == brand }?.sentiment
        guard let sentiment else { return "no mention" }
        let evidence = sentiment.evidence.map { evidence in
            let place = self.place(ofTerm: evidence.term).map { "\($0): " } ?? ""
            return "\(place)'\(evidence.term)' \(evidence.weight)"
        }
        return "\(sentiment.label.rawValue) \(sentiment.score)"
            + (evidence.isEmpty ? "" : ", \(evidence.joined(separator: "; "))")
    }

    /// Where a keyword of tone stands: in the lexicon of one of the entry's languages, or in any.
    private func place(ofTerm term: String) -> FileLocation? {
        let own = tags.language.all.flatMap { language in
            rules.lexicons.filter { $0.language == language }
        }
        return (own + rules.lexicons).lazy.compactMap { lexicon in
            lexicon.entries.first { $0.term == term }?.place
        }.first
    }
}

extension TaggedMention {
    fileprivate var place: TagReasons.Place {
        TagReasons.Place(field: mention.field, range: mention.range)
    }
}

extension BacktestChange {
    /// `nil` in other dimensions.
    fileprivate var facetValue: FacetValue? {
        (to ?? from).flatMap { FacetValue($0) }
    }
}
