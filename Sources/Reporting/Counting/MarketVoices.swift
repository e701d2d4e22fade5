import Model

/// How much is said in each market: what a brand has a share of.
///
/// Topics compete with nobody and are no voices.
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
