package import Model
import Tokenizing

/// A form in which a brand is looked for, and where it comes from.
package struct BrandForm: Hashable, Sendable {
    package let form: String
    /// The name it is a form of; an added form is one of itself.
    package let name: String
    /// The language whose rules made it; `nil` for what stands in the rules.
    package let language: Brand.Inflection?
    /// Number and case, as of `InflectedForm`; empty for what is not declined.
    package let features: String
    /// Whether it is another of the forms as some type it, without accents, without an apostrophe, hyphen or
    /// full stop of the name, or with a word for its `&`; the features are that form's.
    package let lacksAccents: Bool
    /// The brand's rules strike it out: it is not looked for.
    package let isStruck: Bool
    /// Whether it counts with capitals at two of its words alone, as in small letters it may be ordinary
    /// words; the first may be what the brand is: `w sklepie Fig and Fern`.
    let asksForCapitals: Bool

    init(
        form: String, name: String, language: Brand.Inflection?, features: String,
        lacksAccents: Bool, isStruck: Bool, asksForCapitals: Bool = false
    ) {
        self.form = form
        self.name = name
        self.language = language
        self.features = features
        self.lacksAccents = lacksAccents
        self.isStruck = isStruck
        self.asksForCapitals = asksForCapitals
    }

    /// Every form of every name, the forms that were added, and those of them that are typed without
    /// accents, or otherwise than the name in its apostrophes, hyphens, full stops or `&`, each once.
    ///
    /// Handles and names with `*` stand as they are written; so do hashtags, but for one that is
    /// another of the names: `#kawka` takes the forms of `Kawka`.
    package static func all(of brand: Brand) -> [BrandForm] {
        let struck = Set(brand.struckForms.map(folded))
        var seen: Set<String> = []
        let named = brand.names.flatMap { name in
            forms(of: name, brand).map { (name: name, $0.form, $0.language) }
        }
        let added = brand.forms.map {
            (name: $0, InflectedForm(form: $0, features: ""), Brand.Inflection?.none)
        }
        let asWritten = (named + added).compactMap { name, form, language -> BrandForm? in
            guard seen.insert(form.form).inserted else { return nil }
            return BrandForm(
                form: form.form, name: name, language: language, features: form.features,
                lacksAccents: false,
                isStruck: !struck.isEmpty && isStruck(form.form, by: struck))
        }
        guard brand.isFoundWithoutAccents else { return asWritten }
        let plain = asWritten.flatMap { form -> [BrandForm] in
            let spellings =
                form.isStruck
                ? [] : plainSpellings(of: form.form, named: form.name, brand.inflections)
            return spellings.filter { seen.insert($0).inserted }.map { text in
                BrandForm(
                    form: text, name: form.name, language: form.language, features: form.features,
                    lacksAccents: true, isStruck: !struck.isEmpty && isStruck(text, by: struck))
            }
        }
        let conjoined = Self.conjoined(asWritten + plain, of: brand, struck: struck).filter {
            seen.insert($0.form).inserted
        }
        return asWritten + plain + conjoined
    }

    /// How some type a form: `zolcia` for `żółcią`, or without foreign accents alone, `Citroenā`; and these
    /// without the apostrophes, the full stops and the hyphens of a name that has some; in Latvian also with two
    /// letters for one, `Kavkaa`.
    static func plainSpellings(
        of text: String, named name: String, _ languages: [Brand.Inflection]
    ) -> [String] {
        let ownAccents = text.count > 3 ? text.withoutForeignAccents : nil
        let digraphs =
            text.count > 3 && languages.contains(.latvian) ? LatvianDigraphs.typed(text) : nil
        var spellings = [text.bareSpelling, ownAccents, digraphs].compactMap(\.self)
        if !name.spellingsWithoutApostrophes.isEmpty {
            spellings += ([text] + spellings).flatMap(\.spellingsWithoutApostrophes)
        }
        if name.withoutFullStops != nil {
            spellings += ([text] + spellings).compactMap(\.withoutFullStops)
        }
        if name.withoutHyphens != nil {
            spellings += ([text] + spellings).compactMap(\.withoutHyphens)
        }
        return spellings
    }

    /// The form of a brand's names that a mention was found by; `nil` where the brand has changed since.
    ///
    /// - Parameter mention: As written in the text.
    package static func form(foundAs mention: String, of brand: Brand) -> BrandForm? {
        let forms = all(of: brand).filter { !$0.isStruck }
        let written = forms.first { $0.isWritten(mention) }
        let isTag = mention.hasPrefix("#")
        let tag = isTag ? mention : "#" + mention
        let mayBeJoined = isTag ? brand.isFoundAsHashtag : brand.isFoundWithoutAccents
        let joined =
            mayBeJoined
            ? forms.first { folded("#" + $0.form) == folded(tag) }
                ?? forms.first { $0.isOneWord(mention) } : nil
        if let written, let joined, brand.isCaseSensitive,
            mention != written.form, mention != written.form.uppercased()
        {
            return joined
        }
        return written ?? forms.first { $0.isFound(as: mention) } ?? joined
    }

    /// Whether a form written in the rules is this one: case does not matter.
    package func isWritten(_ text: String) -> Bool {
        Self.folded(form) == Self.folded(text)
    }

    /// A form that is struck is struck as a hashtag too.
    static func isStruck(_ form: String, by struck: Set<String>) -> Bool {
        let form = folded(form)
        return struck.contains(form)
            || form.hasPrefix("#") && struck.contains(String(form.dropFirst()))
    }

    // MARK: - Private

    private func isFound(as mention: String) -> Bool {
        var form = TermTrie()
        let words = Words(of: mention)
        return form.insert(BrandName(self).pattern) != nil
            && form.matches(in: words, at: words.startIndex, acrossQuotes: true)
                .contains { $0.words == words.indices }
    }

    private static func forms(
        of name: String, _ brand: Brand
    ) -> [(form: InflectedForm, language: Brand.Inflection?)] {
        let languages = brand.inflections
        if let own = nameTagged(by: name, of: brand), !languages.isEmpty {
            let isSmall = name == name.lowercased()
            let tags = languages.flatMap { language in
                Inflector.forms(of: own, language).map { form in
                    let text = "#" + (isSmall ? form.form.lowercased() : form.form)
                    return (InflectedForm(form: text, features: form.features), Optional(language))
                }
            }
            return [(InflectedForm(form: name, features: ""), nil)] + tags
        }
        let isFixed = name.hasPrefix("@") || name.hasPrefix("#") || name.contains("*")
        guard !isFixed, !languages.isEmpty else {
            return [(InflectedForm(form: name, features: ""), nil)]
        }
        return languages.flatMap { language in
            Inflector.forms(of: name, language).map { ($0, $0.form == name ? nil : language) }
        }
    }

    /// The name that a hashtag is: `Kawka` of `#kawka`.
    private static func nameTagged(by name: String, of brand: Brand) -> String? {
        guard name.hasPrefix("#") else { return nil }
        let tag = folded(String(name.dropFirst()))
        return brand.names.first { folded($0) == tag }
    }
}
