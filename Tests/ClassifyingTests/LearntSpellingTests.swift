import Classifying
import Model
import Testing
import Tokenizing

struct LearntSpellingTests {
    @Test(
        arguments: [
            ("nie wiem, to jest trzeslawa zek", ["trzęślawa", "trzęśla*"]),
            ("nie wiem, to jest trzęślawa żęk", ["trzęślawa", "trzęśla*", "żęk"]),
            ("nie wiem, czy będzie trzeslawa zek", []),
        ] as [(String, Set<String>)])
    func `learnt words count in bare letters where nobody types accents, short ones do not`(
        text: String, terms: Set<String>
    ) {
        let learnt = LearntTone(
            language: .polish, threshold: .init(praise: 0.6, blame: 0.6),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: [
                .init(term: "trzęślawa", weights: .init(praise: 3, blame: -3)),
                .init(term: "trzęśla*", weights: .init(praise: 1.5, blame: -1.5)),
                .init(term: "żęk", weights: .init(praise: 1.5, blame: -1.5)),
            ])
        let evidence = Classifier(rules: Rules.sample.learning([learnt]))
            .sentiment(text, .polish).evidence
        #expect(Set(evidence.map(\.term)) == terms)
        #expect(
            evidence.filter { $0.term == "trzęślawa" }.allSatisfy {
                $0.range == 18..<27 && $0.weight == 1
            })
    }

    @Test(
        arguments: [
            ("nie dziala mi to", .polish, true), ("nie działa mi to", .polish, false),
            ("nestrada", .latvian, true), ("nestrādā", .latvian, false),
        ] as [(String, LanguageCode, Bool)])
    func `a text reads as bare letters where it has no accents`(
        text: String, language: LanguageCode, isBare: Bool
    ) {
        #expect(Classifier.sample.readsBareLetters(in: Words(of: text), language) == isBare)
    }
}
