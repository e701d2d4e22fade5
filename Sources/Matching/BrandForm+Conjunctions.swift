import Model

/// What joins two words of a name, as a sign or as a word: many write `Fig and Fern` for `Fig & Fern`, and
/// the other way round.
extension BrandForm {
    /// The same forms with the one for the other, by the languages of the brand; none of initials, `K&T`.
    ///
    /// They are looked for with capitals alone, since "maize un medus" is bread and honey: see
    /// `asksForCapitals`.
    ///
    /// - Parameter struck: Folded.
    static func conjoined(
        _ forms: [BrandForm], of brand: Brand, struck: Set<String>
    ) -> [BrandForm] {
        let conjunctions = conjunctions(of: brand)
        let mayHave = { (name: String) in
            name.utf8.contains(UInt8(ascii: "&"))
                || name.utf8.contains(UInt8(ascii: " "))
                    && name.split(separator: " ").contains { isConjunction($0, conjunctions) }
        }
        guard brand.names.contains(where: mayHave) else { return [] }
        return forms.filter { !$0.isStruck }.flatMap { form in
            spellings(of: form.form, conjunctions).map { text in
                BrandForm(
                    form: text, name: form.name, language: form.language, features: form.features,
                    lacksAccents: true, isStruck: !struck.isEmpty && isStruck(text, by: struck),
                    asksForCapitals: true)
            }
        }
    }

    /// A text with the one for the other.
    static func conjoined(_ text: String, of brand: Brand) -> [String] {
        spellings(of: text, conjunctions(of: brand))
    }

    // MARK: - Private

    private static func conjunctions(of brand: Brand) -> [String] {
        ["and"] + brand.inflections.flatMap(conjunctions)
    }

    private static func conjunctions(of language: Brand.Inflection) -> [String] {
        switch language {
        case .polish: ["i", "oraz"]
        case .latvian: ["un"]
        case .none: []
        }
    }

    private static func isConjunction(
        _ word: some StringProtocol, _ conjunctions: [String]
    ) -> Bool {
        conjunctions.contains(word.lowercased())
    }

    private static func spellings(of form: String, _ conjunctions: [String]) -> [String] {
        let words = form.replacing("&", with: " & ").split(separator: " ").map(String.init)
        let joints = words.indices.dropFirst().dropLast().filter {
            words[$0 - 1].count > 1 && words[$0 + 1].count > 1
        }
        let signs = joints.filter { words[$0] == "&" }
        let spelled = joints.filter { isConjunction(words[$0], conjunctions) }
        func text(with joint: String, at places: [Int]) -> String {
            words.indices.map { places.contains($0) ? joint : words[$0] }.joined(separator: " ")
        }
        return (signs.isEmpty ? [] : conjunctions.map { text(with: $0, at: signs) })
            + (spelled.isEmpty ? [] : [text(with: "&", at: spelled)])
    }
}
