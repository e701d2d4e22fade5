package import Model

/// A keyword that stands in an entry and spoke against what it is listed at: no tag names it, given or
/// not.
package struct OpposingKeyword: Hashable, Sendable {
    /// `nil` for one of a category.
    package let facet: Facet.ID?
    package let category: Category.ID
    package let term: String
    /// Where it stands in the rules.
    package let rule: String
}
