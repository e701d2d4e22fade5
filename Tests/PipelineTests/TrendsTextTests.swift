import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// A trend report in a terminal.
struct TrendsTextTests {
    @Test func `who praises is told apart from the targets above`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": "sources: [{id: news, name: News, path: news.xml}]",
            "news.xml": postRSS([Post(id: "1", author: "Ola", text: "Zefirnet jest świetny")]),
            "rules/categories.yaml": """
            categories:
              - id: praise
                name: Praise
                keywords: {pl: [świetny]}
                examples: {match: ["Świetny pomysł"]}
            """,
            "rules/routing.yaml": """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            targets: [{measure: positive_share, at_least: 0.3}]
            """,
        ])
        _ = try await folder.crawl(at: .crawlDay(0))
        let trends = try Archive(workspace: folder.workspace)
            .trends(days: 1, now: .crawlDay(0), language: .english)
        let text = TrendsText(trends, style: TerminalStyle(isOn: false)).text
        #expect(
            text.contains(
                """
                Targets
                Positive share, own brands: 100%; target at least 30%, met.

                Zefirnet: praised by 1 named author, 0 of them not for the first time within a year.

                """))
    }
}
