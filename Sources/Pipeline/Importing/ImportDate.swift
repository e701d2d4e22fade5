package import Foundation
package import Parsing

/// Reads the dates of exports, which rarely say their time zone.
package struct ImportDate {
    package struct Reading {
        package let date: Date
        /// `nil` where the order of day and month is no question.
        package let order: DayOrder.Sign?
        /// A zone that we do not know; the date is read as one that names none.
        package let unknownZone: String?
    }

    private var zone: Calendar
    private let isZoneStated: Bool
    private let order: DayOrder

    /// - Parameters:
    ///   - zone: of times that name none.
    ///   - isZoneStated: whether somebody has said that it is that of the file.
    ///   - isMonthFirst: how `03/04/2026` is meant.
    package init(
        timeZone zone: TimeZone, isZoneStated: Bool = false, isMonthFirst: Bool = false
    ) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.zone = calendar
        self.isZoneStated = isZoneStated
        order = isMonthFirst ? .monthFirst : .dayFirst
    }

    /// - Returns: `nil` for what is no date. A local time that the clocks leave out in spring is read
    ///   as the one an hour later; one that comes twice in autumn, as the first.
    package func reading(_ text: String) -> Reading? {
        let stated = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let compact = Self.compact(stated)
        if compact == nil, let moment = Self.unixTime(stated) {
            return Reading(date: moment, order: nil, unknownZone: nil)
        }
        guard let reading = FeedDate.reading(compact ?? stated, order: order),
            let date = reading.namesZone ? reading.date : local(reading.date)
        else { return nil }
        return Reading(date: date, order: reading.order, unknownZone: reading.unknownZone)
    }

    /// Whether a number is what a spreadsheet shows of a date in a column that is not formatted as one: the
    /// days since 1900, five digits of them until 2173, and the part of the day behind a point or comma.
    static func isSerial(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        return parts.count <= 2 && parts[0].count == 5
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }
    }

    /// For a column that says UTC in its name; whoever has said a zone is believed instead.
    var ofUTC: ImportDate {
        guard !isZoneStated else { return self }
        var date = self
        date.zone.timeZone = .gmt
        return date
    }

    // MARK: - Private

    /// `202611221405` as `20261122T1405`; `nil` for anything else.
    ///
    /// As milliseconds that would be the year 1976, of which nobody has an export.
    private static func compact(_ text: String) -> String? {
        let isCompact =
            text.utf8.count == 12 && text.utf8.allSatisfy { 48...57 ~= $0 }
            && ["19", "20"].contains(text.prefix(2))
        return isCompact ? "\(text.prefix(8))T\(text.suffix(4))" : nil
    }

    /// Seconds, or milliseconds, since 1970, whatever stands behind a decimal point.
    private static func unixTime(_ text: String) -> Date? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            let number = Int64(parts[0])
        else { return nil }
        return switch parts[0].utf8.count {
        case 9, 10: Date(timeIntervalSince1970: Double(number))
        case 12, 13: Date(timeIntervalSince1970: Double(number / 1_000))
        default: nil
        }
    }

    /// The moment at which the clocks of the zone showed what was read as UTC.
    private func local(_ date: Date) -> Date? {
        var utc = Calendar(identifier: .gregorian)
        utc.timeZone = .gmt
        return zone.date(
            from: utc.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date))
    }
}
