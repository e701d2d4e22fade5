package import Foundation

/// What a person said of a tag, as a line of `earshot export-archive` has it with its entry.
package struct ArchivedCorrection: Hashable, Sendable, Codable {
    package let brand: Brand.ID
    package let field: Correction.Field
    package let was: String?
    package let `is`: String?
    package let note: String?
    package let rules: String?
    package let digest: String?
    package let appliedAt: Date

    package init(
        brand: Brand.ID, field: Correction.Field, was: String?, is: String?, note: String?,
        rules: String?, digest: String?, appliedAt: Date
    ) {
        self.brand = brand
        self.field = field
        self.was = was
        self.is = `is`
        self.note = note
        self.rules = rules
        self.digest = digest
        self.appliedAt = appliedAt
    }
}
