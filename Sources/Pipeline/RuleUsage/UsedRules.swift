import Model

/// All rules whose use is counted, each with a number, and by what tags name them.
struct UsedRules: Sendable {
    /// What of an entry's tags leads to a rule.
    enum Key: Hashable {
        case brand(Brand.ID)
        /// A name, or an added form, of a brand or of the names of a place.
        case name(String, of: String)
        case source(Source.ID, of: Brand.ID)
        /// A category, a value of a facet or a place, as `FacetValue` writes it.
        case topic(String)
        case query(ofTopic: String)
        case brandQuery(Brand.ID)
        /// A context word, an exception or a struck form.
        case part(Brand.Part, of: Brand.ID)
        case keyword(String, rule: String, topic: String)
        /// Of a severity or a team: `rules/routing.yaml:40:5`.
        case reason(String)
        case tone(FileLocation)
    }

    private(set) var list: [UsedRule] = []
    private var numbers: [Key: Int] = [:]

    init(_ rules: Rules) {
        for brand in rules.brands { add(brand) }
        for category in rules.categories {
            add(category, .category, topic: category.id.value)
        }
        for facet in rules.facets {
            for value in facet.values {
                add(value, .facet, topic: FacetValue(facet.id, value.id).description)
            }
        }
        for location in rules.locations { add(location) }
        add(rules.learntKeywords)
        for route in rules.routing.routes {
            add(
                UsedRule(.route, route.team.value, at: route.place),
                by: [.reason(route.place.description)])
        }
        for rule in rules.routing.severityRules {
            add(
                UsedRule(.severity, rule.severity.rawValue, at: rule.place),
                by: [.reason(rule.place.description)])
        }
        for lexicon in rules.lexicons { add(lexicon) }
        for learnt in rules.unadapted { add(learnt.entries, in: learnt.language) }
        for adaptation in rules.adaptations { add(adaptation.entries, in: adaptation.language) }
    }

    /// - Returns: `nil` for what is no rule that is counted.
    func number(by key: Key) -> Int? {
        numbers[key]
    }

    // MARK: - Private

    /// - Parameter keys: Where one leads to a rule already, that comes first in the files and counts.
    private mutating func add(_ rule: UsedRule, by keys: [Key]) {
        for key in keys where numbers[key] == nil { numbers[key] = list.count }
        list.append(rule)
    }

    private mutating func add(_ brand: Brand) {
        add(UsedRule(.brand, brand.id.value, at: brand.place), by: [.brand(brand.id)])
        addNames(of: brand, owner: brand.id.value)
        for source in brand.sources {
            add(
                UsedRule(
                    .source, source.value, of: brand.id.value,
                    at: brand.place(of: .source(source))),
                by: [.source(source, of: brand.id)])
        }
        addConditions(of: brand)
    }

    private mutating func addConditions(of brand: Brand) {
        func add(_ kind: UsedRule.Kind, _ name: String, _ part: Brand.Part) {
            self.add(
                UsedRule(kind, name, of: brand.id.value, at: brand.place(of: part)),
                by: [.part(part, of: brand.id)])
        }
        if brand.query != nil {
            self.add(
                UsedRule(.query, "query", of: brand.id.value, at: brand.place(of: .query)),
                by: [.brandQuery(brand.id)])
        }
        for word in brand.context?.anyOf ?? [] { add(.contextWord, word, .contextWord(word)) }
        for phrase in brand.exceptions { add(.exception, phrase, .exception(phrase)) }
        for form in brand.struckForms { add(.struckForm, form, .struckForm(form)) }
    }

    private mutating func addNames(of brand: Brand, owner: String) {
        for name in brand.names {
            add(
                UsedRule(.name, name, of: owner, at: brand.place(of: .name(name))),
                by: [.name(name, of: owner)])
        }
        for form in brand.forms where !brand.names.contains(form) {
            add(
                UsedRule(.name, form, of: owner, at: brand.place(of: .form(form))),
                by: [.name(form, of: owner)])
        }
    }

    private mutating func add(_ location: Location) {
        let topic = FacetValue(.location, location.id).description
        add(UsedRule(.location, topic, at: location.place), by: [.topic(topic)])
        addNames(of: location.names, owner: topic)
    }

    /// A line whose words have alternatives is one rule.
    private mutating func add(_ category: Category, _ kind: UsedRule.Kind, topic: String) {
        add(UsedRule(kind, topic, at: category.place), by: [.topic(topic)])
        if category.query != nil {
            add(
                UsedRule(
                    .query, "query", of: topic, at: category.queryPlace ?? category.place),
                by: [.query(ofTopic: topic)])
        }
        for (language, keywords) in category.keywords.sorted(by: { $0.key < $1.key }) {
            for line in TermLine.all(of: keywords) where line.first.weight != 0 {
                add(
                    UsedRule(
                        .keyword, line.text, of: topic, in: language,
                        isAgainst: line.first.weight < 0, at: line.first.place),
                    by: line.terms.map { Self.key(of: $0, topic: topic) })
            }
        }
    }

    private mutating func add(_ learnt: [LearntKeywords]) {
        for (category, files) in Dictionary(grouping: learnt, by: \.category)
            .sorted(by: { $0.key < $1.key })
        {
            let keywords = files.flatMap(\.keywords).filter { $0.weight > 0 }
            guard let first = keywords.first else { continue }
            add(
                UsedRule(
                    .learntKeywords, keywords.count.counted("keyword"), of: category.value,
                    in: files.count == 1 ? files[0].language : nil,
                    at: FileLocation(file: first.place.file)),
                by: keywords.map { Self.key(of: $0, topic: category.value) })
        }
    }

    private static func key(of keyword: Category.Keyword, topic: String) -> Key {
        .keyword(keyword.term, rule: keyword.place.description, topic: topic)
    }

    /// Of the lines of a lexicon those that tell tone: the others only say how.
    ///
    /// A line whose words have alternatives is one rule.
    private mutating func add(_ lexicon: Lexicon) {
        for line in TermLine.all(of: lexicon.entries) {
            guard case .weight(let weight) = line.first.role, weight != 0 else { continue }
            add(
                UsedRule(.tone, line.text, in: lexicon.language, at: line.first.place),
                by: [.tone(line.first.place)])
        }
    }

    private mutating func add(_ learnt: [LearntTone.Entry], in language: LanguageCode) {
        let places = learnt.compactMap(\.place)
        guard let first = places.first else { return }
        add(
            UsedRule(
                .learntTone, places.count.counted("term"), in: language,
                at: FileLocation(file: first.file)),
            by: places.map(Key.tone))
    }
}
