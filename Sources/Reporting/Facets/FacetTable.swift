import Model

/// What mentions are about, as rows for spreadsheets and programs: one a facet and value.
enum FacetTable {
    static func figures(of facets: [Digest.FacetSummary]) -> FigureTable {
        FigureTable(
            columns: keys + counts + ["mentions_before", "stories_before"] + tones,
            rows: facets.flatMap { facet in
                facet.values.map { value -> Row in
                    Self.keys(facet.id, value.id, value.name) + counts(value.counts)
                        + [
                            .known(count: value.previous.heardBefore?.mentions),
                            .known(count: value.previous.heardBefore?.stories),
                        ]
                        + tones(value.tone, value.negativeShare)
                }
            })
    }

    static func figures(of facets: [Trends.FacetTrend]) -> FigureTable {
        FigureTable(
            columns: keys + counts + tones + [
                "net_tone", "last_week", "week_before", "blamed_for",
            ],
            rows: facets.flatMap { facet in
                facet.values.map { value -> Row in
                    Self.keys(facet.id, value.id, value.name) + counts(value.counts)
                        + tones(value.tone, value.negativeShare) + [
                            .share(value.netSentiment.mentions), .count(value.lastWeek.mentions),
                            .known(count: value.lastWeekChange?.before.mentions),
                            .text(value.blamedFor.map(\.id).joined(separator: " ")),
                        ]
                }
            })
    }

    // MARK: - Private

    private typealias Row = [CSVDialect.Cell]

    private static let keys = ["facet", "id", "name"]
    private static let counts = ["mentions", "stories"]
    private static let tones = [
        "positive", "neutral", "negative", "mixed", "undecided", "negative_share",
    ]

    private static func keys(_ facet: Facet.ID, _ id: Model.Category.ID, _ name: String) -> Row {
        [.text(facet.value), .text(id.value), .text(name)]
    }

    private static func counts(_ counts: Counts) -> Row {
        [.count(counts.mentions), .count(counts.stories)]
    }

    private static func tones(_ tone: ToneCounts, _ negativeShare: Ratios) -> Row {
        [
            .count(tone.positive.mentions), .count(tone.neutral.mentions),
            .count(tone.negative.mentions), .count(tone.mixed.mentions),
            .count(tone.undecided.mentions), .share(negativeShare.mentions),
        ]
    }
}
