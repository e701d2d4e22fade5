import Learning
package import Model

/// What `earshot rules learn --category` prints: how good the rules are without and with what was
/// learnt, on texts that it was not learnt from, and how the file changes.
package struct KeywordReport: Sendable {
    let category: Category.ID
    let language: LanguageCode
    let before: [TrainingResult]
    let after: [TrainingResult]
    let leftOut: [TrainingResult]
    let diff: WeightDiff<Double>

    /// - Parameter training: measured here, which takes five fits and more.
    package init(_ training: CategoryTraining, learnt: LearntKeywords, earlier: LearntKeywords?) {
        category = training.category
        language = training.language
        before = training.results(with: nil)
        after = training.crossValidation()
        leftOut = training.leavingOneSetOut()
        diff = WeightDiff(from: Self.weights(earlier), to: Self.weights(learnt)) { old, new in
            abs((new ?? 0) - (old ?? 0))
        }
    }

    package var text: String {
        var lines = [
            "set                    texts  way        precision  recall    F1  "
                + "of it: given, not; others: given, not"
        ]
        for (number, before) in before.enumerated() {
            var ways = [("keywords", before), ("learnt", after[number])]
            if !leftOut.isEmpty { ways.append(("left out", leftOut[number])) }
            lines += ways.map { way, result in line(result, way) }
        }
        lines += [
            "keywords: without what was learnt; learnt: five-fold cross-validation; left out: learnt from "
                + "the other sets alone", "",
        ]
        return (lines + diff.lines { "\($0)" }).joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    /// By term.
    private static func weights(_ learnt: LearntKeywords?) -> [String: Double] {
        Dictionary((learnt?.keywords ?? []).map { ($0.term, $0.weight) }) { first, _ in first }
    }

    private func line(_ result: TrainingResult, _ way: String) -> String {
        let (matrix, name) = (result.matrix, category.value)
        return result.set.padded(22) + String(matrix.total).atRight(of: 6) + "  " + way.padded(11)
            + matrix.precision(name).inPercent.atRight(of: 9)
            + matrix.recall(name).inPercent.atRight(of: 8)
            + matrix.f1(name).inPercent.atRight(of: 6) + "  "
            + matrix.counts.map { $0.map(String.init).joined(separator: ", ") }
            .joined(separator: "; ")
    }
}

extension KeywordReport: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try Shape(
            category: category, language: language,
            sets: before.enumerated().map { number, before in
                Shape.Set(
                    set: before.set, texts: before.matrix.total,
                    keywords: Quality(before.matrix, category),
                    learnt: Quality(after[number].matrix, category),
                    leftOut: leftOut.isEmpty ? nil : Quality(leftOut[number].matrix, category),
                    confusion: after[number].matrix)
            },
            changes: diff.changes
        ).encode(to: encoder)
    }

    private struct Shape: Encodable {
        struct Set: Encodable {
            let set: String
            let texts: Int
            /// By the category's own keywords.
            let keywords: Quality
            /// By five-fold cross-validation.
            let learnt: Quality
            /// Learnt from the other sets alone; absent where there is one set only.
            let leftOut: Quality?
            /// Of `learnt`: rows are right, columns given.
            let confusion: ConfusionMatrix
        }

        let category: Category.ID
        let language: LanguageCode
        let sets: [Set]
        /// The greatest first.
        let changes: [WeightDiff<Double>.Change]
    }

    /// Four decimals, 0 … 1.
    private struct Quality: Encodable {
        let precision: Double
        let recall: Double
        let f1: Double

        init(_ matrix: ConfusionMatrix, _ category: Category.ID) {
            precision = matrix.precision(category.value).rounded(decimals: 4)
            recall = matrix.recall(category.value).rounded(decimals: 4)
            f1 = matrix.f1(category.value).rounded(decimals: 4)
        }
    }
}
