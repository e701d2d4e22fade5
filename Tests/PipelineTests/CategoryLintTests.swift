import Model
import Pipeline
import TestSupport
import Testing

/// What else counts for a category than its keywords, so that `rules check` must not call it out of reach.
struct CategoryLintTests {
    @Test(arguments: [
        "{id: question, name: Question, keywords: {en: [{term: how, weight: 0.5}]}}",
        "{id: churn_risk, name: Leaving, keywords: {en: [{term: leave, weight: 0.5}]}}",
        "{id: sales_lead, name: Lead, keywords: {en: [{term: tyres, weight: 0.4}]}}",
        "{id: complaint, name: Complaint, keywords: {en: [{term: queue, weight: 0.6}]}}",
        "{id: spam, name: Spam, tone: {label: positive, weight: 0.6}, "
            + "keywords: {en: [{term: win, weight: 0.4}]}}",
    ])
    func `a category that keywords reach together with what else counts is no finding`(
        category: String
    )
        throws
    {
        #expect(try findings(in: category) == [])
    }

    @Test(arguments: [
        ("sales_lead", 0.3), ("complaint", 0.5), ("praise", 0.9),
    ])
    func `a category that keywords cannot reach even so is an error`(id: String, weight: Double)
        throws
    {
        let category =
            "{id: \(id), name: Name, keywords: {en: [{term: tyres, weight: \(weight)}]}}"
        let found = try findings(in: category)
        #expect(found.count == 1)
        #expect(
            found.first?.hasSuffix(
                "the weights of category '\(id)' in 'en' add up to less than 1, so that it can never "
                    + "be given; raise one") == true)
    }

    @Test func `what was learnt counts in its language`() throws {
        let category =
            "{id: incident, name: Incident, keywords: {en: [{term: slow, weight: 0.5}], "
            + "pl: [{term: wolno, weight: 0.5}]}}"
        let found = try findings(in: category, learnt: "parcel\t2\nqueue\t-3\n")
        #expect(found.count == 1)
        #expect(found.first?.contains("category 'incident' in 'pl' add up to less than 1") == true)
    }

    @Test func `nothing else counts for the value of a facet`() throws {
        let value = "{id: question, name: Question, keywords: {en: [{term: how, weight: 0.5}]}}"
        let found = try findings([
            "rules/facets.yaml": "facets: [{id: kind, name: Kind, values: [\(value)]}]"
        ])
        #expect(found.count == 1)
    }

    // MARK: - Private

    /// - Parameter learnt: for `incident` in English.
    private func findings(in category: String, learnt: String? = nil) throws -> [String] {
        var files = [
            "rules/categories.yaml": "categories: [\(category)]",
            "rules/routing.yaml": """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            """,
        ]
        files["rules/learnt/incident.en.tsv"] = learnt
        return try findings(files)
    }

    private func findings(_ files: [String: String]) throws -> [String] {
        let folder = try TestWorkspace(files)
        defer { withExtendedLifetime(folder) {} }
        return RuleLint.errors(in: try folder.workspace.loadRules().rules).map(\.description)
    }
}
