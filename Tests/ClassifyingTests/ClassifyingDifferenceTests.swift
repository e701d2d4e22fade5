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

    @Test func `a phrase is looked for with its commas, and around the name of a brand`() {
        let category = Category(
            id: "wish", name: "Wish",
            keywords: [
                .polish: [Category.Keyword(term: "szkoda że nie", weight: 1, place: .sample)]
            ], place: .sample)
        let difference = ClassifyingDifference(from: rules([]), to: rules([category]))
        #expect(difference.terms.contains(TermPattern("szkoda, że nie")))
        #expect(difference.terms.contains(TermPattern("szkoda, ze nie")))
        #expect(difference.beginnings == [TermPattern("szkoda")])
    }

    @Test func `a sign that becomes a smile may change a text, and a remark on one does not`() {
        let before = Rules(.latvian, "labs=2, :)=2")
        let smiling = ClassifyingDifference(from: before, to: Rules(.latvian, "labs=2, :)=2=smile"))
        #expect(smiling.terms.contains(TermPattern(":)")))
        #expect(!smiling.terms.contains(TermPattern("labs")))
        #expect(
            ClassifyingDifference(from: before, to: Rules(.latvian, "labs=2, :)=2=a remark")).terms
                .isEmpty)
    }

    @Test func `what Latvian denies by its prefix is looked for too`() {
        let difference = ClassifyingDifference(
            from: Rules(.latvian, "labs=2"), to: Rules(.latvian, "labs=2, kavē*=-2"))
        #expect(difference.terms.contains(TermPattern("nekavē*")))
        #expect(difference.terms.contains(TermPattern("nekavee*")))
    }
}
