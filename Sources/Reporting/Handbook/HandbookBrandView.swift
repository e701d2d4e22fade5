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
    let hasExamples: Bool
    let examples: [HandbookExample]

    init(
        _ brand: Brand, content: HandbookContent, links: HandbookLinks, words: HandbookWords
    ) {
        brandName = brand.name
        brandID = brand.id.value
        kindName = words.page.kind(
            brand.kind, of: brand.marketName(in: words.language) ?? brand.market)
        link = links.link(brand.place)
        let forms = content.forms[brand.id] ?? []
        func counted(_ terms: [String], _ kind: HandbookUsage.Kind) -> String {
            Self.list(
                terms.map { words.counted($0, kind, of: brand.id.value, in: content.usage) }, words)
        }
        let context = brand.context.map {
            words.context(counted($0.anyOf, .contextWord), within: $0.within)
        }
        let capitals =
            brand.isStrictOnCase
            ? words.capitalsStrict : brand.isCaseSensitive ? words.capitalsKept : nil
        let facts: [(String, String?)] = [
            (
                words.postsLabel,
                content.usage.map { words.report.number($0.posts(.brand, brand.id.value)) }
            ),
            (words.names, counted(brand.names, .name)),
            (words.forms, words.report.number(forms.count) + Self.languages(of: brand, words)),
            (words.capitals, capitals),
            (words.addedForms, brand.forms.isEmpty ? nil : counted(brand.forms, .name)),
            (
                words.struckForms,
                brand.struckForms.isEmpty ? nil : counted(brand.struckForms, .struckForm)
            ),
            (
                words.exceptions,
                brand.exceptions.isEmpty ? nil : counted(brand.exceptions, .exception)
            ),
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
        hasExamples = !examples.isEmpty
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
