package import Model

/// A report's mentions as rows, for spreadsheets and programs.
package enum MentionTable {
    package static func figures(of mentions: [ListedMention]) -> FigureTable {
        FigureTable(columns: columns, rows: mentions.map(row))
    }

    // MARK: - Private

    private static let columns = [
        "id", "brand", "form", "published", "heard", "source", "link", "title", "text", "language",
        "sentiment", "score", "categories", "severity", "team", "story", "story_reason", "facets",
    ]

    private static func row(_ mention: ListedMention) -> [CSVDialect.Cell] {
        [
            .text(mention.id.value), .text(mention.brand.value), .text(mention.form),
            .text(ContractJSON.timestamp(mention.date)),
            .text(ContractJSON.timestamp(mention.heardAt)), .text(mention.source),
            .text(mention.link ?? ""), .text(mention.title ?? ""), .text(mention.snippet.text),
            .text(mention.language.rawValue), .text(mention.sentiment.label.rawValue),
            .number(String(mention.sentiment.score)),
            .text(mention.categories.map(\.id.value).joined(separator: " ")),
            .text(mention.severity.rawValue), .text(mention.team.value),
            .number(String(mention.story.id)), .text(mention.story.reason.rawValue),
            .text((mention.facets?.values ?? []).map(\.description).joined(separator: " ")),
        ]
    }
}
