import Foundation
import Model
import Reporting

/// The time whose firings are counted, the time that they are held against, and since when a rule has
/// been silent that did not fire.
struct UsagePeriods: Hashable, Sendable {
    let period: Range<Date>
    /// As long, and right before it.
    let before: Range<Date>
    let silentSince: Date

    init(_ options: RuleUsage.Options, timeZone: String) {
        let calendar = LocalCalendar(timeZone: timeZone)
        let end = min(options.to ?? options.now, options.now)
        let span = Double(options.silentDays) * 86_400
        let start = options.from ?? end.addingTimeInterval(-span)
        let whole = options.unit.flatMap { calendar.lastWhole($0.component, before: options.now) }
        let period = whole ?? min(start, end)..<end
        self.period = period
        before =
            options.unit.flatMap {
                calendar.lastWhole($0.component, before: period.lowerBound)
            }
            ?? period.lowerBound.addingTimeInterval(
                -period.upperBound.timeIntervalSince(period.lowerBound))..<period.lowerBound
        silentSince = period.upperBound.addingTimeInterval(-span)
    }
}

extension RuleUsage.Unit {
    fileprivate var component: Calendar.Component {
        switch self {
        case .week: .weekOfYear
        case .month: .month
        }
    }
}
