import Model

/// What brands, categories, teams, feeds and languages are called, and which brands stars are given.
struct ReportNames: Sendable {
    private let brands: [Brand.ID: String]
    private let categories: [Model.Category.ID: String]
    private let teams: [Team.ID: String]
    private let sources: [Feed.ID: String]
    private let facets: FacetNames
    private let words: ReportWords
    let rated: RatedBrands

    init(context: ReportingContext, health: [FeedHealth]) {
        let language = context.language.code
        brands = Dictionary(
            context.brands.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        categories = Dictionary(
            context.categories.map { ($0.id, $0.translations[language]?.name ?? $0.name) },
            uniquingKeysWith: { first, _ in first })
        teams = Dictionary(
            context.routing.teams.map { ($0.id, $0.translations[language]?.name ?? $0.name) },
            uniquingKeysWith: { first, _ in first })
        sources = Dictionary(
            health.map { ($0.feed, $0.sourceName) }, uniquingKeysWith: { first, _ in first }
        ).merging(context.unpolledNames) { polled, _ in polled }
        facets = FacetNames(context: context)
        words = ReportWords(context.language)
        rated = RatedBrands(context.brands)
    }

    func name(of brand: Brand.ID) -> String { brands[brand] ?? brand.value }
    func name(of category: Model.Category.ID) -> String {
        categories[category] ?? category.value
    }
    func name(of team: Team.ID) -> String { teams[team] ?? team.value }
    /// A feed that is in no feeds file any more has only its id left.
    func source(of feed: Feed.ID) -> String { sources[feed] ?? feed.value }
    func name(of language: LanguageCode) -> String { words.language(language) }

    /// The team, the region and whatever else a report is of but a brand, as a sentence names it; `nil`
    /// where it is of all.
    ///
    /// - Parameter audience: may be of several of each, of which the scope has none.
    func part(_ scope: Digest.Scope, for audience: NoticeRule.Audience) -> String? {
        func anyOf<Value>(_ several: [Value], or one: Value?, named name: (Value) -> String)
            -> String?
        {
            let values = several.isEmpty ? [one].compactMap(\.self) : several
            return values.isEmpty
                ? nil : values.map { words.inSentence(name($0)) }.joined(separator: "/")
        }
        let parts = [
            anyOf(audience.teams, or: scope.team, named: name(of:)),
            anyOf(audience.regions, or: scope.region) { $0 },
            anyOf(audience.categories, or: scope.category, named: name(of:)),
            anyOf(audience.locations, or: scope.location) {
                facets.name(of: FacetValue(.location, $0))
            },
            scope.facet.map { words.inSentence(facets.name(of: $0)) },
            scope.severityAtLeast.map(PageWords(words.language).atLeast),
            scope.language.map(name(of:)),
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    func byCategory(_ entries: [CountedEntry]) -> [NamedEntries] {
        NamedEntries.groups(of: entries, by: { $0.categories.map(\.id) }) {
            ($0.value, name(of: $0))
        }
    }

    func bySource(_ entries: [CountedEntry]) -> [NamedEntries] {
        NamedEntries.groups(of: entries, by: { [$0.feed] }) { ($0.value, source(of: $0)) }
    }

    func byLanguage(_ entries: [CountedEntry]) -> [NamedEntries] {
        NamedEntries.groups(of: entries, by: { [$0.language] }) {
            ($0.rawValue, name(of: $0))
        }
    }

    func byTeam(_ entries: [CountedEntry]) -> [NamedEntries] {
        NamedEntries.groups(of: entries, by: { [$0.team] }) { ($0.value, name(of: $0)) }
    }
}
