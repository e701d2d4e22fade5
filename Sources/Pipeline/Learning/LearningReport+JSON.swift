import Learning
import Model

extension LearningReport: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try Shape(
            language: language,
            sets: lexicon.enumerated().map { number, lexicon in
                Shape.Set(
                    set: lexicon.set, texts: after[number].matrix.total,
                    lexicon: Quality(lexicon.matrix), before: Quality(before[number].matrix),
                    learnt: Quality(after[number].matrix),
                    leftOut: leftOut.isEmpty ? nil : Quality(leftOut[number].matrix),
                    confusion: after[number].matrix)
            },
            changes: diff.changes
        ).encode(to: encoder)
    }

    // MARK: - Private

    private struct Shape: Encodable {
        struct Set: Encodable {
            let set: String
            let texts: Int
            /// By the lexicon alone.
            let lexicon: Quality
            /// By what learning starts from: the lexicon, or what was learnt before.
            let before: Quality
            /// By five-fold cross-validation.
            let learnt: Quality
            /// Learnt from the other sets alone; absent where there is one set only.
            let leftOut: Quality?
            /// Of `learnt`: rows are right, columns given.
            let confusion: ConfusionMatrix
        }

        let language: LanguageCode
        let sets: [Set]
        /// The greatest first.
        let changes: [WeightDiff<LearntTone.Sides>.Change]
    }

    /// Four decimals, 0 … 1.
    private struct Quality: Encodable {
        let accuracy: Double
        let macroF1: Double

        init(_ matrix: ConfusionMatrix) {
            accuracy = matrix.accuracy.rounded(decimals: 4)
            macroF1 = matrix.macroF1.rounded(decimals: 4)
        }
    }
}
