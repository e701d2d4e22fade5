/// The languages in which handbooks are made.
package enum HandbookLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case polish = "pl"
    case latvian = "lv"
}
