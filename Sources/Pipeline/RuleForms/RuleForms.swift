import Foundation
import Matching
package import Model
import RuleLoading

/// The forms in which a name is looked for, and what each is besides: `earshot rules forms`.
package struct RuleForms: Sendable, Encodable {
    package struct Form: Sendable, Encodable {
        package let form: String
        /// Number and case, as often as the form serves for several; empty for what is not declined.
        package let features: String
        /// What else goes by these letters; empty when nothing is known to.
        package let collidesWith: [FormCollision]
        /// The language whose rules made it; absent for what stands in the rules.
        package let language: String?
        /// How some type another of the forms, whose features these are.
        package let lacksAccents: Bool
        /// The brand's rules strike it out: it does not match.
        package let isStruck: Bool
        /// In how many entries of the archive it stands, mention or not; absent without an archive.
        package let entries: Int?
        /// In how many of them with a small letter where the name has a capital: the ordinary word.
        package let entriesInSmallLetters: Int?
    }

    package let name: String
    /// `pl`, `lv`, `none`, or several parted by commas.
    package let language: String
    /// The brand that goes by the name; absent for a name that is not in the rules, or a place's.
    package let brand: Brand.ID?
    /// The place that goes by it; absent for a brand's name and for one that is not in the rules.
    package let location: Location.ID?
    package let forms: [Form]

    /// - Parameters:
    ///   - name: a name of a brand or place, which needs not be in the rules yet, or its id for all
    ///     its names.
    ///   - language: in place of those that the rules give the brand.
    ///   - rules: `nil` where there are none yet.
    ///   - archive: `nil` where there is none yet.
    package init(
        of name: String, language: Brand.Inflection?, rules: Rules?, archive: Archive?
    ) throws(RunError) {
        let followed = rules?.brands.first { $0.goes(by: name) }
        let place = followed == nil ? rules?.locations.first { $0.names.goes(by: name) } : nil
        let brand = Self.brand(of: name, known: followed ?? place?.names, language: language)
        let forms = BrandForm.all(of: brand)
        let collisions = rules.map { FormCollisions(rules: $0, except: followed?.id) }
        let counts = try archive?.counts(of: forms.map(\.form))
        self.name = name
        self.brand = followed?.id
        location = place?.id
        let languages = brand.inflections.map(\.rawValue)
        self.language = languages.isEmpty ? "none" : languages.joined(separator: ",")
        self.forms = forms.enumerated().map { index, form in
            let count = counts?[index]
            let ordinary = count.flatMap { FormCollision(ordinaryIn: $0.inSmallLetters) }
            return Form(
                form: form.form, features: form.features,
                collidesWith: (collisions?.collisions(of: form.form) ?? [])
                    + [FormCollision(ordinary: form.form), ordinary].compactMap(\.self),
                language: form.language?.rawValue, lacksAccents: form.lacksAccents,
                isStruck: form.isStruck, entries: count?.entries,
                entriesInSmallLetters: count?.inSmallLetters)
        }
    }

    // MARK: - Private

    /// The brand with the one name, or with all when its id is given.
    private static func brand(
        of name: String, known: Brand?, language: Brand.Inflection?
    ) -> Brand {
        let isID = known.map { $0.id.value == name && !$0.names.contains(name) } ?? false
        let usual = known?.inflections ?? [.polish, .latvian]
        return Brand(
            id: known?.id ?? "", name: name, names: isID ? known?.names ?? [] : [name],
            inflections: language.map { $0 == .none ? [] : [$0] } ?? usual,
            forms: isID || known?.names.first == name ? known?.forms ?? [] : [],
            struckForms: known?.struckForms ?? [],
            isFoundWithoutAccents: known?.isFoundWithoutAccents ?? true,
            place: known?.place ?? FileLocation(file: "rules/brands.yaml"))
    }
}

extension Brand {
    fileprivate func goes(by name: String) -> Bool {
        id.value == name || self.name == name || names.contains(name)
    }
}

extension Workspace {
    /// The forms of a name by the rules and the archive, as far as there are any yet.
    package func forms(
        of name: String, language: Brand.Inflection?
    ) throws(RunError) -> RuleForms {
        var rules: Rules?
        do {
            rules = FileManager.default.fileExists(atPath: path) ? try loadRules().rules : nil
        } catch .rules(let errors) where errors.isOfMissingFiles {
            rules = nil
        }
        return try RuleForms(
            of: name, language: language, rules: rules, archive: try Archive.ifMade(self))
    }
}
