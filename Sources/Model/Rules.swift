/// Everything in `rules/`, checked.
package struct Rules: Hashable, Sendable {
    package let brands: [Brand]
    package let categories: [Category]
    package let routing: Routing
    package let lexicons: [Lexicon]

    package init(
        brands: [Brand], categories: [Category], routing: Routing, lexicons: [Lexicon]
    ) {
        self.brands = brands
        self.categories = categories
        self.routing = routing
        self.lexicons = lexicons
    }
}
