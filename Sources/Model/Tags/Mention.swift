/// The part of an entry that a place is counted in.
package enum TextField: String, Codable, Sendable, CaseIterable {
    case title, text
}

/// One place in an entry that names a brand, or, where the entry's source is about a brand, the place
/// that stands for it.
package struct Mention: Hashable, Sendable {
    package let brand: Brand.ID
    /// The name as written; empty where the entry's source alone says which brand is meant.
    package let form: String
    package let field: TextField
    /// Unicode scalars of the field.
    package let range: Range<Int>
    /// How sure it is that the brand is meant: 0 … 1, two decimals.
    package let confidence: Double

    package init(
        brand: Brand.ID, form: String, field: TextField = .text, range: Range<Int>,
        confidence: Double = 1
    ) {
        self.brand = brand
        self.form = form
        self.field = field
        self.range = range
        self.confidence = confidence
    }

    /// A mention of a brand that the entry is about by its source, at the beginning of a field.
    package init(bySourceOf brand: Brand.ID, field: TextField = .text) {
        self.init(brand: brand, form: "", field: field, range: 0..<0)
    }

    /// Whether the brand is named nowhere: the entry's source alone is about it.
    package var isBySource: Bool { range.isEmpty }

    /// Whether it speaks to the brand, by its handle, and not only of it.
    package var isDirect: Bool { form.hasPrefix("@") }
}
