import Foundation
import Model

/// A trend report as its page shows it.
struct TrendsView {
    struct BrandChart {
        let chartBrand: String
        let chartFigures: String
        let chart: LineChartView
        let toneColumns: ToneColumnsView
        /// What the charts show, for who does not see them or wants to copy it.
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
        let total: String
        let totalStories: String
        let course: SparklineView
        let toneBar: ToneBarView
        let net: String
        let netStories: String
        let share: String
        let shareStories: String
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
        let total: String
        let totalStories: String
        let course: SparklineView
    }

    struct SeriesTable {
        let tableName: String
        let rows: [SeriesRow]
    }

    let w: PageWords
    let t: ToolWords
    let f: FacetWords
    let facetTrends: [FacetTrendView]
    let g: ChannelWords
    let frame: FrameView
    let hasCharts: Bool
    let endsInPart: Bool
    let charts: [BrandChart]
    let brandRows: [BrandRow]
    /// What the brands add up to that are not in the table.
    let otherBrands: String?
    let hasEvents: Bool
    let eventList: [EventView]
    let noEvents: String
    let hasTerms: Bool
    let noRising: String
    let terms: [TermRow]
    let sourceGroups: [SourceGroupsView]
    let weekTable: WeekTableView?
    let hourTable: HourTableView?
    let hasIncidents: Bool
    let incidents: [IncidentView]
    let hasChanges: Bool
    let sourceChanges: [String]
    let planning: PlanningView
    let ticketTimes: TicketTimesView?
    let hasInfluencers: Bool
    let influencers: [InfluencerRow]
    let hasTopics: Bool
    let topicLists: [TopicListView]
    let hasVerdicts: Bool
    let verdicts: [VerdictRow]
    let seriesTables: [SeriesTable]
    let healthView: HealthView
    let foot: FootView

    init(_ trends: Trends, words: PageWords) {
        let calendar = LocalCalendar(timeZone: trends.period.timeZone)
        let names = PageNames(
            brands: trends.brands.map { ($0.id.value, $0.name) },
            categories: trends.categories.map { ($0.id, $0.name) }, teams: [],
            facets: (trends.facets ?? []).flatMap { facet in
                facet.values.map { (FacetValue(facet.id, $0.id), $0.name) }
            })
        let mentions = Dictionary(
            trends.mentions.map {
                ($0.id, MentionView($0, names: names, calendar: calendar, words: words))
            }, uniquingKeysWith: { first, _ in first })
        w = words
        t = ToolWords(words.report)
        f = FacetWords(words.report.language)
        facetTrends = FacetTrendView.all(trends.facets, in: trends.period, words: words)
        g = ChannelWords(words.report)
        frame = Self.frame(of: trends, calendar: calendar, words: words)
            .with(PageTemplates.trendsScript)
        otherBrands = trends.otherBrands.map(words.report.others)
        let least = trends.brands.map(\.counts.mentions).sorted(by: >).prefix(Self.chartsShown)
        charts = trends.brands.filter { $0.counts.mentions >= max(least.last ?? 1, 1) }.map {
            brand in
            BrandChart(brand, in: trends, words: words)
        }
        hasCharts = !charts.isEmpty
        endsInPart = trends.period.endsInPart
        brandRows = trends.brands.map { BrandRow($0, in: trends.period, words: words) }
        hasEvents = !trends.events.isEmpty
        eventList = trends.events.map { EventView($0, mentions: mentions, words: words) }
        noEvents =
            trends.brands.contains { !$0.baselines.isEmpty }
            ? words.report.noEvents : words.report.nothingCompared
        noRising =
            RisingTermFinder.isCompared(dayCount: trends.period.days.count)
            ? words.trends.noRising : words.report.risingNotCompared + "."
        hasTerms = !trends.rising.isEmpty
        terms = trends.rising.map {
            TermRow($0, daysInAll: trends.period.days.count, mentions: mentions, words: words)
        }
        sourceGroups = SourceGroupsView.both(
            channels: trends.channels, regions: trends.regions, in: trends.period, words: words, g)
        weekTable = WeekTableView(trends.weeks, in: trends.period, words: words)
        hourTable = HourTableView(trends.hours, words: words)
        hasIncidents = !trends.incidents.isEmpty
        let days = TrendDays(from: trends.period.from, to: trends.period.to, calendar: calendar)
        incidents = trends.incidents.map {
            IncidentView($0, mentions: mentions, days: days, words: words)
        }
        hasChanges = !trends.sourceChanges.isEmpty
        sourceChanges = trends.sourceChanges.map { change in
            words.report.change(
                change, on: words.shortDay(change.day), until: change.until.map(words.shortDay))
        }
        planning = PlanningView(trends, words: words)
        ticketTimes = trends.tickets.map { TicketTimesView($0, words: words) }
        hasInfluencers = !trends.influencers.isEmpty
        influencers = trends.influencers.map {
            InfluencerRow($0, mentions: mentions, words: words)
        }
        topicLists = TopicListView.lists(trends.recurring, mentions: mentions, words: words)
        hasTopics = !topicLists.isEmpty
        hasVerdicts = !trends.verdicts.isEmpty
        verdicts = trends.verdicts.map { VerdictRow($0, words: words) }
        seriesTables = [
            SeriesTable(trends.categories, in: trends.period, name: words.categories, words: words),
            SeriesTable(trends.sources, in: trends.period, name: words.sources, words: words),
            SeriesTable(trends.languages, in: trends.period, name: words.languages, words: words),
        ].filter { !$0.rows.isEmpty }
        healthView = HealthView(trends.health, calendar: calendar, words: words)
        foot = FootView(
            method: words.trendsMethod, origin: trends.origin, timeZone: trends.period.timeZone,
            spamLeftOut: trends.totals.spamLeftOut, words: words)
    }

    // MARK: - Private

    /// Of the brands most mentioned, and of those with as many as the last.
    private static let chartsShown = 24

    private static func frame(of trends: Trends, calendar: LocalCalendar, words: PageWords)
        -> FrameView
    {
        // The period ends where its last day does: that day is named, not the one after.
        let last = trends.period.to.addingTimeInterval(-1)
        let start = calendar.moment(of: trends.period.from)
        let end = calendar.moment(of: max(last, trends.period.from))
        let first =
            start.year == end.year ? words.report.shortDate(start) : words.report.date(start)
        let isOneDay = (start.year, start.month, start.day) == (end.year, end.month, end.day)
        let days = (isOneDay ? "" : first + " – ") + words.report.date(end)
        let page = words.trends
        let isSilent = trends.brands.allSatisfy { $0.counts == .zero }
        let hasHours = trends.hours.contains { $0.mentions.contains { $0 > 0 } }
        var jumps = isSilent ? [] : [("days", page.dayByDay)]
        jumps.append(("brands", page.sideBySide))
        if trends.channels?.isEmpty == false {
            jumps.append(("channels", ChannelWords(words.report).channels))
        }
        if trends.regions?.isEmpty == false {
            jumps.append(("regions", ChannelWords(words.report).regions))
        }
        jumps += [
            ("events", page.standOut), ("rising", page.rising), ("voices", page.whoBegan),
        ]
        if !trends.recurring.mentions.isEmpty { jumps.append(("recurring", words.whatRecurs)) }
        jumps += FacetTrendView.all(trends.facets, in: trends.period, words: words).map {
            ($0.facetAnchor, $0.facetName)
        }
        if hasHours { jumps.append(("hours", page.whenPeopleWrite)) }
        jumps += [("planning", page.planning), ("health", words.health)]
        return FrameView(
            language: words.language, pageTitle: "\(words.trendReport), \(days)",
            kicker: "\(words.program) · \(words.trendReport)",
            headline: words.report.capitalized(days),
            subline: words.report.posts(
                trends.totals.counts, mentions: trends.brands.map(\.counts.mentions).total)
                + (trends.totals.counts == .zero
                    ? "" : " · " + words.report.stories(trends.totals.counts.stories)),
            lead: trends.headlines.first ?? "", leadRest: Array(trends.headlines.dropFirst()),
            jumps: jumps.map { FrameView.JumpView(anchor: $0, jumpName: $1) })
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
    init(_ brand: Trends.BrandTrend, in period: Trends.Period, words: PageWords) {
        brandName = brand.name
        kindName = words.kind(brand.kind)
        total = words.report.number(brand.counts.mentions)
        totalStories = words.report.stories(brand.counts.stories)
        course = SparklineView(period.ended(brand.daily.mentions))
        toneBar = ToneBarView(brand.tone, words: words)
        net = brand.netSentiment.mentions.map(words.report.signed) ?? "–"
        netStories = words.byStory(brand.netSentiment.stories.map(words.report.signed))
        share = brand.shareOfVoice?.mentions.map(words.report.percent) ?? "–"
        shareStories = words.byStory(brand.shareOfVoice?.stories.map(words.report.percent))
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
        _ rising: Trends.RisingTerm, daysInAll: Int, mentions: [ListedMention.ID: MentionView],
        words: PageWords
    ) {
        termText = OutsideText.limited(rising.term, to: 60)
        recent = words.both(rising.recent)
        earlier = words.bothAWeek(rising.before, in: daysInAll - 7)
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
                total: words.report.number(series.counts.mentions),
                totalStories: words.report.stories(series.counts.stories),
                course: SparklineView(period.ended(series.daily.mentions)))
        }
    }
}
