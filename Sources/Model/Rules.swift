/// Everything in `rules/`, checked.
package struct Rules: Hashable, Sendable {
    package let brands: [Brand]
    package let categories: [Category]
    package let routing: Routing
    package let lexicons: [Lexicon]
    /// What was learnt for the lexicons, a language at most once.
    package let learnt: [LearntTone]

    package init(
        brands: [Brand], categories: [Category], routing: Routing, lexicons: [Lexicon],
        learnt: [LearntTone] = []
    ) {
        self.brands = brands
        self.categories = categories
        self.routing = routing
        self.lexicons = lexicons
        self.learnt = learnt
    }

    /// The same rules with other learnt weights.
    package func learning(_ learnt: [LearntTone]) -> Rules {
        Rules(
            brands: brands, categories: categories, routing: routing, lexicons: lexicons,
            learnt: learnt)
    }
}
