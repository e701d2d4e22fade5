import Model

/// A digest as its page shows it, section by section; `nil` is a section that is not there.
struct DigestView {
    let w: PageWords
    let f: FacetWords
    let t: ToolWords
    let g: ChannelWords
    let frame: FrameView
    let alertSection: FilledList<AlertView>?
    let glanceSection: GlanceSection
    let answerSection: AnswerSection
    let tickets: TicketsView?
    let brandSections: [BrandSectionView]
    let facetSection: FilledList<FacetTableView>?
    let sourceGroups: [SourceGroupsView]
    let topicSection: FilledList<TopicListView>?
    let reviewedSection: FilledList<String>?
    let newcomers: NewcomersView?
    let mentionSection: MentionSection
    let healthView: HealthView
    let foot: FootView

    init(_ digest: Digest, words: PageWords) throws(ReportingError) {
        let basis = PageBasis(digest, words: words)
        let written = MentionSection.written(of: digest)
        w = words
        f = FacetWords(words.report.language, of: digest.otherBrandInDepth)
        t = ToolWords(words.report)
        g = ChannelWords(words.report, of: digest.otherBrandInDepth)
        frame = Self.frame(of: digest, calendar: basis.calendar, words: words)
        alertSection = FilledList(digest.alerts.map { AlertView($0, basis) })
        glanceSection = GlanceSection(digest, words: words)
        answerSection = AnswerSection(digest, written: written, basis)
        tickets = digest.tickets.map {
            TicketsView($0, names: basis.names, calendar: basis.calendar, words: words)
        }
        brandSections = digest.brandsInDepth.filter { $0.counts != .zero }
            .map { BrandSectionView($0, mentions: basis.mentions, words: words) }
        facetSection = FilledList(FacetTableView.all(digest.facets, words: words))
        sourceGroups = SourceGroupsView.both(
            channels: digest.channels, regions: digest.regions, words: words, g)
        topicSection = FilledList(
            TopicListView.lists(digest.recurring, mentions: basis.mentions, words: words))
        reviewedSection = FilledList(
            digest.reviewed.map { words.reviewed($0, names: basis.names) })
        newcomers = digest.newcomers.flatMap { NewcomersView($0, basis) }
        mentionSection = try MentionSection(digest, written: written, basis)
        healthView = HealthView(digest.health, calendar: basis.calendar, words: words)
        foot = FootView(
            method: words.digestMethod, origin: digest.origin, timeZone: digest.window.timeZone,
            spamLeftOut: digest.totals.spamLeftOut, words: words)
    }
}
