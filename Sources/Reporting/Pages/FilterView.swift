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

    /// In the order in which they stand; the names are those of the script.
    static func all(_ digest: Digest, names: PageNames, words: PageWords) -> [Self] {
        let tools = ToolWords(words.report)
        func counted(_ items: [NamedCounts]) -> [Option] {
            items.map {
                Option(
                    optionValue: $0.id, optionName: OutsideText.limited($0.name, to: 60),
                    optionCount: " (\(words.report.number($0.counts.mentions)))")
            }
        }
        let heard = Set(digest.categories.map(\.id))
        // Not heard, but what a mention may have to be corrected to.
        let others = (digest.categoryNames ?? []).filter { !heard.contains($0.id) }.map {
            Option(optionValue: $0.id, optionName: $0.name, optionCount: " (0)")
        }
        let brands = digest.brands.map {
            NamedCounts(id: $0.id.value, name: $0.name, counts: $0.counts)
        }
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
                options: counted(
                    facet.values.map { value in
                        NamedCounts(
                            id: FacetValue(facet.id, value.id).description, name: value.name,
                            counts: value.counts)
                    }))
        }
        return [
            Self(filterName: "answer", filterLabel: tools.answer, options: [waiting]),
            Self(filterName: "brand", filterLabel: words.brand, options: counted(brands)),
            Self(filterName: "tone", filterLabel: words.tone, options: tones),
            Self(
                filterName: "category", filterLabel: tools.category,
                options: counted(digest.categories) + others),
            Self(filterName: "team", filterLabel: words.team, options: counted(digest.teams)),
            Self(filterName: "source", filterLabel: words.source, options: counted(digest.sources)),
            Self(
                filterName: "language", filterLabel: tools.language,
                options: counted(digest.languages)),
        ] + facets
    }
}
