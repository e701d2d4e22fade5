package import Model

/// What parts of all that is heard are called, of which a digest may be.
extension PageWords {
    /// What is as grave as this or graver.
    package func atLeast(_ severity: Severity) -> String {
        let name = self.severity(severity)
        guard severity != .critical else { return name }
        return name + report.pick(" or above", " lub wyższa", " vai augstāka")
    }

    package func name(of language: LanguageCode) -> String { report.language(language) }
}
