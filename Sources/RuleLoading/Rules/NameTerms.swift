import Model

/// What names a brand, or a place, in a text: the keys that both have.
struct NameTerms {
    enum Key: String, CaseIterable {
        case names, inflect, forms, strike, except
        case caseSensitive = "case_sensitive"
        case standalone, accents, hashtags, query, context, examples
    }

    typealias Placed = (item: String, place: FileLocation)

    /// `nil` where none are listed.
    let names: [Placed]?
    private let inflections: [Brand.Inflection]
    private let forms: [Placed]
    private let struck: [Placed]
    private let exceptions: [Placed]
    private let caseRule: CaseRule
    private let isStandalone: Bool
    private let accents: Accents
    private let hashtags: Hashtags
    private let query: Query?
    private let queryPlace: FileLocation?
    private let context: (words: [Placed], within: Int)?
    private let examples: Examples

    init(reading fields: Fields<Key>, macros: QueryMacros, noting errors: inout [RuleError]) {
        names =
            fields[.names] == nil
            ? nil : fields.placedList(.names, of: YAMLValue.findable, noting: &errors)
        inflections = Self.inflections(fields[.inflect], noting: &errors)
        forms = fields.placedList(.forms, of: YAMLValue.findable, noting: &errors)
        struck = fields.placedList(.strike, of: YAMLValue.findable, noting: &errors)
        exceptions = fields.placedList(.except, of: YAMLValue.term, noting: &errors)
        caseRule = errors.noting(try fields[.caseSensitive]?.caseRule()) ?? .ignored
        isStandalone = errors.noting(try fields[.standalone]?.trueOrFalse()) ?? false
        accents =
            errors.noting(try fields[.accents]?.choice(of: "accents", Accents.self)) ?? .optional
        hashtags =
            errors.noting(try fields[.hashtags]?.choice(of: "hashtag rule", Hashtags.self))
            ?? .names
        query = errors.noting(
            try fields[.query]?.query(isNarrowing: true, macros: macros))
        queryPlace = fields[.query]?.place
        context = Self.context(fields, noting: &errors)
        examples = Examples(reading: fields[.examples], noting: &errors)
    }

    /// Who goes by the names.
    func bearer(
        _ id: Brand.ID, _ name: String, kind: Brand.Kind, market: Placed? = nil, names: [Placed],
        sources: [Placed] = [], place: FileLocation
    ) -> Brand {
        let lines: [(Brand.Part, FileLocation)] =
            names.map { (.name($0.item), $0.place) } + forms.map { (.form($0.item), $0.place) }
            + struck.map { (.struckForm($0.item), $0.place) }
            + exceptions.map { (.exception($0.item), $0.place) }
            + (context?.words ?? []).map { (.contextWord($0.item), $0.place) }
            + sources.map { (.source(Source.ID($0.item)), $0.place) }
            + (queryPlace.map { [(.query, $0)] } ?? [])
            + (market.map { [(.market, $0.place)] } ?? [])
        return Brand(
            id: id, name: name, kind: kind, market: market?.item, names: names.map(\.item),
            inflections: inflections, forms: forms.map(\.item), struckForms: struck.map(\.item),
            exceptions: exceptions.map(\.item), isCaseSensitive: caseRule != .ignored,
            isStrictOnCase: caseRule == .strict, isStandalone: isStandalone,
            isFoundWithoutAccents: accents == .optional, isFoundAsHashtag: hashtags == .names,
            sources: sources.map { Source.ID($0.item) }, query: query,
            context: context.map {
                Brand.Context(anyOf: $0.words.map(\.item), within: $0.within)
            },
            examples: examples, place: place,
            places: Dictionary(lines, uniquingKeysWith: { first, _ in first }))
    }

    // MARK: - Private

    private enum ContextKey: String, CaseIterable {
        case anyOf = "any_of"
        case within
    }

    /// `none`, one language or a list of languages.
    private static func inflections(
        _ value: YAMLValue?, noting errors: inout [RuleError]
    ) -> [Brand.Inflection] {
        guard let items = errors.noting(try value?.listOrSingle()) else { return [] }
        var inflections: [Brand.Inflection] = []
        for item in items {
            guard let one = errors.noting(try item.choice(of: "inflection", Brand.Inflection.self))
            else { continue }
            if one == .none, items.count > 1 {
                errors.append(RuleError(.noneAmongOthers, at: item.place))
            }
            if one != .none, !inflections.contains(one) { inflections.append(one) }
        }
        return inflections
    }

    private static func context(
        _ fields: Fields<Key>, noting errors: inout [RuleError]
    ) -> (words: [(item: String, place: FileLocation)], within: Int)? {
        guard let fields = fields.fields(.context, of: ContextKey.self, noting: &errors) else {
            return nil
        }
        _ = errors.noting(try fields.required(.anyOf))
        let words = fields.placedList(.anyOf, of: YAMLValue.term, noting: &errors)
        let within = errors.noting(try fields[.within]?.wholeNumber(in: 1...1_000)) ?? 10
        return (words, within)
    }
}

/// What `accents` may say.
private enum Accents: String, CaseIterable {
    case optional, required
}

/// What `hashtags` may say: which ones count.
private enum Hashtags: String, CaseIterable {
    /// Every name, written as one.
    case names
    /// Those among the names.
    case listed
}

/// What `case_sensitive` may say.
private enum CaseRule {
    case ignored, kept, strict
}

extension YAMLValue {
    /// `true`, `false` or `strict`.
    fileprivate func caseRule() throws(RuleError) -> CaseRule {
        do throws(RuleError) {
            return try trueOrFalse() ? .kept : .ignored
        } catch {
            // What is no text is complained of as what it is.
            guard let word = try? text() else { throw error }
            if word == "strict" { return .strict }
            throw RuleError(
                .unknown("case rule", word, known: ["true", "false", "strict"]), at: place)
        }
    }
}
