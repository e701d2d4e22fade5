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

    package init(brand: Brand.ID, form: String, field: TextField = .text, range: Range<Int>) {
        self.brand = brand
        self.form = form
        self.field = field
        self.range = range
    }
}
