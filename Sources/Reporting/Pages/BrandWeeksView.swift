import Model

/// What each brand was given week by week, such as stars, with a column for each.
struct BrandWeeksView {
    /// One brand's figures: a rating, say, of the whole period and of each of its weeks.
    struct Course<Figure: Hashable & Sendable & Codable> {
        let brand: String
        let whole: Figure
        let byWeek: [String: Figure]

        /// - Parameter weeks: `nil` for none.
        init(_ brand: String, _ whole: Figure, by weeks: [Trends.WeekFigure<Figure>]?) {
            self.brand = brand
            self.whole = whole
            byWeek = Dictionary((weeks ?? []).map { ($0.week, $0.value) }) { first, _ in first }
        }
    }

    struct Cell {
        let cellBrand: String
        let cellFigure: String
        let cellCounts: String
        /// What is told beside it; `nil` for nothing.
        let cellRest: String?
    }

    struct Week {
        let weekName: String
        /// Said of a week that the report covers in part; `nil` for whole ones.
        let weekPart: String?
        let weekCells: [Cell]
    }

    let weeksTitle: String
    let weekBrands: [String]
    let weeks: [Week]

    /// `nil` for fewer than two weeks: of a single one the table of the brands says all there is.
    ///
    /// - Parameters:
    ///   - counts: of how many a figure is; brands with the most have columns.
    ///   - figure: what a cell says of the brand's figure in a week, if there is one.
    ///   - rest: what it says beside it.
    init?<Figure>(
        _ courses: [Course<Figure>], in period: Trends.Period, title: String, words: PageWords,
        counts: (Figure) -> Counts, figure: (Figure?) -> String,
        rest: (Figure?) -> String? = { _ in nil }
    ) {
        let courses = courses.forColumns { counts($0.whole).mentions }
        let names = Set(courses.flatMap(\.byWeek.keys)).sorted()
        guard names.count > 1 else { return nil }
        weeksTitle = title
        weekBrands = courses.map(\.brand)
        weeks = names.map { name in
            Week(
                weekName: words.report.week(name),
                weekPart: period.cuts(week: name) ? words.trends.inPart : nil,
                weekCells: courses.map { course in
                    let given = course.byWeek[name]
                    return Cell(
                        cellBrand: course.brand, cellFigure: figure(given),
                        cellCounts: words.both(given.map(counts) ?? .zero), cellRest: rest(given))
                })
        }
    }
}
