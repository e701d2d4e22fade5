package import Learning
import Model

/// Judged texts in sets, and what can be learnt from them: what it is worth on texts that it was not learnt
/// from.
package protocol Training {
    associatedtype Learnt

    /// One for each set, no text of which is judged yet.
    var emptyResults: [TrainingResult] { get }
    /// By text, the number of its set.
    var setNumbers: [Int] { get }
    /// As they are written.
    var texts: [String] { get }

    /// - Parameter texts: Their indices.
    func learnt(from texts: [Int]) -> Learnt

    /// Adds what becomes of texts to the results of their sets.
    ///
    /// - Parameter learnt: `nil` for the rules alone, nothing learnt beside them.
    func judge(_ texts: [Int], with learnt: Learnt?, into results: inout [TrainingResult])
}

/// What became of the texts of one set.
package struct TrainingResult: Sendable {
    package let set: String
    package var matrix: ConfusionMatrix
}

extension Training {
    /// From all texts.
    package func learnt() -> Learnt {
        learnt(from: Array(setNumbers.indices))
    }

    /// What rules say of the texts, one result a set.
    ///
    /// - Parameter learnt: `nil` for the rules alone.
    package func results(with learnt: Learnt?) -> [TrainingResult] {
        var results = emptyResults
        judge(Array(setNumbers.indices), with: learnt, into: &results)
        return results
    }

    /// Each text judged by what was learnt from the other four fifths of all sets; near-copies are in one
    /// fifth.
    package func crossValidation() -> [TrainingResult] {
        let texts = NearCopies.representatives(of: texts)
        return results(
            holdingOut: HeldOut.each(
                of: texts.map(Folds.fold), count: Folds.count, texts: texts))
    }

    /// Each set judged by what was learnt from the others, texts of its own that they nearly repeat left out:
    /// what to expect of texts from elsewhere.
    ///
    /// - Returns: nothing where there is only one set.
    package func leavingOneSetOut() -> [TrainingResult] {
        let count = emptyResults.count
        guard count > 1 else { return [] }
        return results(
            holdingOut: HeldOut.each(
                of: setNumbers, count: count, texts: NearCopies.representatives(of: texts)))
    }

    /// How many texts of each kind there must be at least.
    ///
    /// With fewer there is no term that could be learnt, and one wrong judgement would speak for all
    /// texts of its kind, which together weigh as much as those of any other.
    package static var leastTexts: Int { 5 }

    /// As in `no text in 'pl' is`, `only 1 text in 'pl' is` and `only 3 texts in 'pl' are`.
    static func few(_ count: Int, in language: LanguageCode) -> String {
        let texts = count == 0 ? "no text" : "only \(count.counted("text"))"
        return "\(texts) in '\(language)' \(count < 2 ? "is" : "are")"
    }

    // MARK: - Private

    private func results(holdingOut parts: [HeldOut]) -> [TrainingResult] {
        var results = emptyResults
        for part in parts {
            judge(part.judged, with: learnt(from: part.learnt), into: &results)
        }
        return results
    }
}
