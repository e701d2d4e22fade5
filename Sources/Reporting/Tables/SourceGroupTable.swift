import Model

/// Channels and regions as rows, one each.
enum SourceGroupTable {
    static func figures(channels: [SourceGroup]?, regions: [SourceGroup]?) -> FigureTable {
        FigureTable(
            columns: [
                "kind", "id", "name", "sources", "mentions", "stories", "positive", "negative",
                "needs_answer", "sales_leads",
            ],
            rows: rows("channel", channels) + rows("region", regions))
    }

    // MARK: - Private

    private static func rows(_ kind: String, _ groups: [SourceGroup]?) -> [[CSVDialect.Cell]] {
        (groups ?? []).map { group in
            [
                .text(kind), .text(group.id), .text(group.name), .count(group.sources),
                .count(group.counts.mentions), .count(group.counts.stories),
                .count(group.positive.mentions), .count(group.negative.mentions),
                .count(group.needsAnswer.mentions), .count(group.salesLeads.mentions),
            ]
        }
    }
}
