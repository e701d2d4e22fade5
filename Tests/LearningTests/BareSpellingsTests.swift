import Learning
import Model
import Testing

struct BareSpellingsTests {
    @Test func `a text typed without accents teaches the words that it leaves them off`() {
        func weights(isBare: Bool) -> (accented: Double, bare: Double) {
            let examples = (0..<20).flatMap { number in
                [
                    Example(number < 6 ? "świetna kawa" : "kawa", .positive, set: number % 2),
                    Example("swietna kawa", .positive, set: number % 2, isBare: isBare),
                    Example("zimna bułka", .negative, set: number % 2),
                    Example("plan zebrania", .neutral, set: number % 2),
                ]
            }
            var settings = ToneLearner.Settings(language: .polish)
            settings.mostShare = 1
            let known = LearntTone(
                language: .polish, threshold: .init(praise: 1, blame: 1),
                keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
                entries: [.init(term: "świetna", weights: .init(praise: 9, blame: -9))])
            let learner = ToneLearner(language: .polish, fixed: [], settings: settings)
            let adapted = known.adapted(by: learner.adaptation(of: known, to: examples))
            return (
                learner.learntTone(from: examples).weights("świetna").praise,
                adapted.weights("swietna").praise
            )
        }
        let (typed, asTheyAre) = (weights(isBare: true), weights(isBare: false))
        #expect(typed.accented > asTheyAre.accented)
        #expect(typed.bare < asTheyAre.bare, "what is known of the word says most of it")
    }
}
