/// One question asked of every text beside its categories, as one item of `rules/facets.yaml` has it:
/// at which touchpoint, at which stage of the journey, of which aspect.
///
/// Several of its values may hold for one text, or none.
package struct Facet: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Facet>

    package let id: ID
    package let name: String
    /// The name in other languages, as far as the rules have them.
    package let translations: [LanguageCode: Translation]
    /// Each is given as a category is; it has no severity and no next step of its own.
    package let values: [Category]
    package let place: FileLocation

    package init(
        id: ID, name: String, translations: [LanguageCode: Translation] = [:], values: [Category],
        place: FileLocation
    ) {
        self.id = id
        self.name = name
        self.translations = translations
        self.values = values
        self.place = place
    }
}

extension Facet.ID {
    /// The place a text is about: its values are those of `rules/locations.yaml`.
    package static let location: Self = "location"
}

/// One value of a facet, as people name it: `touchpoint:app`.
package struct FacetValue: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let facet: Facet.ID
    package let value: Category.ID

    package init(_ facet: Facet.ID, _ value: Category.ID) {
        self.facet = facet
        self.value = value
    }

    /// - Returns: `nil` where the text is not two ids with a colon between them.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(Facet.ID(String(parts[0])), Category.ID(String(parts[1])))
    }

    package var description: String { "\(facet):\(value)" }

    package static func < (one: Self, other: Self) -> Bool {
        (one.facet, one.value) < (other.facet, other.value)
    }
}

extension FacetValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = FacetValue(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no value of a facet")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
