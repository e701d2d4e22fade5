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
        let ratedPosts: FigureView
        /// One star first.
        let spreadBars: [Bar]
        let spreadText: String
    }

    let r: RatingWords
    let ratingRows: [Row]
    let ratedWeeks: BrandWeeksView?

    /// `nil` where no brand is given any.
    init?(_ brands: [Digest.BrandSummary], words: PageWords) {
        self.init(
            brands.compactMap { brand in
                brand.rating.map { Row(brand.name, $0, before: brand.previousRating, words: words) }
            }, words: words)
    }

    /// `nil` where no brand is given any.
    init?(_ trends: Trends, words: PageWords) {
        let courses = trends.brands.compactMap { brand in
            brand.rating.map { BrandWeeksView.Course(brand.name, $0, by: brand.weeklyRatings) }
        }
        self.init(
            courses.map { Row($0.brand, $0.whole, before: nil, words: words) },
            weeks: BrandWeeksView(
                courses, in: trends.period, title: RatingWords(words.report.language).byWeek,
                words: words, counts: \.counts, figure: words.rating,
                // Where too few rate, there is none.
                rest: { rating in rating?.csat.mentions.map { _ in "CSAT \(words.csat(rating))" } }
            ), words: words)
    }

    // MARK: - Private

    private init?(_ rows: [Row], weeks: BrandWeeksView? = nil, words: PageWords) {
        guard !rows.isEmpty else { return nil }
        r = RatingWords(words.report.language)
        ratingRows = rows
        ratedWeeks = weeks
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
        ratedPosts = FigureView(rating.counts, words: words)
        let most = Double(max(rating.spread.map(\.mentions).max() ?? 0, 1))
        spreadBars = rating.spread.enumerated().filter { $1.mentions > 0 }.map { index, counts in
            let height = max(24 * Double(counts.mentions) / most, 1)
            return RatingsView.Bar(
                barX: svg(Double(index) * 20 + 2), barY: svg(24 - height), barHeight: svg(height))
        }
        spreadText = words.spread(rating)
    }
}
