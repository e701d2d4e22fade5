import Model

extension ListedMention {
    /// `★★☆☆☆`.
    var starLine: String? {
        stars.flatMap { Stars(rating: $0)?.description }
    }

    /// What the filter of stars takes it for; the page's script knows it as one of facets, none of which
    /// can have this name in `rules/facets.yaml`.
    var starsForFilter: [String] {
        stars.map { ["\(Self.starFilter):\($0)"] } ?? []
    }

    static let starFilter = "★"
}
