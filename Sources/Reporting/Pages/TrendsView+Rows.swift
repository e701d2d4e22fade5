import Model

// The rows and cards of the page, one type for each list in its template.

extension TrendsView {
    struct BrandChart {
        let chartBrand: String
        let chartFigures: String
        let chart: LineChartView
        let toneColumns: ToneColumnsView
        /// What the charts show, for people who cannot see them or want to copy the figures.
        let dayRows: [DayRow]
    }

    struct DayRow {
        let dayName: String
        /// That the day has not ended; `nil` where it has.
        let dayPart: String?
        let dayMentions: String
        let dayStories: String
        let dayPositive: String
        let dayNegative: String
        let dayUsual: String
    }

    struct BrandRow {
        let brandName: String
        let kindName: String
        let counts: FigureView
        let course: SparklineView
        let toneBar: ToneBarView
        let net: FigureView
        let share: FigureView
        let busiest: String
    }

    struct EventView {
        let eventShape: String
        let eventClass: String
        let eventSentence: String
        let eventSources: String
        let eventMentions: [MentionView]
    }

    struct TermRow {
        let termText: String
        let recent: String
        let earlier: String
        let z: String
        let termExample: MentionView?
    }

    struct SeriesRow {
        let seriesName: String
        let counts: FigureView
        let course: SparklineView
    }

    struct SeriesTable {
        let tableName: String
        let rows: [SeriesRow]
    }
}

extension TrendsView.BrandChart {
    init(_ brand: Trends.BrandTrend, in trends: Trends, words: PageWords) {
        chartBrand = brand.name
        chartFigures =
            "\(words.report.mentions(brand.counts.mentions)) · "
            + words.report.stories(brand.counts.stories)
        chart = LineChartView(
            brand, days: trends.period.days, endsInPart: trends.period.endsInPart,
            events: trends.events.filter { $0.brand == brand.id }, words: words)
        toneColumns = ToneColumnsView(brand.dailyTone, counts: brand.tone, words: words)
        let usual = Dictionary(
            brand.baselines.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
        dayRows = trends.period.days.enumerated().map { index, day in
            TrendsView.DayRow(
                day, of: brand, at: index, usual: usual[day],
                isInPart: trends.period.endsInPart && index == trends.period.days.count - 1,
                words: words)
        }
    }
}

extension TrendsView.DayRow {
    /// - Parameter index: of the day in what is counted by day.
    init(
        _ day: String, of brand: Trends.BrandTrend, at index: Int, usual: Trends.Baseline?,
        isInPart: Bool, words: PageWords
    ) {
        dayName = words.shortDay(day)
        dayPart = isInPart ? words.trends.inPart : nil
        dayMentions = words.report.number(brand.daily.mentions[index])
        dayStories = words.report.number(brand.daily.stories[index])
        dayPositive = words.report.number(brand.dailyTone.positive.mentions[index])
        dayNegative = words.report.number(brand.dailyTone.negative.mentions[index])
        dayUsual =
            usual.map { line in
                [line.low, line.high].map { words.report.number($0, decimals: 1) }
                    .joined(separator: " – ")
            } ?? "–"
    }
}

extension TrendsView.BrandRow {
    init(
        _ brand: Trends.BrandTrend, in period: Trends.Period, voices: VoiceShares,
        words: PageWords
    ) {
        brandName = brand.name
        kindName = words.kind(brand.kind, of: brand.marketName ?? brand.market)
        counts = FigureView(brand.counts, words: words)
        course = SparklineView(period.ended(brand.daily.mentions))
        toneBar = ToneBarView(brand.tone, words: words)
        net = FigureView(brand.tone.exactNetSentiment, words: words, as: words.report.signed)
        share = FigureView(
            voices.share(of: brand.counts, in: brand.market, figure: brand.shareOfVoice),
            words: words, as: words.report.percentOfWhole)
        let most = brand.daily.mentions.max() ?? 0
        let day = brand.daily.mentions.firstIndex(of: most).map { words.shortDay(period.days[$0]) }
        busiest = most == 0 ? "–" : "\(day ?? ""): \(words.report.number(most))"
    }
}

extension TrendsView.EventView {
    init(
        _ event: Trends.Event, mentions: [ListedMention.ID: MentionView], words: PageWords
    ) {
        eventShape = event.kind == .spike ? "▲" : "▼"
        eventClass = event.kind.rawValue
        eventSentence = event.sentence
        eventSources = event.sources.map {
            "\(OutsideText.limited($0.name, to: 60)) \(words.report.number($0.counts.mentions))"
        }
        .joined(separator: ", ")
        eventMentions = event.mentions.compactMap { mentions[$0] }
    }
}

extension TrendsView.TermRow {
    init(
        _ rising: Trends.RisingTerm, in period: Trends.Period,
        mentions: [ListedMention.ID: MentionView],
        words: PageWords
    ) {
        termText = OutsideText.limited(rising.term, to: 60)
        recent = words.both(rising.recent)
        earlier = words.bothAWeek(rising.before, over: period.weeksBefore)
        z = words.report.number(rising.zScore, decimals: 1)
        termExample = mentions[rising.example]?.quoting(rising.quote)
    }
}

extension TrendsView.SeriesTable {
    private static let rowsShown = 12

    init(_ series: [Trends.Series], in period: Trends.Period, name: String, words: PageWords) {
        tableName = name
        rows = series.prefix(Self.rowsShown).map { series in
            TrendsView.SeriesRow(
                seriesName: OutsideText.limited(series.name, to: 60),
                counts: FigureView(series.counts, words: words),
                course: SparklineView(period.ended(series.daily.mentions)))
        }
    }
}
