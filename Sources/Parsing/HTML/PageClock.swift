import Foundation

/// When and where pages are read: their dates are written for people on the spot, on the day.
struct PageClock {
    /// `nil` where nobody knows, and "yesterday" says nothing.
    let now: Date?
    /// Of dates that name no zone.
    let timeZone: TimeZone

    /// Reads a date that may have other words around it.
    ///
    /// - Parameter order: of day and month where both are numbers; `nil` if that is to be guessed.
    func reading(within text: String, order: DayOrder?) -> FeedDate.Reading? {
        FeedDate.reading(within: text, order: order).flatMap { $0.local(to: timeZone) }
    }

    /// Reads "yesterday, 14:20" and the like, and dates whose year is that of the moment of reading.
    func relativeReading(within text: String) -> FeedDate.Reading? {
        now.flatMap {
            RelativeDate.date(within: text, now: $0, timeZone: timeZone)
                ?? YearlessDate.date(within: text, now: $0, timeZone: timeZone)
        }.map {
            FeedDate.Reading(
                date: $0, namesZone: true, namesDay: true, unknownZone: nil, order: nil)
        }
    }
}
