import RuleLoading
import TestSupport
import Testing

/// Files of `rules/` that are missing, or that nobody reads.
struct RuleFileMistakeTests {
    @Test func `a workspace without rules`() throws {
        let found = try TemporaryFolder.with([:]) { try Complaints.ofRules(in: $0) }
        #expect(found == ["rules: no such folder; make it and write rules/brands.yaml"])
    }

    @Test func `a folder of rules with nothing in it`() throws {
        let expected = [
            "rules/brands.yaml: no such file; write it, beginning with 'brands:'",
            "rules/categories.yaml: no such file; write it, beginning with 'categories:'",
            "rules/routing.yaml: no such file; write it, beginning with 'time_zone:'",
            "rules/sentiment: no such folder; make it and write rules/sentiment/en.tsv",
        ]
        let found = try TemporaryFolder.with(["rules/README.md": ""]) {
            try Complaints.ofRules(in: $0)
        }
        #expect(found == expected)
    }

    @Test func `a file nobody reads`() throws {
        let files = [
            "rules/brand.yaml": "", "rules/notes.md": "", "rules/routing.yml": "",
            "rules/facets.YAML": "", "rules/locations.yaml.txt": "",
        ]
        let expected = [
            "rules/brand.yaml: unknown file 'brand.yaml'; did you mean 'brands.yaml'?",
            "rules/facets.YAML: unknown file 'facets.YAML'; did you mean 'facets.yaml'?",
            "rules/locations.yaml.txt: unknown file 'locations.yaml.txt'; write brands.yaml, "
                + "categories.yaml, facets.yaml, locations.yaml or routing.yaml",
            "rules/routing.yml: unknown file 'routing.yml'; did you mean 'routing.yaml'?",
        ]
        let found = try Complaints.ofRules(files)
        #expect(found == expected)
    }
}
