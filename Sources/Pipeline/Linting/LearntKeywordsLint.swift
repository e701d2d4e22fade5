import Model
import Tokenizing

/// What is wrong with learnt keywords: lines that change nothing, or that count beside what a person set.
///
/// All are warnings: a run works with such lines, as the category is given by the others.
struct LearntKeywordsLint {
    private let learnt: [LearntKeywords]
    private let categories: [Model.Category]

    init(_ rules: Rules) {
        learnt = rules.learntKeywords
        categories = rules.categories
    }

    var findings: [RuleFinding] { learnt.flatMap(findings) }

    // MARK: - Private

    private func findings(of learnt: LearntKeywords) -> [RuleFinding] {
        let category = categories.first { $0.id == learnt.category }
        guard let category else { return [] }
        guard !category.keywords.isEmpty else {
            return [
                RuleFinding(
                    .idleKeyword, .warning,
                    "category '\(category.id)' is given by its query alone, whatever is learnt; remove "
                        + "the file, or give the category keywords",
                    at: FileLocation(file: "rules/\(learnt.path)"))
            ]
        }
        var first = Dictionary(
            category.keywords(in: learnt.language).filter(\.isKeptFromLearning)
                .map { (TermPattern($0.term), $0) },
            uniquingKeysWith: { first, _ in first })
        return learnt.keywords.compactMap { keyword in
            let lint = TermLint(keyword.term)
            guard lint.finding(at: keyword.place) == nil else {
                return idle(
                    keyword, "can never be found, since texts are cut into words otherwise")
            }
            guard keyword.weight != 0 else { return idle(keyword, "weighs 0") }
            guard let other = first[lint.pattern] else {
                first[lint.pattern] = keyword
                return nil
            }
            return RuleFinding(
                .duplicateTerm, .warning,
                "'\(keyword.term)' counts beside '\(other.term)' at \(other.place), which finds the "
                    + "same; remove this line", at: keyword.place)
        }
    }

    private func idle(_ keyword: Model.Category.Keyword, _ reason: String) -> RuleFinding {
        RuleFinding(
            .idleKeyword, .warning, "'\(keyword.term)' \(reason); remove the line",
            at: keyword.place)
    }
}
