/// How often each answer was given for each right one.
package struct ConfusionMatrix: Hashable, Sendable, Encodable {
    package let labels: [String]
    /// Rows are the right answers, columns those given, both in the order of `labels`.
    package private(set) var counts: [[Int]]

    package init(labels: [String]) {
        self.labels = labels
        counts = Array(repeating: Array(repeating: 0, count: labels.count), count: labels.count)
    }

    /// - Precondition: both are among the labels.
    package mutating func add(right: String, given: String) {
        guard let row = labels.firstIndex(of: right), let column = labels.firstIndex(of: given)
        else { preconditionFailure("an answer that is none of \(labels)") }
        counts[row][column] += 1
    }

    package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

    /// 0 … 1; 0 when empty.
    package var accuracy: Double {
        let right = labels.indices.reduce(0) { $0 + counts[$1][$1] }
        return total == 0 ? 0 : Double(right) / Double(total)
    }

    /// The mean of the F1 of the labels that are right somewhere, 0 … 1; 0 when empty.
    package var macroF1: Double {
        let wanted = labels.indices.filter { counts[$0].contains { $0 > 0 } }
        return wanted.isEmpty
            ? 0 : wanted.map { f1(labels[$0]) }.reduce(0, +) / Double(wanted.count)
    }

    /// The share of a label's answers that are right, 0 … 1; 0 for one that is never given.
    package func precision(_ label: String) -> Double {
        guard let index = labels.firstIndex(of: label) else { return 0 }
        let given = counts.reduce(0) { $0 + $1[index] }
        return given == 0 ? 0 : Double(counts[index][index]) / Double(given)
    }

    /// The share of what has a label that was given it, 0 … 1; 0 for one that is never right.
    package func recall(_ label: String) -> Double {
        guard let index = labels.firstIndex(of: label) else { return 0 }
        let wanted = counts[index].reduce(0, +)
        return wanted == 0 ? 0 : Double(counts[index][index]) / Double(wanted)
    }

    /// Harmonic mean of precision and recall, 0 … 1; 0 for a label that is never right.
    package func f1(_ label: String) -> Double {
        guard let index = labels.firstIndex(of: label) else { return 0 }
        let wanted = counts[index].reduce(0, +)
        let given = counts.reduce(0) { $0 + $1[index] }
        guard wanted + given > 0 else { return 0 }
        return 2 * Double(counts[index][index]) / Double(wanted + given)
    }
}
