extension Trends {
    /// One brand's part of a trend report.
    package struct BrandTrend: Hashable, Sendable, Codable {
        package let id: Brand.ID
        package let name: String
        package let kind: Brand.Kind
        /// Whose voices it is held against; absent where the rules name no market.
        package var market: String?
        /// What the market is called in the report's language, if not that.
        package var marketName: String?
        /// Over the whole period; a story told on two days is one here.
        package let counts: Counts
        package let daily: DailyCounts
        package let tone: ToneCounts
        package let dailyTone: DailyTone
        /// (positive − negative) / all but undecided, −1 … 1, four decimals.
        package let netSentiment: Ratios
        /// Days on which nothing but undecided was heard are absent.
        package let dailyNetSentiment: [DayRatios]
        /// Of all own brands and competitors of its market; absent for a topic.
        package let shareOfVoice: Ratios?
        /// Days without enough days before them are absent.
        package let baselines: [Baseline]
        /// Absent where nobody gave stars.
        package var rating: Rating?
        /// Weeks in which nobody did are absent; so are all where nobody did at all.
        package var weeklyRatings: [WeekRating]?
        /// Absent where nobody said how likely they are to recommend it.
        package var nps: NetPromoterScore?
        /// As with ratings.
        package var npsByWeek: [WeekNPS]?
        /// Absent where nobody said how easy it made things for them.
        package var ces: CustomerEffortScore?
        package var cesByWeek: [WeekCES]?
        /// Of an own brand; absent where no author is known who praised it, and in a report of a competitor
        /// or a topic.
        package var promoters: Promoters?

        package init(
            id: Brand.ID, name: String, kind: Brand.Kind, counts: Counts, daily: DailyCounts,
            tone: ToneCounts, dailyTone: DailyTone, netSentiment: Ratios,
            dailyNetSentiment: [DayRatios], shareOfVoice: Ratios?, baselines: [Baseline]
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.counts = counts
            self.daily = daily
            self.tone = tone
            self.dailyTone = dailyTone
            self.netSentiment = netSentiment
            self.dailyNetSentiment = dailyNetSentiment
            self.shareOfVoice = shareOfVoice
            self.baselines = baselines
        }
    }

    package struct DailyTone: Hashable, Sendable, Codable {
        package let positive: DailyCounts
        package let neutral: DailyCounts
        package let negative: DailyCounts
        package let mixed: DailyCounts
        package let undecided: DailyCounts

        package init(
            positive: DailyCounts, neutral: DailyCounts, negative: DailyCounts,
            mixed: DailyCounts, undecided: DailyCounts
        ) {
            self.positive = positive
            self.neutral = neutral
            self.negative = negative
            self.mixed = mixed
            self.undecided = undecided
        }
    }

    /// What was given, or answered, in a local week, Monday to Sunday (ISO 8601).
    package struct WeekFigure<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
        /// `2026-W47`.
        package let week: String
        package let value: Value

        package init(week: String, value: Value) {
            self.week = week
            self.value = value
        }
    }

    package typealias WeekRating = WeekFigure<Rating>
    package typealias WeekNPS = WeekFigure<NetPromoterScore>
    package typealias WeekCES = WeekFigure<CustomerEffortScore>

    package struct DayRatios: Hashable, Sendable, Codable {
        package let day: String
        package let value: Ratios

        package init(day: String, value: Ratios) {
            self.day = day
            self.value = value
        }
    }

    /// What was usual for a day, in mentions.
    ///
    /// Reckoned on the roots of the counts, √(count + 3/8), on which the spread of a Poisson count does
    /// not grow with it (Anscombe 1948).
    package struct Baseline: Hashable, Sendable, Codable {
        package enum Basis: String, Codable, Sendable, CaseIterable {
            /// The same weekday of up to eight weeks before, from four weeks on.
            case sameWeekday = "same_weekday"
            /// Days before, working days and weekends apart, from two weeks on.
            case previousDays = "previous_days"
        }

        package let day: String
        package let basis: Basis
        /// How many such days it rests on.
        package let days: Int
        /// The median of the means of any two of those days (Hodges and Lehmann 1963), brought to the
        /// level of the last four weeks; two decimals.
        package let median: Double
        /// Half of what lies between one deviation above and one below, 1 at least; two decimals.
        package let deviation: Double
        /// 3.7 deviations below and above, as far as a count may be without standing out; two
        /// decimals.
        package let low: Double
        package let high: Double

        package init(
            day: String, basis: Basis, days: Int, median: Double, deviation: Double, low: Double,
            high: Double
        ) {
            self.day = day
            self.basis = basis
            self.days = days
            self.median = median
            self.deviation = deviation
            self.low = low
            self.high = high
        }
    }

    /// A day on which a brand was named far more, or far less, often than is usual for it.
    package struct Event: Hashable, Sendable, Codable {
        package enum Kind: String, Codable, Sendable, CaseIterable {
            case spike, drop
        }

        package let kind: Kind
        package let brand: Brand.ID
        package let day: String
        package let counts: Counts
        package let baseline: Baseline
        /// Deviations away from the median on the roots of the counts, two decimals.
        package let score: Double
        package let cause: Cause
        /// The sources that told most of it; empty for a drop.
        package let sources: [NamedCounts]
        /// The first of each of the largest stories of the day.
        package let mentions: [ListedMention.ID]
        package let sentence: String

        package init(
            kind: Kind, brand: Brand.ID, day: String, counts: Counts, baseline: Baseline,
            score: Double, cause: Cause, sources: [NamedCounts], mentions: [ListedMention.ID],
            sentence: String
        ) {
            self.kind = kind
            self.brand = brand
            self.day = day
            self.counts = counts
            self.baseline = baseline
            self.score = score
            self.cause = cause
            self.sources = sources
            self.mentions = mentions
            self.sentence = sentence
        }
    }
}
