import Foundation
import Hashing
package import Model

/// How the files of a digest are named: by its period, then by what it is narrowed to.
///
/// Periods are `2026-11-22`, `2026-11-22T05Z` (an hour, in UTC, where no two have the same name),
/// `2026-W47`, `2026-11` and `2026-11-15T060000Z_2026-11-22T060000Z`. Behind them stand, as far as the
/// digest is narrowed, `.brand-kawka`, `.team-support`, `.region-riga-1f0c7e52`,
/// `.category-praise`, `.location-gdansk`, `.facet-touchpoint.value-app`, `.severity-high` and
/// `.language-pl`.
package enum DigestName {
    package static func name(of digest: Digest) -> String {
        name(of: digest.window, digest.scope ?? Digest.Scope(period: .day))
    }

    package static func name(of window: Digest.Window, _ scope: Digest.Scope) -> String {
        let parts = [
            period(window, scope.period), scope.brand.map { "brand-\($0)" },
            scope.team.map { "team-\($0)" }, scope.region.map { "region-\(slug($0))" },
            scope.category.map { "category-\($0)" }, scope.location.map { "location-\($0)" },
            scope.facet.map { "facet-\($0.facet).value-\($0.value)" },
            scope.severityAtLeast.map { "severity-\($0.rawValue)" },
            scope.language.map { "language-\($0)" },
        ]
        return parts.compactMap(\.self).joined(separator: ".")
    }

    /// Whether a text is such a name; the files in `out/` may have been renamed by hand.
    package static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let period = parts.first, lastDay(ofPeriod: period) != nil else { return false }
        return parts.dropFirst().allSatisfy {
            $0.wholeMatch(of: Self.part) != nil
        }
    }

    /// The last day that files of this name tell of, as `2026-11-22`; `nil` for other names.
    package static func lastDay(of name: some StringProtocol) -> String? {
        name.split(separator: ".").first.flatMap { lastDay(ofPeriod: Substring($0)) }
    }

    // MARK: - Private

    private static var part: Regex<(Substring, Substring)> {
        /(brand|team|region|category|location|facet|value|severity|language)-[a-z0-9_\-]+/
    }

    private static func period(_ window: Digest.Window, _ period: Digest.Scope.Period) -> String {
        let calendar = LocalCalendar(timeZone: window.timeZone)
        func compact(_ date: Date) -> String {
            ContractJSON.timestamp(date).replacing(":", with: "")
        }
        return switch period {
        case .day: calendar.dayName(of: window.through)
        case .hour: ContractJSON.timestamp(window.after).prefix(13) + "Z"
        case .week: calendar.weekName(of: window.after)
        case .month: String(calendar.dayName(of: window.after).prefix(7))
        case .span: "\(compact(window.after))_\(compact(window.through))"
        }
    }

    private static func lastDay(ofPeriod text: Substring) -> String? {
        let day = /(?:[0-9TZ\-]{18}_)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9]{2}(?:[0-9]{4})?Z)?/
        if let match = text.wholeMatch(of: day) {
            let day = String(match.output.1)
            return ContractJSON.date(day + "T00:00:00Z") == nil ? nil : day
        }
        if text.wholeMatch(of: /[0-9]{4}-W[0-9]{2}/) != nil {
            return LocalCalendar(timeZone: "UTC").lastDay(ofWeek: String(text))
        }
        if text.wholeMatch(of: /[0-9]{4}-[0-9]{2}/) != nil {
            return LocalCalendar(timeZone: "UTC").lastDay(ofMonth: String(text))
        }
        return nil
    }

    /// A region is free text: what of it may stand in a file's name, and a hash to tell it apart.
    ///
    /// Letters stand without their marks, `riga` for `Rīga`; of other alphabets there is the hash alone.
    /// A text is the same however its marks are encoded, as file systems and terminals see fit.
    private static func slug(_ region: String) -> String {
        let region = region.precomposedStringWithCanonicalMapping
        let letters = region.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter {
                !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark
            }
            .map { plainLetters[$0] ?? String($0) }
            .joined()
        let words = letters.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
            .joined(separator: "-").prefix(40)
        let hash = ContentHash.hex(of: [region]).prefix(8)
        return words.isEmpty ? String(hash) : "\(words)-\(hash)"
    }

    /// Letters of Latin alphabets that are no letter with a mark.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
        "ı": "i", "ħ": "h", "ŧ": "t",
    ]
}
