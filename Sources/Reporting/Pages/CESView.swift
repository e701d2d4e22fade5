import Model

/// How easy those who answered surveys found it, brand by brand and, in trend reports, week by week.
struct CESView {
    struct Row {
        let cesBrand: String
        let cesScore: String
        let cesBefore: String
        let cesStories: String
        let cesMean: String
        let cesAnswers: FigureView
    }

    let r: RatingWords
    let cesRows: [Row]
    let cesWeeks: BrandWeeksView?

    /// `nil` where nobody answered.
    init?(_ brands: [Digest.BrandSummary], words: PageWords) {
        self.init(
            brands.compactMap { brand in
                brand.ces.map { Row(brand.name, $0, before: brand.cesBefore, words: words) }
            }, words: words)
    }

    /// `nil` where nobody answered.
    init?(_ trends: Trends, words: PageWords) {
        let courses = trends.brands.compactMap { brand in
            brand.ces.map { BrandWeeksView.Course(brand.name, $0, by: brand.cesByWeek) }
        }
        self.init(
            courses.map { Row($0.brand, $0.whole, before: nil, words: words) },
            weeks: BrandWeeksView(
                courses, in: trends.period, title: RatingWords(words.report.language).cesByWeek,
                words: words, counts: \.counts, figure: words.ces), words: words)
    }

    // MARK: - Private

    private init?(_ rows: [Row], weeks: BrandWeeksView? = nil, words: PageWords) {
        guard !rows.isEmpty else { return nil }
        r = RatingWords(words.report.language)
        cesRows = rows
        cesWeeks = weeks
    }
}

extension CESView.Row {
    fileprivate init(
        _ name: String, _ ces: CustomerEffortScore, before: CustomerEffortScore?, words: PageWords
    ) {
        cesBrand = name
        cesScore = words.ces(ces)
        cesBefore = words.cesBefore(before)
        cesStories = words.byStory(ces.exactScore.stories.map(words.report.percent))
        cesMean = ces.mean.mentions.map { words.report.number($0, decimals: 2) } ?? "–"
        cesAnswers = FigureView(ces.counts, words: words)
    }
}
