import Classifying
import Matching
import Model

/// A rule that an entry's tags came from, and which of them, where people say whether it is right.
struct RuleFiring: Hashable, Sendable {
    enum Tag: Hashable, Sendable {
        case brand(Brand.ID)
        case category(String)
        /// Toward a brand; whether the rule spoke for praise.
        case tone(Brand.ID, isPraise: Bool)
        /// Nobody is asked about it.
        case unjudged
    }

    /// Its number among the used rules.
    let rule: Int
    let tag: Tag
}

/// Tells which rules an entry's tags came from, those that `earshot explain` names for it, and which
/// keywords spoke against others.
struct RuleFirings: Sendable {
    let used: UsedRules
    private let places: RulePlaces
    private let locations: [Location.ID: Brand]
    private let parts: BrandPartFinder

    init(_ rules: Rules) {
        used = UsedRules(rules)
        places = RulePlaces(rules)
        parts = BrandPartFinder(rules.brands)
        locations = Dictionary(rules.locations.map { ($0.id, $0.names) }) { first, _ in first }
    }

    /// What kept names from counting in an entry that mentions no brand; `nil` where that was nothing.
    func firings(ofUnmentioning entry: EntryText) -> Set<RuleFiring>? {
        guard parts.mayKeepOut(in: entry) else { return nil }
        var found = Found(used: used)
        addKeptOut(in: ReadEntry(entry), to: &found)
        return found.firings.isEmpty ? nil : found.firings
    }

    /// - Parameters:
    ///   - read: The entry.
    ///   - against: Of the entry.
    ///   - source: Whose entry it is.
    ///   - forms: What was found out for other entries.
    /// - Returns: Each once for each tag.
    func firings(
        of tags: Tags, in read: ReadEntry, against: [OpposingKeyword], from source: Source.ID?,
        knowing forms: inout NameForms
    ) -> Set<RuleFiring> {
        var found = Found(used: used)
        for mention in tags.mentions.map(\.mention) {
            add(mention, from: source, &forms, to: &found)
        }
        let near = parts.contextWords(
            of: tags.mentions.map(\.mention), title: read.title, text: read.text)
        for word in near { found.add(.part(word.part, of: word.brand), .brand(word.brand)) }
        addKeptOut(in: read, to: &found)
        for tag in tags.categories {
            found.add(tag, topic: tag.id.value, .category(tag.id.value))
        }
        for facet in tags.facets.facets where facet != .location {
            for tag in tags.facets[facet] {
                found.add(tag, topic: FacetValue(facet, tag.id).description, .unjudged)
            }
        }
        for tag in tags.facets[.location] { addLocation(tag, &forms, to: &found) }
        for reason in [tags.severityReason, tags.teamReason] {
            found.add(.reason(reason), .unjudged)
        }
        addTones(of: tags, to: &found)
        for keyword in against {
            let topic =
                keyword.facet.map { FacetValue($0, keyword.category).description }
                ?? keyword.category.value
            found.add(.keyword(keyword.term, rule: keyword.rule, topic: topic), .unjudged)
        }
        return found.firings
    }

    // MARK: - Private

    private struct Found {
        let used: UsedRules
        var firings: Set<RuleFiring> = []

        mutating func add(_ key: UsedRules.Key, _ tag: RuleFiring.Tag) {
            guard let rule = used.number(by: key) else { return }
            firings.insert(RuleFiring(rule: rule, tag: tag))
        }

        /// Whatever has a query was given because it held.
        mutating func add(_ given: CategoryTag, topic: String, _ tag: RuleFiring.Tag) {
            add(.topic(topic), tag)
            add(.query(ofTopic: topic), tag)
            for evidence in given.evidence {
                add(.keyword(evidence.term, rule: evidence.rule, topic: topic), tag)
            }
        }
    }

    private func add(
        _ mention: Mention, from source: Source.ID?, _ forms: inout NameForms,
        to found: inout Found
    ) {
        let tag = RuleFiring.Tag.brand(mention.brand)
        found.add(.brand(mention.brand), tag)
        guard !mention.isBySource else {
            if let source { found.add(.source(source, of: mention.brand), tag) }
            return
        }
        found.add(.brandQuery(mention.brand), tag)
        let name = forms.name(of: mention.form, owner: mention.brand.value) {
            places.origin(of: mention)?.form.name
        }
        if let name { found.add(.name(name, of: mention.brand.value), tag) }
    }

    private func addKeptOut(in read: ReadEntry, to found: inout Found) {
        for kept in parts.keptOut(title: read.title, text: read.text) {
            found.add(.part(kept.part, of: kept.brand), .unjudged)
        }
    }

    /// A place is given by its own names or by those of its parts, which are none of its own.
    private func addLocation(
        _ given: CategoryTag, _ forms: inout NameForms, to found: inout Found
    ) {
        let topic = FacetValue(.location, given.id).description
        found.add(.topic(topic), .unjudged)
        guard let names = locations[given.id] else { return }
        for evidence in given.evidence {
            let name = forms.name(of: evidence.term, owner: topic) {
                BrandForm.form(foundAs: evidence.term, of: names)?.name
            }
            if let name { found.add(.name(name, of: topic), .unjudged) }
        }
    }

    /// Of the whole text and toward each brand.
    private func addTones(of tags: Tags, to found: inout Found) {
        let languages = tags.language.all
        func add(_ sentiment: Sentiment, _ tag: (SentimentEvidence) -> RuleFiring.Tag) {
            for evidence in sentiment.evidence {
                for place in places.places(ofKeyword: evidence.term, in: languages) {
                    found.add(.tone(place), tag(evidence))
                }
            }
        }
        add(tags.sentiment) { _ in .unjudged }
        for tone in tags.brandTones {
            add(tone.sentiment) { .tone(tone.brand, isPraise: $0.weight > 0) }
        }
    }
}

/// Which name each form is one of, as far as anybody has asked: to find it out takes all forms of all
/// names of a brand.
struct NameForms: Sendable {
    private struct Form: Hashable {
        let owner: String
        let text: String
    }

    private var names: [Form: String?] = [:]

    /// - Parameter find: Asked once for each form.
    mutating func name(of form: String, owner: String, find: () -> String?) -> String? {
        let form = Form(owner: owner, text: form)
        if let known = names[form] { return known }
        let name = find()
        names[form] = .some(name)
        return name
    }
}
