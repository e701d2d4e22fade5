package import Foundation
package import Model

extension DigestMaker {
    /// The two periods that a digest's period is compared with.
    ///
    /// Everything that a run hears is reported at one moment. So a period that is found by counting
    /// back from now gains or loses a whole run by a single second; and if a run heard three days at
    /// once, it has all three. Therefore the periods of earlier digests are taken if they are as long;
    /// for a period that was counted back, what was said in it.
    package struct Comparison: Hashable, Sendable {
        /// The one just before.
        package let previous: Range<Date>
        /// The same period as many whole weeks earlier as it is long, at least one.
        let weekBefore: Range<Date>
        /// Whether a digest covered it.
        let isPreviousDigest: Bool
        let isWeekBeforeDigest: Bool

        /// - Parameters:
        ///   - previous: what the digest covered that ended where this one begins.
        ///   - weekBefore: what the digest covered that was made a week earlier.
        package init(
            of window: Digest.Window, _ period: Digest.Scope.Period,
            previous: Range<Date>? = nil, weekBefore: Range<Date>? = nil
        ) {
            let calendar = LocalCalendar(timeZone: window.timeZone)
            let span = window.after..<window.through
            let weeks = Self.wholeWeeks(in: span.length)
            let previous = Self.usable(previous, for: span)
            isPreviousDigest = previous != nil
            self.previous = previous ?? Self.justBefore(span, period, calendar)
            let weekBefore = Self.usable(weekBefore, for: span)
            isWeekBeforeDigest = weekBefore != nil
            self.weekBefore = weekBefore ?? Self.earlier(span, weeks: weeks, calendar)
        }

        // MARK: - Private

        /// The hour by which the clocks change, and half an hour by which the starts of runs may
        /// differ.
        private static let leeway: TimeInterval = 5_400
        private static let day: TimeInterval = 86_400

        private static func usable(_ made: Range<Date>?, for span: Range<Date>) -> Range<Date>? {
            made.flatMap { abs($0.length - span.length) <= leeway ? $0 : nil }
        }

        private static func wholeWeeks(in length: TimeInterval) -> Int {
            max(1, Int(((length - leeway) / (7 * day)).rounded(.up)))
        }

        /// By the clocks.
        ///
        /// What is shorter than a day keeps its length, since there is no such hour where the clocks
        /// were put forward, and there are two where they were put back.
        private static func earlier(
            _ span: Range<Date>, weeks: Int, _ calendar: LocalCalendar
        ) -> Range<Date> {
            let start = calendar.date(span.lowerBound, plus: -7 * weeks, .day)
            guard span.length >= day else { return start..<start + span.length }
            return start..<calendar.date(span.upperBound, plus: -7 * weeks, .day)
        }

        private static func justBefore(
            _ span: Range<Date>, _ period: Digest.Scope.Period, _ calendar: LocalCalendar
        ) -> Range<Date> {
            let days = (span.length / day).rounded()
            let start =
                if period == .month {
                    calendar.date(span.lowerBound, plus: -1, .month)
                } else if days >= 1, abs(span.length - days * day) <= leeway {
                    calendar.date(span.lowerBound, plus: -Int(days), .day)
                } else {
                    span.lowerBound - span.length
                }
            return start..<span.lowerBound
        }
    }
}

extension Digest.Window {
    /// Whether it is compared with the time a week earlier as well: a week and what is longer is compared
    /// with the time just before it alone.
    var isShorterThanAWeek: Bool { through.timeIntervalSince(after) < 6 * 86_400 }
}
