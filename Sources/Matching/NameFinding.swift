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

    /// Why a name does not count that shares words with one that does.
    static func rejection(for other: Mention) -> String {
        "'" + other.form + "' names " + other.brand.value + " here"
    }
}
