import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

/// Phrases of categories go on over names, and with the comma that many leave out.
struct InterruptedPhraseTests {
    private let classifier: Classifier

    init() {
        func wish(_ terms: [(String, Double)]) -> [Model.Category.Keyword] {
            terms.map { Model.Category.Keyword(term: $0, weight: $1, place: .categories(2)) }
        }
        let category = Model.Category(
            id: "feature_request", name: "Wish",
            keywords: [
                .english: wish([("i wish had", 1), ("no delivery", 1), ("can add", 1)]),
                .polish: wish([
                    ("gdyby można było", 1), ("szkoda że nie ma", 1), ("nie działa", -1),
                    ("kiedy wprowadzi", 1),
                ]),
                .latvian: wish([("kāpēc nevar", 1), ("žēl ka nav", 1)]),
            ], place: .categories(1))
        classifier = Classifier(
            rules: Rules(
                brands: Rules.sample.brands, categories: [category],
                routing: Rules.sample.routing, lexicons: Rules.sample.lexicons))
    }

    @Test(
        arguments: [
            ("I wish Zefirnet had a shop here", .english, true),
            ("i wish that Zefirnet had a shop here", .english, false),
            ("can Zefirnet, please, add this one for the people", .english, false),
            ("No! Zefirnet delivery is what the people want", .english, false),
            ("no delivery, said the people at Zefirnet", .english, true),
            ("gdyby Kawka można było kupić", .polish, true),
            ("gdyby w Kawka można było kupić", .polish, true),
            ("gdyby można w Kawka było kupić", .polish, true),
            ("gdyby tam w Kawka można było kupić", .polish, false),
            ("kiedy Zefirnet wprowadzi to wszystko", .polish, true),
            ("kiedy Zefirnet wprowadzi, bo to nie Zefirnet działa", .polish, false),
            ("> kiedy Zefirnet wprowadzi to wszystko\n\nnie wiem, ale pytam", .polish, false),
            ("kāpēc Zefirnet nevar to izdarīt", .latvian, true),
            ("kāpēc ar Zefirnet nevar to izdarīt", .latvian, true),
        ] as [(String, LanguageCode, Bool)])
    func `a brand and its preposition may stand between the words of a phrase`(
        text: String, language: LanguageCode, isGiven: Bool
    ) {
        #expect(classifier.tags(text, language: language).categories.isEmpty != isGiven)
    }

    @Test func `the evidence covers what stands between`() {
        let tags = classifier.tags("Oh, i wish Zefirnet had it", language: .english)
        #expect(tags.categories.first?.evidence.map(\.range) == [4..<23])
        #expect(tags.categories.first?.evidence.map(\.term) == ["i wish had"])
    }

    @Test(
        arguments: [
            ("szkoda, że nie ma nic dla dzieci", .polish, true),
            ("szkoda że nie ma nic dla dzieci", .polish, true),
            ("szkoda, ze nie ma nic dla ludzi", .polish, true),
            ("szkoda że nie, ma nic dla dzieci", .polish, false),
            ("žēl, ka nav nekā bērniem", .latvian, true),
        ] as [(String, LanguageCode, Bool)])
    func `a comma before a conjunction may stand or be left out`(
        text: String, language: LanguageCode, isGiven: Bool
    ) {
        #expect(classifier.tags(text, language: language).categories.isEmpty != isGiven)
    }
}
