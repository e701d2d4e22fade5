/// Everything in `rules/`, checked.
package struct Rules: Hashable, Sendable {
    package let brands: [Brand]
    package let categories: [Category]
    /// What else is told of a text; the one of places has its values in `locations`.
    package let facets: [Facet]
    package let locations: [Location]
    package let routing: Routing
    package let lexicons: [Lexicon]
    /// What was learnt for the lexicons, a language at most once; with what adapts it.
    package let learnt: [LearntTone]
    /// The same without what adapts it.
    package let unadapted: [LearntTone]
    /// A language at most once.
    package let adaptations: [ToneAdaptation]
    /// What was learnt for the categories, a category and language at most once.
    package let learntKeywords: [LearntKeywords]
    package let unusedMacros: [UnusedMacro]

    package init(
        brands: [Brand], categories: [Category], facets: [Facet] = [],
        locations: [Location] = [], routing: Routing, lexicons: [Lexicon],
        learnt: [LearntTone] = [], adaptations: [ToneAdaptation] = [],
        learntKeywords: [LearntKeywords] = [], unusedMacros: [UnusedMacro] = []
    ) {
        self.brands = brands
        self.categories = categories
        self.facets = facets
        self.locations = locations
        self.routing = routing
        self.lexicons = lexicons
        unadapted = learnt
        self.adaptations = adaptations
        self.learnt = learnt.map { tone in
            adaptations.first { $0.language == tone.language }.map(tone.adapted) ?? tone
        }
        self.learntKeywords = learntKeywords
        self.unusedMacros = unusedMacros
    }

    /// The same rules with other learnt weights of tone, which nothing adapts.
    package func learning(_ learnt: [LearntTone]) -> Rules {
        Rules(
            brands: brands, categories: categories, facets: facets, locations: locations,
            routing: routing, lexicons: lexicons, learnt: learnt, learntKeywords: learntKeywords,
            unusedMacros: unusedMacros)
    }

    /// The same rules with other learnt keywords of categories.
    package func learning(keywords learntKeywords: [LearntKeywords]) -> Rules {
        Rules(
            brands: brands, categories: categories, facets: facets, locations: locations,
            routing: routing, lexicons: lexicons, learnt: unadapted,
            adaptations: adaptations, learntKeywords: learntKeywords, unusedMacros: unusedMacros)
    }
}
