package import Foundation
package import Model

extension DigestMaker {
    /// The two periods that a digest's is held against.
    ///
    /// All that a run hears is reported at one moment, so a period cut by arithmetic gains or loses
    /// a whole run by one second, and where a run heard three days at once, all three. What earlier
    /// digests covered is taken where they are as long; of a period that is cut, what was said in it.
    package struct Comparison: Hashable, Sendable {
        /// The one just before.
        package let previous: Range<Date>
        /// The one as many whole weeks earlier as the period is long, at least one.
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

        /// An hour as the clocks are changed, and half of one by which runs begin apart.
        private static let leeway: TimeInterval = 5_400
        private static let day: TimeInterval = 86_400

        private static func usable(_ made: Range<Date>?, for span: Range<Date>) -> Range<Date>? {
            made.flatMap { abs($0.length - span.length) <= leeway ? $0 : nil }
        }

        private static func wholeWeeks(in length: TimeInterval) -> Int {
            max(1, Int(((length - leeway) / (7 * day)).rounded(.up)))
        }

        /// By the clocks; what is shorter than a day is as long, for there may be no such hour where
        /// they were put forward, and two where they were put back.
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
    /// Whether it is told beside the time a week earlier: a week is held against the one before
    /// already, and so is what is longer.
    var isShorterThanAWeek: Bool { through.timeIntervalSince(after) < 6 * 86_400 }
}
