package import Masking

/// What is kept of people and for how long, as the mapping `privacy:` of a feeds file says.
package struct PrivacySettings: Hashable, Sendable {
    /// Whether addresses and numbers of persons are masked before a text is stored.
    package var isMasking: Bool
    /// Contacts that stay readable.
    package var unmasked: MaskExceptions
    package var retention: Retention

    package init(
        isMasking: Bool = true, unmasked: MaskExceptions = MaskExceptions(),
        retention: Retention = Retention()
    ) {
        self.isMasking = isMasking
        self.unmasked = unmasked
        self.retention = retention
    }

    package static let standard = PrivacySettings()
}

/// How long each kind is kept, counted from when it was heard or written; `nil` is for good.
package struct Retention: Hashable, Sendable {
    /// Entries that name a brand.
    package var mentions: Duration?
    /// Entries that name none.
    package var entries: Duration?
    /// Pseudonyms and names of authors.
    package var authors: Duration?
    /// Digests and trend reports.
    package var reports: Duration?
    /// Reports of runs.
    package var runs: Duration?

    package init() {}
}
