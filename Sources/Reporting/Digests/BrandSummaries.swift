import Model

/// Sums up each brand's part of a digest.
struct BrandSummaries {
    let context: ReportingContext
    let names: ReportNames
    private let own: OwnVoices
    private let topics: Set<Brand.ID>

    init(context: ReportingContext, names: ReportNames) {
        self.context = context
        self.names = names
        own = OwnVoices(context)
        topics = Set(context.brands.filter { $0.kind == .topic }.map(\.id))
    }

    func summaries<Failure>(_ periods: DigestPeriods, of heard: HeardEntries<Failure>)
        throws(Failure) -> [Digest.BrandSummary]
    {
        let brands = context.brandsInScope
        let voices = MarketVoices(of: brands) { Counts(of: periods.now.mentions(of: $0.id)) }
        var summaries: [Digest.BrandSummary] = []
        for brand in brands {
            summaries.append(
                try summary(of: brand, periods, allVoices: voices[brand.market], heard))
        }
        return summaries
    }

    // MARK: - Private

    private static let storiesShown = 5
    private static let highlightsShown = 5
    /// Of so many, one may turn out to be about another brand.
    private static let highlightsRead = 30

    private func summary<Failure>(
        of brand: Brand, _ periods: DigestPeriods, allVoices: Counts,
        _ heard: HeardEntries<Failure>
    ) throws(Failure) -> Digest.BrandSummary {
        let mentions = periods.now.mentions(of: brand.id)
        let entries = mentions.map(\.entry)
        let counts = Counts(of: mentions)
        let tone = ToneCounts(of: mentions)
        let before = periods.previous.mentions(of: brand.id)
        let weekBefore = periods.weekBefore.mentions(of: brand.id)
        let hasShare = brand.kind != .topic && context.hasShares
        var summary = Digest.BrandSummary(
            id: brand.id, name: brand.name, kind: brand.kind, counts: counts,
            previous: counts.change(since: Counts(of: before), isHeard: periods.isPreviousHeard),
            sameWeekday: counts.change(
                since: Counts(of: weekBefore), isHeard: periods.isWeekBeforeHeard),
            tone: tone, netSentiment: tone.netSentiment,
            shareOfVoice: hasShare ? counts.divided(by: allVoices, decimals: 4) : nil,
            categories: names.byCategory(entries).map(\.counted),
            sources: names.bySource(entries).map(\.counted),
            languages: names.byLanguage(entries).map(\.counted),
            topStories: mentions.largestStories.prefix(Self.storiesShown).map(summary(of:)),
            highlights: try highlights(in: mentions, of: heard))
        summary.market = brand.market
        summary.marketName = brand.marketName(in: context.language)
        summary.rating = Rating(of: mentions, by: names.rated)
        summary.nps = NetPromoterScore(of: mentions, by: names.rated)
        summary.ces = CustomerEffortScore(of: mentions, by: names.rated)
        if periods.isPreviousHeard {
            let toneBefore = ToneCounts(of: before)
            summary.toneBefore = toneBefore
            summary.previousNetSentiment = toneBefore.netSentiment
            summary.previousRating = Rating(of: before, by: names.rated)
            summary.npsBefore = NetPromoterScore(of: before, by: names.rated)
            summary.cesBefore = CustomerEffortScore(of: before, by: names.rated)
        }
        if periods.isWeekBeforeHeard {
            summary.sameWeekdayNetSentiment = ToneCounts(of: weekBefore).netSentiment
        }
        return summary
    }

    /// By when it was published: what was heard first may be a reprint, where the feed that told it
    /// first is polled seldom.
    private func summary(of story: [BrandMention]) -> Digest.StorySummary {
        let story = story.sorted { one, other in
            (one.entry.date, one.entry.sequence) < (other.entry.date, other.entry.sequence)
        }
        let first = story[0]
        var sources: [String] = []
        for mention in story {
            let source = names.source(of: mention.entry.feed)
            if !sources.contains(source) { sources.append(source) }
        }
        let later = Dictionary(
            grouping: story.map(\.entry.story).filter { $0.reason != .first }, by: \.reason)
        let joined = StoryMembership.Reason.allCases.compactMap { reason in
            later[reason].map { all in
                Digest.Joined(
                    reason: reason, mentions: all.count,
                    similarity: all.map(\.similarity).min() ?? 0)
            }
        }
        var summary = Digest.StorySummary(
            id: first.entry.story.id, mention: first.id, mentions: story.count, sources: sources,
            isContinued: !story.contains { $0.entry.sequence == $0.entry.story.id },
            tone: first.tone.label, joined: joined)
        summary.voices = Set(story.compactMap(\.entry.author)).count
        summary.firstAt = story.map(\.entry.date).min()
        summary.lastAt = story.map(\.entry.date).max()
        return summary
    }

    /// What own brands say of themselves is in none.
    private func highlights<Failure>(
        in mentions: [BrandMention], of heard: HeardEntries<Failure>
    ) throws(Failure) -> Digest.Highlights {
        let stories = mentions.firstOfEachStory.filter { !own.spoke($0.entry) }
        func strongest(_ category: Category.ID) -> [BrandMention] {
            stories.compactMap { mention in
                mention.entry.categories.first { $0.id == category }
                    .map { (mention, $0.confidence) }
            }
            .sorted { ($1.1, $0.0.entry.sequence) < ($0.1, $1.0.entry.sequence) }
            .map(\.0)
        }
        func likely(_ category: Category.ID) -> ArraySlice<BrandMention> {
            strongest(category).prefix(Self.highlightsRead)
        }
        let (questions, requests) = (likely(.question), likely(.featureRequest))
        let (leads, content) = (likely(.salesLead), likely(.userContent))
        // What names one brand is about no other, and need not be read.
        let ofSeveral = [questions, requests, leads, content].joined()
            .filter { $0.entry.brands.count > 1 }
        let quoted = Dictionary(
            try heard.quoted(ofSeveral).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
        )
        func ofBrand(_ mentions: ArraySlice<BrandMention>, _ category: Category.ID)
            -> [ListedMention.ID]
        {
            mentions.map(\.id).filter { quoted[$0]?.isOfAnother(category, than: topics) != true }
                .prefix(Self.highlightsShown).map(\.self)
        }
        // To pass praise on there has to be somebody whom it is for.
        let praise = strongest(.praise).filter { !$0.isOfPraiseForAnother }
        func isOfStaff(_ mention: BrandMention) -> Bool {
            mention.entry.facets.contains(FacetValue("touchpoint", "staff"))
        }
        return Digest.Highlights(
            praise: (praise.filter(isOfStaff) + praise.filter { !isOfStaff($0) })
                .prefix(Self.highlightsShown).map(\.id),
            questions: ofBrand(questions, .question),
            featureRequests: ofBrand(requests, .featureRequest),
            salesLeads: ofBrand(leads, .salesLead), userContent: ofBrand(content, .userContent))
    }
}

extension BrandMention {
    /// Whether a post that praises does not praise this brand: it blames it, or says of another alone
    /// what is good.
    var isOfPraiseForAnother: Bool {
        switch tone.label {
        case .positive, .mixed: false
        case .negative: true
        case .neutral, .undecided: entry.brands.values.contains { $0.label == .positive }
        }
    }
}

extension [BrandMention] {
    /// The mentions of each story, in the order given; those with most mentions first, then the
    /// gravest, those that ask for an answer, those with the strongest tone, and the latest.
    var largestStories: [[BrandMention]] {
        Dictionary(grouping: self, by: \.entry.story.id)
            .map { story, mentions in
                let rank = (
                    mentions.count, mentions.map(\.entry.severity).max() ?? .low,
                    mentions.contains(where: \.entry.asksForAnswer) ? 1 : 0,
                    mentions.map { abs($0.tone.score) }.max() ?? 0, story
                )
                return (rank: rank, mentions: mentions)
            }
            .sorted { $0.rank > $1.rank }
            .map(\.mentions)
    }
}
