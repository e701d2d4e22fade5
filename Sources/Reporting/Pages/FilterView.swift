import Model

/// What the page's script can narrow the list of mentions to.
struct FilterView {
    struct Option {
        let optionValue: String
        let optionName: String
        /// ` (41)`; empty where it is not counted.
        let optionCount: String
    }

    let filterName: String
    let filterLabel: String
    let options: [Option]

    /// All filters in their order on the page; the script knows them by these names.
    ///
    /// Each option says how many mentions of the list it leaves. A post that names two brands is two
    /// mentions there, but counts once in the figures of its category, source and team.
    static func all(_ digest: Digest, words: PageWords) -> [Self] {
        let tools = ToolWords(words.report)
        let mentions = digest.mentions.items
        func options(
            _ items: [Digest.Named], _ ids: (ListedMention) -> [String]
        ) -> [Option] {
            var counts: [String: Int] = [:]
            for id in mentions.flatMap(ids) { counts[id, default: 0] += 1 }
            return items.map {
                Option(
                    optionValue: $0.id, optionName: OutsideText.limited($0.name, to: 60),
                    optionCount: " (\(words.report.number(counts[$0.id] ?? 0)))")
            }
        }
        func names(_ items: [NamedCounts]) -> [Digest.Named] {
            items.map { Digest.Named(id: $0.id, name: $0.name) }
        }
        let heard = Set(digest.categories.map(\.id))
        // Not heard, but what a mention may have to be corrected to.
        let others = (digest.categoryNames ?? []).filter { !heard.contains($0.id) }
        let brands = digest.brands.map { Digest.Named(id: $0.id.value, name: $0.name) }
        let tones = Sentiment.Label.allCases.map {
            Option(optionValue: $0.rawValue, optionName: words.tone($0), optionCount: "")
        }
        let waiting = Option(
            optionValue: MentionRow.needsAnswer, optionName: tools.toAnswer,
            optionCount: " (\(words.report.number(digest.needsAnswer.items.count)))")
        let facets = (digest.facets ?? []).filter { !$0.values.isEmpty }.map { facet in
            Self(
                filterName: "facet-\(facet.id)",
                filterLabel: OutsideText.limited(facet.name, to: 60),
                options: options(
                    facet.values.map {
                        Digest.Named(id: FacetValue(facet.id, $0.id).description, name: $0.name)
                    }
                ) { ($0.facets?.values ?? []).map(\.description) })
        }
        return [
            Self(filterName: "answer", filterLabel: tools.answer, options: [waiting]),
            Self(
                filterName: "brand", filterLabel: words.brand,
                options: options(brands) { [$0.brand.value] }),
            Self(filterName: "tone", filterLabel: words.tone, options: tones),
            Self(
                filterName: "category", filterLabel: tools.category,
                options: options(names(digest.categories) + others) {
                    $0.categories.map(\.id.value)
                }),
            Self(
                filterName: "team", filterLabel: words.team,
                options: options(names(digest.teams)) { [$0.team.value] }),
            Self(
                filterName: "source", filterLabel: words.source,
                options: options(names(digest.sources)) { [$0.feed.value] }),
            Self(
                filterName: "language", filterLabel: tools.language,
                options: options(names(digest.languages)) { [$0.language.rawValue] }),
        ] + facets + [stars(of: mentions, words: words)].compactMap(\.self)
    }

    // MARK: - Private

    /// `nil` where nobody gave any.
    private static func stars(of mentions: [ListedMention], words: PageWords) -> Self? {
        let all = Dictionary(grouping: mentions.filter { $0.stars != nil }) { $0.stars ?? 0 }
        let options = all.sorted { $0.key > $1.key }.compactMap { _, given -> Option? in
            guard let first = given.first, let line = first.starLine else { return nil }
            return Option(
                optionValue: first.starsForFilter[0], optionName: line,
                optionCount: " (\(words.report.number(given.count)))")
        }
        guard !options.isEmpty else { return nil }
        return Self(
            filterName: "facet-\(ListedMention.starFilter)",
            filterLabel: RatingWords(words.report.language).stars, options: options)
    }
}
