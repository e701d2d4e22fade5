import Model
import Tokenizing

/// Hashtags that a brand is looked for by though the rules do not list them: its forms with a `#` before
/// them, `#ZielonyNet` for `Zielony Net`.
extension BrandForm {
    /// Every form that is struck neither itself nor with its `#`, as a hashtag.
    ///
    /// Handles, names with `*` and domain names have none, and of a name of several words only one that
    /// is letters and digits, spaces, hyphens and full stops. Those that the rules list are left out.
    ///
    /// - Parameters:
    ///   - forms: All of the brand.
    ///   - ofSeveralWords: Only those of forms of several words.
    static func hashtags(
        of brand: Brand, among forms: [BrandForm], ofSeveralWords: Bool = false
    ) -> [BrandForm] {
        guard brand.isFoundAsHashtag else { return [] }
        let looked = forms.filter {
            !$0.isStruck && (!ofSeveralWords || $0.form.unicodeScalars.contains(where: isJoint))
        }
        guard !looked.isEmpty else { return [] }
        let key = { (text: String) in brand.isCaseSensitive ? text : folded(text) }
        var seen = Set(forms.lazy.map(\.form).filter { $0.hasPrefix("#") }.map(key))
        if ofSeveralWords {
            // A form with a hyphen before its ending is also one without: `ZKPu` for `ZKP-u`.
            let ofOneWord = forms.lazy.map(\.form).filter {
                !$0.unicodeScalars.contains(where: isJoint)
            }
            seen.formUnion(ofOneWord.map { key("#" + $0) })
        }
        let struck = Set(brand.struckForms.filter { $0.hasPrefix("#") }.map(folded))
        return looked.flatMap { form in
            form.hashtags(inCapitals: brand.isCaseSensitive)
                .filter { seen.insert(key($0)).inserted && !struck.contains(folded($0)) }
                .map(form.written)
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

    /// - Parameter inCapitals: Also with a capital at each word: of a name whose case matters, `Zielony
    ///   net`, people write `#ZielonyNet` as well as `#Zielonynet`.
    private func hashtags(inCapitals: Bool) -> [String] {
        guard let first = form.first, first.isLetter || first.isNumber, !isDomain else { return [] }
        let parts = form.unicodeScalars.split(whereSeparator: Self.isJoint).map(String.init)
        let text = parts.joined()
        guard text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
            text.contains(where: \.isLetter)
        else { return [] }
        let capitalized = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let isOther = inCapitals && parts.count > 1 && capitalized != text
        return isOther ? ["#" + text, "#" + capitalized] : ["#" + text]
    }

    /// `kawka.example`, but neither `Dr. Ząbek` nor `Dr.Ząbek`.
    private var isDomain: Bool {
        guard let stop = form.lastIndex(of: "."), !form.contains(where: \.isWhitespace) else {
            return false
        }
        let label = form[form.index(after: stop)...]
        return label.count > 1 && label.allSatisfy(\.isLowercase)
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
