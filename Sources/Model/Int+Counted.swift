extension Int {
    /// With its noun, as a command says it in English: `1 entry`, `2 entries`.
    ///
    /// - Parameter many: `nil` where it is `one` with an `s`.
    package func counted(_ one: String, _ many: String? = nil) -> String {
        "\(self) \(self == 1 ? one : many ?? one + "s")"
    }
}
