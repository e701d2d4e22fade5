import Foundation
import Model

/// A trend report as its page shows it.
struct TrendsView {
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
    let weekTables: [WeekTableView]
    let ratings: RatingsView?
    let recommendations: NPSView?
    let hourTable: HourTableView?
    let hasIncidents: Bool
    let incidents: [IncidentView]
    let hasChanges: Bool
    let sourceChanges: [String]
    let planning: PlanningView
    let ticketTimes: TicketTimesView?
    let hasInfluencers: Bool
    let influencers: [InfluencerRow]
    let promoterLines: [String]
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
        charts = Self.charted(trends).map { BrandChart($0, in: trends, words: words) }
        hasCharts = !charts.isEmpty
        endsInPart = trends.period.endsInPart
        let voices = VoiceShares(of: trends)
        brandRows = trends.brands.map {
            BrandRow($0, in: trends.period, voices: voices, words: words)
        }
        hasEvents = !trends.events.isEmpty
        eventList = trends.events.map { EventView($0, mentions: mentions, words: words) }
        noEvents =
            trends.brands.contains { !$0.baselines.isEmpty }
            ? words.report.noEvents : words.report.nothingCompared
        noRising =
            trends.period.hasTwoWeeks
            ? words.trends.noRising : words.report.risingNotCompared + "."
        hasTerms = !trends.rising.isEmpty
        terms = trends.rising.map {
            TermRow($0, in: trends.period, mentions: mentions, words: words)
        }
        sourceGroups = SourceGroupsView.both(
            channels: trends.channels, regions: trends.regions, in: trends.period, words: words, g)
        weekTables = WeekTableView.all(of: trends, words: words)
        ratings = RatingsView(trends, words: words)
        recommendations = NPSView(trends, words: words)
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
        promoterLines = words.promoters(trends.brands)
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

    /// Charts are drawn of the most-mentioned brands, and of those with as many mentions as the last of
    /// them.
    private static let chartsShown = 24

    /// The brands that have a chart: none on a single day, as it takes two to draw a line.
    private static func charted(_ trends: Trends) -> [Trends.BrandTrend] {
        guard trends.period.days.count > 1 else { return [] }
        let least = trends.brands.map(\.counts.mentions).sorted(by: >).prefix(chartsShown)
        return trends.brands.filter { $0.counts.mentions >= max(least.last ?? 1, 1) }
    }

    private static func frame(of trends: Trends, calendar: LocalCalendar, words: PageWords)
        -> FrameView
    {
        // The period ends when its last day ends: that day is named, not the one that begins then.
        let last = trends.period.to.addingTimeInterval(-1)
        let start = calendar.moment(of: trends.period.from)
        let end = calendar.moment(of: max(last, trends.period.from))
        let first =
            start.year == end.year ? words.report.shortDate(start) : words.report.date(start)
        let isOneDay = (start.year, start.month, start.day) == (end.year, end.month, end.day)
        let days = (isOneDay ? "" : first + " – ") + words.report.date(end)
        let page = words.trends
        let hasHours = trends.hours.contains { $0.mentions.contains { $0 > 0 } }
        var jumps = charted(trends).isEmpty ? [] : [("days", page.dayByDay)]
        jumps.append(("brands", page.sideBySide))
        if trends.channels?.isEmpty == false {
            jumps.append(("channels", ChannelWords(words.report).channels))
        }
        if trends.regions?.isEmpty == false {
            jumps.append(("regions", ChannelWords(words.report).regions))
        }
        jumps += [
            ("events", page.standOut), ("rising", page.rising), ("voices", page.voices.whoBegan),
        ]
        if !trends.recurring.mentions.isEmpty { jumps.append(("recurring", words.whatRecurs)) }
        jumps += FacetTrendView.all(trends.facets, in: trends.period, words: words).map {
            ($0.facetAnchor, $0.facetName)
        }
        if hasHours { jumps.append(("hours", page.whenPeopleWrite)) }
        jumps.append(("planning", page.planning.title))
        if trends.tickets != nil {
            jumps.append(("tickettimes", TicketTimesWords(words.report).title))
        }
        if !trends.verdicts.isEmpty { jumps.append(("verdicts", page.verdicts.reviewersSaid)) }
        jumps.append(("health", words.health))
        let title = [words.trendReport, trends.scope?.name].compactMap(\.self)
            .joined(separator: " · ")
        return FrameView(
            language: words.language, pageTitle: "\(title), \(days)",
            kicker: "\(words.program) · \(title)",
            headline: words.report.capitalized(days),
            subline: words.report.posts(
                trends.totals.counts, mentions: trends.brands.map(\.counts.mentions).total)
                + (trends.totals.counts == .zero
                    ? "" : " · " + words.report.stories(trends.totals.counts.stories)),
            lead: trends.headlines.first ?? "", leadRest: Array(trends.headlines.dropFirst()),
            jumps: jumps.map { FrameView.JumpView(anchor: $0, jumpName: $1) })
    }
}
