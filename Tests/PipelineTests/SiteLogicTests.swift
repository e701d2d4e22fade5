import Model
import Pipeline
import TestSupport
import Testing

/// What `rules check` makes of two sites in one query.
struct SiteLogicTests {
    @Test(arguments: [
        "site:e-shop.example AND NOT site:shop.example",
        "site:shop.example.org AND NOT site:shop.example",
        "site:shop.example AND NOT site:forum.shop.example",
        "site:forum.shop.example AND site:shop.example",
    ])
    func `sites of which none is part of what is forbidden are no finding`(query: String) throws {
        #expect(try findings(in: query) == [])
    }

    @Test(arguments: [
        (
            "site:forum.shop.example AND NOT site:shop.example",
            "needs site:forum.shop.example and forbids site:shop.example; remove one of the two"
        ),
        (
            "site:{Shop.example} AND NOT site:shop.EXAMPLE",
            "needs site:{Shop.example} and forbids site:shop.EXAMPLE; remove one of the two"
        ),
        (
            "site:xn--w-uga1v8h.example AND NOT site:żółw.example",
            "needs site:xn--w-uga1v8h.example and forbids site:żółw.example; remove one of the two"
        ),
        (
            "site:shop.example AND site:e-shop.example",
            "needs site:e-shop.example and site:shop.example, and a text has one of them; join "
                + "them by OR"
        ),
    ])
    func `a site that is forbidden, or a second one, leaves nothing`(query: String, reason: String)
        throws
    {
        #expect(
            try findings(in: query) == [
                "rules/brands.yaml:1:42: '\(query)' can never hold, since it \(reason)"
            ])
    }

    // MARK: - Private

    private func findings(in query: String) throws -> [String] {
        let folder = try TestWorkspace([
            "rules/brands.yaml": "brands: [{id: lampa, name: Lampa, query: '\(query)'}]"
        ])
        defer { withExtendedLifetime(folder) {} }
        return RuleLint.findings(in: try folder.workspace.loadRules().rules)
            .filter { $0.place.file == "rules/brands.yaml" }.map(\.description)
    }
}
