import Model

extension PageWords {
    /// Whose a brand is, and in which market it competes: "own · cafés".
    ///
    /// - Parameter market: as the rules have it.
    func kind(_ kind: Brand.Kind, of market: String?) -> String {
        [self.kind(kind), market].compactMap(\.self).joined(separator: " · ")
    }
}
