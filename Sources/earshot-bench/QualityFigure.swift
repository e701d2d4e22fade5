import Foundation
import Learning

/// How well one set was answered in one way.
struct QualityFigure: Encodable {
    let set: String
    /// `lexicon`, `shipped`, `learnt`, `left out`, or what was asked of a set with several answers.
    let way: String
    let rows: Int
    let accuracy: Double
    let macroF1: Double
    /// By label, as those that follow.
    let f1: [String: Double]
    let precision: [String: Double]
    let recall: [String: Double]
    let confusion: ConfusionMatrix

    init(set: String, way: String, _ matrix: ConfusionMatrix) {
        self.set = set
        self.way = way
        rows = matrix.total
        accuracy = matrix.accuracy
        macroF1 = matrix.macroF1
        func byLabel(_ share: (String) -> Double) -> [String: Double] {
            Dictionary(uniqueKeysWithValues: matrix.labels.map { ($0, share($0)) })
        }
        f1 = byLabel(matrix.f1)
        precision = byLabel(matrix.precision)
        recall = byLabel(matrix.recall)
        confusion = matrix
    }

    static let heading =
        "set                     way           rows  accuracy  macro-F1  F1 (precision, recall) by label; "
        + "rows of the confusion are right"

    var lines: [String] {
        let shares = confusion.labels.map { label in
            let (precision, recall) = (precision[label] ?? 0, recall[label] ?? 0)
            return "\(label) \(percent(f1[label] ?? 0))"
                + " (\(percent(precision)), \(percent(recall)))"
        }
        let counts = confusion.counts.map { $0.map(String.init).joined(separator: " ") }
        let name = set.padding(toLength: 23, withPad: " ", startingAt: 0)
        return [
            name + " " + way.padding(toLength: 10, withPad: " ", startingAt: 0)
                + String(format: "%8d %9@ %9@", rows, percent(accuracy), percent(macroF1))
                + "  " + shares.joined(separator: ", ") + "; [" + counts.joined(separator: " | ")
                + "]"
        ]
    }

    private func percent(_ share: Double) -> String {
        String(format: "%.1f", share * 100)
    }
}
