import Learning
import Model
import Testing
import Tokenizing

struct KeywordLearnerTests {
    @Test func `what the keywords lack is learnt, for the category and against it`() {
        let weights = weights()
        #expect(weights["parcel"] ?? 0 > 1)
        #expect(weights["weather"] ?? 0 < 0)
        #expect(weights["today"] == nil, "stands in most texts")
    }

    @Test func `the same texts give the same weights`() {
        #expect(weights() == weights())
    }

    @Test func `what a person has set is not learnt`() {
        #expect(weights(fixed: ["parcel"])["parcel"] == nil)
    }

    @Test func `a stronger penalty gives weaker weights`() {
        let weak = weights(penalty: 0.1)["parcel"] ?? 0
        #expect(weak > 0 && weak < weights(penalty: 0.01)["parcel"] ?? 0)
    }

    @Test func `what the keywords say already leaves less to learn`() {
        #expect(weights(score: 1.5)["parcel"] ?? 0 < weights()["parcel"] ?? 0)
    }

    @Test func `words that stand together are learnt together, each the lighter`() {
        let wish = "a night view would help me see more"
        let examples = (0..<100).flatMap { number in
            [
                example(number < 10 ? wish : "please \(number)", number < 10 ? 0 : 1.5, true),
                example("closed on day \(number)", 0, false),
            ]
        }
        let learner = KeywordLearner(language: .english, fixed: [], settings: .init())
        let weights = learner.weights(from: examples).map(\.weight)
        // A weight counts a third in a text of so few words.
        #expect(weights.filter { $0 > 0 }.reduce(0, +) / 3 > 1)
        #expect(weights.allSatisfy { $0 < 0.5 })
    }

    @Test func `a word of a rare category says a little less, and still enough`() {
        let few = orderWeight(others: 20)
        let many = orderWeight(others: 180)
        #expect(few > many)
        // A weight counts a third in a text of so few words. Of the 55 texts of orders, 10 are of the category.
        #expect(many / 3 > 1)
    }

    // MARK: - Private

    /// What "order" weighs that is in each of ten texts of the category, and in a quarter of the others.
    private func orderWeight(others: Int) -> Double {
        var settings = KeywordLearner.Settings()
        settings.penalty = 0.001
        settings.mostShare = 0.6
        let examples =
            (0..<10).map { example("order \($0)", 0, true) }
            + (0..<others).map {
                example("\($0.isMultiple(of: 4) ? "order" : "rain") a\($0)", 0, false)
            }
        let learner = KeywordLearner(language: .english, fixed: [], settings: settings)
        return learner.weights(from: examples).first { $0.term == "order" }?.weight ?? 0
    }

    private func example(_ text: String, _ score: Double, _ isOfCategory: Bool) -> Example {
        Example(
            set: 0, words: Words(of: text), score: score, isOfCategory: isOfCategory, weight: 1)
    }

    /// Forty texts, half of them of a category that speaks of parcels.
    ///
    /// - Parameter score: What the category's keywords say of those that are of it.
    private func weights(
        fixed: Set<String> = [], penalty: Double = 0.1, score: Double = 0
    ) -> [String: Double] {
        var settings = KeywordLearner.Settings()
        settings.penalty = penalty
        settings.termsPerText = 1
        settings.mostShare = 0.6
        let examples = (0..<20).flatMap { number in
            [
                example("my parcel today \(number)", score, true),
                example("fine weather today \(number)", 0, false),
            ]
        }
        let learner = KeywordLearner(language: .english, fixed: fixed, settings: settings)
        return Dictionary(
            uniqueKeysWithValues: learner.weights(from: examples).map { ($0.term, $0.weight) })
    }
}
