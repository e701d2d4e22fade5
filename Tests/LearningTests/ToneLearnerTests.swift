import Learning
import Model
import Testing
import Tokenizing

struct ToneLearnerTests {
    @Test func `what the lexicon lacks is learnt, and the rest is left at nothing`() {
        let learnt = learntTone()
        let crunchy = learnt.weights("crunchy")
        let soggy = learnt.weights("soggy")
        #expect(crunchy.praise > 1 && crunchy.praise > crunchy.blame)
        #expect(soggy.blame > 1 && soggy.blame > soggy.praise)
        #expect(learnt.weights("agenda").praise < 0 && learnt.weights("agenda").blame < 0)
        #expect(abs(learnt.weights("today").praise) < 1 && abs(learnt.weights("today").blame) < 1)
    }

    @Test func `the same texts give the same weights`() {
        #expect(learntTone() == learntTone())
    }

    @Test func `what a person has fixed gets no weight`() {
        #expect(learntTone(fixed: ["crunchy"]).entries.allSatisfy { $0.term != "crunchy" })
    }

    @Test func `names, handles, numbers and rare words are no terms`() {
        let learnt = learntTone(adding: " thanks to Petronela and @kawka 500")
        let words = Set(learnt.entries.flatMap { $0.term.split(separator: " ").map(String.init) })
        #expect(words.isDisjoint(with: ["petronela", "@kawka", "kawka", "500", "rare"]))
        #expect(words.contains("thanks"))
    }

    @Test func `a word that only one set has is learnt too`() {
        #expect(learntTone().weights("limp").blame > 0)
    }

    @Test func `of sixty texts a tenth as many terms are kept when that is asked for`() {
        #expect(learntTone(termsPerText: 0.1).entries.count == 6)
    }

    @Test func `a stronger penalty gives weaker weights`() {
        let weak = learntTone(penalty: 5).weights("crunchy").praise
        #expect(weak > 0 && weak < learntTone(penalty: 1).weights("crunchy").praise)
    }

    @Test func `texts that all weigh the same teach the same, whatever that is`() {
        #expect(learntTone(weight: 1 / 256) == learntTone())
        #expect(learntTone(weight: 256) == learntTone())
    }

    @Test func `stems are learnt where words inflect`() {
        let forms = [
            "chrupiący", "chrupiąca", "chrupiące", "chrupiącej", "chrupiącą", "chrupiących",
        ]
        let examples = forms.flatMap { form in
            (0..<4).flatMap { number in
                [
                    Example("\(form) bułka \(number)", .positive, set: number % 2),
                    Example("plan zebrania \(number)", .neutral, set: number % 2),
                    Example("zimna bułka \(number)", .negative, set: number % 2),
                ]
            }
        }
        let learnt = ToneLearner(
            language: .polish, fixed: [], settings: settings(language: .polish)
        )
        .learntTone(from: examples)
        #expect(learnt.weights("chrupi*").praise > 0.3)
        #expect(learnt.weights("chrup*").praise == 0, "the longer stem says as much")
    }

    @Test func `the stems of a name are left out as the name is`() {
        let forms = ["Kreskonet", "Kreskonetu", "Kreskonetem", "Kreskonetowi"]
        let examples = forms.flatMap { form in
            (0..<5).flatMap { number in
                [
                    Example("u mnie \(form) zamilkło \(number)", .negative, set: number % 2),
                    Example("u mnie plan zebrania \(number)", .neutral, set: number % 2),
                    Example("u mnie chrupiące bułki \(number)", .positive, set: number % 2),
                ]
            }
        }
        let learnt = ToneLearner(
            language: .polish, fixed: [], settings: settings(language: .polish)
        )
        .learntTone(from: examples)
        #expect(learnt.entries.filter { $0.term.hasPrefix("kresk") } == [])
        #expect(learnt.weights("zamilk*").blame > 0)
    }

    @Test func `what stands inside a phrase of the lexicon is learnt from elsewhere alone`() {
        func learnt(besides phrases: [SentimentEvidence]) -> LearntTone {
            let examples = (0..<20).flatMap { number in
                [
                    Example("no problem", .positive, set: number % 2, evidence: phrases),
                    Example("problem again", .negative, set: number % 2),
                    Example("the agenda is here", .neutral, set: number % 2),
                ]
            }
            var settings = settings(penalty: 0.1)
            settings.mostShare = 1
            settings.termsPerText = 1
            return ToneLearner(language: .english, fixed: [], settings: settings)
                .learntTone(from: examples)
        }
        let phrase = SentimentEvidence(term: "no problem", range: 0..<10, weight: 2)
        #expect(learnt(besides: [phrase]).weights("no").praise == 0)
        #expect(learnt(besides: []).weights("no").praise > 0.25)
    }

    @Test(
        arguments: [
            (.english, ["("], ["nie"]), (.polish, ["nie", "("], []), (.latvian, [], ["nie", "("]),
        ] as [(LanguageCode, [String], [String])])
    func `quiet marks are learnt but in Latvian, words of a third of the texts in Polish alone`(
        language: LanguageCode, learnt: [String], others: [String]
    ) {
        let fillers = ["bread", "rolls", "cakes", "pies"]
        let examples = (0..<40).flatMap { number in
            [
                Example(
                    "nie \(fillers[number % 4])" + (number % 3 == 0 ? " (so)" : ""), .negative,
                    set: number % 2),
                Example("plan \(fillers[number % 4])", .neutral, set: number % 2),
                Example("crunchy \(fillers[number % 4])", .positive, set: number % 2),
            ]
        }
        var settings = ToneLearner.Settings(language: language)
        settings.penalty = 0.1
        let tone = ToneLearner(language: language, fixed: [], settings: settings)
            .learntTone(from: examples)
        for term in learnt { #expect(tone.weights(term).blame > 0) }
        for term in others { #expect(tone.weights(term).blame == 0) }
    }

    /// No word stands in more than a fifth of the texts, so that in both languages the same ones are learnt.
    @Test func `Latvian texts, of which fewer teach, change the lexicon less than Polish ones`() {
        let breads = ["bread", "rolls", "cakes", "pies", "buns", "toast"]
        let pairs = [("crunchy", "soggy", "plan"), ("sturdy", "limp", "agenda")]
        let examples = (0..<36).flatMap { number in
            let (praise, blame, neither) = pairs[number % 2]
            let bread = breads[number / 2 % breads.count]
            return [
                Example("\(praise) \(bread)", .positive, set: number / 18),
                Example("\(blame) \(bread)", .negative, set: number / 18),
                Example("\(neither) \(bread)", .neutral, set: number / 18),
            ]
        }
        func weight(in language: LanguageCode) -> Double {
            ToneLearner(language: language, fixed: [], settings: .init(language: language))
                .learntTone(from: examples).weights("crunchy").praise
        }
        let latvian = weight(in: .latvian)
        #expect(latvian > 0 && latvian < weight(in: .polish))
    }

    /// The same keyword is praise wherever it stands in one set, and in the other only sometimes.
    @Test func `texts that were not gathered say half as much of how much it takes for a side`() {
        let nice = SentimentEvidence(term: "nice", range: 0..<4, weight: 2)
        let foul = SentimentEvidence(term: "foul", range: 0..<4, weight: -2)
        func learnt(from sets: ClosedRange<Int>, isGathered: Bool = true) -> LearntTone {
            let examples = (0..<40).flatMap { number in
                [
                    Example(
                        "nice bread", number % 2 == 0 ? .positive : .neutral, set: 0,
                        evidence: [nice]),
                    Example(
                        "foul bread", number % 2 == 0 ? .negative : .neutral, set: 0,
                        evidence: [foul]),
                    Example(
                        "nice crunchy rolls", .positive, set: 1, evidence: [nice],
                        isGathered: isGathered),
                    Example(
                        "foul soggy rolls", .negative, set: 1, evidence: [foul],
                        isGathered: isGathered),
                    Example("crunchy rolls", .positive, set: 1, isGathered: isGathered),
                    Example("soggy rolls", .negative, set: 1, isGathered: isGathered),
                    Example("the agenda", .neutral, set: 1, isGathered: isGathered),
                ]
            }
            return ToneLearner(language: .english, fixed: [], settings: settings())
                .learntTone(from: examples.filter { sets.contains($0.set) })
        }
        let halfway = learnt(from: 0...1, isGathered: false)
        let (first, all) = (learnt(from: 0...0), learnt(from: 0...1))
        #expect(all.threshold.praise < halfway.threshold.praise)
        #expect(all.threshold.blame < halfway.threshold.blame)
        #expect(halfway.threshold.praise < first.threshold.praise)
        #expect(halfway.threshold.blame < first.threshold.blame)
        #expect(halfway.weights("crunchy").praise > 0)
        #expect(halfway.weights("soggy").blame > 0)
    }

    @Test func `texts that were not gathered say how much it takes where no others do`() {
        func learnt(isGathered: Bool) -> LearntTone {
            let examples = (0..<20).flatMap { _ in
                [
                    Example("crunchy rolls", .positive, set: 0, isGathered: isGathered),
                    Example("soggy rolls", .negative, set: 0, isGathered: isGathered),
                    Example("the agenda", .neutral, set: 0, isGathered: isGathered),
                ]
            }
            return ToneLearner(language: .english, fixed: [], settings: settings())
                .learntTone(from: examples)
        }
        #expect(learnt(isGathered: false) == learnt(isGathered: true))
    }

    @Test(
        arguments: [
            (.english, "we met Anna and Boris in Riga", true),
            (.english, "we met anna and boris in riga", false),
            (.polish, "we met Anna and Boris in Riga", false),
        ] as [(LanguageCode, String, Bool)])
    func `in English it is learnt that capitals are for news`(
        language: LanguageCode, news: String, isLearnt: Bool
    ) {
        let examples = (0..<20).flatMap { number in
            [
                Example(news, .neutral, set: number % 2),
                Example("we met anna and boris in riga", .positive, set: number % 2),
                Example("soggy bread in town", .negative, set: number % 2),
            ]
        }
        let learnt = ToneLearner(
            language: language, fixed: [], settings: .init(language: language)
        ).learntTone(from: examples)
        #expect((learnt.capitals != nil) == isLearnt)
        if let capitals = learnt.capitals { #expect(capitals.praise < -0.5) }
    }

    @Test func `keywords of a text four times as long teach what half as heavy ones do`() {
        func learnt(weight: Double, length: LearntTone.Sides?) -> LearntTone {
            let rest = " bread it is what it is and it is what it is and there it is"
            let sides: [(String, Double, LabelledText.Label)] = [
                ("nice", 1, .positive), ("foul", -1, .negative), ("some", 0, .neutral),
            ]
            let examples = (0..<20).flatMap { number in
                sides.map { word, sign, label in
                    let evidence = SentimentEvidence(
                        term: word, range: 0..<4, weight: sign * weight)
                    return Example(
                        word + rest, number % 5 == 0 ? .neutral : label, set: number % 2,
                        evidence: sign == 0 ? [] : [evidence], length: length)
                }
            }
            return ToneLearner(language: .english, fixed: [], settings: settings())
                .learntTone(from: examples)
        }
        let halved = learnt(weight: 2, length: .init(praise: 4.25, blame: 4.25))
        #expect(halved == learnt(weight: 1, length: nil))
        #expect(halved != learnt(weight: 2, length: nil))
    }

    @Test func `an adaptation leaves what capitals say as it was`() {
        let base = LearntTone(
            language: .english, threshold: .init(praise: 1, blame: 1),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            capitals: .init(praise: -1.5, blame: -0.5), entries: [])
        let adaptation = ToneLearner(
            language: .english, fixed: [], settings: .init(language: .english)
        ).adaptation(of: base, to: [Example("crunchy rolls", .positive, set: 0)])
        #expect(base.adapted(by: adaptation).capitals == base.capitals)
    }

    // MARK: - Private

    private func settings(
        penalty: Double = 1, language: LanguageCode = .english
    ) -> ToneLearner.Settings {
        var settings = ToneLearner.Settings(language: language)
        settings.penalty = penalty
        settings.mostShare = 0.5
        return settings
    }

    /// Sixty texts in two sets that praise what is crunchy, blame what is soggy, and have an agenda.
    private func learntTone(
        fixed: Set<String> = [], penalty: Double = 1, termsPerText: Double = 1,
        adding end: String = "", weight: Double = 1
    ) -> LearntTone {
        var settings = settings(penalty: penalty)
        settings.termsPerText = termsPerText
        let examples = (0..<20).flatMap { number in
            [
                Example(
                    "crunchy bread today" + end, .positive, set: number % 2, weight: weight),
                Example(
                    "soggy bread today" + (number < 4 ? " rare" : number % 2 == 0 ? " limp" : ""),
                    .negative, set: number % 2, weight: weight),
                Example("the agenda is here", .neutral, set: number % 2, weight: weight),
            ]
        }
        return ToneLearner(language: .english, fixed: fixed, settings: settings)
            .learntTone(from: examples)
    }
}
