package import Model

/// A name that stands in an entry, and whether it counts as a mention.
package struct NameFinding: Hashable, Sendable {
    package let mention: Mention
    /// The condition that failed, for people to read; `nil` when the mention counts.
    package let rejection: String?

    package init(mention: Mention, rejection: String?) {
        self.mention = mention
        self.rejection = rejection
    }
}
