import Model

// The sections of the page that no other page has.

extension TrendsView {
    struct ChartSection {
        let endsInPart: Bool
        let charts: [BrandChart]
    }

    /// The brands side by side, in all and week by week.
    struct BrandSection {
        let brandRows: [BrandRow]
        /// What the brands add up to that are not in the table.
        let otherBrands: String?
        let weekTables: [WeekTableView]
        let ratings: RatingsView?
        let recommendations: NPSView?
        let efforts: CESView?
    }

    /// What stood out.
    struct EventSection {
        /// Why there is none; `nil` where there are some.
        let noEvents: String?
        let incidentList: FilledList<IncidentView>?
        let eventList: [EventView]
        let changeList: FilledList<String>?
    }

    /// Words that came up.
    struct RisingSection {
        /// Why there is none; `nil` where there are some.
        let noRising: String?
        let termTable: FilledList<TermRow>?
    }

    /// Whom others repeat, and who praises.
    struct VoiceSection {
        let influencerTable: FilledList<InfluencerRow>?
        let promoterLines: [String]
    }
}

extension TrendsView.ChartSection {
    /// `nil` where no brand has a chart.
    init?(_ trends: Trends, words: PageWords) {
        let charted = Self.charted(trends)
        guard !charted.isEmpty else { return nil }
        endsInPart = trends.period.endsInPart
        charts = charted.map { TrendsView.BrandChart($0, in: trends, words: words) }
    }

    /// The brands that have a chart: none on a single day, as it takes two to draw a line.
    static func charted(_ trends: Trends) -> [Trends.BrandTrend] {
        guard trends.period.days.count > 1 else { return [] }
        let least = trends.brands.map(\.counts.mentions).sorted(by: >).prefix(chartsShown)
        return trends.brands.filter { $0.counts.mentions >= max(least.last ?? 1, 1) }
    }

    /// Charts are drawn of the most-mentioned brands, and of those with as many mentions as the last of
    /// them.
    private static let chartsShown = 24
}

extension TrendsView.BrandSection {
    init(_ trends: Trends, words: PageWords) {
        let voices = VoiceShares(of: trends)
        brandRows = trends.brands.map {
            TrendsView.BrandRow($0, in: trends.period, voices: voices, words: words)
        }
        otherBrands = trends.otherBrands.map(words.report.others)
        weekTables = WeekTableView.all(of: trends, words: words)
        ratings = RatingsView(trends, words: words)
        recommendations = NPSView(trends, words: words)
        efforts = CESView(trends, words: words)
    }
}

extension TrendsView.EventSection {
    init(_ trends: Trends, _ basis: PageBasis) {
        let words = basis.words
        let judged = trends.otherInDepth.map { [$0] } ?? trends.brands
        let isCompared = judged.contains { !$0.baselines.isEmpty }
        noEvents =
            trends.events.isEmpty
            ? isCompared ? words.report.noEvents : words.report.nothingCompared : nil
        let days = TrendDays(
            from: trends.period.from, to: trends.period.to, calendar: basis.calendar)
        incidentList = FilledList(
            trends.incidents.map {
                IncidentView($0, mentions: basis.mentions, days: days, words: words)
            })
        eventList = trends.events.map {
            TrendsView.EventView($0, mentions: basis.mentions, words: words)
        }
        changeList = FilledList(
            trends.sourceChanges.map { change in
                words.report.change(
                    change, on: words.shortDay(change.day),
                    until: change.until.map(words.shortDay))
            })
    }
}

extension TrendsView.RisingSection {
    init(_ trends: Trends, _ basis: PageBasis) {
        let words = basis.words
        noRising =
            trends.rising.isEmpty
            ? trends.period.hasTwoWeeks
                ? words.trends.noRising : words.report.risingNotCompared + "."
            : nil
        termTable = FilledList(
            trends.rising.map {
                TrendsView.TermRow(
                    $0, in: trends.period, mentions: basis.mentions, words: words)
            })
    }
}

extension TrendsView.VoiceSection {
    init(_ trends: Trends, _ basis: PageBasis) {
        influencerTable = FilledList(
            trends.influencers.map {
                InfluencerRow($0, mentions: basis.mentions, words: basis.words)
            })
        promoterLines = basis.words.promoters(trends.brands)
    }
}
