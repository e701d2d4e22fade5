import Model

/// The mentions of some brands in a period, the own ones as a rule, by what they are about.
///
/// Each entry is one mention here, however many of them it names, since it says once what it is
/// about. Its tone is the strongest toward any of them; of two that are equally strong, the negative
/// one, as in routing.
struct FacetMentions {
    private let byValue: [FacetValue: [BrandMention]]

    init(_ period: HeardPeriod, of brands: Set<Brand.ID>) {
        var strongest: [Int64: BrandMention] = [:]
        var order: [Int64] = []
        for mention in period.mentions where brands.contains(mention.brand) {
            let sequence = mention.entry.sequence
            guard let known = strongest[sequence] else {
                order.append(sequence)
                strongest[sequence] = mention
                continue
            }
            if known.tone.isWeaker(than: mention.tone) { strongest[sequence] = mention }
        }
        var byValue: [FacetValue: [BrandMention]] = [:]
        for mention in order.compactMap({ strongest[$0] }) {
            for value in mention.entry.facets { byValue[value, default: []].append(mention) }
        }
        self.byValue = byValue
    }

    /// The values of a facet that were met, the most met first, then by id.
    func values(of facet: Facet.ID) -> [FacetValue] {
        byValue.keys.filter { $0.facet == facet }.sorted { one, other in
            (mentions(of: other).count, one.value) < (mentions(of: one).count, other.value)
        }
    }

    /// By sequence.
    func mentions(of value: FacetValue) -> [BrandMention] {
        byValue[value] ?? []
    }
}

extension BrandTone {
    fileprivate func isWeaker(than other: BrandTone) -> Bool {
        (score.magnitude, other.score) < (other.score.magnitude, score)
    }
}

extension ToneCounts {
    /// Negative among those whose tone is known, 0 … 1, four decimals.
    var negativeShare: Ratios {
        negative.divided(by: positive + negative + neutral + mixed, decimals: 4)
    }

    /// The same, not rounded, for who tells it with fewer decimals.
    var exactNegativeShare: Ratios {
        negative.divided(by: positive + negative + neutral + mixed)
    }
}
