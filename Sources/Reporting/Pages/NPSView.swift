import Model

/// The brands that answers to surveys would recommend or not, side by side and, in trend reports, week by
/// week.
struct NPSView {
    struct Row {
        let npsBrand: String
        let npsScore: String
        let npsBefore: String
        let npsStories: String
        let npsAnswers: String
        let npsAnswerStories: String
        /// Of detractors, passives and promoters.
        let npsShares: String
    }

    struct Cell {
        let cellBrand: String
        let cellScore: String
        let cellAnswers: String
    }

    struct WeekRow {
        let npsWeek: String
        /// Said of a week that the report covers in part; `nil` for whole ones.
        let npsPart: String?
        let npsCells: [Cell]
    }

    let r: RatingWords
    let npsRows: [Row]
    let hasNPSWeeks: Bool
    let npsNames: [String]
    let npsWeeks: [WeekRow]

    /// `nil` where nobody answered.
    init?(_ brands: [Digest.BrandSummary], words: PageWords) {
        self.init(
            brands.compactMap { brand in
                brand.nps.map { Row(brand.name, $0, before: brand.npsBefore, words: words) }
            }, words: words)
    }

    /// `nil` where nobody answered.
    init?(_ trends: Trends, words: PageWords) {
        let asked = trends.brands.filter { $0.nps != nil }
        let named = asked.forColumns { $0.nps?.counts.mentions ?? 0 }
        let weeks = Set(named.flatMap { $0.npsByWeek ?? [] }.map(\.week)).sorted()
        self.init(
            asked.compactMap { brand in
                brand.nps.map { Row(brand.name, $0, before: nil, words: words) }
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
        npsRows = rows
        npsWeeks = weeks
        hasNPSWeeks = !weeks.isEmpty
        npsNames = names
    }
}

extension NPSView.Row {
    fileprivate init(
        _ name: String, _ nps: NetPromoterScore, before: NetPromoterScore?, words: PageWords
    ) {
        npsBrand = name
        npsScore = words.nps(nps)
        npsBefore = words.npsBefore(before)
        npsStories = words.byStory(nps.score.stories.map { words.report.number($0, decimals: 0) })
        npsAnswers = words.report.number(nps.counts.mentions)
        npsAnswerStories = words.report.stories(nps.counts.stories)
        npsShares = [nps.detractors, nps.passives, nps.promoters]
            .map { words.report.number($0.mentions) }.joined(separator: " · ")
    }
}

extension NPSView.WeekRow {
    fileprivate init(
        _ week: String, of brands: [Trends.BrandTrend], in period: Trends.Period,
        words: PageWords
    ) {
        npsWeek = words.report.week(week)
        npsPart = period.cuts(week: week) ? words.trends.inPart : nil
        npsCells = brands.map { brand in
            let nps = brand.npsByWeek?.first { $0.week == week }?.value
            return NPSView.Cell(
                cellBrand: brand.name, cellScore: words.nps(nps),
                cellAnswers: words.both(nps?.counts ?? .zero))
        }
    }
}
