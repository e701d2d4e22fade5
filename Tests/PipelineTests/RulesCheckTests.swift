import Model
import Pipeline
import TestSupport
import Testing

/// Examples of the rules that do not hold.
struct RulesCheckTests {
    @Test func `a word that a brand takes from a keyword is told as what breaks an example`() throws
    {
        let messages = try failures(keyword: "lampa", example: "To jest lampa")
        #expect(
            messages == [
                "rules/categories.yaml:1:83: category 'incident' should match and does not: "
                    + "\"To jest lampa\", since 'lampa' names brand 'lampa'; write case_sensitive: true "
                    + "there or give it a context, or change the example"
            ])
    }

    @Test func `a name that changes nothing is not blamed`() throws {
        let messages = try failures(keyword: "awaria", example: "To jest lampa")
        #expect(
            messages == [
                "rules/categories.yaml:1:84: category 'incident' should match and does not: "
                    + "\"To jest lampa\"; see `earshot explain` with this text, then mend the rule or "
                    + "the example"
            ])
    }

    private func failures(keyword: String, example: String) throws -> [String] {
        let categories =
            "categories: [{id: incident, name: I, keywords: {any: [\(keyword)]}, "
            + "examples: {match: [\(example)]}}]"
        let folder = try TestWorkspace(
            RuleLintTests.good.merging(["rules/categories.yaml": categories]) { $1 })
        defer { withExtendedLifetime(folder) {} }
        let rules = try folder.workspace.loadRules().rules
        return RulesCheck.exampleFailures(of: rules, tagger: Tagger(rules: rules))
            .map(\.description)
    }
}
