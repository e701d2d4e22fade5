package import Model

/// The numbers behind a trend report's charts: one row a thing counted, and day, hour or week.
package enum SeriesTable {
    package static func figures(of trends: Trends) -> FigureTable {
        if let course = trends.course { return figures(of: course) }
        let words = PageWords(trends.origin.language)
        let series =
            trends.brands.map { Line(of: "brand", $0.id.value, $0.name, $0.daily) }
            + trends.brands.flatMap { tones(of: $0, words) }
            + trends.categories.map { Line(of: "category", $0.id, $0.name, $0.daily) }
            + trends.sources.map { Line(of: "source", $0.id, $0.name, $0.daily) }
            + trends.languages.map { Line(of: "language", $0.id, $0.name, $0.daily) }
            + groups(trends.channels, of: "channel") + groups(trends.regions, of: "region")
            + (trends.facets ?? []).flatMap { facet in
                facet.values.map { Line(of: "facet:\(facet.id)", $0.id.value, $0.name, $0.daily) }
            }
        return FigureTable(
            columns: ["day"] + columns, rows: series.flatMap { $0.rows(trends.period.days) })
    }

    // MARK: - Private

    private static let columns = ["of", "id", "name", "mentions", "stories"]

    private static func figures(of course: Trends.Course) -> FigureTable {
        FigureTable(
            columns: [course.unit.rawValue] + columns,
            rows: course.lines.flatMap {
                Line(of: $0.of, $0.id, $0.name, $0.counts).rows(course.names)
            })
    }

    private static func tones(of brand: Trends.BrandTrend, _ words: PageWords) -> [Line] {
        let tones = brand.dailyTone
        let daily: [(Sentiment.Label, Trends.DailyCounts)] = [
            (.positive, tones.positive), (.neutral, tones.neutral), (.negative, tones.negative),
            (.mixed, tones.mixed), (.undecided, tones.undecided),
        ]
        return daily.map { label, counts in
            Line(of: "tone:\(brand.id)", label.rawValue, words.tone(label), counts)
        }
    }

    private static func groups(_ groups: [SourceGroup]?, of kind: String) -> [Line] {
        (groups ?? []).compactMap { group in
            group.daily.map { Line(of: kind, group.id, group.name, $0) }
        }
    }

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
