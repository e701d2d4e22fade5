package import Foundation

/// What to look for in the archive; what is `nil` or empty asks nothing.
package struct EntrySearch: Hashable, Sendable {
    /// What title or text must say.
    package var text: SearchQuery?
    package var brand: Brand.ID?
    package var category: Category.ID?
    package var facet: FacetValue?
    package var label: Sentiment.Label?
    package var feed: Feed.ID?
    /// Pseudonyms, of which one must be the author's; `nil` asks nothing.
    package var authors: Set<String>?
    package var from: Date?
    package var to: Date?
    package var limit: Int

    package init(
        text: SearchQuery? = nil, brand: Brand.ID? = nil, category: Category.ID? = nil,
        facet: FacetValue? = nil, label: Sentiment.Label? = nil, feed: Feed.ID? = nil,
        authors: Set<String>? = nil,
        from: Date? = nil, to: Date? = nil,
        limit: Int = 20
    ) {
        self.text = text
        self.brand = brand
        self.category = category
        self.facet = facet
        self.label = label
        self.feed = feed
        self.authors = authors
        self.from = from
        self.to = to
        self.limit = limit
    }
}
