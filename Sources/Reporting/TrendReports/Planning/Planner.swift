import Foundation
import Model

/// What the days so far say of the next: how much will come, and who it takes to answer.
struct Planner {
    let days: TrendDays
    let history: DailyHistory
    let hours: [Trends.WeekdayHours]
    /// `nil` where the rules have none, and where nobody answers what the report is about.
    let rules: StaffingRules?
    /// The share of the period's posts about own brands that somebody has to answer; 0 where nobody does.
    let answerShare: Double
    let calendar: LocalCalendar

    func plan() -> (forecast: Trends.Forecast?, staffing: Trends.Staffing) {
        let (heard, steadied) = arrivals
        let next = nextDays
        let forecast = ArrivalForecast(heard, steadied: steadied)
            .forecast(for: next.map(calendar.dayName(of:)))
        let recent = heard.suffix(28)
        let mean =
            forecast.map { $0.days.map(\.expected).reduce(0, +) / 7 }
            ?? Double(recent.reduce(0, +)) / Double(max(recent.count, 1))
        var perDay = Array(repeating: mean, count: 7)
        for (day, foretold) in zip(next, forecast?.days ?? []) {
            perDay[calendar.moment(of: day).weekday - 1] = foretold.high
        }
        let plan = StaffingPlan(
            hours: hours, perDay: perDay, monthly: Int((mean * 30).rounded()), rules: rules,
            measuredShare: answerShare)
        return (forecast, plan.staffing)
    }

    // MARK: - Private

    /// How much came each day, and the same with what is usual in place of spikes, since a burst does
    /// not come again by itself.
    ///
    /// Days of which a part may be missing have what is usual in both, if that is more.
    private var arrivals: (heard: [Int], steadied: [Double]) {
        let finder = history.inDepthFinder
        let days = history.whole.map { day in
            let value = history.inDepth[day]
            guard let usual = finder.usual(ofDay: day) else { return (value, Double(value)) }
            if usual.kind(of: value) == .spike { return (value, usual.mentions) }
            guard history.unsure.contains(day), Double(value) < usual.mentions else {
                return (value, Double(value))
            }
            return (Int(usual.mentions.rounded()), usual.mentions)
        }
        return (days.map(\.0), days.map(\.1))
    }

    /// The first seven that are not over.
    private var nextDays: [Date] {
        let end = history.whole.upperBound
        let first =
            end < history.starts.count
            ? history.starts[end] : calendar.startOfDay(history.starts.last ?? days.end, plus: 1)
        return (0..<7).map { calendar.startOfDay(first, plus: $0) }
    }
}
