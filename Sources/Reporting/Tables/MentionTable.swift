package import Model

/// A report's mentions as rows, for spreadsheets and programs.
package enum MentionTable {
    /// - Parameter origins: by the numbers of the entries.
    package static func figures(
        of mentions: [ListedMention], from origins: [Int64: MentionOrigin]
    ) -> FigureTable {
        FigureTable(
            columns: columns, rows: mentions.map { row($0) + row($0, origins[$0.sequence]) })
    }

    // MARK: - Private

    /// New ones are added behind these: programs know columns by their places, too.
    private static let columns = [
        "id", "brand", "form", "published", "heard", "source", "link", "title", "text", "language",
        "sentiment", "score", "categories", "severity", "team", "story", "story_reason", "facets",
        "stars", "feed", "channel", "region", "author", "author_name", "nps",
        "ces",
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
            .known(halves: mention.stars),
        ]
    }

    private static func row(_ mention: ListedMention, _ origin: MentionOrigin?)
        -> [CSVDialect.Cell]
    {
        [
            .text(mention.feed.value), .known(text: origin?.channel.rawValue),
            .known(text: origin?.region), .known(text: origin?.author),
            .known(text: origin?.authorName), .known(count: mention.nps),
            .known(count: mention.ces),
        ]
    }
}
