/// How often a feed changes, as the syndication module of RSS 1.0 says: so many times a period.
struct UpdateSchedule {
    /// `hourly`, `daily`, `weekly`, `monthly` or `yearly`.
    var period: String?
    /// Taken for 1 where it is absent, or no number from 1 on.
    var frequency: String?

    /// Seconds from one update to the next; `nil` if the period is none of the five.
    var interval: Int? {
        let hours: Int
        switch period?.lowercased() {
        case "hourly": hours = 1
        case "daily": hours = 24
        case "weekly": hours = 7 * 24
        case "monthly": hours = 30 * 24
        case "yearly": hours = 365 * 24
        default: return nil
        }
        return hours * 3_600 / max(1, min(frequency.flatMap { Int($0) } ?? 1, 1_000))
    }
}
