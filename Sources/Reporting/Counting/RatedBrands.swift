import Model

/// Whose the stars of an entry are: those of the brand that its source is about or, where it is about
/// none, of the only one that it names.
///
/// Where it names several, nobody knows which one they are given, and they count for none. A topic is
/// rated by its own sources alone.
struct RatedBrands: Sendable {
    private let bySource: [Source.ID: Set<Brand.ID>]
    private let topics: Set<Brand.ID>

    init(_ brands: [Brand]) {
        bySource = brands.reduce(into: [:]) { bySource, brand in
            for source in brand.sources { bySource[source, default: []].insert(brand.id) }
        }
        topics = Set(brands.filter { $0.kind == .topic }.map(\.id))
    }

    /// - Parameter named: all brands that the entry mentions.
    func isRated(
        _ brand: Brand.ID, among named: some Sequence<Brand.ID>, in feed: Feed.ID
    ) -> Bool {
        if let meant = bySource[feed.source] { return meant.contains(brand) }
        return !topics.contains(brand)
            && named.allSatisfy { $0 == brand || topics.contains($0) }
    }
}
