import Model

/// How many people it takes to answer what will come.
struct StaffingPlan {
    /// Posts about the brands that the report goes into, by weekday and hour.
    let hours: [Trends.WeekdayHours]
    /// Posts a day to be ready for, Monday first.
    let perDay: [Double]
    let monthly: Int
    let rules: StaffingRules?
    /// The share of the period's posts that somebody has to answer; only these make work.
    let measuredShare: Double

    var staffing: Trends.Staffing {
        let answers = Int((Double(monthly) * answerShare).rounded())
        return Trends.Staffing(
            monthlyPosts: monthly, monthlyAnswers: answers,
            answerShare: answerShare.rounded(decimals: 4),
            isShareOfRules: rules?.answerShare != nil,
            byTable: Self.table(answers), roster: rules.map(roster))
    }

    /// Operators for so many messages a month, as customer-service guides publish them; for none, nobody.
    static func table(_ monthly: Int) -> Trends.Staffing.Operators {
        guard monthly > 0 else { return Trends.Staffing.Operators(from: 0, to: 0) }
        return switch rowEnd(of: monthly) {
        case 5_000: Trends.Staffing.Operators(from: 5, to: 10)
        case 20_000: Trends.Staffing.Operators(from: 10, to: 10)
        case 50_000: Trends.Staffing.Operators(from: 10, to: 20)
        default: Trends.Staffing.Operators(from: 50, to: 50)
        }
    }

    /// The most messages a month that the table's row for so many is meant for; `nil` for its last row.
    static func rowEnd(of monthly: Int) -> Int? {
        [5_000, 20_000, 50_000].first { monthly <= $0 }
    }

    // MARK: - Private

    private var answerShare: Double { rules?.answerShare ?? measuredShare }

    /// How many posts a weekday needs until its own hours weigh as much as those of all days together.
    private static let pull = 20.0

    private func roster(_ rules: StaffingRules) -> Trends.Staffing.Roster {
        let handling = Double(rules.handlingTime.components.seconds)
        let wait = Double(rules.answerWithin.components.seconds) / handling
        let table = zip(hours, perDay).map { day, posts in
            shares(of: day).map { share in
                ErlangC(load: posts * answerShare * share * handling / 3_600)
                    .operators(share: rules.shareWithin, within: wait)
            }
        }
        return Trends.Staffing.Roster(
            handlingSeconds: Int(handling),
            answerWithinSeconds: Int(rules.answerWithin.components.seconds),
            shareWithin: rules.shareWithin, hours: table, peak: table.joined().max() ?? 0,
            hoursInAll: table.joined().reduce(0, +))
    }

    /// Each hour's part of a weekday, moved toward that of all days if there are few posts of that
    /// weekday.
    private func shares(of day: Trends.WeekdayHours) -> [Double] {
        let all = (0..<24).map { hour in hours.map { $0.mentions[hour] }.total }
        let total = Double(max(all.total, 1))
        let own = Double(day.mentions.total)
        return zip(day.mentions, all).map { count, everyday in
            (Double(count) + Self.pull * Double(everyday) / total) / (own + Self.pull)
        }
    }
}
