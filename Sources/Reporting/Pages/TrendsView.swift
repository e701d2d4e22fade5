import Model

/// A trend report as its page shows it, section by section; `nil` is a section that is not there.
struct TrendsView {
    let w: PageWords
    let t: ToolWords
    let f: FacetWords
    let g: ChannelWords
    let frame: FrameView
    let chartSection: ChartSection?
    let brandSection: BrandSection
    let sourceGroups: [SourceGroupsView]
    let eventSection: EventSection
    let risingSection: RisingSection
    let voiceSection: VoiceSection
    let topicSection: FilledList<TopicListView>?
    let facetTrends: [FacetTrendView]
    let hourTable: HourTableView?
    let planning: PlanningView
    let ticketTimes: TicketTimesView?
    let seriesSection: FilledList<SeriesTable>?
    let verdictSection: FilledList<VerdictRow>?
    let healthView: HealthView
    let foot: FootView

    init(_ trends: Trends, words: PageWords) {
        let basis = PageBasis(trends, words: words)
        w = words
        t = ToolWords(words.report)
        f = FacetWords(words.report.language, of: trends.otherBrandInDepth)
        g = ChannelWords(words.report, of: trends.otherBrandInDepth)
        frame = Self.frame(of: trends, calendar: basis.calendar, words: words)
            .with(PageTemplates.trendsScript)
        chartSection = ChartSection(trends, words: words)
        brandSection = BrandSection(trends, words: words)
        sourceGroups = SourceGroupsView.both(
            channels: trends.channels, regions: trends.regions, in: trends.period, words: words, g)
        eventSection = EventSection(trends, basis)
        risingSection = RisingSection(trends, basis)
        voiceSection = VoiceSection(trends, basis)
        topicSection = FilledList(
            TopicListView.lists(trends.recurring, mentions: basis.mentions, words: words))
        facetTrends = FacetTrendView.all(
            trends.facets, in: trends.period, noted: f, words: words)
        hourTable = HourTableView(trends.hours, words: words)
        planning = PlanningView(trends, words: words, g)
        ticketTimes = trends.tickets.map { TicketTimesView($0, words: words) }
        seriesSection = FilledList(
            [
                SeriesTable(
                    trends.categories, in: trends.period, name: words.categories, words: words),
                SeriesTable(trends.sources, in: trends.period, name: words.sources, words: words),
                SeriesTable(
                    trends.languages, in: trends.period, name: words.languages, words: words),
            ].filter { !$0.rows.isEmpty })
        verdictSection = FilledList(trends.verdicts.map { VerdictRow($0, words: words) })
        healthView = HealthView(trends.health, calendar: basis.calendar, words: words)
        foot = FootView(
            method: words.trendsMethod(of: trends.otherBrandInDepth), origin: trends.origin,
            timeZone: trends.period.timeZone,
            spamLeftOut: trends.totals.spamLeftOut, words: words)
    }
}
