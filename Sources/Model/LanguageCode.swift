/// A language, as its ISO 639-1 code; `und` when it could not be told (BCP 47).
package struct LanguageCode: Hashable, Comparable, Sendable, RawRepresentable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The primary language of a BCP 47 tag, `pl` for `pl-PL`, `en` for `EN_us`; or of a code of three
    /// letters as libraries and Dublin Core have it, `pl` for `pol`.
    package init?(tag: String) {
        let primary = tag.lowercased().prefix { $0.isLetter && $0.isASCII }
        guard (2...3).contains(primary.count) else { return nil }
        self.init(rawValue: Self.codesOfThreeLetters[String(primary)] ?? String(primary))
    }

    package static let english = Self(rawValue: "en")
    package static let polish = Self(rawValue: "pl")
    package static let latvian = Self(rawValue: "lv")
    package static let undetermined = Self(rawValue: "und")

    /// ISO 639-2 codes, bibliographic ones too, of the languages that we tell apart.
    private static let codesOfThreeLetters = [
        "eng": "en", "pol": "pl", "lav": "lv", "lit": "lt", "est": "et", "deu": "de", "ger": "de",
        "ces": "cs", "cze": "cs", "slk": "sk", "slo": "sk", "fin": "fi", "swe": "sv", "dan": "da",
        "nld": "nl", "dut": "nl", "spa": "es", "fra": "fr", "fre": "fr", "ita": "it", "rus": "ru",
        "ukr": "uk", "bel": "be",
    ]

    package static func < (one: Self, other: Self) -> Bool {
        one.rawValue < other.rawValue
    }
}

extension LanguageCode: Codable, CodingKeyRepresentable, CustomStringConvertible {
    package var description: String { rawValue }
}
