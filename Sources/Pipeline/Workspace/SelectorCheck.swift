import Parsing
import RuleLoading

/// Whether the selectors of pages can be read, which Parsing alone knows.
enum SelectorCheck {
    /// - Returns: a mistake for each that cannot.
    static func mistakes(in feeds: FeedList) -> RuleErrors? {
        let mistakes = feeds.selectors.compactMap { selector in
            SelectorFault.of(selector.text).map {
                RuleError(.badSelector($0), at: selector.place)
            }
        }
        return mistakes.isEmpty ? nil : RuleErrors(mistakes)
    }
}
