import Model

/// The brands that answers to surveys would recommend or not, side by side and, in trend reports, week by
/// week.
struct NPSView {
    struct Row {
        let npsBrand: String
        let npsScore: String
        let npsBefore: String
        let npsStories: String
        let npsAnswers: FigureView
        /// Of detractors, passives and promoters.
        let npsShares: String
    }

    let r: RatingWords
    let npsRows: [Row]
    let npsWeeks: BrandWeeksView?

    /// `nil` where nobody answered.
    init?(_ brands: [Digest.BrandSummary], words: PageWords) {
        self.init(
            brands.compactMap { brand in
                brand.nps.map { Row(brand.name, $0, before: brand.npsBefore, words: words) }
            }, words: words)
    }

    /// `nil` where nobody answered.
    init?(_ trends: Trends, words: PageWords) {
        let courses = trends.brands.compactMap { brand in
            brand.nps.map { BrandWeeksView.Course(brand.name, $0, by: brand.npsByWeek) }
        }
        self.init(
            courses.map { Row($0.brand, $0.whole, before: nil, words: words) },
            weeks: BrandWeeksView(
                courses, in: trends.period, title: RatingWords(words.report.language).npsByWeek,
                words: words, counts: \.counts, figure: words.nps), words: words)
    }

    // MARK: - Private

    private init?(_ rows: [Row], weeks: BrandWeeksView? = nil, words: PageWords) {
        guard !rows.isEmpty else { return nil }
        r = RatingWords(words.report.language)
        npsRows = rows
        npsWeeks = weeks
    }
}

extension NPSView.Row {
    fileprivate init(
        _ name: String, _ nps: NetPromoterScore, before: NetPromoterScore?, words: PageWords
    ) {
        npsBrand = name
        npsScore = words.nps(nps)
        npsBefore = words.npsBefore(before)
        npsStories = words.byStory(nps.exactScore.stories.map(words.report.points))
        npsAnswers = FigureView(nps.counts, words: words)
        npsShares = [nps.detractors, nps.passives, nps.promoters]
            .map { words.report.number($0.mentions) }.joined(separator: " · ")
    }
}
