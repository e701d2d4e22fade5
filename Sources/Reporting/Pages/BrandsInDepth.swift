import Model

// Which brands a report goes into; see `ReportingContext.brandsInDepth`.

extension Digest {
    /// Own ones, or the competitor or topic that it is of.
    var brandsInDepth: [BrandSummary] {
        let asked = brands.filter { $0.id == scope?.brand && $0.kind != .own }
        return asked.isEmpty ? brands.filter { $0.kind == .own } : asked
    }

    /// The name of the competitor or topic that it is of; `nil` for own brands.
    var otherBrandInDepth: String? {
        brands.first { $0.id == scope?.brand && $0.kind != .own }?.name
    }
}

extension Trends {
    /// The competitor or topic that it is of; `nil` for own brands.
    var otherInDepth: BrandTrend? {
        brands.first { $0.id == scope?.brand && $0.kind != .own }
    }

    /// What that is called.
    var otherBrandInDepth: String? { otherInDepth?.name }
}
