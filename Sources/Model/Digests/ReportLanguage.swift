/// The languages in which digests, trend reports and handbooks are written.
package enum ReportLanguage: String, Sendable, Codable, CaseIterable {
    case english = "en"
    case polish = "pl"
    case latvian = "lv"

    /// The same language as that of a text or a rule.
    package var code: LanguageCode { LanguageCode(rawValue: rawValue) }
}
