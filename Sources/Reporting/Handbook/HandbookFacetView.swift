import Model

/// A facet in the handbook, with all its values.
struct HandbookFacetView {
    struct ValueRow {
        let valueName: HandbookText
        let valueID: String
        let link: HandbookLink
        let valueMeaning: HandbookText?
        let keywordCounts: String
        let examples: [HandbookExample]
    }

    let facetName: HandbookText
    let facetID: String
    let link: HandbookLink
    let valueRows: [ValueRow]

    init(_ facet: Facet, links: HandbookLinks, words: HandbookWords) {
        let language = words.language.code
        facetName = HandbookText(
            facet.name, translated: facet.translations[language]?.name, words: words)
        facetID = facet.id.value
        link = links.link(facet.place)
        valueRows = facet.values.map { value in
            let translation = value.translations[language]
            return ValueRow(
                valueName: HandbookText(value.name, translated: translation?.name, words: words),
                valueID: value.id.value, link: links.link(value.place),
                valueMeaning: value.meaning.map {
                    HandbookText($0, translated: translation?.meaning, words: words)
                },
                keywordCounts: words.keywordCounts(of: value),
                examples: HandbookExample.all(of: value.examples, words: words))
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
    let examples: [HandbookExample]

    init(_ location: Location, rules: Rules, links: HandbookLinks, words: HandbookWords) {
        func name(_ location: Location) -> String {
            location.translations[words.language.code]?.name ?? location.name
        }
        locationName = name(location)
        locationID = location.id.value
        link = links.link(location.place)
        partOf =
            location.partOf.flatMap { whole in rules.locations.first { $0.id == whole } }.map(name)
            ?? "–"
        names = location.names.names.joined(separator: ", ")
        examples = HandbookExample.all(of: location.names.examples, words: words)
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
