package import Foundation

/// Reads the dates that feeds and pages have: RFC 822 and RFC 3339, what publishers make of them, and
/// dates in words.
package enum FeedDate {
    /// - Returns: whole seconds, or `nil` if the text is no date or an impossible one. Without a zone
    ///   it is read as UTC; without a time as midnight.
    package static func date(_ text: String) -> Date? {
        reading(text)?.date
    }

    /// The same, and whether the text says of which zone it is.
    package static func reading(_ text: String) -> (date: Date, namesZone: Bool)? {
        if let usual = UsualDate.civilDate(text) { return usual.reading }
        let tokens = DateTokens(text)
        return NumericDate.civilDate(tokens)?.reading ?? WordDate(tokens)?.civilDate?.reading
    }

    /// Reads a date that has other words around it: "Posted by Jan on 5 March 2026, 14:05".
    package static func date(within text: String) -> Date? {
        if let date = date(text) { return date }
        var tokens = DateTokens(text)
        while tokens.dropFirst() {
            if let date = NumericDate.civilDate(tokens)?.date ?? WordDate(tokens)?.civilDate?.date {
                return date
            }
        }
        return nil
    }
}

extension CivilDate {
    fileprivate var reading: (date: Date, namesZone: Bool)? {
        date.map { (date: $0, namesZone: zone != nil) }
    }
}
