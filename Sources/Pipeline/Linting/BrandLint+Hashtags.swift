import Matching
import Model

extension BrandLint {
    /// A hashtag among the names that counts though it is not listed.
    ///
    /// Where a name has conditions a hashtag that is listed is surer than one that is not, and where case
    /// matters it has its own.
    static func idleHashtag(
        _ name: String, of brand: Brand, _ forms: [BrandForm], _ noun: String
    ) -> RuleFinding? {
        guard name.hasPrefix("#"), brand.isFoundAsHashtag, !brand.isCaseSensitive,
            brand.query == nil, brand.context == nil,
            let form = forms.first(where: { !$0.isStruck && $0.isHashtag(name) })
        else { return nil }
        return RuleFinding(
            .redundantForm, .warning,
            "'\(name)' counts anyway, as '\(form.form)' of \(noun) '\(brand.id)' does; remove it",
            at: brand.place(of: .name(name)))
    }
}
