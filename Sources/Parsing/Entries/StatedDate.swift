import Foundation

/// A date as a document states it.
struct StatedDate: Hashable {
    let text: String
    /// Where it stands in the source.
    let offset: Int

    /// `nil`, and a problem, if it is no date or an impossible one; one to come is a problem, and kept.
    func date(log: inout ProblemLog) -> Date? {
        let stated = FeedDate.reading(text, order: log.dayOrder.known) ?? unixTime
        let placed = if let zone = log.timeZone { stated?.local(to: zone) } else { stated }
        guard let reading = placed else {
            log.add("'\(shown)' is not a date; left out", at: offset)
            return nil
        }
        report(reading, log: &log)
        return reading.date
    }

    /// Tells of what is doubtful about a date that was read from the text.
    func report(_ reading: FeedDate.Reading, log: inout ProblemLog) {
        if let order = reading.order { log.dayOrder.note(order, of: shown, at: offset) }
        if let zone = reading.unknownZone {
            log.add("'\(shown)' is of a zone '\(zone)' that is unknown; read as UTC", at: offset)
        }
        if !reading.namesDay {
            log.add("'\(shown)' names no day; read as the first", at: offset)
        }
        if let latest = log.latestDate, reading.date > latest {
            log.add("'\(shown)' is in the future; kept as stated", at: offset)
        }
    }

    /// Seconds since 1970, or thousandths or millionths of them, also in the frame that .NET puts around
    /// these.
    ///
    /// Only where nothing but a date can stand: in words, so many digits are a telephone.
    private var unixTime: FeedDate.Reading? {
        var digits = text[...]
        if digits.hasPrefix("/Date("), digits.hasSuffix(")/") {
            digits = digits.dropFirst(6).dropLast(2)
            // The zone that it was made in says nothing of the moment.
            if let zone = digits.dropFirst().lastIndex(where: { $0 == "+" || $0 == "-" }) {
                digits = digits[..<zone]
            }
        }
        if let fraction = digits.firstIndex(of: "."), digits[fraction...].dropFirst().isDigits {
            digits = digits[..<fraction]
        }
        guard digits.isDigits, let number = Double(digits) else { return nil }
        let seconds: Double
        switch digits.utf8.count {
        case 10: seconds = number
        case 13: seconds = (number / 1_000).rounded(.down)
        case 16: seconds = (number / 1_000_000).rounded(.down)
        default: return nil
        }
        guard seconds < Self.end else { return nil }
        return FeedDate.Reading(
            date: Date(timeIntervalSince1970: seconds), namesZone: true, namesDay: true,
            unknownZone: nil, order: nil)
    }

    /// The year 2100; numbers beyond are no times of entries.
    private static let end = 4_102_444_800.0

    private var shown: String { text.count > 60 ? "\(text.prefix(60))…" : text }
}

extension Sequence<StatedDate?> {
    /// The first of several dates that is there, dates that cannot be read being told of.
    func first(log: inout ProblemLog) -> Date? {
        for case let stated? in self {
            if let date = stated.date(log: &log) { return date }
        }
        return nil
    }
}

extension Substring {
    fileprivate var isDigits: Bool { !isEmpty && utf8.allSatisfy(\.isASCIIDigit) }
}
