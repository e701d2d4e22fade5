import Model
import RuleLoading
import TestSupport
import Testing

/// Keywords of categories and of values of facets whose words have alternatives.
struct KeywordAlternativesTests {
    @Test func `a keyword stands for every choice, each with its weight and place`() throws {
        let rules = try Rules.loaded([
            Self.file: Self.categories(["awaria", "{term: apka|strona pada|leży, weight: 0.5}"])
        ])
        let keywords = rules.categories.first?.keywords[.polish] ?? []
        #expect(
            keywords.map(\.term)
                == ["awaria", "apka pada", "apka leży", "strona pada", "strona leży"])
        #expect(keywords.map(\.weight) == [1, 0.5, 0.5, 0.5, 0.5])
        #expect(keywords.map(\.place.line) == [6, 7, 7, 7, 7])
    }

    @Test func `a value of a facet has them, too`() throws {
        let rules = try Rules.loaded([
            "rules/facets.yaml": """
            facets:
              - id: touchpoint
                name: Touchpoint
                values:
                  - {id: app, name: App, keywords: {pl: [apk*|aplikacj*]}}
            """
        ])
        let keywords = rules.facets.first?.values.first?.keywords[.polish]
        #expect(keywords?.map(\.term) == ["apk*", "aplikacj*"])
    }

    @Test(arguments: [
        (
            ["apka| pada"],
            "6:11: '|' is misplaced in 'apka|'; write it between two words without spaces, as in one|other"
        ),
        (["pada|leży|pada"], "6:11: 'pada' stands twice in 'pada|leży|pada'; keep one of the two"),
        (["leży|pa*da"], "6:11: '*' is misplaced in 'pa*da'; write it at the end of a word only"),
        (
            ["pada|leży", "Leży"],
            "7:11: 'Leży' stands already at rules/categories.yaml:6:11; keep one of the two"
        ),
        (
            ["apka|strona pada|leży", "stoi", "strona leży|pada|stoi"],
            "8:11: 'strona leży' and 1 more of its terms stand already at rules/categories.yaml:6:11; keep them in one of the two"
        ),
    ])
    func `what cannot be used is told of with its line`(items: [String], complaint: String) throws {
        #expect(
            try Complaints.ofRules([Self.file: Self.categories(items)])
                == ["\(Self.file):\(complaint)"])
    }

    // MARK: - Private

    private static let file = "rules/categories.yaml"

    /// A category whose keywords begin on the sixth line.
    private static func categories(_ items: [String]) -> String {
        """
        categories:
          - id: incident
            name: Incident
            keywords:
              pl:
        """ + items.map { "\n        - \($0)" }.joined() + "\n"
    }
}
