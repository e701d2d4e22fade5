import Model
import Tokenizing

/// Hashtags that a brand is looked for by though the rules do not list them: its forms with a `#` before
/// them, `#ZielonyNet` for `Zielony Net`, which some write so without the sign as well.
extension BrandForm {
    /// Every form that is struck neither itself nor with its `#`, as a hashtag.
    ///
    /// Handles, names with `*` and domain names have none, and of a name of several words only one that
    /// is letters and digits, spaces, hyphens and full stops. Those that the rules list are left out.
    ///
    /// - Parameter forms: All of the brand.
    static func hashtags(of brand: Brand, among forms: [BrandForm]) -> [BrandForm] {
        guard brand.isFoundAsHashtag else { return [] }
        let listed = forms.lazy.map(\.form).filter { $0.hasPrefix("#") }
        return hashtags(of: forms.filter { !$0.isStruck }, brand, except: Array(listed))
    }

    /// The forms of several words as one word, which is looked for with and without a `#` before it:
    /// `ZielonyNet` for `Zielony Net`.
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
        return hashtags(of: looked, brand, except: ofOneWord.map { "#" + $0 }).map { tag in
            tag.written(String(tag.form.dropFirst()))
        }
    }

    /// Whether the form is written so as a hashtag; case does not matter.
    package func isHashtag(_ text: String) -> Bool {
        guard text.hasPrefix("#") else { return false }
        let text = Self.folded(text)
        return hashtags(inCapitals: false).contains { Self.folded($0) == text }
    }

    /// Case does not matter in comparisons.
    static func folded(_ form: String) -> String {
        form.lowercased().precomposed
    }

    // MARK: - Private

    /// Each once, without those that the rules strike.
    private static func hashtags(
        of forms: [BrandForm], _ brand: Brand, except others: [String]
    ) -> [BrandForm] {
        guard !forms.isEmpty else { return [] }
        let key = { (text: String) in brand.isCaseSensitive ? text : folded(text) }
        var seen = Set(others.map(key))
        let struck = Set(brand.struckForms.filter { $0.hasPrefix("#") }.map(folded))
        return forms.flatMap { form in
            form.hashtags(inCapitals: brand.isCaseSensitive)
                .filter { seen.insert(key($0)).inserted && !struck.contains(folded($0)) }
                .map(form.written)
        }
    }

    /// - Parameter inCapitals: Also with a capital at each word: of a name whose case matters, `Zielony
    ///   net`, people write `#ZielonyNet` as well as `#Zielonynet`.
    private func hashtags(inCapitals: Bool) -> [String] {
        guard let first = form.first, first.isLetter || first.isNumber, !form.isDomain else { return [] }
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
