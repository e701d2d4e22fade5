import Model

/// What will come, who it takes to answer, and which targets were met.
struct PlanningView {
    struct DayRow {
        let planDay: String
        let expected: String
        let range: String
        let barX: String
        let barWidth: String
        let markX: String
    }

    struct TargetRow {
        let targetShape: String
        let targetClass: String
        let targetSentence: String
    }

    let hasForecast: Bool
    let noForecast: String
    let forecastRows: [DayRow]
    let forecastNote: String
    /// Whether anybody answers what the report is about.
    let hasStaffing: Bool
    let staffingSentence: String
    let hasRoster: Bool
    let rosterHours: [String]
    let roster: [HourTableView.Row]
    let hasTargets: Bool
    let targets: [TargetRow]

    init(_ trends: Trends, words: PageWords, _ own: ChannelWords) {
        let report = words.report
        let days = trends.forecast?.days ?? []
        let top = max(days.map(\.high).max() ?? 1, 1)
        hasForecast = !days.isEmpty
        noForecast = words.trends.planning.noForecast
        forecastRows = days.map { day in
            DayRow(
                planDay: words.shortDay(day.day),
                // With the decimal that they have: rounded again, 8.45 would be 9.
                expected: report.number(day.expected, decimals: 1),
                range:
                    "\(report.number(day.low, decimals: 1))–\(report.number(day.high, decimals: 1))",
                barX: svg(100 * day.low / top), barWidth: svg(100 * (day.high - day.low) / top),
                markX: svg(100 * day.expected / top))
        }
        forecastNote = trends.forecast.map { "\(own.posts) \(report.backtest($0))" } ?? ""
        hasStaffing = trends.otherBrandInDepth == nil
        staffingSentence = report.staffing(trends.staffing)
        let table = trends.staffing.isNeeded ? trends.staffing.roster : nil
        hasRoster = table != nil
        rosterHours = (0..<24).map(String.init)
        let peak = max(table?.peak ?? 1, 1)
        roster = (table?.hours ?? []).enumerated().map { day, hours in
            HourTableView.Row(
                dayName: report.shortWeekday(day + 1),
                cells: hours.map { HourTableView.Cell($0, of: peak) },
                rowTotal: report.number(hours.total))
        }
        hasTargets = !trends.targets.isEmpty
        targets = trends.targets.map { target in
            let (shape, style) =
                switch target.isMet {
                case true?: ("✓", "positive")
                case false?: ("✗", "negative")
                case nil: ("–", "neutral")
                }
            return TargetRow(
                targetShape: shape, targetClass: style, targetSentence: target.sentence)
        }
    }
}
