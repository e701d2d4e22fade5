import Model
import Pipeline
import Testing

/// Parts of brands that let a name count, or keep it from counting.
@Suite(.timeLimit(.minutes(5)))
struct RuleUsageConditionTests {
    private static let brands = """
        brands:
          - {id: zefirnet, name: Zefirnet}
          - id: lampa
            name: Lampa
            inflect: pl
            strike: [Lampie]
            except: [Lampa naftowa]
            query: dom OR sklep
            context: {any_of: [żarówka, abażur], within: 5}
        """

    private static let posts = [
        "Lampa i żarówka, cały dom", "Lampa naftowa i żarówka, cały dom", "Dom o Lampie",
        "Lampa i żarówka, cały dom. A lampa naftowa obok", "Zefirnet",
    ]

    @Test func `exceptions, struck forms, context words and queries of brands are counted`()
        async throws
    {
        let folder = try await TestWorkspace.hearing(
            Self.posts.enumerated().map { number, text in
                Post(id: "\(number)", text: text, day: -1 - Double(number) / 100)
            }, ["rules/brands.yaml": Self.brands])
        let report = try folder.usage()
        let ofLampa = report.rules.filter { $0.rule.owner == "lampa" }
        func ever(_ kind: UsedRule.Kind) -> [String: Int] {
            Dictionary(
                ofLampa.filter { $0.rule.kind == kind }.map { ($0.rule.name, $0.entriesEver) },
                uniquingKeysWith: +)
        }
        // The second and the third name no brand.
        #expect(report.mentions == 3 && report.counts(.brand, "lampa")[2] == 2)
        #expect(ever(.query) == ["query": 2])
        #expect(ever(.contextWord) == ["żarówka": 2, "abażur": 0])
        #expect(ever(.exception) == ["Lampa naftowa": 2])
        #expect(ever(.struckForm) == ["Lampie": 1])
    }

    @Test func `of what keeps names from counting nobody can tell whether it was as often before`()
        async throws
    {
        let folder = try await TestWorkspace.hearing(
            [-15.0, -12, -4].map { Post(id: "\($0)", text: "Zefirnet", day: $0) }
                + (0..<30).map { number in
                    Post(id: "\(number)", text: "Lampa naftowa", day: -1 - Double(number) / 10)
                }, ["rules/brands.yaml": Self.brands])
        let report = try folder.usage {
            $0.from = .post(day: -7)
            $0.to = .post(day: 0)
        }
        #expect(report.counts(.brand, "zefirnet") == [1, 1, 3])
        // The posts of the time before that name no brand may have been deleted already.
        #expect(report.counts(.exception, "Lampa naftowa") == [30, nil, 30])
        #expect(report.rule(.exception, "Lampa naftowa")?.drift == nil)
    }

    @Test func `a handbook says beside each rule in how many posts it was at work`() async throws {
        let folder = try await TestWorkspace.hearing(
            Self.posts.enumerated().map { number, text in
                Post(id: "\(number)", text: text, day: -1 - Double(number) / 100)
            }, ["rules/brands.yaml": Self.brands])
        let usage = try folder.usage { $0.includesAll = true }
        let page = try folder.workspace.handbook(in: .english, linkBase: "", usage: usage)
        for told in [
            "<dt>Posts</dt><dd><bdi>2</bdi></dd>", "Lampa (2)", "Lampa naftowa (2)", "Lampie (1)",
            "żarówka (2), abażur (0)", "Zefirnet (1)", "<dt>Keywords found</dt>",
            "in how many posts each rule was at work",
        ] {
            #expect(page.contains(told), "\(told)")
        }
        let plain = try folder.workspace.handbook(in: .english, linkBase: "")
        #expect(!plain.contains("Lampa (") && !plain.contains("<dt>Posts</dt>"))
    }
}
