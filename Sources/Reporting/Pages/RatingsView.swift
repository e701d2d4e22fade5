import Model

/// The brands that are given stars, side by side and, in trend reports, week by week.
struct RatingsView {
    struct Bar {
        let barX: String
        let barY: String
        let barHeight: String
    }

    struct Row {
        let ratedBrand: String
        let ratingMean: String
        let ratingBefore: String
        let ratingStories: String
        let csat: String
        let ratedPosts: String
        let ratedStories: String
        /// One star first.
        let spreadBars: [Bar]
        let spreadText: String
    }

    struct Cell {
        let weekBrand: String
        let weekMean: String
        let weekPosts: String
        /// `nil` where too few rate.
        let weekCSAT: String?
    }

    struct WeekRow {
        let ratedWeek: String
        /// Said of a week that the report covers in part; `nil` for whole ones.
        let ratedPart: String?
        let ratedCells: [Cell]
    }

    let r: RatingWords
    let ratingRows: [Row]
    let hasRatedWeeks: Bool
    let ratedNames: [String]
    let ratedWeeks: [WeekRow]

    /// `nil` where no brand is given any.
    init?(_ brands: [Digest.BrandSummary], words: PageWords) {
        self.init(
            brands.compactMap { brand in
                brand.rating.map { Row(brand.name, $0, before: brand.previousRating, words: words) }
            }, words: words)
    }

    /// `nil` where no brand is given any.
    init?(_ trends: Trends, words: PageWords) {
        let rated = trends.brands.filter { $0.rating != nil }
        let named = rated.forColumns { $0.rating?.counts.mentions ?? 0 }
        let weeks = Set(named.flatMap { $0.weeklyRatings ?? [] }.map(\.week)).sorted()
        self.init(
            rated.compactMap { brand in
                brand.rating.map { Row(brand.name, $0, before: nil, words: words) }
            },
            // Of a single week the table above says all there is.
            weeks: weeks.count < 2
                ? [] : weeks.map { WeekRow($0, of: named, in: trends.period, words: words) },
            names: named.map(\.name), words: words)
    }

    // MARK: - Private

    private init?(_ rows: [Row], weeks: [WeekRow] = [], names: [String] = [], words: PageWords) {
        guard !rows.isEmpty else { return nil }
        r = RatingWords(words.report.language)
        ratingRows = rows
        ratedWeeks = weeks
        hasRatedWeeks = !weeks.isEmpty
        ratedNames = names
    }
}

extension RatingsView.Row {
    fileprivate init(_ name: String, _ rating: Rating, before: Rating?, words: PageWords) {
        ratedBrand = name
        ratingMean = words.rating(rating)
        ratingBefore = words.ratingBefore(before)
        ratingStories = words.byStory(
            rating.mean.stories.map { words.report.number($0, decimals: 2) })
        csat = words.csat(rating)
        ratedPosts = words.report.number(rating.counts.mentions)
        ratedStories = words.report.stories(rating.counts.stories)
        let most = Double(max(rating.spread.map(\.mentions).max() ?? 0, 1))
        spreadBars = rating.spread.enumerated().filter { $1.mentions > 0 }.map { index, counts in
            let height = max(24 * Double(counts.mentions) / most, 1)
            return RatingsView.Bar(
                barX: svg(Double(index) * 20 + 2), barY: svg(24 - height), barHeight: svg(height))
        }
        spreadText = words.spread(rating)
    }
}

extension RatingsView.WeekRow {
    fileprivate init(
        _ week: String, of brands: [Trends.BrandTrend], in period: Trends.Period,
        words: PageWords
    ) {
        ratedWeek = words.report.week(week)
        ratedPart = period.cuts(week: week) ? words.trends.inPart : nil
        ratedCells = brands.map { brand in
            let rating = brand.weeklyRatings?.first { $0.week == week }?.value
            return RatingsView.Cell(
                weekBrand: brand.name, weekMean: words.rating(rating),
                weekPosts: words.both(rating?.counts ?? .zero),
                weekCSAT: rating?.csat.mentions == nil ? nil : "CSAT \(words.csat(rating))")
        }
    }
}
