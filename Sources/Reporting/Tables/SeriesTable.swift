package import Model

/// The numbers behind a trend report's charts: one row a day and thing counted.
package enum SeriesTable {
    package static func figures(of trends: Trends) -> FigureTable {
        let series =
            trends.brands.map { Line(of: "brand", $0.id.value, $0.name, $0.daily) }
            + trends.categories.map { Line(of: "category", $0.id, $0.name, $0.daily) }
            + trends.sources.map { Line(of: "source", $0.id, $0.name, $0.daily) }
            + trends.languages.map { Line(of: "language", $0.id, $0.name, $0.daily) }
            + (trends.facets ?? []).flatMap { facet in
                facet.values.map { Line(of: "facet:\(facet.id)", $0.id.value, $0.name, $0.daily) }
            }
        return FigureTable(
            columns: ["day", "of", "id", "name", "mentions", "stories"],
            rows: series.flatMap { $0.rows(trends.period.days) })
    }

    // MARK: - Private

    private struct Line {
        let of: String
        let id: String
        let name: String
        let daily: Trends.DailyCounts

        init(of: String, _ id: String, _ name: String, _ daily: Trends.DailyCounts) {
            self.of = of
            self.id = id
            self.name = name
            self.daily = daily
        }

        func rows(_ days: [String]) -> [[CSVDialect.Cell]] {
            days.enumerated().map { index, day in
                [
                    .text(day), .text(of), .text(id), .text(name),
                    .count(daily.mentions[index]), .count(daily.stories[index]),
                ]
            }
        }
    }
}
