package import Foundation
import Parsing

/// Reads the dates of exports, which rarely say their time zone.
package struct ImportDate {
    private let zone: Calendar
    private let isMonthFirst: Bool

    /// - Parameters:
    ///   - zone: of times that name none.
    ///   - isMonthFirst: how `03/04/2026` is meant.
    package init(timeZone zone: TimeZone, isMonthFirst: Bool = false) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.zone = calendar
        self.isMonthFirst = isMonthFirst
    }

    /// - Returns: `nil` for what is no date. A local time that the clocks leave out in spring is read
    ///   as the one an hour later; one that comes twice in autumn, as the first.
    package func date(_ text: String) -> Date? {
        let stated = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let compact = Self.compact(stated)
        if compact == nil, let moment = Self.unixTime(stated) { return moment }
        let text = compact ?? stated
        let ordered = isMonthFirst ? Self.dayFirst(text) : text
        guard let (date, namesZone) = FeedDate.reading(ordered) else { return nil }
        return namesZone ? date : local(date)
    }

    /// Whether a date could as well be meant the other way round.
    package static func isAmbiguous(_ text: String) -> Bool {
        guard let (first, second, _) = slashed(text) else { return false }
        return first <= 12 && second <= 12 && first != second
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

    /// Seconds, or milliseconds, since 1970.
    private static func unixTime(_ text: String) -> Date? {
        guard let number = Int64(text), text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return switch text.utf8.count {
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

    private static func dayFirst(_ text: String) -> String {
        guard let (first, second, rest) = slashed(text), second <= 31, first <= 12 else {
            return text
        }
        return "\(second)/\(first)/\(rest)"
    }

    /// `3/4/2026 14:05` as 3, 4 and the rest.
    private static func slashed(_ text: String) -> (Int, Int, Substring)? {
        let parts = text.split(separator: "/", maxSplits: 2)
        guard parts.count == 3, let first = Int(parts[0]), let second = Int(parts[1]) else {
            return nil
        }
        return (first, second, parts[2])
    }
}
