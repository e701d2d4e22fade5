import Learning
package import Model

/// What `earshot rules learn` prints: how good the rules are without and with what was learnt, on
/// texts that it was not learnt from, and how the file changes.
package struct LearningReport: Sendable {
    let before: [ToneTraining.Result]
    let after: [ToneTraining.Result]
    let leftOut: [ToneTraining.Result]
    let diff: LearntToneDiff
    let language: LanguageCode

    /// - Parameter training: measured here, which takes six fits and more.
    package init(_ training: ToneTraining, learnt: LearntTone, earlier: LearntTone?) {
        before = training.results(with: nil)
        after = training.crossValidation()
        leftOut = training.leavingOneSetOut()
        diff = LearntToneDiff(from: earlier, to: learnt)
        language = training.language
    }

    package var text: String {
        let head =
            "set                      texts   accuracy: lexicon, learnt   macro-F1: lexicon, "
        var lines = [head + "learnt, left out"]
        for (number, before) in before.enumerated() {
            let after = after[number].matrix
            let other = leftOut.isEmpty ? "–" : percent(leftOut[number].matrix.macroF1)
            lines.append(
                padded(before.set, 22) + right(String(after.total), 8)
                    + right(percent(before.matrix.accuracy), 19) + right(percent(after.accuracy), 9)
                    + right(percent(before.matrix.macroF1), 19) + right(percent(after.macroF1), 8)
                    + right(other, 10))
        }
        lines += [
            "learnt: five-fold cross-validation; left out: learnt from the other sets alone", "",
        ]
        for result in after { lines += confusion(result) + [""] }
        return (lines + diff.lines).joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private func confusion(_ result: ToneTraining.Result) -> [String] {
        let labels = result.matrix.labels
        return ["\(result.set), cross-validated: rows are right, columns given"]
            + [padded("", 10) + labels.map { right($0, 10) }.joined()]
            + labels.indices.map { row in
                padded(labels[row], 10)
                    + result.matrix.counts[row].map { right(String($0), 10) }.joined()
            }
    }

    private func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
