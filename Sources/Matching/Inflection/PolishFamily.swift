/// Several of a family: `Bracia Kowalscy`, `Państwo Nowakowie`, `Nowiccy`.
enum PolishFamily {
    /// Whether a word says what they are to each other, and their surname follows.
    static func isKin(_ word: String) -> Bool {
        ["bracia", "państwo"].contains(word.lowercased())
    }

    /// Whether a surname is in the plural by its look: `Nowiccy`, `Nowakowie`.
    static func isPlural(_ surname: String) -> Bool {
        surname.count > 5 && surname.hasSuffix(in: adjectives + ["owie"])
    }

    /// The forms of such a word, or of a surname in the plural that is an adjective; `nil` for any other.
    static func forms(of word: String) -> [WordForm]? {
        let noun = PolishNoun(word)
        switch word.lowercased() {
        case "bracia":
            let stem = String(word.dropLast())
            return noun.forms(
                of: [(stem, Tables.brothers), (stem.dropLast(2) + "ć", Tables.brothersWith)])
        case "państwo":
            // A state too, of which nobody names several.
            return noun.forms.filter { $0.slot.number == .singular }
                + noun.forms(of: [(String(word.dropLast()), Tables.couple)])
        default:
            let isSurname =
                word.first?.isUppercase ?? false && word.count > 5
                && word.hasSuffix(in: adjectives)
            return isSurname
                ? noun.forms(of: [(word.dropLast(2) + "k", Tables.familyInCy)]) : nil
        }
    }

    // MARK: - Private

    private typealias Tables = PolishDeclensions

    private static let adjectives = ["scy", "ccy", "dzcy"]
}
