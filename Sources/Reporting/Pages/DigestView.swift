import Foundation
import Model

/// A digest as its page shows it.
struct DigestView {
    struct AlertView {
        let alertSentence: String
        let burst: BurstView?
        let alertMentions: [MentionView]
    }

    struct GlanceRow {
        let brandName: String
        let kindName: String
        let mentionCount: String
        let storyCount: String
        let change: String
        let was: String
        let weekdayChange: String
        let weekdayWas: String
        let toneBar: ToneBarView
        let net: String
        let netBefore: String
        let netStories: String
        let share: String
        let shareStories: String
    }

    /// Who was heard for the first time.
    struct NewcomersView {
        let newcomerSentence: String
        let newcomerQuotes: [MentionView]
    }

    let w: PageWords
    let f: FacetWords
    let t: ToolWords
    let g: ChannelWords
    let frame: FrameView
    let hasAlerts: Bool
    let alertList: [AlertView]
    let answers: [AnswerGroupView]
    let hasFurther: Bool
    let further: [AnswerGroupView]
    let furtherCount: String
    let hasLeftOut: Bool
    let leftOut: String
    let answerCount: String
    let answerTeams: String
    let tickets: TicketsView?
    let hasWeekday: Bool
    let glance: [GlanceRow]
    let ratings: RatingsView?
    let recommendations: NPSView?
    let newcomers: NewcomersView?
    let filters: [FilterView]
    let digestName: String
    let rulesHash: String
    let brandSections: [BrandSectionView]
    let hasFacets: Bool
    let facetTables: [FacetTableView]
    let sourceGroups: [SourceGroupsView]
    let hasTopics: Bool
    let topicLists: [TopicListView]
    let hasReviewed: Bool
    let reviewed: [String]
    /// The rows that stand in the page without a script; the script makes all others.
    let rowsWritten: [MentionView]
    let hasUnwritten: Bool
    let unwritten: String
    /// What the script knows of each mention, as JSON.
    let rows: String
    let hasMore: Bool
    let unlisted: String
    let healthView: HealthView
    let foot: FootView

    init(_ digest: Digest, words: PageWords) throws(ReportingError) {
        let calendar = LocalCalendar(timeZone: digest.window.timeZone)
        let names = PageNames(
            brands: digest.brands.map { ($0.id.value, $0.name) },
            categories: digest.categories.map { ($0.id, $0.name) },
            teams: digest.teams.map { ($0.id, $0.name) }
                + (digest.teamNames ?? []).map { ($0.id, $0.name) },
            facets: (digest.facets ?? []).flatMap { facet in
                facet.values.map { (FacetValue(facet.id, $0.id), $0.name) }
            })
        let mentions = Dictionary(
            digest.mentions.items.map {
                ($0.id, MentionView($0, names: names, calendar: calendar, words: words))
            }, uniquingKeysWith: { first, _ in first })
        w = words
        f = FacetWords(words.report.language)
        facetTables = FacetTableView.all(digest.facets, words: words)
        hasFacets = !facetTables.isEmpty
        let tools = ToolWords(words.report)
        t = tools
        g = ChannelWords(words.report)
        frame = Self.frame(of: digest, calendar: calendar, words: words)
        hasAlerts = !digest.alerts.isEmpty
        alertList = digest.alerts.map { alert in
            AlertView(
                alertSentence: alert.sentence,
                burst: alert.burst.map { BurstView($0, calendar: calendar, words: words) },
                alertMentions: alert.mentions.compactMap { mentions[$0] })
        }
        let items = digest.needsAnswer.items
        let grouping = AnswerGrouping(digest, mentions: mentions, calendar: calendar, words: words)
        let written = Self.written(digest)
        let summary = AnswerSummary(items: items, calendar: calendar, words: words)
        let shown = AnswerSummary.shown(of: items)
        answers = grouping.groups(of: items.prefix(shown), isBrief: false, written: written)
        further = grouping.groups(
            of: items.dropFirst(shown).prefix(Self.furtherShown), isBrief: true, written: written)
        hasFurther = !further.isEmpty
        let left = items.count - shown - Self.furtherShown
        hasLeftOut = left > 0
        leftOut = tools.leftOut(left)
        furtherCount = summary.more(behind: shown)
        answerTeams = summary.teams
        answerCount = words.both(digest.needsAnswer.counts)
        tickets = digest.tickets.map {
            TicketsView($0, names: names, calendar: calendar, words: words)
        }
        hasWeekday = digest.window.isShorterThanAWeek
        let voices = VoiceShares(of: digest)
        glance = digest.brands.map { GlanceRow($0, voices: voices, words: words) }
        ratings = RatingsView(digest.brands, words: words)
        recommendations = NPSView(digest.brands, words: words)
        newcomers = digest.newcomers.flatMap { new in
            new.sources.isEmpty && new.voices == 0
                ? nil
                : NewcomersView(
                    newcomerSentence: tools.newcomers(new),
                    newcomerQuotes: new.mentions.compactMap { mentions[$0] })
        }
        filters = FilterView.all(digest, words: words)
        digestName = DigestName.name(of: digest)
        rulesHash = digest.origin.rulesHash
        brandSections = digest.brands.filter { $0.kind == .own && $0.counts != .zero }
            .map { BrandSectionView($0, mentions: mentions, words: words) }
        sourceGroups = SourceGroupsView.both(
            channels: digest.channels, regions: digest.regions, words: words, g)
        topicLists = TopicListView.lists(digest.recurring, mentions: mentions, words: words)
        hasTopics = !topicLists.isEmpty
        reviewed = digest.reviewed.map { words.reviewed($0, names: names) }
        hasReviewed = !reviewed.isEmpty
        rowsWritten = digest.mentions.items.filter { written.contains($0.id) }
            .compactMap { mentions[$0.id] }
        hasUnwritten = rowsWritten.count < digest.mentions.items.count
        unwritten = tools.unwritten(
            rowsWritten.count, of: digest.mentions.items.count, inFile: digestName)
        rows = try EmbeddedJSON(
            MentionRows(digest, views: mentions, written: written, words: words)
        ).text
        hasMore = digest.mentions.unlisted > 0
        unlisted = "… \(words.report.number(digest.mentions.unlisted)) \(words.andMore)"
        healthView = HealthView(digest.health, calendar: calendar, words: words)
        foot = FootView(
            method: words.digestMethod, origin: digest.origin, timeZone: digest.window.timeZone,
            spamLeftOut: digest.totals.spamLeftOut, words: words)
    }

    // MARK: - Private

    private static let furtherShown = 100
    /// How many rows of the newest mentions a reader without scripts is given.
    private static let newestWritten = 40

    /// The newest mentions, and all that the page shows in full elsewhere, since links lead to their
    /// rows.
    private static func written(_ digest: Digest) -> Set<ListedMention.ID> {
        let answers = digest.needsAnswer.items
        var written = Set(digest.mentions.items.prefix(newestWritten).map(\.id))
        written.formUnion(digest.alerts.flatMap(\.mentions))
        written.formUnion(answers.prefix(AnswerSummary.shown(of: answers)).map(\.mention))
        written.formUnion(digest.newcomers?.mentions ?? [])
        for brand in digest.brands {
            written.formUnion(brand.topStories.map(\.mention))
            written.formUnion(brand.highlights.all)
        }
        return written
    }

    private static func frame(of digest: Digest, calendar: LocalCalendar, words: PageWords)
        -> FrameView
    {
        let scope = digest.scope ?? Digest.Scope(period: .day)
        let title = words.digest(of: scope.period)
        let period = words.report.period(scope.period, digest.window)
        let end = calendar.moment(of: digest.window.through)
        let start = calendar.moment(of: digest.window.after)
        var jumps = digest.alerts.isEmpty ? [] : [("alerts", words.alerts)]
        jumps += [("glance", words.atAGlance), ("answers", words.needsAnswer)]
        if digest.tickets != nil { jumps.append(("tickets", words.tickets)) }
        jumps += digest.brands.filter { $0.kind == .own && $0.counts != .zero }
            .map { ("brand-\($0.id)", $0.name) }
        if !FacetTableView.all(digest.facets, words: words).isEmpty {
            jumps.append(("about", FacetWords(words.report.language).about))
        }
        if digest.channels?.isEmpty == false {
            jumps.append(("channels", ChannelWords(words.report).channels))
        }
        if digest.regions?.isEmpty == false {
            jumps.append(("regions", ChannelWords(words.report).regions))
        }
        if !digest.recurring.mentions.isEmpty { jumps.append(("recurring", words.whatRecurs)) }
        if !digest.reviewed.isEmpty { jumps.append(("reviewed", words.correctedSince)) }
        if let new = digest.newcomers, !new.sources.isEmpty || new.voices > 0 {
            jumps.append(("new", ToolWords(words.report).newcomers))
        }
        jumps += [("all", words.allMentions), ("health", words.health)]
        return FrameView(
            language: words.language,
            pageTitle: [title, scope.name, scope.period == .day ? words.report.date(end) : period]
                .compactMap(\.self).joined(separator: ", "),
            kicker: [words.program, title, scope.name].compactMap(\.self).joined(separator: " · "),
            headline: words.report.capitalized(period),
            // For a period that no calendar has a name for, the headline gives the times.
            subline: (scope.period == .span
                ? ""
                : "\(words.report.dateAndTime(start)) – \(words.report.dateAndTime(end)) · ")
                + words.report.posts(
                    digest.totals.counts, mentions: digest.brands.map(\.counts.mentions).total),
            lead: digest.headlines.first ?? "", leadRest: Array(digest.headlines.dropFirst()),
            jumps: jumps.map { FrameView.JumpView(anchor: $0, jumpName: $1) }
        ).with(PageTemplates.digestScript)
    }
}

extension DigestView.GlanceRow {
    init(_ brand: Digest.BrandSummary, voices: VoiceShares, words: PageWords) {
        brandName = brand.name
        kindName = words.kind(brand.kind, of: brand.market)
        mentionCount = words.report.number(brand.counts.mentions)
        storyCount = words.report.stories(brand.counts.stories)
        change = words.change(brand.previous, now: brand.counts)
        was = words.was(brand.previous, now: brand.counts)
        weekdayChange = words.change(brand.sameWeekday, now: brand.counts)
        weekdayWas = words.was(brand.sameWeekday, now: brand.counts)
        toneBar = ToneBarView(brand.tone, words: words)
        net = brand.netSentiment.mentions.map(words.report.signed) ?? "–"
        netBefore = words.netBefore(brand.previousNetSentiment)
        netStories = words.byStory(brand.netSentiment.stories.map(words.report.signed))
        let voice = voices.share(
            of: brand.counts, in: brand.market, figure: brand.shareOfVoice)
        share = voice?.mentions.map(words.report.percentOfWhole) ?? "–"
        shareStories = words.byStory(voice?.stories.map(words.report.percentOfWhole))
    }
}
