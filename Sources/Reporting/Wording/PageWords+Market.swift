import Model

extension PageWords {
    /// Whose a brand is, and in which market it competes: "own · cafés".
    ///
    /// - Parameter market: as it is called in the language of the page.
    func kind(_ kind: Brand.Kind, of market: String?) -> String {
        [self.kind(kind), market].compactMap(\.self).joined(separator: " · ")
    }
}

extension Brand {
    /// What its market is called in a language; `nil` where that is as the rules have it, or they have
    /// nothing else.
    func marketName(in language: ReportLanguage) -> String? {
        marketNames[language.code].flatMap { $0 == market ? nil : $0 }
    }
}
