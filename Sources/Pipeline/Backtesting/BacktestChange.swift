package import Model

/// One way in which other rules change what is counted of an entry.
package struct BacktestChange: Hashable, Sendable {
    package enum Dimension: String, Sendable, Codable, CaseIterable {
        case brand, category, tone, severity, team, facet
    }

    package let dimension: Dimension
    /// Whose tone it is; `nil` for all other dimensions.
    package let brand: Brand.ID?
    /// `nil` for what appears.
    package let from: String?
    /// `nil` for what vanishes.
    package let to: String?
}

extension BacktestChange: Comparable {
    package static func < (one: Self, other: Self) -> Bool {
        one.order.lexicographicallyPrecedes(other.order)
    }

    private var order: [String] {
        let place = Dimension.allCases.firstIndex(of: dimension) ?? 0
        return ["\(place)", brand?.value ?? "", from ?? "", to ?? ""]
    }
}
