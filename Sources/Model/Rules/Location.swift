/// A place that a text may be about, a shop of ours, a town or a region, as one item of
/// `rules/locations.yaml` describes it.
package struct Location: Hashable, Sendable, Identifiable {
    /// Among the values of the facet `location`.
    package typealias ID = Category.ID

    package let id: ID
    package let name: String
    /// The name in other languages, as far as the rules have them.
    package let translations: [LanguageCode: Translation]
    /// The place that this one lies in: a text about the one is about the other.
    package let partOf: ID?
    /// Its names, found in a text as those of a brand are.
    package let names: Brand
    package let place: FileLocation

    package init(
        id: ID, name: String, translations: [LanguageCode: Translation] = [:], partOf: ID? = nil,
        names: Brand, place: FileLocation
    ) {
        self.id = id
        self.name = name
        self.translations = translations
        self.partOf = partOf
        self.names = names
        self.place = place
    }
}
