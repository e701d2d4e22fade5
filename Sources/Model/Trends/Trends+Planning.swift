extension Trends {
    /// How many posts the next seven days will bring about own brands or, in a report of a competitor or
    /// a topic, about that.
    ///
    /// The method is the one of three that would have been nearest on this archive itself.
    package struct Forecast: Hashable, Sendable, Codable {
        package enum Method: String, Codable, Sendable, CaseIterable {
            /// As many as on the same weekday a week before.
            case seasonalNaive = "seasonal_naive"
            /// The mean of the same weekday in the four weeks before.
            case weekdayMean = "weekday_mean"
            /// A level and a weekly season, smoothed exponentially (Holt and Winters; Hyndman and
            /// Athanasopoulos 2021, §8.3, without a trend).
            case holtWinters = "holt_winters"
        }

        package struct Day: Hashable, Sendable, Codable {
            package let day: String
            /// One decimal.
            package let expected: Double
            /// One day in ten is to be expected below this, and one in ten above `high`.
            package let low: Double
            package let high: Double

            package init(day: String, expected: Double, low: Double, high: Double) {
                self.day = day
                self.expected = expected
                self.low = low
                self.high = high
            }
        }

        package let method: Method
        package let backtest: Backtest
        package let days: [Day]

        package init(method: Method, backtest: Backtest, days: [Day]) {
            self.method = method
            self.backtest = backtest
            self.days = days
        }
    }

    /// How far off forecasts of seven days would have been, had they been made on earlier days.
    package struct Backtest: Hashable, Sendable, Codable {
        package struct Error: Hashable, Sendable, Codable {
            package let method: Forecast.Method
            /// In posts a day, two decimals.
            package let meanAbsoluteError: Double

            package init(method: Forecast.Method, meanAbsoluteError: Double) {
                self.method = method
                self.meanAbsoluteError = meanAbsoluteError
            }
        }

        /// On how many days such a forecast was made.
        package let origins: Int
        /// Of each method.
        package let errors: [Error]
        /// The chosen method's error as a share of what came, four decimals; `nil` where nothing
        /// came.
        package let relativeError: Double?
        /// The share of days that lay within the interval; aimed at 0.8.
        ///
        /// For each the interval was made without the forecasts that overlap it. `nil` where there
        /// are too few.
        package let coverage: Double?

        package init(
            origins: Int, errors: [Error], relativeError: Double?, coverage: Double?
        ) {
            self.origins = origins
            self.errors = errors
            self.relativeError = relativeError
            self.coverage = coverage
        }
    }

    /// How many people it takes to answer.
    package struct Staffing: Hashable, Sendable, Codable {
        package struct Operators: Hashable, Sendable, Codable {
            package let from: Int
            package let to: Int

            package init(from: Int, to: Int) {
                self.from = from
                self.to = to
            }
        }

        /// By Erlang's formula C, from the time that one answer takes.
        package struct Roster: Hashable, Sendable, Codable {
            package let handlingSeconds: Int
            package let answerWithinSeconds: Int
            package let shareWithin: Double
            /// Seven rows, Monday first, of 24 numbers: operators at work in each local hour.
            package let hours: [[Int]]
            package let peak: Int
            /// Hours of work a week.
            package let hoursInAll: Int

            package init(
                handlingSeconds: Int, answerWithinSeconds: Int, shareWithin: Double,
                hours: [[Int]], peak: Int, hoursInAll: Int
            ) {
                self.handlingSeconds = handlingSeconds
                self.answerWithinSeconds = answerWithinSeconds
                self.shareWithin = shareWithin
                self.hours = hours
                self.peak = peak
                self.hoursInAll = hoursInAll
            }
        }

        /// Posts in thirty days, about what the forecast is about, as many a day as expected or as in the
        /// last four weeks.
        package let monthlyPosts: Int
        /// Those of them that somebody has to answer, which alone make work.
        ///
        /// None of a competitor's or a topic's; absent in reports of earlier versions, which took all of them.
        package let monthlyAnswers: Int?
        /// The share by which these are reckoned, four decimals; absent where `monthlyAnswers` is.
        package let answerShare: Double?
        /// Whether the rules say that share; otherwise it is that of the period's posts.
        package let isShareOfRules: Bool?
        /// By the published table: 5–10 up to 5,000 a month, about 10 up to 20,000, 10–20 up to
        /// 50,000, about 50 above; 0–0 where there is nothing to answer.
        package let byTable: Operators
        /// `nil` where the rules have no handling time, and for a competitor or a topic.
        package let roster: Roster?

        package init(
            monthlyPosts: Int, monthlyAnswers: Int? = nil, answerShare: Double? = nil,
            isShareOfRules: Bool? = nil, byTable: Operators, roster: Roster?
        ) {
            self.monthlyPosts = monthlyPosts
            self.monthlyAnswers = monthlyAnswers
            self.answerShare = answerShare
            self.isShareOfRules = isShareOfRules
            self.byTable = byTable
            self.roster = roster
        }

        /// Whether there is anything to answer.
        package var isNeeded: Bool { (monthlyAnswers ?? monthlyPosts) > 0 }
    }

    /// A target of `rules/routing.yaml`, and whether it was met.
    package struct TargetResult: Hashable, Sendable, Codable {
        package let measure: Target.Measure
        package let brand: Brand.ID?
        package let team: Team.ID?
        package let atLeast: Double?
        package let atMost: Double?
        /// Four decimals; `nil` where there was nothing to measure.
        package let value: Double?
        /// `nil` where there was nothing to measure.
        package let isMet: Bool?
        package let sentence: String

        package init(
            measure: Target.Measure, brand: Brand.ID?, team: Team.ID?, atLeast: Double?,
            atMost: Double?, value: Double?, isMet: Bool?, sentence: String
        ) {
            self.measure = measure
            self.brand = brand
            self.team = team
            self.atLeast = atLeast
            self.atMost = atMost
            self.value = value
            self.isMet = isMet
            self.sentence = sentence
        }
    }
}
