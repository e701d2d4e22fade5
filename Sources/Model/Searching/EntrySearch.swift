package import Foundation

/// What to look for in the archive; what is `nil` or empty asks nothing.
package struct EntrySearch: Hashable, Sendable {
    /// What title or text must say.
    package var text: SearchQuery?
    package var brand: Brand.ID?
    /// Brands, of which one must be named; `nil` asks nothing.
    package var brands: Set<Brand.ID>?
    package var category: Category.ID?
    package var facet: FacetValue?
    package var label: Sentiment.Label?
    /// Who answers them.
    package var team: Team.ID?
    /// How grave they are at least.
    package var severityAtLeast: Severity?
    /// What they are in, as it was told of their words.
    package var language: LanguageCode?
    package var feed: Feed.ID?
    /// Feeds, of which one must have brought them; `nil` asks nothing.
    package var feeds: Set<Feed.ID>?
    /// Pseudonyms, of which one must be the author's; `nil` asks nothing.
    package var authors: Set<String>?
    package var from: Date?
    package var to: Date?
    /// What was heard later is not found: for a look as of an earlier moment.
    package var heardBy: Date?
    package var limit: Int

    package init(
        text: SearchQuery? = nil, brand: Brand.ID? = nil, brands: Set<Brand.ID>? = nil,
        category: Category.ID? = nil, facet: FacetValue? = nil, label: Sentiment.Label? = nil,
        team: Team.ID? = nil, severityAtLeast: Severity? = nil, language: LanguageCode? = nil,
        feed: Feed.ID? = nil, feeds: Set<Feed.ID>? = nil, authors: Set<String>? = nil,
        from: Date? = nil, to: Date? = nil, limit: Int = 20
    ) {
        self.text = text
        self.brand = brand
        self.brands = brands
        self.category = category
        self.facet = facet
        self.label = label
        self.team = team
        self.severityAtLeast = severityAtLeast
        self.language = language
        self.feed = feed
        self.feeds = feeds
        self.authors = authors
        self.from = from
        self.to = to
        self.limit = limit
    }
}
