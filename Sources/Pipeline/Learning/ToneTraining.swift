import Classifying
package import Learning
package import Model
import Tokenizing

/// Judged texts of one language beside the rules: what can be learnt from them, and what it is worth
/// on texts that it was not learnt from.
package struct ToneTraining: Training {
    package let language: LanguageCode
    package let sets: [LabelledSet]
    /// What was learnt before and is adapted to the texts; `nil` where they alone teach.
    package let base: LearntTone?
    /// Without what was learnt for the language.
    private let rules: Rules
    private let learner: ToneLearner
    private let examples: [Example]
    /// By example.
    private let labels: [LabelledText.Label]
    package let setNumbers: [Int]
    package let texts: [String]

    /// - Parameters:
    ///   - sets: Texts that state another language are left out.
    ///   - rules: What they hold as learnt for the language is not used.
    ///   - base: What was learnt before and is adapted to the texts; `nil` to learn from them alone.
    package init(
        language: LanguageCode, sets: [LabelledSet], rules: Rules, base: LearntTone? = nil,
        settings: ToneLearner.Settings? = nil
    ) {
        self.language = language
        let sets = sets.map { set in
            LabelledSet(
                name: set.name, texts: set.texts.filter { ($0.language ?? language) == language },
                isGathered: set.isGathered)
        }
        let others = rules.learnt.filter { $0.language != language }
        let rules = rules.learning(others)
        // A text may be taken for another language: what was learnt for that one is no lexicon's.
        let classifier = Classifier(rules: rules.learning([]))
        self.sets = sets
        self.rules = rules
        self.base = base
        let settings = settings ?? .init(language: language)
        let length = if let base { base.length } else { settings.length }
        learner = ToneLearner(
            language: language, fixed: Self.fixedTerms(rules, language), settings: settings)
        examples = sets.enumerated().flatMap { number, set in
            set.texts.map { text in
                let words = Words(of: text.text)
                return Example(
                    set: number, words: words,
                    evidence: classifier.sentiment(of: text, words, language).evidence,
                    length: length,
                    isBare: classifier.readsBareLetters(in: words, language), label: text.label,
                    weight: text.weight, isGathered: set.isGathered)
            }
        }
        setNumbers = examples.map(\.set)
        labels = sets.flatMap(\.texts).map(\.label)
        texts = sets.flatMap(\.texts).map(\.text)
    }

    /// - Throws: that there is too little to learn from, when a label stands at fewer than `leastTexts`.
    package func requireAllLabels() throws(RunError) {
        for label in LabelledText.Label.allCases {
            let count = labels.count { $0 == label }
            guard count < Self.leastTexts else { continue }
            throw .badInput(
                "\(Self.few(count, in: language)) judged '\(label.rawValue)'; learning needs "
                    + "\(Self.leastTexts) of each of the three labels at least")
        }
    }

    package var emptyResults: [TrainingResult] {
        let labels = LabelledText.Label.allCases.map(\.rawValue)
        return sets.map { TrainingResult(set: $0.name, matrix: ConfusionMatrix(labels: labels)) }
    }

    package func learnt(from texts: [Int]) -> LearntTone {
        let chosen = texts.map { examples[$0] }
        guard let base else { return learner.learntTone(from: chosen) }
        return base.adapted(by: learner.adaptation(of: base, to: chosen))
    }

    /// Whether what was learnt before is adapted to the texts.
    package var adapts: Bool { base != nil }

    /// What all texts change of the base; `nil` where there is none.
    package func adaptation() -> ToneAdaptation? {
        base.map { learner.adaptation(of: $0, to: examples) }
    }

    /// By the lexicon alone, one result a set.
    package func lexiconResults() -> [TrainingResult] {
        results(of: rules)
    }

    package func judge(
        _ texts: [Int], with learnt: LearntTone?, into results: inout [TrainingResult]
    ) {
        let start = learnt ?? base
        judge(
            texts, by: rules.learning(rules.learnt + (start.map { [$0] } ?? [])), into: &results)
    }

    /// Examples of the rules that would no longer hold: a run refuses to work with such rules.
    package func exampleFailures(with learnt: LearntTone) -> [ExampleFailure] {
        let rules = rules.learning(rules.learnt + [learnt])
        return RulesCheck.exampleFailures(of: rules, tagger: Tagger(rules: rules))
    }

    // MARK: - Private

    private func results(of rules: Rules) -> [TrainingResult] {
        var results = emptyResults
        judge(Array(examples.indices), by: rules, into: &results)
        return results
    }

    private func judge(_ texts: [Int], by rules: Rules, into results: inout [TrainingResult]) {
        let classifier = Classifier(rules: rules)
        for index in texts {
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
