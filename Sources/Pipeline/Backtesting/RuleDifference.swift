import Classifying
import Matching
import Model
import Tokenizing

/// What two sets of rules differ in, as terms to look for.
///
/// Most texts of an archive have none of these terms, and so the same tags by either set.
struct RuleDifference: Sendable {
    /// Whether the same tags may have another severity or team.
    let concernsTriage: Bool
    private let classifying: ClassifyingDifference
    private let terms: TermTrie
    /// As of `ClassifyingDifference`.
    private let beginnings: TermTrie
    /// Names of brands of either set, where there are beginnings.
    private let names: TermTrie
    /// Of brands that are not the same.
    private let sources: Set<Source.ID>

    init(from before: Rules, to after: Rules) {
        classifying = ClassifyingDifference(from: before, to: after)
        concernsTriage = classifying.concernsTriage
        let brands = Self.changedBrands(before.brands, after.brands)
            .union(
                Self.changedBrands(
                    before.locations.map(\.names), after.locations.map(\.names))
            )
            .union(Self.movedPlaces(before.locations, after.locations))
        terms = TermTrie(of: classifying.terms.union(brands.flatMap(MentionMatcher.terms)))
        sources = Set(brands.flatMap(\.sources))
        beginnings = TermTrie(of: classifying.beginnings)
        let named = classifying.beginnings.isEmpty ? [] : before.brands + after.brands
        names = TermTrie(of: Set(named.flatMap(MentionMatcher.terms)))
    }

    /// Whether more than severity and team may differ; if it says no, nothing else does.
    func mayChangeTags(of entry: EntryText) -> Bool {
        classifying.concernsEveryText || entry.source.map(sources.contains) ?? false
            || mayChangeTags(ofText: entry.text)
            || entry.title.map(mayChangeTags(ofText:)) ?? false
    }

    // MARK: - Private

    private func mayChangeTags(ofText text: String) -> Bool {
        terms.mayMatch(in: text) || classifying.mayReadOtherSpelling(in: text)
            || beginnings.mayMatch(in: text) && names.mayMatch(in: text)
    }

    /// The names of all places where some are part of others than before.
    private static func movedPlaces(_ before: [Location], _ after: [Location]) -> Set<Brand> {
        func wholes(_ locations: [Location]) -> [Location.ID: Location.ID?] {
            Dictionary(locations.map { ($0.id, $0.partOf) }) { first, _ in first }
        }
        guard wholes(before) != wholes(after) else { return [] }
        return Set((before + after).map(\.names))
    }

    /// The brands that are not the same on both sides, as each side has them.
    private static func changedBrands(_ before: [Brand], _ after: [Brand]) -> Set<Brand> {
        Set(before.map(\.withoutPlaces)).symmetricDifference(after.map(\.withoutPlaces))
    }
}

extension TermTrie {
    fileprivate init(of terms: Set<TermPattern>) {
        self.init()
        for term in terms { insert(term) }
    }
}

extension Brand {
    /// What tagging asks of a brand, wherever it stands.
    fileprivate var withoutPlaces: Brand {
        Brand(
            id: id, name: name, kind: kind, names: names, inflections: inflections,
            forms: forms, struckForms: struckForms, exceptions: exceptions,
            isCaseSensitive: isCaseSensitive, isStrictOnCase: isStrictOnCase,
            isStandalone: isStandalone, isFoundWithoutAccents: isFoundWithoutAccents,
            isFoundAsHashtag: isFoundAsHashtag, sources: sources, query: query, context: context,
            place: FileLocation(file: ""))
    }
}
