package import Model

/// What of a trend report can be had as rows.
package enum TrendsTable: String, CaseIterable, Sendable {
    /// One row a day and thing counted.
    case series
    case channels, weeks, hours, events, incidents, rising, voices, recurring
    case forecast, staffing, targets, verdicts, facets

    package func figures(of trends: Trends) -> FigureTable {
        switch self {
        case .series: SeriesTable.figures(of: trends)
        case .channels:
            SourceGroupTable.figures(channels: trends.channels, regions: trends.regions)
        case .weeks: Self.weeks(trends)
        case .hours: Self.hours(trends.hours)
        case .events: Self.events(trends.events)
        case .incidents: Self.incidents(trends.incidents)
        case .rising: Self.rising(trends.rising)
        case .voices: Self.voices(trends.influencers)
        case .recurring: Self.recurring(trends.recurring)
        case .forecast: Self.forecast(trends.forecast)
        case .staffing: Self.staffing(trends.staffing.roster)
        case .targets: Self.targets(trends.targets)
        case .facets: FacetTable.figures(of: trends.facets ?? [])
        case .verdicts: Self.verdicts(trends.verdicts)
        }
    }

    // MARK: - Private

    private typealias Row = [CSVDialect.Cell]

    private static func weeks(_ trends: Trends) -> FigureTable {
        let brands = Dictionary(trends.brands.map { ($0.id, $0) }) { first, _ in first }
        return FigureTable(
            columns: [
                "week", "brand", "name", "mentions", "stories", "share_of_voice",
                "share_of_voice_stories", "in_part", "rating", "rating_stories", "rated",
                "rated_stories", "csat", "csat_stories", "nps", "nps_stories", "nps_answers",
                "nps_answers_stories", "ces", "ces_stories", "ces_mean", "ces_answers",
                "ces_answers_stories",
            ],
            rows: trends.weeks.flatMap { week in
                week.shares.map { share -> Row in
                    let brand = brands[share.brand]
                    let rating = brand?.weeklyRatings?.first { $0.week == week.week }?.value
                    let nps = brand?.npsByWeek?.first { $0.week == week.week }?.value
                    let ces = brand?.cesByWeek?.first { $0.week == week.week }?.value
                    return [
                        .text(week.week), .text(share.brand.value), .text(share.name),
                        .count(share.counts.mentions), .count(share.counts.stories),
                        .share(share.shareOfVoice.mentions), .share(share.shareOfVoice.stories),
                        .flag(trends.period.cuts(week: week.week)),
                        .share(rating?.mean.mentions), .share(rating?.mean.stories),
                        .known(count: rating?.counts.mentions),
                        .known(count: rating?.counts.stories),
                        .share(rating?.csat.mentions), .share(rating?.csat.stories),
                        .share(nps?.score.mentions), .share(nps?.score.stories),
                        .known(count: nps?.counts.mentions), .known(count: nps?.counts.stories),
                        .share(ces?.score.mentions), .share(ces?.score.stories),
                        .share(ces?.mean.mentions),
                        .known(count: ces?.counts.mentions), .known(count: ces?.counts.stories),
                    ]
                }
            })
    }

    private static func hours(_ hours: [Trends.WeekdayHours]) -> FigureTable {
        FigureTable(
            columns: ["weekday", "hour", "mentions", "stories"],
            rows: hours.flatMap { day in
                day.mentions.indices.map { hour -> Row in
                    [
                        .count(day.weekday), .count(hour), .count(day.mentions[hour]),
                        .count(day.stories[hour]),
                    ]
                }
            })
    }

    private static func events(_ events: [Trends.Event]) -> FigureTable {
        FigureTable(
            columns: ["day", "brand", "kind", "cause", "mentions", "stories", "usual", "score"],
            rows: events.map { event -> Row in
                [
                    .text(event.day), .text(event.brand.value), .text(event.kind.rawValue),
                    .text(event.cause.rawValue), .count(event.counts.mentions),
                    .count(event.counts.stories), .share(event.baseline.median),
                    .share(event.score),
                ]
            })
    }

    private static func incidents(_ incidents: [Trends.Incident]) -> FigureTable {
        FigureTable(
            columns: [
                "id", "brand", "cause", "first_day", "last_day", "is_open", "began_at", "began_in",
                "ended_at", "mentions", "stories", "usual", "sources", "authors", "net_tone_before",
                "net_tone", "net_tone_after", "answered_at", "return_of", "terms",
            ],
            rows: incidents.map { card -> Row in
                [
                    .text(card.id.value), .text(card.brand.value), .text(card.cause.rawValue),
                    .text(card.firstDay), .text(card.lastDay), .flag(card.isOpen),
                    .time(card.beganAt), .text(card.beganIn), .time(card.endedAt),
                    .count(card.counts.mentions), .count(card.counts.stories),
                    .share(card.usual), .count(card.sourcesInAll), .count(card.authorsInAll),
                    .share(card.tone.before.netSentiment.mentions),
                    .share(card.tone.during.netSentiment.mentions),
                    .share(card.tone.after.netSentiment.mentions), .time(card.answer?.at),
                    .known(text: card.returnOf?.value), .text(card.terms.joined(separator: "; ")),
                ]
            })
    }

    private static func rising(_ terms: [Trends.RisingTerm]) -> FigureTable {
        FigureTable(
            columns: [
                "term", "mentions", "stories", "mentions_before", "stories_before", "log_odds",
                "z_score", "example",
            ],
            rows: terms.map { term -> Row in
                [
                    .text(term.term), .count(term.recent.mentions), .count(term.recent.stories),
                    .count(term.before.mentions), .count(term.before.stories),
                    .share(term.logOdds), .share(term.zScore), .text(term.example.value),
                ]
            })
    }

    private static func voices(_ voices: [Trends.Influencer]) -> FigureTable {
        FigureTable(
            columns: ["kind", "id", "name", "stories", "repeats", "repeaters"],
            rows: voices.map { voice -> Row in
                [
                    .text(voice.kind.rawValue), .text(voice.id), .text(voice.name),
                    .count(voice.stories), .count(voice.repeats), .count(voice.repeaters),
                ]
            })
    }

    static func recurring(_ topics: RecurringTopics) -> FigureTable {
        FigureTable(
            columns: ["kind", "terms", "mentions", "stories", "sources"],
            rows: [("question", topics.questions), ("wish", topics.wishes)].flatMap {
                kind, topics in
                topics.map { topic -> Row in
                    [
                        .text(kind), .text(topic.terms.joined(separator: "; ")),
                        .count(topic.counts.mentions), .count(topic.counts.stories),
                        .count(topic.sources),
                    ]
                }
            })
    }

    private static func forecast(_ forecast: Trends.Forecast?) -> FigureTable {
        FigureTable(
            columns: ["day", "expected", "low", "high", "method"],
            rows: (forecast?.days ?? []).map { day -> Row in
                [
                    .text(day.day), .share(day.expected), .share(day.low), .share(day.high),
                    .known(text: forecast?.method.rawValue),
                ]
            })
    }

    private static func staffing(_ roster: Trends.Staffing.Roster?) -> FigureTable {
        FigureTable(
            columns: ["weekday", "hour", "operators"],
            rows: (roster?.hours ?? []).enumerated().flatMap { day, hours in
                hours.enumerated().map { hour, operators -> Row in
                    [.count(day + 1), .count(hour), .count(operators)]
                }
            })
    }

    private static func targets(_ targets: [Trends.TargetResult]) -> FigureTable {
        FigureTable(
            columns: ["measure", "brand", "team", "at_least", "at_most", "value", "is_met"],
            rows: targets.map { target -> Row in
                [
                    .text(target.measure.rawValue), .known(text: target.brand?.value),
                    .known(text: target.team?.value), .share(target.atLeast), .share(target.atMost),
                    .share(target.value), target.isMet.map(CSVDialect.Cell.flag) ?? .missing,
                ]
            })
    }

    private static func verdicts(_ verdicts: [RuleVerdict]) -> FigureTable {
        FigureTable(
            columns: [
                "field", "tag", "name", "given", "corrected", "confirmed", "missed", "hit_rate",
            ],
            rows: verdicts.map { verdict -> Row in
                [
                    .text(verdict.field.rawValue), .text(verdict.tag), .text(verdict.name),
                    .count(verdict.given), .count(verdict.corrected), .count(verdict.confirmed),
                    .count(verdict.missed), .share(verdict.hitRate),
                ]
            })
    }
}
