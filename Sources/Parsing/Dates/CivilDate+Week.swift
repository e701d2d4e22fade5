extension CivilDate {
    /// A day of a week as ISO 8601 counts them: the first is the one with 4 January in it.
    ///
    /// - Parameters:
    ///   - week: 1 … 53; `nil` comes of one that the year does not have.
    ///   - weekday: 1 (Monday) … 7; without one it is the week's first day.
    init?(year: Int, week: Int, weekday: Int?) {
        let day = weekday ?? 1
        guard (1971...9998).contains(year), (1...53).contains(week), (1...7).contains(day) else {
            return nil
        }
        let monday = Self.firstMonday(of: year) + (week - 1) * 7
        guard monday < Self.firstMonday(of: year + 1) else { return nil }
        let first = Self.dayNumber(year, 1, 1)
        let next = Self.dayNumber(year + 1, 1, 1)
        let number = monday + day - 1
        // The first and the last week reach into the years beside.
        let (of, start) =
            number < first
            ? (year - 1, Self.dayNumber(year - 1, 1, 1))
            : number < next ? (year, first) : (year + 1, next)
        self.init(year: of, dayOfYear: number - start + 1)
        namesDay = weekday != nil
    }

    // MARK: - Private

    /// Of its first week, as a day's number.
    private static func firstMonday(of year: Int) -> Int {
        let fourth = dayNumber(year, 1, 4)
        // Day 0 was a Thursday.
        return fourth - (fourth + 3) % 7
    }
}
