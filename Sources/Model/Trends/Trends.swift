package import Foundation

/// How counts move over the days of a period: what `out/trends/*.json` holds and its page shows.
///
/// Entries count on the day they were said, in the time zone of the routing. Every list of numbers
/// has one for each of `period.days`.
package struct Trends: Hashable, Sendable, Codable {
    /// Raised when the shape changes; `trends.schema.json` describes this one.
    package static let schemaVersion = 1

    package let schemaVersion: Int
    package let period: Period
    package let origin: ReportOrigin
    /// Three sentences of plain numbers.
    package let headlines: [String]
    package let totals: Totals
    /// Own brands first, in the order of the rules.
    package let brands: [BrandTrend]
    /// Of posts that name a brand; in a report of a competitor or a topic, as sources and languages are, of
    /// those that name it.
    package let categories: [Series]
    package let sources: [Series]
    package let languages: [Series]
    /// Spikes and drops, latest first.
    package let events: [Event]
    /// Bursts of mentions, latest first.
    package let incidents: [Incident]
    /// Sources that began or ceased to be heard of, latest first.
    package let sourceChanges: [SourceChange]
    package let weeks: [Week]
    /// Words and phrases that came up in the last seven days, strongest first.
    package let rising: [RisingTerm]
    /// Seven rows, Monday first.
    package let hours: [WeekdayHours]
    /// `nil` before there are five weeks to learn from.
    package let forecast: Forecast?
    package let staffing: Staffing
    /// In the order of the rules.
    package let targets: [TargetResult]
    /// `nil` where the rules make no tickets, or none of the period.
    package let tickets: TicketTimes?
    /// Sources, then authors, those most repeated first.
    package let influencers: [Influencer]
    package let recurring: RecurringTopics
    /// What reviewers said of tags of the period, the least reliable first.
    package let verdicts: [RuleVerdict]
    /// The mentions that others here refer to, newest first.
    package let mentions: [ListedMention]
    package let health: ListeningHealth
    /// What the brands add up to that are not in `brands`, because there are too many; absent where
    /// all are.
    package var otherBrands: OtherBrands?
    /// In the order of the rules, places last; absent where the rules have neither.
    package var facets: [FacetTrend]?
    /// What the sources add up to that are not in `sources`, because there are too many; absent where
    /// all are.
    package var otherSources: OtherSources?
    /// By hours or weeks, where that was asked for.
    package var course: Course?
    /// What each channel, and each region, brings of the brands that the report goes into; absent in
    /// reports of earlier versions.
    package var channels: [SourceGroup]?
    package var regions: [SourceGroup]?
    /// Whose mentions it is narrowed to; absent where it tells of everything.
    package var scope: Digest.Scope?

    package init(
        period: Period, origin: ReportOrigin, headlines: [String], totals: Totals,
        brands: [BrandTrend], categories: [Series], sources: [Series], languages: [Series],
        events: [Event], incidents: [Incident], sourceChanges: [SourceChange], weeks: [Week],
        rising: [RisingTerm], hours: [WeekdayHours], forecast: Forecast?, staffing: Staffing,
        targets: [TargetResult], tickets: TicketTimes? = nil, influencers: [Influencer],
        recurring: RecurringTopics,
        verdicts: [RuleVerdict], mentions: [ListedMention], health: ListeningHealth
    ) {
        schemaVersion = Self.schemaVersion
        self.period = period
        self.origin = origin
        self.headlines = headlines
        self.totals = totals
        self.brands = brands
        self.categories = categories
        self.sources = sources
        self.languages = languages
        self.events = events
        self.incidents = incidents
        self.sourceChanges = sourceChanges
        self.weeks = weeks
        self.rising = rising
        self.hours = hours
        self.forecast = forecast
        self.staffing = staffing
        self.targets = targets
        self.tickets = tickets
        self.influencers = influencers
        self.recurring = recurring
        self.verdicts = verdicts
        self.mentions = mentions
        self.health = health
    }
}

extension Trends {
    /// From `from` up to, not including, `to`.
    package struct Period: Hashable, Sendable, Codable {
        package let from: Date
        package let to: Date
        package let timeZone: String
        /// Local dates, `2026-11-22`; the first and the last may be covered in part.
        package let days: [String]

        package init(from: Date, to: Date, timeZone: String, days: [String]) {
            self.from = from
            self.to = to
            self.timeZone = timeZone
            self.days = days
        }
    }

    package struct Totals: Hashable, Sendable, Codable {
        /// Entries that name one brand or more, each counted once.
        package let counts: Counts
        package let spamLeftOut: Int

        package init(counts: Counts, spamLeftOut: Int) {
            self.counts = counts
            self.spamLeftOut = spamLeftOut
        }
    }

    /// A count of each day, told twice.
    package struct DailyCounts: Hashable, Sendable, Codable {
        package let mentions: [Int]
        /// Different stories of the day.
        package let stories: [Int]

        package init(mentions: [Int], stories: [Int]) {
            self.mentions = mentions
            self.stories = stories
        }
    }

    package struct Series: Hashable, Sendable, Codable {
        package let id: String
        package let name: String
        /// Over the whole period; a story told on two days is one here.
        package let counts: Counts
        package let daily: DailyCounts

        package init(id: String, name: String, counts: Counts, daily: DailyCounts) {
            self.id = id
            self.name = name
            self.counts = counts
            self.daily = daily
        }
    }

    /// The share of voice of a local week, Monday to Sunday (ISO 8601).
    package struct Week: Hashable, Sendable, Codable {
        package struct Share: Hashable, Sendable, Codable {
            package let brand: Brand.ID
            package let name: String
            package let counts: Counts
            /// 0 … 1, four decimals.
            package let shareOfVoice: Ratios

            package init(brand: Brand.ID, name: String, counts: Counts, shareOfVoice: Ratios) {
                self.brand = brand
                self.name = name
                self.counts = counts
                self.shareOfVoice = shareOfVoice
            }
        }

        /// `2026-W47`.
        package let week: String
        package let shares: [Share]

        package init(week: String, shares: [Share]) {
            self.week = week
            self.shares = shares
        }
    }

    /// A word or phrase used more in the last seven days than before.
    ///
    /// The log of the odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn
    /// 2008, §3.3.2). Each story counts a term once.
    package struct RisingTerm: Hashable, Sendable, Codable {
        package let term: String
        package let recent: Counts
        package let before: Counts
        /// Four decimals.
        package let logOdds: Double
        /// `logOdds` over its standard deviation, two decimals.
        package let zScore: Double
        /// The newest mention whose text has it.
        package let example: ListedMention.ID
        /// The sentence of `example` that has it; absent in reports of earlier versions.
        package var quote: Snippet?

        package init(
            term: String, recent: Counts, before: Counts, logOdds: Double, zScore: Double,
            example: ListedMention.ID
        ) {
            self.term = term
            self.recent = recent
            self.before = before
            self.logOdds = logOdds
            self.zScore = zScore
            self.example = example
        }
    }

    /// Sources that a report does not list one by one.
    package struct OtherSources: Hashable, Sendable, Codable {
        package let sources: Int
        package let counts: Counts
        package let daily: DailyCounts

        package init(sources: Int, counts: Counts, daily: DailyCounts) {
            self.sources = sources
            self.counts = counts
            self.daily = daily
        }
    }

    /// When people wrote about own brands or, in a report of a competitor or a topic, of that, in local
    /// hours.
    package struct WeekdayHours: Hashable, Sendable, Codable {
        /// ISO 8601: 1 is Monday.
        package let weekday: Int
        /// 24 numbers.
        package let mentions: [Int]
        /// 24 numbers.
        package let stories: [Int]

        package init(weekday: Int, mentions: [Int], stories: [Int]) {
            self.weekday = weekday
            self.mentions = mentions
            self.stories = stories
        }
    }
}

extension Trends {
    /// Brands that a report does not list one by one.
    package struct OtherBrands: Hashable, Sendable, Codable {
        package let brands: Int
        package let notMentioned: Int
        /// Theirs together; a story that several tell of counts for each.
        package let counts: Counts

        package init(brands: Int, notMentioned: Int, counts: Counts) {
            self.brands = brands
            self.notMentioned = notMentioned
            self.counts = counts
        }
    }
}
