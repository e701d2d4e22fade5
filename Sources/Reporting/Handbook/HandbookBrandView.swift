import Model

/// A brand in the handbook: what it is found by, and what is left out.
struct HandbookBrandView {
    struct NamedValue {
        let label: String
        let value: String
    }

    let brandName: String
    let brandID: String
    let kindName: String
    let link: HandbookLink
    let facts: [NamedValue]
    let examples: [HandbookExample]

    init(
        _ brand: Brand, content: HandbookContent, links: HandbookLinks, words: HandbookWords
    ) {
        brandName = brand.name
        brandID = brand.id.value
        kindName = words.page.kind(brand.kind, of: brand.market)
        link = links.link(brand.place)
        let forms = content.forms[brand.id] ?? []
        let context = brand.context.map {
            words.context(Self.list($0.anyOf, words), within: $0.within)
        }
        let capitals =
            brand.isStrictOnCase
            ? words.capitalsStrict : brand.isCaseSensitive ? words.capitalsKept : nil
        let facts: [(String, String?)] = [
            (words.names, Self.list(brand.names, words)),
            (words.forms, words.report.number(forms.count) + Self.languages(of: brand, words)),
            (words.capitals, capitals),
            (words.addedForms, brand.forms.isEmpty ? nil : Self.list(brand.forms, words)),
            (
                words.struckForms,
                brand.struckForms.isEmpty ? nil : Self.list(brand.struckForms, words)
            ),
            (words.exceptions, brand.exceptions.isEmpty ? nil : Self.list(brand.exceptions, words)),
            (words.standalone, brand.isStandalone ? words.standaloneMeaning : nil),
            (words.contextWords, context), (words.query, content.queries[brand.id]),
            (
                words.sources,
                brand.sources.isEmpty ? nil : Self.list(brand.sources.map(\.value), words)
            ),
        ]
        self.facts = facts.compactMap { label, value in
            value.map { NamedValue(label: label, value: $0) }
        }
        examples = HandbookExample.all(of: brand.examples, words: words)
    }

    // MARK: - Private

    private static let shown = 24

    private static func list(_ terms: [String], _ words: HandbookWords) -> String {
        let rest = terms.count - shown
        return terms.prefix(shown).joined(separator: ", ")
            + (rest > 0 ? ", +\(words.report.number(rest))" : "")
    }

    private static func languages(of brand: Brand, _ words: HandbookWords) -> String {
        let names = brand.inflections.map(words.inflection)
        return names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    }
}
