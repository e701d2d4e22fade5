import Model

/// How much is said in each market, of which each brand has its share of voice.
///
/// Topics compete with nobody, so they are not counted.
struct MarketVoices {
    private let counts: [String?: Counts]

    init(of brands: [Brand], counting counted: (Brand) -> Counts) {
        counts = Dictionary(
            brands.filter { $0.kind != .topic }.map { ($0.market, counted($0)) },
            uniquingKeysWith: +)
    }

    /// - Parameter market: `nil` for the brands that state none.
    subscript(market: String?) -> Counts { counts[market] ?? .zero }
}
