import Model

extension ListedMention {
    /// `★★☆☆☆`.
    var starLine: String? {
        stars.flatMap { Stars(rating: $0)?.description }
    }

    /// The values by which the filter of stars finds it.
    ///
    /// The page's script treats stars as one of the facets; none in `rules/facets.yaml` can have this
    /// name.
    var starsForFilter: [String] {
        stars.map { ["\(Self.starFilter):\($0)"] } ?? []
    }

    static let starFilter = "★"
}
