import Foundation
package import Model

/// Fits what the keywords of a category lack to labelled texts: weights of words, stems and pairs of words.
///
/// Within a set, the few texts of the category weigh nearly as much as the many others: how many are of
/// it is a matter of how the set was gathered. Sets weigh by the root of their size. The same texts give
/// the same weights.
package struct KeywordLearner {
    package struct Settings: Hashable, Sendable {
        /// Of the squares of the weights.
        package var penalty = 0.1
        /// Terms kept for each text; the rest say too little to be worth a line.
        package var termsPerText = 0.3
        /// Texts that a term must stand in.
        package var leastTexts = 5
        /// Share of the texts that a term may stand in.
        package var mostShare = 0.2

        package init() {}
    }

    private let language: LanguageCode
    private let settings: Settings
    /// Keywords that a person has set.
    private let fixed: Set<String>

    package init(language: LanguageCode, fixed: Set<String>, settings: Settings) {
        self.language = language
        self.fixed = fixed
        self.settings = settings
    }

    /// By term; in hundredths, and none so small that it hardly ever counts.
    package func weights(from examples: [Example]) -> [(term: String, weight: Double)] {
        let index = TermIndex(
            examples, language: language, fixed: fixed, leastTexts: settings.leastTexts,
            mostShare: settings.mostShare, leavesOutNames: false)
        let weights = ExampleWeights(sizePower: 0.5, sidePower: Self.sidePower)
            .weights(of: examples)
        let rows = index.rows(examples, weights: weights)
        let first = KeywordModel(rows, penalties: index.penalties(settings.penalty))
        let most = Int(settings.termsPerText * Double(examples.count))
        let fewer = index.keeping(
            index.mostTelling(first.weights.map(abs), in: rows, count: most))
        let model = KeywordModel(
            fewer.rows(examples, weights: weights), penalties: fewer.penalties(settings.penalty))
        return zip(fewer.terms, model.weights)
            .map { (term: $0, weight: Self.rounded($1)) }
            .filter { abs($0.weight) >= Self.leastWeight }
            .sorted { $0.term < $1.term }
    }

    // MARK: - Private

    /// Above 0, since a category that is rare would be given to too many texts.
    ///
    /// Of six categories of judged texts, cross-validated, four have a higher F1 than with 0 and one a
    /// lower: 0.6 points more on the average, and 0.3 with 0.5.
    private static let sidePower = 0.25
    /// Small, because a dozen words and phrases that stand together share what one of them would say.
    private static let leastWeight = 0.05
    private static let mostWeight = 20.0

    /// As the file holds it.
    private static func rounded(_ value: Double) -> Double {
        let hundredths = (value * 100).rounded()
        return hundredths == 0 ? 0 : min(max(hundredths / 100, -mostWeight), mostWeight)
    }
}
