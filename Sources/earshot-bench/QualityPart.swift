import ArgumentParser
import Classifying
import Learning
import Model
import Pipeline
import Tokenizing

/// What can be measured against judged texts.
enum QualityPart: String, CaseIterable, ExpressibleByArgument {
    case tone, target, category, language

    func figures(_ data: QualityData, _ rules: Rules) throws -> [QualityFigure] {
        switch self {
        case .tone: try toneFigures(data, rules)
        case .target: try targetFigures(data, rules)
        case .category: try CategorySet.all.flatMap { try $0.figures(data, rules) }
        case .language: try languageFigures(data, rules)
        }
    }

    // MARK: - Private

    private static let toneSets: [(language: LanguageCode, sets: [String])] = [
        (.english, ["vader_tweets", "vader_amazon", "vader_nyt", "semeval2017_tweets"]),
        (.polish, ["wccrs_hotels", "wccrs_medicine"]),
        (.latvian, ["ltec_food_tweets", "peisenieks_tweets"]),
    ]
    private static let languageSets = [
        "lingua_sentences", "lingua_word_pairs", "lingua_single_words",
    ]
    private static let ownLanguages: [LanguageCode] = [.english, .polish, .latvian]

    private func toneFigures(_ data: QualityData, _ rules: Rules) throws -> [QualityFigure] {
        try Self.toneSets.flatMap { language, names in
            let sets = try names.compactMap { try data.tones(of: $0) }
            guard !sets.isEmpty else { return [QualityFigure]() }
            let training = ToneTraining(language: language, sets: sets, rules: rules)
            let ways = [
                ("lexicon", training.results(with: nil)),
                ("shipped", training.results(with: rules.learnt.first { $0.language == language })),
                ("learnt", training.crossValidation()), ("left out", training.leavingOneSetOut()),
            ]
            return sets.indices.flatMap { number in
                ways.filter { !$0.1.isEmpty }.map { way, results in
                    QualityFigure(set: sets[number].name, way: way, results[number].matrix)
                }
            }
        }
    }

    /// Tone toward the span that each row names, all spans of a text read together as rival brands.
    private func targetFigures(_ data: QualityData, _ rules: Rules) throws -> [QualityFigure] {
        let classifier = Classifier(rules: rules)
        return try ["newsmtsc", "mams_restaurants"].compactMap { set in
            let rows = try data.targets(of: set)
            guard !rows.isEmpty else { return nil }
            var matrix = ConfusionMatrix(labels: LabelledText.Label.allCases.map(\.rawValue))
            let texts = Dictionary(grouping: rows, by: \.text).sorted { $0.key < $1.key }
            for (text, rows) in texts {
                let spans = rows.compactMap { row -> (label: String, range: Range<Int>)? in
                    guard let span = row.span else { return nil }
                    return (row.label, span)
                }
                .sorted { $0.range.lowerBound < $1.range.lowerBound }
                let mentions = spans.map { span in
                    Mention(
                        brand: Brand.ID("\(span.range)"), form: "", field: .text,
                        range: span.range)
                }
                let tags = classifier.tags(
                    for: EntryText(text: text, language: .english), title: Words(of: ""),
                    text: Words(of: text), mentions: mentions)
                for (span, mention) in zip(spans, tags.mentions) {
                    matrix.add(
                        right: span.label,
                        given: LabelledText.Label(mention.sentiment.label).rawValue)
                }
            }
            return QualityFigure(set: set, way: "shipped", matrix)
        }
    }

    /// English, Polish and Latvian among the languages of the set.
    private func languageFigures(_ data: QualityData, _ rules: Rules) throws -> [QualityFigure] {
        let classifier = Classifier(rules: rules)
        return try Self.languageSets.compactMap { set in
            let rows = try data.rows(of: set, in: "langid")
                .filter { row in Self.ownLanguages.contains { $0.rawValue == row.label } }
            guard !rows.isEmpty else { return nil }
            let own = Self.ownLanguages.map(\.rawValue)
            var matrix = ConfusionMatrix(labels: own + ["other"])
            for row in rows {
                let code = classifier.language(
                    of: EntryText(text: row.text), title: Words(of: ""),
                    text: Words(of: row.text)
                ).code.rawValue
                matrix.add(right: row.label, given: own.contains(code) ? code : "other")
            }
            return QualityFigure(set: set, way: "shipped", matrix)
        }
    }
}
