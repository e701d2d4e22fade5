/// A language, as its ISO 639-1 code; `und` when it could not be told (BCP 47).
package struct LanguageCode: Hashable, Comparable, Sendable, RawRepresentable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The primary language of a BCP 47 tag: `pl` for `pl-PL`, `en` for `EN_us`.
    package init?(tag: String) {
        let primary = tag.lowercased().prefix { $0.isLetter && $0.isASCII }
        guard (2...3).contains(primary.count) else { return nil }
        self.init(rawValue: String(primary))
    }

    package static let english = Self(rawValue: "en")
    package static let polish = Self(rawValue: "pl")
    package static let latvian = Self(rawValue: "lv")
    package static let undetermined = Self(rawValue: "und")

    package static func < (one: Self, other: Self) -> Bool {
        one.rawValue < other.rawValue
    }
}

extension LanguageCode: Codable, CodingKeyRepresentable, CustomStringConvertible {
    package var description: String { rawValue }
}
