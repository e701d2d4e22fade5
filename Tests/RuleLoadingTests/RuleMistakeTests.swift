import Model
import RuleLoading
import TestSupport
import Testing

/// Every mistake that can be made in `rules/`, with the line an analyst reads.
struct RuleMistakeTests {
    @Test func `rules are not called unknown while the file that has them cannot be read`() throws {
        let files = [
            "rules/brands.yaml": "brands: [a",
            "rules/categories.yaml": "",
            "rules/routing.yaml": """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            routes: [{when: {brand: lampa, category: incident}, team: support}]
            """,
        ]
        let expected = [
            "rules/brands.yaml:1:9: the list that opens here is not closed; "
                + "write ',' between its items and ']' at its end",
            "rules/categories.yaml: the file is empty; fill it or remove it",
        ]
        let found = try Complaints.ofRules(files)
        #expect(found == expected)
    }

    @Test func `no brand is called unknown while the id of some brand cannot be read`() throws {
        let files = [
            "rules/brands.yaml": """
            brands:
              - {ID: lampa, name: Lampa}
              - {id: kawa, name: Kawa}
            """,
            "rules/routing.yaml": """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            routes: [{when: {brand: lampa}, team: support}]
            """,
        ]
        let expected = [
            "rules/brands.yaml:2:5: key 'id' is missing; write 'id: …'",
            "rules/brands.yaml:2:6: unknown key 'ID'; did you mean 'id'?",
        ]
        let found = try Complaints.ofRules(files)
        #expect(found == expected)
    }

    @Test(arguments: [
        ("kind: rival", "4:11: unknown kind 'rival'; write own, competitor or topic"),
        ("names: Lampa", "4:12: expected a list of text, found text; write [one, two]"),
        ("names: []", "4:12: the list is empty; write an item or remove the key"),
        (
            "names: [Lampa, \"!!!\"]",
            "4:20: '!!!' can never match; write one with a letter or digit in it"
        ),
        ("inflect: pt", "4:14: unknown inflection 'pt'; did you mean 'pl'?"),
        ("inflect: [pl, none]", "4:19: 'none' stands in a list; write 'inflect: none' alone"),
        ("case_sensitive: 1", "4:21: unknown case rule '1'; write true, false or strict"),
        ("case_sensitive: []", "4:21: expected true or false, found a list; write true or false"),
        (
            "query: a OR",
            "4:12: at character 5 of the query: expected a word, found the end; "
                + "write a word, a \"phrase\" or '('"
        ),
        ("context: {within: 5}", "4:14: key 'any_of' is missing; write 'any_of: …'"),
        (
            "context: {any_of: [a*b]}",
            "4:24: '*' is misplaced in 'a*b'; write it at the end of a word only"
        ),
        (
            "context: {any_of: [a], within: 0}",
            "4:36: 0 is out of range; write a number from 1 to 1000"
        ),
        ("examples: {matches: [a]}", "4:16: unknown key 'matches'; did you mean 'match'?"),
        (
            "examples: {match: a}",
            "4:23: expected a list of text, found text; write [one, two]"
        ),
    ])
    func `a value that a brand cannot have`(line: String, message: String) throws {
        let text = "brands:\n  - id: lampa\n    name: Lampa\n    \(line)\n"
        let found = try Complaints.ofRules(["rules/brands.yaml": text])
        #expect(found == ["rules/brands.yaml:" + message])
    }

    @Test func `a brand that has no name to look for`() throws {
        let text = """
            brands:
              - {id: a}
              - {id: b, name: "?!"}
              - {id: a, name: A}
            """
        let expected = [
            "rules/brands.yaml:2:5: key 'name' is missing; write 'name: …'",
            "rules/brands.yaml:3:19: '?!' can never match; write one with a letter or digit in it",
            "rules/brands.yaml:4:10: brand 'a' stands already at rules/brands.yaml:2:10; "
                + "give this one another id",
        ]
        let found = try Complaints.ofRules(["rules/brands.yaml": text])
        #expect(found == expected)
    }

    @Test(arguments: [
        (
            "severity: hihg\n    query: a",
            "4:15: unknown severity 'hihg'; did you mean 'high'?"
        ),
        (
            "meaning: Nothing",
            "2:5: it can never be given; write 'keywords' or 'query'"
        ),
        (
            "query: NOT a",
            "4:12: at character 1 of the query: only NOT, so nearly every text would do; "
                + "write a word that must be there"
        ),
        (
            "tone: {label: bad, weight: 1}\n    query: a",
            "4:19: unknown sentiment 'bad'; write positive, neutral, negative, mixed or undecided"
        ),
        ("tone: {label: mixed}\n    query: a", "4:11: key 'weight' is missing; write 'weight: …'"),
        (
            "tone: {label: mixed, weight: 5}\n    query: a",
            "4:34: 5 is out of range; write a number from -4 to 4"
        ),
        (
            "tone: [{label: mixed, weight: 1}, {label: mixed, weight: 0.5}]\n    query: a",
            "4:39: 'mixed' stands already at rules/categories.yaml:4:12; keep one of the two"
        ),
        ("keywords: {}", "4:15: the list is empty; write an item or remove the key"),
        ("keywords: [a]", "4:15: expected a mapping, found a list; write 'key: value' lines"),
        (
            "keywords: {english: [a]}",
            "4:16: unknown language 'english'; write an ISO 639-1 code, such as 'pl'"
        ),
        (
            "keywords: {en: a}",
            "4:20: expected a list of text, found text; write [one, two]"
        ),
        (
            "keywords: {en: [\"-\"]}",
            "4:21: '-' can never match; write one with a letter or digit in it"
        ),
        (
            "keywords: {en: [\"*a\"]}",
            "4:21: '*' is misplaced in '*a'; write it at the end of a word only"
        ),
        (
            "keywords: {en: [{term: a, weight: 4.5}]}",
            "4:39: 4.5 is out of range; write a number from -4 to 4"
        ),
        (
            "keywords: {en: [{term: a, weight: \"1\"}]}",
            "4:39: expected a number, found text; write one such as 5 or 0.5"
        ),
        (
            "keywords: {en: [{word: a}]}",
            "4:21: key 'term' is missing; write 'term: …'",
        ),
        (
            "keywords: {en: [Awaria, b, {term: awaria}]}",
            "4:32: 'awaria' stands already at rules/categories.yaml:4:21; keep one of the two"
        ),
    ])
    func `a value that a category cannot have`(line: String, message: String) throws {
        let text = "categories:\n  - id: incident\n    name: Incident\n    \(line)\n"
        let found = try Complaints.ofRules(["rules/categories.yaml": text])
        #expect(found.first == "rules/categories.yaml:" + message)
    }

    @Test(arguments: [
        ("brands", "'brands:'", "brands:"), ("categories", "'categories:'", "categories:"),
        ("facets", "'facets:'", "facets:"), ("locations", "'locations:'", "locations:"),
        ("routing", "'teams:', 'routes:' or 'severity:'", "teams:"),
    ])
    func `a list alone is told its key, and nothing else is blamed for it`(
        file: String, keys: String, example: String
    ) throws {
        var files = ["rules/\(file).yaml": "- {id: a, name: A}\n"]
        if file != "routing" {
            files["rules/routing.yaml"] = """
                time_zone: UTC
                teams: [{id: support, name: Support}]
                default_team: support
                routes:
                  - when: {brand: lampa, category: incident, facets: {touchpoint: app, location: x}}
                    team: support
                """
            let facets =
                "facets: [{id: touchpoint, name: T, values: [{id: app, name: A, query: app}]}]"
            for (name, text) in [
                ("facets", facets), ("locations", "locations: [{id: x, name: X}]"),
            ] where name != file {
                files["rules/\(name).yaml"] = text
            }
        }
        let message =
            "rules/\(file).yaml:1:1: the list has no key; write \(keys) on a line of its own above "
            + "it, such as '\(example)' and below it '- id: …'"
        #expect(try Complaints.ofRules(files) == [message])
    }

    @Test func `what a list that cannot be read would hold is not called unknown`() throws {
        let facets = "facets: [{id: touchpoint, name: T, value: []}]"
        let routing = """
            time_zone: UTC
            teams: {support: Support}
            default_team: support
            routes: [{when: {facets: {touchpoint: app}}, team: support}]
            tickets:
              installation: here
              destinations: {desk: Desk}
              routes: [{to: desk}]
            sending:
              channels: {board: Board}
              notices: [{id: a, send: alerts, to: board}]
            """
        let expected = [
            "rules/facets.yaml:1:10: key 'values' is missing; write 'values: …'",
            "rules/facets.yaml:1:36: unknown key 'value'; did you mean 'values'?",
            "rules/routing.yaml:2:8: expected a list of mappings, found a mapping; "
                + "write '- key: …' lines",
            "rules/routing.yaml:7:17: expected a list of mappings, found a mapping; "
                + "write '- key: …' lines",
            "rules/routing.yaml:10:13: expected a list of mappings, found a mapping; "
                + "write '- key: …' lines",
        ]
        let found = try Complaints.ofRules([
            "rules/facets.yaml": facets, "rules/routing.yaml": routing,
        ])
        #expect(found == expected)
    }

    @Test func `mistakes of many files are told together, in the order of their places`() throws {
        let files = [
            "feeds/a.yaml": "sources:\n  - {id: a, name: A, link: https://example.org}\n",
            "feeds/b.yaml": "sources:\n  - id: a\n    id: b\n",
            "rules/brands.yaml": "brands:\n  - {id: B, name: \"-\", kinds: own}\n",
            "rules/categories.yaml": "categories:\n  - {id: c, name: C, query: (a}\n",
            "rules/sentiment/en.tsv": "good\t2\nbad\t-9\n",
        ]
        let expected = """
            feeds/a.yaml:2:5: no address; write 'url: …' or 'path: …'
            feeds/a.yaml:2:22: unknown key 'link'; write id, name, kind, url, path, extends, \
            site, include, language, region, enabled, tags or …
            feeds/b.yaml:3:5: key 'id' stands already at feeds/b.yaml:2:5; keep one of the two
            rules/brands.yaml:2:10: 'B' is not an id; write a-z, 0-9, '-' and '_' only, such as 'b'
            rules/brands.yaml:2:19: '-' can never match; write one with a letter or digit in it
            rules/brands.yaml:2:24: unknown key 'kinds'; did you mean 'kind'?
            rules/categories.yaml:2:29: at character 1 of the query: '(' is never closed; \
            write ')' where it ends
            rules/sentiment/en.tsv:2:5: -9 is out of range; write a number from -4 to 4
            """
        try TemporaryFolder.with(Complaints.goodRules.merging(files) { $1 }) { folder in
            let feeds = #expect(throws: RuleErrors.self) {
                try FeedListLoader.load(workspace: folder.path)
            }
            let rules = #expect(throws: RuleErrors.self) {
                try RuleLoader.load(workspace: folder.path)
            }
            let all = RuleErrors(merging: [rules, feeds].compactMap(\.self))
            #expect(all.description == expected)
        }
    }
}
