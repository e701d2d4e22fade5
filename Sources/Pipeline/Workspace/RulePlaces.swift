import Matching
import Model

/// Where the names and keywords stand that an entry's tags come from.
struct RulePlaces {
    private let brands: [Brand.ID: Brand]
    /// By language, then term.
    private let lexicons: [LanguageCode: [String: FileLocation]]
    /// Likewise, of what was learnt and of what adapts that.
    private let learnt: [LanguageCode: [String: [FileLocation]]]

    /// - Parameter keywords: Those that are asked about; `nil` for all.
    init(_ rules: Rules, keywords: Set<String>? = nil) {
        func isAsked(_ term: String) -> Bool { keywords?.contains(term) ?? true }
        brands = Dictionary(rules.brands.map { ($0.id, $0) }) { first, _ in first }
        lexicons = Dictionary(grouping: rules.lexicons, by: \.language).mapValues { lexicons in
            let entries = lexicons.lazy.flatMap(\.entries).filter { isAsked($0.term) }
            return Dictionary(entries.map { ($0.term, $0.place) }) { first, _ in first }
        }
        let files =
            rules.unadapted.map { ($0.language, $0.entries) }
            + rules.adaptations.map { ($0.language, $0.entries) }
        var learnt: [LanguageCode: [String: [FileLocation]]] = [:]
        for (language, entries) in files {
            for entry in entries where isAsked(entry.term) {
                guard let place = entry.place else { continue }
                learnt[language, default: [:]][entry.term, default: []].append(place)
            }
        }
        self.learnt = learnt
    }

    /// The lines that give a keyword its weight: of the lexicon, of what was learnt and of what adapts it.
    ///
    /// - Parameter languages: Of the text, the main one first: each has its own keywords, and emoji are
    ///   shared.
    func places(ofKeyword term: String, in languages: [LanguageCode]) -> [FileLocation] {
        let others = lexicons.keys.filter { !languages.contains($0) && $0 != .undetermined }
            .sorted()
        let inLexicon = (languages + [.undetermined] + others).lazy.compactMap { [lexicons] in
            lexicons[$0]?[term]
        }.first
        return [inLexicon].compactMap(\.self) + languages.flatMap { learnt[$0]?[term] ?? [] }
    }

    /// The name that a mention is a form of, its line, and how sure it is that the brand is meant.
    func origin(
        of mention: Mention
    ) -> (form: BrandForm, place: FileLocation, degree: MentionCertainty.Degree)? {
        guard let brand = brands[mention.brand],
            let form = BrandForm.form(foundAs: mention.form, of: brand)
        else { return nil }
        let isAdded = form.language == nil && !brand.names.contains(form.name)
        return (
            form, brand.place(of: isAdded ? .form(form.name) : .name(form.name)),
            MentionCertainty(of: brand).degree(of: mention, foundAs: form)
        )
    }
}
