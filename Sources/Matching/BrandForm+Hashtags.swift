import Model
import Tokenizing

/// Hashtags that a brand is looked for by though the rules do not list them: its forms with a `#` before
/// them, `#ZielonyNet` for `Zielony Net`, which some write so without the sign as well.
extension BrandForm {
    /// Every form as a hashtag that is struck neither itself, nor as one word, nor with its `#`.
    ///
    /// Handles, names with `*` and domain names have none, and of a name of several words only one that
    /// is letters and digits, spaces, hyphens and full stops. Those that the rules list are left out.
    ///
    /// - Parameter forms: All of the brand.
    static func hashtags(of brand: Brand, among forms: [BrandForm]) -> [BrandForm] {
        guard brand.isFoundAsHashtag else { return [] }
        let listed = forms.lazy.map(\.form).filter { $0.hasPrefix("#") }
        let struck = Set(brand.struckForms.map(folded))
        return hashtags(of: forms.filter { !$0.isStruck }, brand, except: Array(listed))
            .filter { !isStruck($0.form, by: struck) }
    }

    /// The forms of several words as one word, which is looked for with and without a `#` before it:
    /// `ZielonyNet` for `Zielony Net`; those that the rules strike are left out, but for those that are
    /// struck as hashtags alone.
    ///
    /// - Parameter forms: All of the brand.
    static func joined(of brand: Brand, among forms: [BrandForm]) -> [BrandForm] {
        guard brand.isFoundAsHashtag || brand.isFoundWithoutAccents else { return [] }
        let looked = forms.filter {
            !$0.isStruck && $0.form.unicodeScalars.contains(where: isJoint)
        }
        guard !looked.isEmpty else { return [] }
        // A form with a hyphen before its ending is also one without: `ZKPu` for `ZKP-u`.
        let ofOneWord = forms.lazy.map(\.form).filter {
            !$0.unicodeScalars.contains(where: isJoint)
        }
        let struck = Set(brand.struckForms.map(folded))
        return hashtags(of: looked, brand, except: ofOneWord.map { "#" + $0 })
            .map { $0.written(String($0.form.dropFirst())) }
            .filter { !struck.contains(folded($0.form)) }
    }

    /// Whether the form is written so as a hashtag; case does not matter.
    package func isHashtag(_ text: String) -> Bool {
        guard text.hasPrefix("#") else { return false }
        let text = Self.folded(text)
        return hashtags(inCapitals: false).contains { Self.folded($0) == text }
    }

    /// The same, with or without the `#`: `ZielonyNet` of `Zielony Net`.
    package func isOneWord(_ text: String) -> Bool {
        isHashtag(text.hasPrefix("#") ? text : "#" + text)
    }

    /// Case does not matter in comparisons.
    static func folded(_ form: String) -> String {
        form.lowercased().precomposed
    }

    // MARK: - Private

    /// Each once.
    private static func hashtags(
        of forms: [BrandForm], _ brand: Brand, except others: [String]
    ) -> [BrandForm] {
        guard !forms.isEmpty else { return [] }
        let key = { (text: String) in brand.isCaseSensitive ? text : folded(text) }
        var seen = Set(others.map(key))
        return forms.flatMap { form in
            form.hashtags(inCapitals: brand.isCaseSensitive)
                .filter { seen.insert(key($0)).inserted }
                .map(form.written)
        }
    }

    /// - Parameter inCapitals: Also with a capital at each word: of a name whose case matters, `Zielony
    ///   net`, people write `#ZielonyNet` as well as `#Zielonynet`.
    private func hashtags(inCapitals: Bool) -> [String] {
        guard let first = form.first, first.isLetter || first.isNumber, !form.isDomain else {
            return []
        }
        let parts = form.unicodeScalars.split(whereSeparator: Self.isJoint).map(String.init)
        let text = parts.joined()
        guard text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
            text.contains(where: \.isLetter)
        else { return [] }
        let capitalized = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let isOther = inCapitals && parts.count > 1 && capitalized != text
        return isOther ? ["#" + text, "#" + capitalized] : ["#" + text]
    }

    private func written(_ text: String) -> BrandForm {
        BrandForm(
            form: text, name: name, language: language, features: features,
            lacksAccents: lacksAccents, isStruck: false)
    }

    private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", ".", "-", "\u{2010}", "\u{2011}": true
        default: !scalar.isASCII && scalar.properties.isWhitespace
        }
    }
}
