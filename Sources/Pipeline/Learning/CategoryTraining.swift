import Classifying
package import Learning
package import Model
import RuleLoading
import Tokenizing

/// Texts of one language, judged to be of a category or not, beside the rules: what can be learnt from
/// them, and what it is worth on texts that it was not learnt from.
package struct CategoryTraining: Training {
    package let category: Category.ID
    package let language: LanguageCode
    package let sets: [CategoryTexts]
    private let rules: Rules
    private let learner: KeywordLearner
    private let examples: [Example]
    /// The examples of the category's rule, which every fit learns from and none is judged by.
    private let promises: [Example]
    package let setNumbers: [Int]
    package let texts: [String]

    /// - Parameters:
    ///   - sets: Texts that state another language are left out.
    ///   - rules: What they hold as learnt for the category and the language is not used.
    /// - Throws: that nothing can be learnt for this category, or from these texts.
    package init(
        category: Category.ID, language: LanguageCode, sets: [CategoryTexts], rules: Rules,
        settings: KeywordLearner.Settings = .init()
    ) throws(RunError) {
        let rule = try Self.rule(of: category, in: language, rules)
        let sets = sets.map { set in
            CategoryTexts(
                name: set.name, texts: set.texts.filter { ($0.language ?? language) == language })
        }
        let texts = sets.flatMap(\.texts)
        for isOfCategory in [true, false] {
            let count = texts.count { $0.isOfCategory == isOfCategory }
            guard count < Self.leastTexts else { continue }
            throw .badInput(
                "\(Self.few(count, in: language)) judged \(isOfCategory ? "" : "not ")to be of "
                    + "'\(category)'; learning needs \(Self.leastTexts) of both kinds at least")
        }
        self.category = category
        self.language = language
        self.sets = sets
        self.rules = rules.learning(
            keywords: rules.learntKeywords.filter {
                $0.category != category || $0.language != language
            })
        let fixed = rule.keywords(in: language).filter(\.isKeptFromLearning)
        learner = KeywordLearner(
            language: language, fixed: Set(fixed.map { $0.term.lowercased() }), settings: settings)
        let classifier = Classifier(rules: self.rules)
        promises = Self.promises(of: rule, in: language, classifier, set: sets.count)
        examples = sets.enumerated().flatMap { number, set in
            set.texts.map { text in
                let words = Words(of: text.text)
                return Example(
                    set: number, words: words,
                    score: classifier.score(
                        of: category, for: EntryText(text: text.text, language: language),
                        text: words),
                    isOfCategory: text.isOfCategory, weight: text.weight)
            }
        }
        setNumbers = examples.map(\.set)
        self.texts = texts.map(\.text)
    }

    package var emptyResults: [TrainingResult] {
        let labels = [category.value, Self.other]
        return sets.map { TrainingResult(set: $0.name, matrix: ConfusionMatrix(labels: labels)) }
    }

    package func learnt(from texts: [Int]) -> LearntKeywords {
        let weights = learner.weights(from: texts.map { examples[$0] } + promises)
        let place = FileLocation(file: "rules/learnt/\(category).\(language).tsv")
        return LearntKeywords(
            category: category, language: language,
            keywords: weights.map {
                Category.Keyword(term: $0.term, weight: $0.weight, place: place)
            })
    }

    package func judge(
        _ texts: [Int], with learnt: LearntKeywords?, into results: inout [TrainingResult]
    ) {
        let learnt = learnt.map { [$0] } ?? []
        let classifier = Classifier(rules: rules.learning(keywords: rules.learntKeywords + learnt))
        for index in texts {
            let example = examples[index]
            let tags = classifier.tags(
                for: EntryText(text: example.words.text, language: language),
                title: Words(of: ""), text: example.words, mentions: [])
            let isGiven = tags.categories.contains { $0.id == category }
            results[example.set].matrix.add(
                right: example.isOfCategory ? category.value : Self.other,
                given: isGiven ? category.value : Self.other)
        }
    }

    /// Examples of the rules that would no longer hold: a run refuses to work with such rules.
    package func exampleFailures(with learnt: LearntKeywords) -> [ExampleFailure] {
        let rules = rules.learning(keywords: rules.learntKeywords + [learnt])
        return RulesCheck.exampleFailures(of: rules, tagger: Tagger(rules: rules))
    }

    // MARK: - Private

    /// What the tables call texts that are not of the category.
    private static let other = "other"

    /// - Throws: where nothing can be learnt for it.
    private static func rule(
        of category: Category.ID, in language: LanguageCode, _ rules: Rules
    ) throws(RunError) -> Category {
        guard language.isISO639 else {
            throw .badInput(
                "nothing can be learnt for '\(language)'; write a code of ISO 639-1, such as pl")
        }
        guard let rule = rules.categories.first(where: { $0.id == category }) else {
            let known = rules.categories.map(\.id.value).joined(separator: ", ")
            throw .badInput("there is no category '\(category)'; the rules have \(known)")
        }
        guard !rule.keywords.isEmpty else {
            throw .badInput(
                "\(rule.place): category '\(category)' is given by its query alone; give it keywords, "
                    + "which learnt ones can stand beside")
        }
        return rule
    }

    /// The examples of a category's rule that are of the language.
    ///
    /// - Parameter set: The number of the set that they make.
    private static func promises(
        of rule: Category, in language: LanguageCode, _ classifier: Classifier, set: Int
    ) -> [Example] {
        let judged =
            rule.examples.match.map { ($0.text, true) }
            + rule.examples.noMatch.map { ($0.text, false) }
        return judged.compactMap { text, isOfCategory in
            let (entry, words) = (EntryText(text: text), Words(of: text))
            let spoken = classifier.language(of: entry, title: Words(of: ""), text: words).code
            guard spoken == language else { return nil }
            return Example(
                set: set, words: words,
                score: classifier.score(of: rule.id, for: entry, text: words),
                isOfCategory: isOfCategory, weight: 1)
        }
    }
}
