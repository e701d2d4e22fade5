import Model

extension PageWords {
    /// Whose a brand is, and in which market it competes: "own · cafés".
    ///
    /// - Parameter market: as it is called in the language of the page.
    func kind(_ kind: Brand.Kind, of market: String?) -> String {
        [self.kind(kind), market].compactMap(\.self).joined(separator: " · ")
    }
}

extension [Brand] {
    /// What the market of a brand is called in a language, as the first brand of it says that does;
    /// `nil` where the rules have it as it is.
    func marketName(of brand: Brand, in language: ReportLanguage) -> String? {
        guard let market = brand.market else { return nil }
        let name = lazy.filter { $0.market == market }
            .compactMap { $0.marketNames[language.code] }.first
        return name == market ? nil : name
    }
}
