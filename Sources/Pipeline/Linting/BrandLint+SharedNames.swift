import Matching
import Model
import Tokenizing

extension BrandLint {
    /// Names and forms that several brands go by.
    var sharedNames: [RuleFinding] {
        var owners: [TermPattern: [(brand: Int, form: BrandForm)]] = [:]
        for (index, forms) in forms.enumerated() {
            for form in forms where !form.isStruck {
                owners[TermPattern(form.form), default: []].append((index, form))
            }
        }
        var findings: [RuleFinding] = []
        var told: Set<String> = []
        for (_, sharing) in owners.sorted(by: { $0.value[0].form.form < $1.value[0].form.form }) {
            for (brand, form) in sharing.dropFirst() {
                guard let other = sharing.first(where: { $0.brand != brand }),
                    other.brand < brand,
                    !areToldApart(form, of: brands[brand], other.form, of: brands[other.brand])
                else { continue }
                let isName = form.form == form.name && other.form.form == other.form.name
                // One line for each two names: their other forms are often alike as well.
                let pair = "\(other.brand) \(other.form.name) \(brand) \(form.name)"
                guard isName || told.insert(pair).inserted else { continue }
                if isName { told.insert(pair) }
                findings.append(
                    finding(
                        isName, form, of: brands[brand], and: other.form, of: brands[other.brand]))
            }
        }
        return findings
    }

    // MARK: - Private

    /// Whether the capitals tell which of two brands is meant, `Zora` or `ZORA`: of two names that are written
    /// in small letters too, a text in capitals throughout may mean either.
    private func areToldApart(
        _ form: BrandForm, of brand: Brand, _ other: BrandForm, of otherBrand: Brand
    ) -> Bool {
        brand.isCaseSensitive && otherBrand.isCaseSensitive && form.form != other.form
            && [form, other].contains { $0.form == $0.form.uppercased() }
    }

    private func finding(
        _ isName: Bool, _ form: BrandForm, of brand: Brand, and otherForm: BrandForm,
        of other: Brand
    ) -> RuleFinding {
        let place = brand.place(of: .name(form.name))
        let winner =
            form.lacksAccents == otherForm.lacksAccents
            ? min(brand.id, other.id) : form.lacksAccents ? other.id : brand.id
        let hasConditions = [brand, other].contains { $0.query != nil || $0.context != nil }
        guard isName else {
            return RuleFinding(
                .sharedForm, .warning,
                "'\(form.form)' is a form of '\(form.name)' and of \(noun) '\(other.id)', for "
                    + "'\(winner)' when both may count; strike it at one of them", at: place)
        }
        if brand.isCaseSensitive, other.isCaseSensitive, !other.names.contains(form.form) {
            return RuleFinding(
                .duplicateName, .warning,
                "\(noun) '\(other.id)' goes by '\(form.form)' in other capitals too, so that "
                    + "'\(form.form.uppercased())' counts for '\(winner)' only; see that this is meant",
                at: place)
        }
        if !hasConditions, !other.names.contains(form.form),
            other.names.contains(where: form.isWritten)
        {
            return RuleFinding(
                .duplicateName, .error,
                "\(noun) '\(other.id)' goes by '\(form.form)' in other capitals, which tell nothing "
                    + "here, so that the name counts for '\(winner)' only; write 'case_sensitive: true' "
                    + "at both, or remove it at one of them", at: place)
        }
        return RuleFinding(
            .duplicateName, hasConditions ? .warning : .error,
            "\(noun) '\(other.id)' goes by '\(form.form)' too, so that the name counts for "
                + "'\(winner)' only"
                + (hasConditions
                    ? " where both may count; see that their conditions differ"
                    : "; remove it at one of them, or give them a context or a query each"),
            at: place)
    }
}
