import Model
import Pipeline
import Testing

@Suite(.timeLimit(.minutes(5)))
struct HandbookUsageTests {
    private static let categories = """
        categories:
          - {id: technical_issue, name: Technical issue, keywords: {pl: [nie działa, od|do rana]}}
          - {id: spam, name: Spam, keywords: {pl: [wygraj]}}
        """

    /// Two that are counted, and one that is spam.
    private func handbook(usage isAsked: Bool) async throws -> String {
        let texts = [
            "Zefirnet nie działa", "W Zefirnecie nie działa od rana", "Zefirnet nie działa, wygraj",
        ]
        let folder = try await TestWorkspace.hearing(
            texts.enumerated().map { number, text in
                Post(id: "\(number)", text: text, day: -1 - Double(number) / 100)
            }, ["rules/categories.yaml": Self.categories])
        let usage = isAsked ? try folder.usage { $0.includesAll = true } : nil
        return try folder.workspace.handbook(in: .english, linkBase: "", usage: usage)
    }

    @Test func `spam counts for the rules that find it alone, as in all reports`() async throws {
        let page = try await handbook(usage: true)
        #expect(page.contains("spam left out"))
        #expect(page.contains("<dd><bdi>Zefirnet (2)</bdi></dd>"))
        #expect(page.contains("<dd><bdi>nie działa 2 · od|do rana 1 · 2 of 2</bdi></dd>"))
        #expect(page.contains("<dd><bdi>wygraj 1 · 1 of 1</bdi></dd>"))
    }

    @Test func `routes, severity rules and lines of lexicons say how often they were at work`()
        async throws
    {
        let page = try await handbook(usage: true)
        for decided in ["Support", "high"] {
            #expect(
                page.contains(
                    "<bdi>\(decided)</bdi></th><td data-label=\"When\"><bdi>Technical issue</bdi>"
                        + "</td><td data-label=\"Posts\">2</td>"))
        }
        #expect(page.contains("<dt>Polish</dt><dd><bdi>nie działa 2</bdi></dd>"))
        #expect(page.contains("<a href=\"#routing\">"))
        #expect(try await !handbook(usage: false).contains("routing\""))
    }
}
