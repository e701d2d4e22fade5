import Matching
import Model

/// Where the names and keywords stand that an entry's tags come from.
struct RulePlaces {
    private let brands: [Brand.ID: Brand]
    /// By keyword, in the lexicon, among what was learnt, and in what adapts that.
    private let keywords: [String: [FileLocation]]

    /// - Parameter languages: Of the text, that of most of it first: each has its own keywords, and emoji
    ///   are shared.
    init(_ rules: Rules, languages: [LanguageCode]) {
        brands = Dictionary(rules.brands.map { ($0.id, $0) }) { first, _ in first }
        let own = (languages + [.undetermined]).flatMap { language in
            rules.lexicons.filter { $0.language == language }
        }
        let others = rules.lexicons.filter { !own.contains($0) }.sorted {
            $0.language < $1.language
        }
        var keywords: [String: [FileLocation]] = [:]
        for entry in (own + others).flatMap(\.entries) where keywords[entry.term] == nil {
            keywords[entry.term] = [entry.place]
        }
        let learnt =
            rules.unadapted.filter { languages.contains($0.language) }.flatMap(\.entries)
            + rules.adaptations.filter { languages.contains($0.language) }.flatMap(\.entries)
        for entry in learnt {
            guard let place = entry.place else { continue }
            keywords[entry.term, default: []].append(place)
        }
        self.keywords = keywords
    }

    /// The lines that give a keyword its weight: of the lexicon, of what was learnt and of what adapts it.
    func places(ofKeyword term: String) -> [FileLocation] {
        keywords[term] ?? []
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
            MentionCertainty(of: brand).degree(of: mention.form)
        )
    }
}
