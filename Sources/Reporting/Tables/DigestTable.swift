package import Model

/// What of a digest can be had as rows.
package enum DigestTable: String, CaseIterable, Sendable {
    case mentions, brands, channels, alerts, answers, recurring, newcomers, tickets, facets

    /// - Parameter origins: of what the digest lists, by the numbers of the entries.
    package func figures(of digest: Digest, from origins: [Int64: MentionOrigin] = [:])
        -> FigureTable
    {
        switch self {
        case .mentions: MentionTable.figures(of: digest.mentions.items, from: origins)
        case .brands: Self.brands(digest.brands)
        case .channels:
            SourceGroupTable.figures(channels: digest.channels, regions: digest.regions)
        case .alerts: Self.alerts(digest.alerts)
        case .answers: Self.answers(digest.needsAnswer.items)
        case .recurring: TrendsTable.recurring(digest.recurring)
        case .newcomers: Self.newcomers(digest.newcomers)
        case .facets: FacetTable.figures(of: digest.facets ?? [])
        case .tickets: Self.tickets(digest.tickets?.teams ?? [])
        }
    }

    // MARK: - Private

    private typealias Row = [CSVDialect.Cell]

    private static func brands(_ brands: [Digest.BrandSummary]) -> FigureTable {
        FigureTable(
            columns: [
                "brand", "name", "kind", "mentions", "stories", "mentions_before",
                "mentions_same_weekday", "positive", "neutral", "negative", "mixed", "undecided",
                "net_tone", "share_of_voice", "share_of_voice_stories", "market",
                "rating", "rating_stories", "rated", "rated_stories", "rating_before",
                "rated_before", "stars_1", "stars_2", "stars_3", "stars_4", "stars_5", "csat",
                "csat_stories", "csat_before", "nps", "nps_stories", "nps_answers",
                "nps_answers_stories", "nps_before", "nps_answers_before", "promoters", "passives",
                "detractors", "ces", "ces_stories", "ces_mean", "ces_answers",
                "ces_answers_stories", "ces_before", "ces_answers_before",
            ],
            rows: brands.map { brand -> Row in
                [
                    .text(brand.id.value), .text(brand.name), .text(brand.kind.rawValue),
                    .count(brand.counts.mentions), .count(brand.counts.stories),
                    .known(count: brand.previous.heardBefore?.mentions),
                    .known(count: brand.sameWeekday.heardBefore?.mentions),
                    .count(brand.tone.positive.mentions), .count(brand.tone.neutral.mentions),
                    .count(brand.tone.negative.mentions), .count(brand.tone.mixed.mentions),
                    .count(brand.tone.undecided.mentions),
                    .share(brand.netSentiment.mentions), .share(brand.shareOfVoice?.mentions),
                    .share(brand.shareOfVoice?.stories), .known(text: brand.market),
                ] + rating(brand.rating, before: brand.previousRating)
                    + nps(brand.nps, before: brand.npsBefore)
                    + ces(brand.ces, before: brand.cesBefore)
            })
    }

    /// Empty cells where nobody gave stars.
    private static func rating(_ rating: Rating?, before: Rating?) -> Row {
        [
            .share(rating?.mean.mentions), .share(rating?.mean.stories),
            .known(count: rating?.counts.mentions), .known(count: rating?.counts.stories),
            .share(before?.mean.mentions), .known(count: before?.counts.mentions),
        ] + (0..<5).map { .known(count: rating?.spread[$0].mentions) } + [
            .share(rating?.csat.mentions), .share(rating?.csat.stories),
            .share(before?.csat.mentions),
        ]
    }

    /// Empty cells where nobody answered.
    private static func nps(_ nps: NetPromoterScore?, before: NetPromoterScore?) -> Row {
        [
            .share(nps?.score.mentions), .share(nps?.score.stories),
            .known(count: nps?.counts.mentions), .known(count: nps?.counts.stories),
            .share(before?.score.mentions), .known(count: before?.counts.mentions),
            .known(count: nps?.promoters.mentions), .known(count: nps?.passives.mentions),
            .known(count: nps?.detractors.mentions),
        ]
    }

    /// Empty cells where nobody answered.
    private static func ces(_ ces: CustomerEffortScore?, before: CustomerEffortScore?) -> Row {
        [
            .share(ces?.score.mentions), .share(ces?.score.stories), .share(ces?.mean.mentions),
            .known(count: ces?.counts.mentions), .known(count: ces?.counts.stories),
            .share(before?.score.mentions), .known(count: before?.counts.mentions),
        ]
    }

    private static func alerts(_ alerts: [Digest.Alert]) -> FigureTable {
        FigureTable(
            columns: [
                "kind", "brand", "mentions", "stories", "mentions_before",
                "mentions_same_weekday", "threshold", "began_at", "began_in", "sources", "authors",
                "answered_at", "last_time", "terms",
            ],
            rows: alerts.map { alert -> Row in
                [
                    .text(alert.kind.rawValue), .text(alert.brand.value),
                    .count(alert.counts.mentions), .count(alert.counts.stories),
                    .known(
                        count: alert.previousUnheard == true ? nil : alert.previous.mentions),
                    .known(
                        count: alert.sameWeekdayUnheard == true
                            ? nil : alert.sameWeekday.mentions),
                    .count(alert.threshold), .time(alert.burst?.beganAt),
                    .known(text: alert.burst?.beganIn), .known(count: alert.burst?.sourcesInAll),
                    .known(count: alert.burst?.authorsInAll), .time(alert.burst?.answeredAt),
                    .time(alert.burst?.echo?.beganAt),
                    .known(text: alert.burst?.terms.joined(separator: "; ")),
                ]
            })
    }

    private static func answers(_ items: [Digest.AnswerItem]) -> FigureTable {
        FigureTable(
            columns: [
                "mention", "severity", "team", "answer_by", "is_overdue", "copies",
                "ticket_state", "ticket_destination", "ticket_key", "ticket_address",
            ],
            rows: items.map { item -> Row in
                [
                    .text(item.mention.value), .text(item.severity.rawValue),
                    .text(item.team.value), .time(item.answerBy),
                    .flag(item.isOverdue), .count(item.copies),
                    .known(text: item.ticket?.state.rawValue),
                    .known(text: item.ticket?.destination.value),
                    .known(text: item.ticket?.key), .known(text: item.ticket?.address),
                ]
            })
    }

    /// Sources by name; of authors, who are pseudonyms, only how many.
    private static func newcomers(_ new: Digest.Newcomers?) -> FigureTable {
        guard let new else { return FigureTable(columns: newcomerColumns, rows: []) }
        let authors: [CSVDialect.Cell] = [
            .text("authors"), .missing, .missing, .count(new.voices), .count(new.allVoices),
        ]
        return FigureTable(
            columns: newcomerColumns,
            rows: new.sources.map { source -> Row in
                [
                    .text("source"), .text(source.id), .text(source.name),
                    .count(source.counts.mentions), .missing,
                ]
            } + [authors])
    }

    private static let newcomerColumns = ["kind", "id", "name", "count", "of"]

    private static func tickets(_ teams: [TicketStanding.TeamAnswers]) -> FigureTable {
        FigureTable(
            columns: [
                "team", "tickets", "answered", "in_time", "late", "unknown", "reopened",
                "median_minutes", "ninth_decile_minutes",
            ],
            rows: teams.map { team -> Row in
                [
                    .text(team.team.value), .count(team.tickets), .count(team.answered),
                    .known(count: team.inTime), .count(team.late), .count(team.unknown),
                    .count(team.reopened), .known(count: team.medianMinutes),
                    .known(count: team.ninthDecileMinutes),
                ]
            })
    }
}
