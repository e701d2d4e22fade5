import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

struct ClassifyingDifferenceTests {
    private func rules(_ categories: [Model.Category]) -> Rules {
        Rules(
            brands: Rules.sample.brands, categories: categories, routing: .sample,
            lexicons: Rules.sample.lexicons)
    }

    @Test func `words that speak against a new category are among those that may change a text`() {
        let category = Category(
            id: "queue", name: "Queue",
            keywords: [
                .polish: [
                    Category.Keyword(term: "kolejka", weight: 1, place: .sample),
                    Category.Keyword(term: "pociąg", weight: -1, place: .sample),
                ]
            ], place: .sample)
        let difference = ClassifyingDifference(from: rules([]), to: rules([category]))
        #expect(difference.terms.contains(TermPattern("kolejka")))
        #expect(difference.terms.contains(TermPattern("pociąg")))
        #expect(!difference.concernsEveryText)
    }
}
