import Model

/// How much is said in each market, of which each brand has its share of voice.
///
/// Topics compete with nobody, so they are not counted.
struct MarketVoices {
    private let counts: [String?: Counts]

    init(of brands: [Brand], counting counted: (Brand) -> Counts) {
        self.init(brands.filter { $0.kind != .topic }.map { ($0.market, counted($0)) })
    }

    /// - Parameter voices: the market and the counts of each brand that is no topic.
    init(_ voices: [(market: String?, counts: Counts)]) {
        counts = Dictionary(voices.map { ($0.market, $0.counts) }, uniquingKeysWith: +)
    }

    /// - Parameter market: `nil` for the brands that state none.
    subscript(market: String?) -> Counts { counts[market] ?? .zero }
}
