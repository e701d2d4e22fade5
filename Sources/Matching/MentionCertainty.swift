package import Model
import Tokenizing

/// How sure it is that a place that counts does name the brand, and why.
///
/// A name that the rules take as it stands is certain: whoever wrote them knows of no other meaning. A
/// name for which they ask more has other meanings, and is as sure as what they ask for makes it.
package struct MentionCertainty: Sendable {
    package struct Degree: Hashable, Sendable {
        /// 0 … 1, two decimals.
        package let confidence: Double
        /// For people: `written as the name is; a context word stands near`.
        package let reason: String
    }

    private let word: Degree
    private let phrase: Degree
    private let handle: Degree

    /// - Parameter brand: By the rules that the mentions are found by.
    package init(of brand: Brand) {
        guard !brand.isPlain else {
            word = Degree(confidence: 1, reason: "the rules know no other meaning")
            (phrase, handle) = (word, word)
            return
        }
        word = Self.degree(Self.share(ofWordsOf: brand), Self.reasons(ofWordsOf: brand), brand)
        phrase = Self.degree(Share.named, ["a name of several words"], brand)
        handle = Self.degree(Share.named, ["a handle or hashtag"], brand)
    }

    /// - Parameter form: As written in the text, in a place that meets all that the brand asks for.
    package func degree(of form: String) -> Degree {
        if form.hasPrefix("@") || form.hasPrefix("#") { return handle }
        return Words(of: form).count > 1 ? phrase : word
    }

    /// A hashtag that the rules do not list, and several words as one, are as sure as the name that they are.
    package func degree(of mention: Mention, foundAs form: BrandForm) -> Degree {
        degree(of: form.isOneWord(mention.form) ? form.form : mention.form)
    }

    func degree(of form: String, _ writing: NameMatch.Writing) -> Degree {
        switch writing {
        case .asListed, .respelled, .inCapitals: degree(of: form)
        case .hashtag: word
        case .joined, .joinedHashtag: phrase
        }
    }

    // MARK: - Private

    /// Of the places of 85 names that mean something else as often, the share that is of the
    /// organisation (Broad Twitter Corpus, Derczynski, Bontcheva and Roberts 2016), rounded.
    private enum Share {
        static let anyPlace = 0.5
        static let inItsCapitals = 0.6
        static let outsideLongerNames = 0.7
        static let named = 0.85
    }

    private static func share(ofWordsOf brand: Brand) -> Double {
        guard brand.isCaseSensitive else { return Share.anyPlace }
        return brand.isStandalone ? Share.outsideLongerNames : Share.inItsCapitals
    }

    private static func reasons(ofWordsOf brand: Brand) -> [String] {
        var reasons: [String] = []
        if brand.isStrictOnCase {
            reasons.append("its capital tells a name")
        } else if brand.isCaseSensitive {
            reasons.append("written as the name is")
        }
        if brand.isStandalone { reasons.append("no longer name around it") }
        return reasons.isEmpty ? ["the name may mean something else"] : reasons
    }

    /// Context and query, which are made for the one name, each halve what doubt is left.
    private static func degree(_ share: Double, _ reasons: [String], _ brand: Brand) -> Degree {
        let support = [
            brand.context == nil ? nil : "a context word stands near",
            brand.query == nil ? nil : "the query holds",
        ].compactMap(\.self)
        let confidence = support.reduce(share) { share, _ in (1 + share) / 2 }
        return Degree(
            confidence: confidence.rounded(decimals: 2),
            reason: (reasons + support).joined(separator: "; "))
    }
}
