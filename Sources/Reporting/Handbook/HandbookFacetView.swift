import Model

/// A facet in the handbook, with all its values.
struct HandbookFacetView {
    struct ValueRow {
        let valueName: HandbookText
        let valueID: String
        let link: HandbookLink
        let valueMeaning: HandbookText?
        let keywordCounts: String
        let usageFacts: [HandbookBrandView.NamedValue]
        let hasExamples: Bool
        let examples: [HandbookExample]
    }

    let facetName: HandbookText
    let facetID: String
    let link: HandbookLink
    let valueRows: [ValueRow]

    init(
        _ facet: Facet, usage: HandbookUsage?, links: HandbookLinks, words: HandbookWords
    ) {
        let language = words.language.code
        facetName = HandbookText(
            facet.name, translated: facet.translations[language]?.name, words: words)
        facetID = facet.id.value
        link = links.link(facet.place)
        valueRows = facet.values.map { value in
            let translation = value.translations[language]
            let examples = HandbookExample.all(of: value.examples, words: words)
            return ValueRow(
                valueName: HandbookText(value.name, translated: translation?.name, words: words),
                valueID: value.id.value, link: links.link(value.place),
                valueMeaning: value.meaning.map {
                    HandbookText($0, translated: translation?.meaning, words: words)
                },
                keywordCounts: words.keywordCounts(of: value),
                usageFacts: words.usage(
                    of: FacetValue(facet.id, value.id).description, .facet, in: usage),
                hasExamples: !examples.isEmpty, examples: examples)
        }
    }
}

/// A place in the handbook.
struct HandbookLocationView {
    let locationName: String
    let locationID: String
    let link: HandbookLink
    let partOf: String
    let names: String
    let usageFacts: [HandbookBrandView.NamedValue]
    let hasExamples: Bool
    let examples: [HandbookExample]

    init(
        _ location: Location, content: HandbookContent, links: HandbookLinks, words: HandbookWords
    ) {
        let rules = content.rules
        let topic = FacetValue(.location, location.id).description
        func name(_ location: Location) -> String {
            location.translations[words.language.code]?.name ?? location.name
        }
        locationName = name(location)
        locationID = location.id.value
        link = links.link(location.place)
        partOf =
            location.partOf.flatMap { whole in rules.locations.first { $0.id == whole } }.map(name)
            ?? "–"
        names = location.names.names
            .map { words.counted($0, .name, of: topic, in: content.usage) }
            .joined(separator: ", ")
        usageFacts =
            content.usage.map {
                [
                    HandbookBrandView.NamedValue(
                        label: words.postsLabel,
                        value: words.report.number($0.posts(.location, topic)))
                ]
            } ?? []
        examples = HandbookExample.all(of: location.names.examples, words: words)
        hasExamples = !examples.isEmpty
    }
}

extension HandbookWords {
    /// `English 12, Polish 14`.
    func keywordCounts(of category: Model.Category) -> String {
        category.keywords.sorted { $0.key < $1.key }
            .map { count($1, in: $0) }.joined(separator: ", ")
    }

    /// `Polish 14`.
    func count(_ keywords: [Model.Category.Keyword], in code: LanguageCode) -> String {
        "\(language(of: code)) \(report.number(keywords.count))"
    }
}
