/// The part of an entry that a place is counted in.
package enum TextField: String, Codable, Sendable, CaseIterable {
    case title, text
}

/// One place in one entry that names a brand.
package struct Mention: Hashable, Sendable {
    package let brand: Brand.ID
    /// The name as written.
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

    /// Whether it speaks to the brand, by its handle, and not only of it.
    package var isDirect: Bool { form.hasPrefix("@") }
}
