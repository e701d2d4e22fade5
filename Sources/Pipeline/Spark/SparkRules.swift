package import Model

/// What the job on a cluster asks of the rules that travel with it: `earshot spark --describe`.
package struct SparkRules: Sendable, Encodable {
    package struct BrandRow: Sendable, Encodable {
        package let id: Brand.ID
        package let name: String
        package let kind: Brand.Kind
        /// Absent where the rules name none.
        package let market: String?
    }

    /// In the order of the rules.
    package let brands: [BrandRow]
    /// The zone in which trends count days.
    package let timeZone: String
    package let rulesHash: String
    package let programVersion: String

    package init(_ rules: CheckedRules) {
        brands = rules.rules.brands.map { brand in
            BrandRow(id: brand.id, name: brand.name, kind: brand.kind, market: brand.market)
        }
        timeZone = rules.rules.routing.timeZone
        rulesHash = rules.hash
        programVersion = ProgramVersion.current
    }
}
