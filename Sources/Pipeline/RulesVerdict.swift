import Model
import RuleLoading

/// Everything that is wrong in feeds/ and rules/: `earshot rules check`.
package struct RulesVerdict: Sendable, Encodable {
    package let isGood: Bool
    /// One line each, with file, line and what to do.
    package let mistakes: [String]
    package let feeds: Int
    package let brands: Int
    package let categories: Int
    package let lexiconTerms: Int
    package let examples: Int
    package let rulesHash: String?

    package init(workspace: Workspace) {
        do throws(RunError) {
            let configuration = try workspace.load()
            let rules = configuration.rules
            mistakes = RulesCheck.exampleFailures(of: rules, tagger: Tagger(rules: rules))
                .map(\.description)
            feeds = configuration.feeds.feeds.count
            brands = rules.brands.count
            categories = rules.categories.count
            lexiconTerms = rules.lexicons.reduce(0) { $0 + $1.entries.count }
            examples = RulesCheck.exampleCount(of: rules)
            rulesHash = configuration.rulesHash
        } catch {
            mistakes = error.description.split(separator: "\n").map(String.init)
            (feeds, brands, categories, lexiconTerms, examples) = (0, 0, 0, 0, 0)
            rulesHash = nil
        }
        isGood = mistakes.isEmpty
    }

    package func text(style: TerminalStyle) -> String {
        guard isGood else {
            return mistakes.map { "\($0)\n" }.joined()
                + style.bad("\(mistakes.count) \(mistakes.count == 1 ? "mistake" : "mistakes")")
                + "\n"
        }
        return style.good("good") + ": \(feeds) feeds, \(brands) brands, \(categories) categories, "
            + "\(lexiconTerms) sentiment terms; \(examples) examples hold\n"
    }
}
