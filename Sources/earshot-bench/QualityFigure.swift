import Foundation
import Learning

/// How well one set was answered in one way.
struct QualityFigure: Encodable {
    let set: String
    /// `shipped`, `learnt`, `left out`, or what was asked of a set with several answers.
    let way: String
    let rows: Int
    let accuracy: Double
    let macroF1: Double
    /// By label.
    let f1: [String: Double]
    let confusion: ConfusionMatrix

    init(set: String, way: String, _ matrix: ConfusionMatrix) {
        self.set = set
        self.way = way
        rows = matrix.total
        accuracy = matrix.accuracy
        macroF1 = matrix.macroF1
        f1 = Dictionary(uniqueKeysWithValues: matrix.labels.map { ($0, matrix.f1($0)) })
        confusion = matrix
    }

    static let heading =
        "set                     way           rows  accuracy  macro-F1  F1 by label; "
        + "rows of the confusion are right"

    var lines: [String] {
        let shares = confusion.labels.map { "\($0) \(percent(f1[$0] ?? 0))" }
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
