import Model

/// Whether brands have somebody to compete with, as far as the rules name markets.
enum MarketLint {
    static func findings(in brands: [Brand]) -> [RuleFinding] {
        let voices = brands.filter { $0.kind != .topic }
        guard voices.contains(where: { $0.market != nil }) else { return [] }
        return Dictionary(grouping: voices, by: \.market).compactMap { market, brands in
            guard brands.count == 1, let brand = brands.first else { return nil }
            return RuleFinding(
                .loneMarket, .warning,
                (market.map { "no other brand is of the market '\($0)'" }
                    ?? "every other brand has a market and brand '\(brand.id)' has none")
                    + ", so that its share of voice is always all there is; give it the market of "
                    + "those that it competes with", at: brand.place(of: .market))
        }
    }
}
