import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct RulesVerdictTests {
    private static let brands = """
        brands:
          - id: lampa
            name: Lampa
            names: [Lampa, lampa]
            strike: [Lampu]
        """

    @Test func `warnings let a run start, errors do not`() async throws {
        let folder = try TestWorkspace([
            "rules/brands.yaml": Self.brands, "feeds/mine.yaml": feeds, "news.xml": rss([]),
        ])
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(!verdict.isGood)
        #expect(verdict.warnings.count == 1)
        #expect(verdict.mistakes.count == 1)
        let run = Run(workspace: folder.workspace, options: Run.Options(now: .crawlDay(0)))
        let error = await #expect(throws: RunError.self) { try await run.execute() }
        #expect(error?.exitCode == 65)
        let message = error?.description ?? ""
        #expect(message.contains("rules/brands.yaml:5:14: 'Lampu' is no form of brand 'lampa'"))
        #expect(message.hasSuffix("nothing was started; `earshot rules check` shows all"))

        try folder.write(
            Self.brands.replacing("strike: [Lampu]", with: ""), to: "rules/brands.yaml")
        #expect(try RulesVerdict(workspace: folder.workspace).isGood)
        #expect(try await run.execute().newEntries == 0)
    }

    @Test func `an example of thousands of letters is told without its middle`() throws {
        let text = String(repeating: "sofa ", count: 1_000)
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": rss([]),
            "rules/brands.yaml": """
            brands:
              - id: lampa
                name: Lampa
                examples: {match: ["\(text)"]}
            """,
        ])
        let verdict = try RulesVerdict(workspace: folder.workspace)
        let finding = try #require(verdict.findings.first)
        #expect(finding.check == .failingExample)
        // 600 characters in front, the mark of what is left out, and 300 behind.
        #expect(finding.message.count == 901)
        #expect(verdict.mistakes == ["rules/brands.yaml:4:24: \(finding.message)"])
    }

    @Test func `a source of a brand that nobody knows is warned of`() throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": rss([]),
            "rules/brands.yaml": """
            brands:
              - id: lampa
                name: Lampa
                sources: [news, opinie]
            """,
        ])
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(verdict.isGood)
        #expect(
            verdict.warnings.filter { $0.contains("no source") }.map { $0.prefix(56) } == [
                "rules/brands.yaml:4:21: no source of feeds/ has the id '"
            ])
    }

    @Test func `a file that a feed needs and that is not there is warned of`() throws {
        let folder = try TestWorkspace([
            "news.xml": rss([]),
            "feeds/mine.yaml": """
            sources:
              - {id: news, name: News, path: news.xml}
              - {id: old, name: Old, path: new.xml}
              - {id: own, name: Own, path: rules}
              - {id: site, name: Site, url: "https://a.example/", ca_file: own.pem}
              - {id: off, name: Off, path: off.xml, enabled: false}
            """,
        ])
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(verdict.isGood)
        let advice = "put the file there, or write its path from the workspace or from '/'"
        #expect(
            verdict.warnings == [
                "feeds/mine.yaml:3:32: there is no file 'new.xml'; \(advice)",
                "feeds/mine.yaml:4:32: 'rules' is a folder; \(advice)",
                "feeds/mine.yaml:5:64: there is no file 'own.pem'; \(advice)",
            ])
    }

    @Test func `a hashtag that is a comment is warned of, also where a file cannot be read`() throws
    {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": rss([]),
            "rules/brands.yaml":
                "brands: [{id: lampa, name: Lampa, names: [Lampa,\n  #lampa\n  ]}]",
        ])
        let warning =
            "'#lampa' and all behind it in the line is a comment; put it in quotes, or write a space "
            + "behind the '#' if it is meant as one"
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(verdict.isGood)
        #expect(verdict.warnings == ["rules/brands.yaml:2:3: \(warning)"])
        try folder.write(
            "brands: [{id: lampa, name: Lampa}]\nmacros:\n  a: b OR #lampa", to: "rules/brands.yaml"
        )
        let broken = try RulesVerdict(workspace: folder.workspace)
        #expect(!broken.isGood)
        #expect(broken.warnings == ["rules/brands.yaml:3:11: \(warning)"])
    }

    @Test func `a selector that cannot be read is a mistake of the feeds file`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": """
            sources:
              - id: forum
                name: Forum
                kind: forum
                path: forum.html
                selectors: {item: "div.post[", date: "//time["}
            """, "forum.html": "<p>",
        ])
        let expected = [
            "feeds/mine.yaml:6:23: selector 'div.post[': its end is not understood; "
                + "use tag, .class, #id, [attribute=value], > and ,",
            "feeds/mine.yaml:6:42: selector '//time[': it is no XPath 1.0; see what stands in it",
        ]
        #expect(try RulesVerdict(workspace: folder.workspace).mistakes == expected)
        let run = Run(workspace: folder.workspace, options: Run.Options(now: .crawlDay(0)))
        let error = await #expect(throws: RunError.self) { try await run.execute() }
        #expect(error?.exitCode == 65)
    }

    @Test func `text for people tells errors first and counts both`() throws {
        let folder = try TestWorkspace([
            "rules/brands.yaml": Self.brands, "feeds/mine.yaml": feeds, "news.xml": rss([]),
        ])
        let text = try RulesVerdict(workspace: folder.workspace)
            .text(style: TerminalStyle(isOn: false))
        let lines = text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("rules/brands.yaml:5:14: 'Lampu' is no form"))
        #expect(lines[1].hasPrefix("warning: rules/brands.yaml:4:20: name 'lampa'"))
        #expect(lines[2] == "1 mistake, 1 warning")
    }

    @Test func `what a mistake repeats cannot steer the terminal`() throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": #"sources: [{id: "\e[2J", name: A, path: news.xml}]"#,
            "news.xml": rss([]),
        ])
        let verdict = try RulesVerdict(workspace: folder.workspace)
        let text = verdict.text(style: TerminalStyle(isOn: false))
        #expect(text.hasPrefix("feeds/mine.yaml:1:16: ' [2J' is not an id; "))
    }

    @Test func `a query that most of the archive meets is told`() async throws {
        let entries = (0..<60).map {
            (id: "\($0)", text: "Lampa świeci \($0)", date: "Sun, 22 Nov 2026 05:00:00 GMT")
        }
        let folder = try TestWorkspace([
            "rules/brands.yaml": "brands: [{id: lampa, name: Lampa, query: świeci}]",
            "feeds/mine.yaml": feeds, "news.xml": rss(entries),
        ])
        _ = try await Run(
            workspace: folder.workspace,
            options: Run.Options(now: Date(timeIntervalSince1970: 1_795_327_200))
        ).execute()
        #expect(
            try RulesVerdict(workspace: folder.workspace).warnings == [
                "rules/brands.yaml:1:42: the query is met by 60 of 60 texts of the archive, so that "
                    + "it tells little; ask for more"
            ])
    }

    /// The structure that the standard's own schema requires (SARIF 2.1.0 §3.13, §3.14, §3.27).
    @Test func `SARIF has what the standard requires`() throws {
        let folder = try TestWorkspace([
            "rules/brands.yaml": Self.brands, "feeds/mine.yaml": feeds, "news.xml": rss([]),
        ])
        let log = SARIFLog(try RulesVerdict(workspace: folder.workspace))
        let bytes = try log.encoded()
        let json = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect(json["version"] as? String == "2.1.0")
        #expect((json["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
        let run = try #require((json["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "earshot")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.count == RuleLintCheck.allCases.count)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["duplicate-name", "unknown-form"])
        #expect(results.map { $0["level"] as? String } == ["warning", "error"])
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
            #expect((result["message"] as? [String: Any])?["text"] is String)
        }
        let location = try #require((results[1]["locations"] as? [[String: Any]])?.first)
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        let artifact = try #require(physical["artifactLocation"] as? [String: Any])
        #expect(artifact["uri"] as? String == "rules/brands.yaml")
        #expect(physical["region"] as? [String: Int] == ["startLine": 5, "startColumn": 14])
    }

    /// The schema allows no other properties, and so do we: one misspelt would be dropped in silence.
    @Test(arguments: ["", "brands: [{id: a, name: Kawka}, {id: b, name: Kawka}]"])
    func `SARIF has no property the standard does not know, and none out of its range`(
        brands: String
    ) throws {
        let folder = try TestWorkspace([
            "rules/brands.yaml": brands, "feeds/mine.yaml": feeds, "news.xml": rss([]),
        ])
        let bytes = try SARIFLog(RulesVerdict(workspace: folder.workspace)).encoded()
        let log = try SARIFObject(JSONSerialization.jsonObject(with: bytes))
        log.expect(keys: ["$schema", "version", "runs"])
        let run = try #require(log.objects("runs").first)
        run.expect(keys: ["tool", "columnKind", "results"])
        #expect(try run.text("columnKind") == "unicodeCodePoints")
        let driver = try run.object("tool").object("driver")
        driver.expect(keys: ["name", "version", "rules"])
        let rules = try driver.objects("rules")
        for rule in rules {
            rule.expect(keys: ["id", "shortDescription"])
            #expect(try rule.object("shortDescription").text("text").hasSuffix("."))
        }
        let ids = try rules.map { try $0.text("id") }
        #expect(Set(ids).count == ids.count)
        let results = try run.objects("results")
        #expect(!results.isEmpty)
        for result in results {
            result.expect(keys: ["ruleId", "ruleIndex", "level", "message", "locations"])
            #expect(["error", "warning"].contains(try result.text("level")))
            #expect(ids[try result.number("ruleIndex")] == (try result.text("ruleId")))
            #expect(try !result.object("message").text("text").isEmpty)
            for location in try result.objects("locations") {
                location.expect(keys: ["physicalLocation"])
                let place = try location.object("physicalLocation")
                place.expect(keys: ["artifactLocation", "region"])
                // A reference relative to the workspace (RFC 3986 §4.2).
                let uri = try place.object("artifactLocation").text("uri")
                #expect(URL(string: uri)?.scheme == nil && !uri.hasPrefix("/"))
                guard place.has("region") else { continue }
                let region = try place.object("region")
                region.expect(keys: ["startLine", "startColumn"])
                #expect(try region.number("startLine") >= 1)
                #expect(try region.number("startColumn") >= 1)
            }
        }
    }

    @Test func `a file that cannot be read is a result too, as a whole`() throws {
        let folder = try TestWorkspace(["rules/brands.yaml": "", "feeds/mine.yaml": feeds])
        let bytes = try SARIFLog(RulesVerdict(workspace: folder.workspace)).encoded()
        let json = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let results = try #require(
            (json["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["invalid-file"])
        let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        #expect(physical["region"] == nil)
    }

    private let feeds = "sources: [{id: news, name: News, path: news.xml}]"
}

/// An object of a SARIF log, as far as it is read.
private struct SARIFObject {
    private let properties: [String: Any]

    init(_ value: Any?) throws {
        properties = try #require(value as? [String: Any])
    }

    func has(_ key: String) -> Bool { properties[key] != nil }

    func object(_ key: String) throws -> SARIFObject { try SARIFObject(properties[key]) }

    func objects(_ key: String) throws -> [SARIFObject] {
        try #require(properties[key] as? [Any]).map { try SARIFObject($0) }
    }

    func text(_ key: String) throws -> String { try #require(properties[key] as? String) }

    func number(_ key: String) throws -> Int { try #require(properties[key] as? Int) }

    func expect(keys: Set<String>) {
        #expect(Set(properties.keys).isSubset(of: keys))
    }
}
