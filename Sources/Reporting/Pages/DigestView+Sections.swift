import Model

// The sections of the page that no other page has.

extension DigestView {
    struct AlertView {
        let alertSentence: String
        let burst: BurstView?
        let alertMentions: [MentionView]
    }

    /// The brands side by side.
    struct GlanceSection {
        let hasWeekday: Bool
        let glance: [GlanceRow]
        let ratings: RatingsView?
        let recommendations: NPSView?
        let efforts: CESView?
    }

    /// What needs an answer: the most urgent at once, and more to unfold.
    struct AnswerSection {
        let answerCount: String
        let answerTeams: String
        let answers: [AnswerGroupView]
        let furtherAnswers: FurtherAnswers?
    }

    struct FurtherAnswers {
        let furtherCount: String
        let further: [AnswerGroupView]
        /// What is said of those that are not even here; `nil` for none.
        let leftOut: String?
    }

    /// Who was heard for the first time.
    struct NewcomersView {
        let newcomerSentence: String
        let newcomerQuotes: [MentionView]
    }

    /// All mentions, with what finds and corrects them.
    struct MentionSection {
        let filters: [FilterView]
        let digestName: String
        let rulesHash: String
        /// The rows that stand in the page without a script; the script makes all others.
        let rowsWritten: [MentionView]
        /// What is said of the others to a reader without scripts; `nil` for none.
        let unwritten: String?
        /// What the script knows of each mention, as JSON.
        let rows: String
        /// What is said of those that the digest does not list; `nil` for none.
        let unlisted: String?
    }
}

extension DigestView.AlertView {
    init(_ alert: Digest.Alert, _ basis: PageBasis) {
        alertSentence = alert.sentence
        burst = alert.burst.map {
            BurstView($0, calendar: basis.calendar, words: basis.words)
        }
        alertMentions = basis.views(of: alert.mentions)
    }
}

extension DigestView.GlanceSection {
    init(_ digest: Digest, words: PageWords) {
        let voices = VoiceShares(of: digest)
        hasWeekday = digest.window.isShorterThanAWeek
        glance = digest.brands.map {
            DigestView.GlanceRow($0, voices: voices, words: words)
        }
        ratings = RatingsView(digest.brands, words: words)
        recommendations = NPSView(digest.brands, words: words)
        efforts = CESView(digest.brands, words: words)
    }
}

extension DigestView.AnswerSection {
    /// - Parameter written: mentions whose rows stand in the page without a script.
    init(_ digest: Digest, written: Set<ListedMention.ID>, _ basis: PageBasis) {
        let items = digest.needsAnswer.items
        let shown = AnswerSummary.shown(of: items)
        let summary = AnswerSummary(items: items, calendar: basis.calendar, words: basis.words)
        let grouping = AnswerGrouping(
            digest, mentions: basis.mentions, calendar: basis.calendar, words: basis.words)
        answerCount = basis.words.both(digest.needsAnswer.counts)
        answerTeams = summary.teams
        answers = grouping.groups(of: items.prefix(shown), isBrief: false, written: written)
        let rest = items.dropFirst(shown)
        let left = rest.count - Self.furtherShown
        furtherAnswers =
            rest.isEmpty
            ? nil
            : DigestView.FurtherAnswers(
                furtherCount: summary.more(behind: shown),
                further: grouping.groups(
                    of: rest.prefix(Self.furtherShown), isBrief: true, written: written),
                leftOut: left > 0 ? ToolWords(basis.words.report).leftOut(left) : nil)
    }

    private static let furtherShown = 100
}

extension DigestView.NewcomersView {
    /// `nil` where there are none.
    init?(_ new: Digest.Newcomers, _ basis: PageBasis) {
        guard !new.sources.isEmpty || new.voices > 0 else { return nil }
        newcomerSentence = ToolWords(basis.words.report).newcomers(new)
        newcomerQuotes = basis.views(of: new.mentions)
    }
}

extension DigestView.MentionSection {
    init(_ digest: Digest, written: Set<ListedMention.ID>, _ basis: PageBasis)
        throws(ReportingError)
    {
        let words = basis.words
        let items = digest.mentions.items
        let unlistedCount = digest.mentions.unlisted
        filters = FilterView.all(digest, words: words)
        digestName = DigestName.name(of: digest)
        rulesHash = digest.origin.rulesHash
        rowsWritten = basis.views(of: items.map(\.id).filter(written.contains))
        unwritten =
            rowsWritten.count < items.count
            ? ToolWords(words.report)
                .unwritten(rowsWritten.count, of: items.count, inFile: digestName) : nil
        rows = try EmbeddedJSON(
            MentionRows(digest, views: basis.mentions, written: written, words: words)
        ).text
        unlisted =
            unlistedCount > 0
            ? "… \(words.report.number(unlistedCount)) \(words.andMore)" : nil
    }

    /// The newest mentions, and all that the page shows in full elsewhere, since links lead to their
    /// rows.
    static func written(of digest: Digest) -> Set<ListedMention.ID> {
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

    /// How many rows of the newest mentions a reader without scripts is given.
    private static let newestWritten = 40
}
