import Learning
package import Model

/// What `earshot rules learn` prints: how good the rules are without and with what was learnt, on
/// texts that it was not learnt from, and how the file changes.
package struct LearningReport: Sendable {
    /// By the lexicon alone.
    let lexicon: [TrainingResult]
    /// By what learning starts from: the lexicon, or what was learnt before.
    let before: [TrainingResult]
    let after: [TrainingResult]
    let leftOut: [TrainingResult]
    let diff: WeightDiff<LearntTone.Sides>
    let language: LanguageCode
    /// What learning starts from.
    private let start: String

    /// - Parameters:
    ///   - training: measured here, which takes six fits and more.
    ///   - earlier: What the files held that `learnt` takes the place of.
    package init(_ training: ToneTraining, learnt: LearntTone, earlier: LearntTone?) {
        lexicon = training.lexiconResults()
        before = training.results(with: nil)
        after = training.crossValidation()
        leftOut = training.leavingOneSetOut()
        diff = WeightDiff(from: Self.weights(earlier), to: Self.weights(learnt)) { old, new in
            abs((new?.praise ?? 0) - (old?.praise ?? 0))
                + abs((new?.blame ?? 0) - (old?.blame ?? 0))
        }
        language = training.language
        start = training.adapts ? "what was learnt from others" : "the lexicon alone"
    }

    /// How often texts that it was not learnt from are judged rightly with what was learnt, where that is no
    /// more than before, by the mean of the sets' macro-F1; `nil` where it is more.
    package var lackOfGain: String? {
        func mean(_ results: [TrainingResult]) -> Double {
            results.map(\.matrix.macroF1).reduce(0, +) / Double(max(1, results.count))
        }
        let (old, new) = (mean(before), mean(after))
        guard new <= old else { return nil }
        return "macro-F1 \(old.inPercent) before, \(new.inPercent) learnt"
    }

    package var text: String {
        let head =
            "set                      texts    accuracy: before, learnt    macro-F1: before, "
        var lines = [head + "learnt, left out"]
        for (number, before) in before.enumerated() {
            let after = after[number].matrix
            let other = leftOut.isEmpty ? "–" : leftOut[number].matrix.macroF1.inPercent
            lines.append(
                before.set.padded(22) + String(after.total).atRight(of: 8)
                    + before.matrix.accuracy.inPercent.atRight(of: 19)
                    + after.accuracy.inPercent.atRight(of: 9)
                    + before.matrix.macroF1.inPercent.atRight(of: 19)
                    + after.macroF1.inPercent.atRight(of: 8)
                    + other.atRight(of: 10))
        }
        lines += [
            "before: by \(start); learnt: five-fold cross-validation; left out: learnt from the other sets "
                + "alone", "",
        ]
        for result in after { lines += confusion(result) + [""] }
        lines += diff.lines(legend: "; praise and blame") { "\($0.praise) \($0.blame)" }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    /// By term, with what a side must reach, as the file lists them.
    private static func weights(_ learnt: LearntTone?) -> [String: LearntTone.Sides] {
        guard let learnt else { return [:] }
        return Dictionary(
            [("=threshold", learnt.threshold)] + learnt.entries.map { ($0.term, $0.weights) }
        ) { first, _ in first }
    }

    private func confusion(_ result: TrainingResult) -> [String] {
        let labels = result.matrix.labels
        return ["\(result.set), cross-validated: rows are right, columns given"]
            + ["".padded(10) + labels.map { $0.atRight(of: 10) }.joined()]
            + labels.indices.map { row in
                labels[row].padded(10)
                    + result.matrix.counts[row].map { String($0).atRight(of: 10) }.joined()
            }
    }
}
