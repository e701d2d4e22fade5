import Classifying
import Matching
import Model
import Tokenizing

/// What two sets of rules differ in, as terms to look for: most texts of an archive have none of them,
/// and so the same tags by either set.
struct RuleDifference: Sendable {
    /// Whether the same tags may have another severity or team.
    let concernsTriage: Bool
    private let classifying: ClassifyingDifference
    private let terms: TermTrie

    init(from before: Rules, to after: Rules) {
        classifying = ClassifyingDifference(from: before, to: after)
        concernsTriage = classifying.concernsTriage
        let brands = Self.changedBrands(before.brands, after.brands)
        var terms = TermTrie()
        for term in classifying.terms.union(brands.flatMap(MentionMatcher.terms)) {
            terms.insert(term)
        }
        self.terms = terms
    }

    /// Whether anything but severity and team may differ; where it says no, nothing does.
    func mayChangeTags(of entry: EntryText) -> Bool {
        classifying.concernsEveryText || mayChangeTags(ofText: entry.text)
            || entry.title.map(mayChangeTags(ofText:)) ?? false
    }

    // MARK: - Private

    private func mayChangeTags(ofText text: String) -> Bool {
        terms.mayMatch(in: text) || classifying.mayReadOtherSpelling(in: text)
    }

    /// The brands that are not the same on both sides, as each side has them.
    private static func changedBrands(_ before: [Brand], _ after: [Brand]) -> Set<Brand> {
        Set(before.map(\.withoutPlaces)).symmetricDifference(after.map(\.withoutPlaces))
    }
}

extension Brand {
    /// What tagging asks of a brand, wherever it stands.
    fileprivate var withoutPlaces: Brand {
        Brand(
            id: id, name: name, kind: kind, names: names, inflections: inflections,
            isCaseSensitive: isCaseSensitive, query: query, context: context,
            place: FileLocation(file: ""))
    }
}
