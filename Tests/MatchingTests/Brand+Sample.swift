import Model
import TestSupport

extension Brand {
    /// A brand that a test makes up; its id is its first name in lower case.
    static func named(
        _ names: String..., inflect: [Inflection] = [], caseSensitive: Bool = false,
        query: Query? = nil, context: Context? = nil
    ) -> Brand {
        Brand(
            id: ID((names.first ?? "").lowercased()), name: names.first ?? "", names: names,
            inflections: inflect, isCaseSensitive: caseSensitive, query: query, context: context,
            place: .sample)
    }
}
