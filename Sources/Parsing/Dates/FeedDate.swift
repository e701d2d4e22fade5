package import Foundation

/// Reads the dates that feeds and pages have: RFC 822 and RFC 3339, what publishers make of them, and
/// dates in words.
package enum FeedDate {
    /// - Returns: whole seconds, or `nil` if the text is no date or an impossible one. Without a zone
    ///   it is read as UTC; without a time as midnight. Of `03/05/2026` the day is taken to stand first,
    ///   but for times of twelve hours, as Americans write.
    package static func date(_ text: String) -> Date? {
        reading(text, order: nil)?.date
    }

    /// Reads a date that has other words around it: "Posted by Jan on 5 March 2026, 14:05".
    package static func date(within text: String) -> Date? {
        reading(within: text, order: nil)?.date
    }

    /// A date, and what its text leaves open.
    package struct Reading {
        package let date: Date
        package let namesZone: Bool
        /// Whether it has a day, not only a month or a year.
        let namesDay: Bool
        /// A zone that we do not know; the date is read as UTC.
        package let unknownZone: String?
        /// `nil` where the order of day and month is no question.
        package let order: DayOrder.Sign?
    }

    /// - Parameter order: how `03/05/2026` is meant; `nil` if that is to be guessed.
    package static func reading(_ text: String, order: DayOrder?) -> Reading? {
        if let usual = UsualDate.civilDate(text) { return Reading(usual) }
        return reading(DateTokens(text), order)
    }

    // MARK: Internal

    /// As above, the first one with other words around it; a day at least.
    static func reading(within text: String, order: DayOrder?) -> Reading? {
        if let reading = reading(text, order: order), reading.namesDay { return reading }
        var tokens = DateTokens(text)
        repeat {
            if let reading = readingOfStart(of: tokens, order) { return reading }
        } while tokens.dropFirst()
        return nil
    }

    /// A day and a month in words, without a year, with other words around them; its year is 0.
    static func yearlessDate(within text: String) -> CivilDate? {
        var tokens = DateTokens(text)
        repeat {
            let longest = min(mostTokens, tokens.tokens.count)
            for length in stride(from: longest, to: 1, by: -1) {
                let start = tokens.prefix(length)
                guard start.namesYearOrMonth else { break }
                if !tokens.mayCutTime(at: length), let words = WordDate(start, order: nil),
                    words.unknownZone == nil, let date = words.yearlessDate
                {
                    return date
                }
            }
        } while tokens.dropFirst()
        return nil
    }

    // MARK: - Private

    /// No date has more tokens than this, blanks among them.
    private static let mostTokens = 20

    /// The longest date that the first token starts, whatever words follow.
    private static func readingOfStart(of tokens: DateTokens, _ order: DayOrder?) -> Reading? {
        let whole = reading(tokens, order).flatMap { $0.namesDay ? $0 : nil }
        if let whole, whole.unknownZone == nil { return whole }
        let longest = min(mostTokens, tokens.tokens.count - 1)
        for length in stride(from: longest, to: 0, by: -1) {
            let start = tokens.prefix(length)
            // What is cut out of other words is one by more than small numbers: 3.2.10 is a version.
            guard start.namesYearOrMonth else { break }
            // In `22 lis, 10:05` 10 is no year.
            guard !tokens.mayCutTime(at: length) else { continue }
            // Nor is the next word its zone.
            if let reading = reading(start, order), reading.namesDay, reading.unknownZone == nil {
                return reading
            }
        }
        return whole
    }

    private static func reading(_ tokens: DateTokens, _ order: DayOrder?) -> Reading? {
        if let date = NumericDate.civilDate(tokens) { return Reading(date) }
        guard let words = WordDate(tokens, order: order), let date = words.civilDate else {
            return nil
        }
        return Reading(date, unknownZone: words.unknownZone, order: words.sign)
    }
}

extension FeedDate.Reading {
    /// The date by the clocks of a place, if it names no zone; `nil` where these show it only once they can be
    /// written no more.
    func local(to place: TimeZone) -> FeedDate.Reading? {
        guard !namesZone, unknownZone == nil else { return self }
        let moment = CivilDate.moment(at: place, showing: date)
        guard moment < CivilDate.end else { return nil }
        return FeedDate.Reading(
            date: moment, namesZone: false, namesDay: namesDay, unknownZone: nil, order: order)
    }

    fileprivate init?(_ civil: CivilDate, unknownZone: String? = nil, order: DayOrder.Sign? = nil) {
        guard let date = civil.date else { return nil }
        self.init(
            date: date, namesZone: civil.zone != nil, namesDay: civil.namesDay,
            unknownZone: unknownZone, order: order)
    }
}
