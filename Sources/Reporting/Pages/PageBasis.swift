import Model

/// What every section of a report's page is made of.
struct PageBasis {
    let words: PageWords
    let calendar: LocalCalendar
    let names: PageNames
    let mentions: [ListedMention.ID: MentionView]

    init(_ digest: Digest, words: PageWords) {
        self.init(
            digest.mentions.items, timeZone: digest.window.timeZone,
            names: PageNames(
                brands: digest.brands.map { ($0.id.value, $0.name) },
                categories: digest.categories.map { ($0.id, $0.name) },
                teams: digest.teams.map { ($0.id, $0.name) }
                    + (digest.teamNames ?? []).map { ($0.id, $0.name) },
                facets: (digest.facets ?? []).flatMap { facet in
                    facet.values.map { (FacetValue(facet.id, $0.id), $0.name) }
                }), words: words)
    }

    init(_ trends: Trends, words: PageWords) {
        self.init(
            trends.mentions, timeZone: trends.period.timeZone,
            names: PageNames(
                brands: trends.brands.map { ($0.id.value, $0.name) },
                categories: trends.categories.map { ($0.id, $0.name) }, teams: [],
                facets: (trends.facets ?? []).flatMap { facet in
                    facet.values.map { (FacetValue(facet.id, $0.id), $0.name) }
                }), words: words)
    }

    func views(of ids: [ListedMention.ID]) -> [MentionView] { ids.compactMap { mentions[$0] } }

    // MARK: - Private

    private init(
        _ listed: [ListedMention], timeZone: String, names: PageNames, words: PageWords
    ) {
        let calendar = LocalCalendar(timeZone: timeZone)
        self.words = words
        self.calendar = calendar
        self.names = names
        mentions = Dictionary(
            listed.map {
                ($0.id, MentionView($0, names: names, calendar: calendar, words: words))
            }, uniquingKeysWith: { first, _ in first })
    }
}
