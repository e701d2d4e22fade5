import Classifying
package import Learning
package import Model
import Tokenizing

/// Judged texts of one language beside the rules: what can be learnt from them, and what it is worth
/// on texts that it was not learnt from.
package struct ToneTraining {
    /// What became of the texts of one set.
    package struct Result: Sendable {
        package let set: String
        package var matrix = ConfusionMatrix(
            labels: LabelledText.Label.allCases.map(\.rawValue))
    }

    package let language: LanguageCode
    package let sets: [LabelledSet]
    private let rules: Rules
    private let learner: ToneLearner
    private let examples: [Example]
    /// By example.
    private let labels: [LabelledText.Label]
    private let folds: [Int]

    /// - Parameters:
    ///   - sets: Texts that state another language are left out.
    ///   - rules: What they hold as learnt for the language is not used.
    package init(
        language: LanguageCode, sets: [LabelledSet], rules: Rules,
        settings: ToneLearner.Settings? = nil
    ) {
        self.language = language
        let sets = sets.map { set in
            LabelledSet(
                name: set.name, texts: set.texts.filter { ($0.language ?? language) == language })
        }
        let others = rules.learnt.filter { $0.language != language }
        let rules = rules.learning(others)
        // A text may be taken for another language: what was learnt for that one is no lexicon's.
        let classifier = Classifier(rules: rules.learning([]))
        self.sets = sets
        self.rules = rules
        learner = ToneLearner(
            language: language, fixed: Self.fixedTerms(rules, language),
            settings: settings ?? .init(language: language))
        examples = sets.enumerated().flatMap { number, set in
            set.texts.map { text in
                let words = Words(of: text.text)
                return Example(
                    set: number, words: words,
                    evidence: classifier.sentiment(of: text, words, language).evidence,
                    label: text.label, weight: text.weight)
            }
        }
        labels = sets.flatMap(\.texts).map(\.label)
        folds = sets.flatMap(\.texts).map { Folds.fold(of: $0.text) }
    }

    /// - Throws: that there is nothing to learn from, when a label stands at no text of the language.
    package func requireAllLabels() throws(RunError) {
        for label in LabelledText.Label.allCases where !labels.contains(label) {
            throw .badInput(
                "no text in '\(language)' is judged '\(label.rawValue)'; learning needs texts of "
                    + "all three labels")
        }
    }

    /// From all texts.
    package func learntTone() -> LearntTone {
        learner.learntTone(from: examples)
    }

    /// What rules say of the texts, one result a set.
    ///
    /// - Parameter learnt: `nil` for the lexicon alone.
    package func results(with learnt: LearntTone?) -> [Result] {
        var results = emptyResults
        judge(Array(examples.indices), with: learnt, into: &results)
        return results
    }

    /// Each text judged by what was learnt from the other four fifths of all sets.
    package func crossValidation() -> [Result] {
        results(holdingOut: HeldOut.each(of: folds, count: Folds.count))
    }

    /// Each set judged by what was learnt from the others: what to expect of texts from elsewhere.
    ///
    /// - Returns: nothing where there is only one set.
    package func leavingOneSetOut() -> [Result] {
        guard sets.count > 1 else { return [] }
        return results(holdingOut: HeldOut.each(of: examples.map(\.set), count: sets.count))
    }

    // MARK: - Private

    private func results(holdingOut parts: [HeldOut]) -> [Result] {
        var results = emptyResults
        for part in parts {
            let learnt = learner.learntTone(from: part.learnt.map { examples[$0] })
            judge(part.judged, with: learnt, into: &results)
        }
        return results
    }

    private var emptyResults: [Result] { sets.map { Result(set: $0.name) } }

    private func judge(_ indices: [Int], with learnt: LearntTone?, into results: inout [Result]) {
        let learning = rules.learning(rules.learnt + (learnt.map { [$0] } ?? []))
        let classifier = Classifier(rules: learning)
        for index in indices {
            let example = examples[index]
            let label = labels[index]
            let text = LabelledText(text: example.words.text, label: label)
            let sentiment = classifier.sentiment(of: text, example.words, language)
            results[example.set].matrix.add(
                right: label.rawValue,
                given: LabelledText.Label(sentiment.label).rawValue)
        }
    }

    /// Terms whose note begins with `fixed`.
    private static func fixedTerms(_ rules: Rules, _ language: LanguageCode) -> Set<String> {
        let lexicon = rules.lexicons.first { $0.language == language }
        return Set(
            (lexicon?.entries ?? []).filter { $0.note?.hasPrefix("fixed") == true }
                .map { $0.term.lowercased() })
    }
}

extension Classifier {
    fileprivate func sentiment(
        of text: LabelledText, _ words: Words, _ language: LanguageCode
    ) -> Sentiment {
        sentiment(
            of: EntryText(text: text.text, language: language), title: Words(of: ""), text: words)
    }
}
