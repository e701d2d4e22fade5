package import Model

/// A source that somebody else's list of feeds names and that `feeds/` does not have yet.
package struct NewSource: Hashable, Sendable {
    package let id: Source.ID
    package let name: String
    /// Where its feed is.
    package let url: String
    /// The page that people read.
    package let site: String?
    package let language: LanguageCode?
    package private(set) var tags: [String]
    package let isEnabled: Bool

    /// Takes texts as a feeds file can hold them, without the space around them.
    ///
    /// A source without a name goes by its id, and a tag that is only space is none.
    package init(
        id: Source.ID, name: String, url: String, site: String? = nil,
        language: LanguageCode? = nil, tags: [String] = [], isEnabled: Bool = true
    ) {
        self.id = id
        self.name = Self.tight(name) ?? id.value
        self.url = url
        self.site = site
        self.language = language
        self.tags = tags.compactMap(Self.tight)
        self.isEnabled = isEnabled
    }

    /// Adds the tags that it does not have yet.
    package mutating func add(tags more: [String]) {
        for tag in more.compactMap(Self.tight) where !tags.contains(tag) { tags.append(tag) }
    }

    // MARK: - Private

    /// A byte order mark at the beginning would be lost when the file is read.
    private static func tight(_ text: String) -> String? {
        let scalars = text.unicodeScalars.drop {
            $0 == "\u{FEFF}" || $0.properties.isWhitespace
        }
        return YAMLValue.tight(String(scalars))
    }
}
