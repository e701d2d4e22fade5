import Model

/// Mentions by local hour and weekday, as a table that is shaded by count.
struct HourTableView {
    struct Cell {
        let cellCount: String
        let shade: String

        /// Of five shades; only an empty hour has none.
        init(_ count: Int, of most: Int) {
            cellCount = count == 0 ? "·" : String(count)
            shade = "h\((count * 5 + most - 1) / most)"
        }
    }

    struct Row {
        let dayName: String
        let cells: [Cell]
        let rowTotal: String
    }

    let hourNames: [String]
    let hourRows: [Row]

    /// `nil` where nothing was said.
    init?(_ hours: [Trends.WeekdayHours], words: PageWords) {
        let most = hours.flatMap(\.mentions).max() ?? 0
        guard most > 0 else { return nil }
        hourNames = (0..<24).map(String.init)
        hourRows = hours.map { day in
            Row(
                dayName: words.report.shortWeekday(day.weekday),
                cells: day.mentions.map { Cell($0, of: most) },
                rowTotal: words.report.number(day.mentions.reduce(0, +)))
        }
    }
}
