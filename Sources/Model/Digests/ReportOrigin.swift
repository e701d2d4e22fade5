/// What a report was made by, so that it can be made again.
package struct ReportOrigin: Hashable, Sendable, Codable {
    /// SHA-256 of the rules in force.
    package let rulesHash: String
    package let programVersion: String
    /// In which its sentences and its page are written.
    package let language: ReportLanguage

    package init(rulesHash: String, programVersion: String, language: ReportLanguage) {
        self.rulesHash = rulesHash
        self.programVersion = programVersion
        self.language = language
    }
}
