/// A place whose name is an adjective and a noun written as one, both of which decline: `Białystok`,
/// `Białegostoku`.
struct PolishPlaceName {
    private let adjective: PolishAdjective
    private let noun: PolishNoun

    /// `nil` for any other word.
    init?(_ word: String) {
        guard
            let noun = PolishWords.placeNouns.first(where: {
                word.hasSuffix($0) && word.count > $0.count + 3
            })
        else { return nil }
        let first = String(word.dropLast(noun.count))
        guard first.hasSuffix("y"),
            PolishWords.adjectiveStems.contains(first.dropLast().lowercased())
                || Self.stems.contains(first.dropLast().lowercased()),
            let adjective = PolishAdjective(first)
        else { return nil }
        self.adjective = adjective
        self.noun = PolishNoun(noun)
    }

    var forms: [WordForm] {
        let ends = noun.forms
        return adjective.forms.filter { $0.slot.number == .singular }.flatMap { head in
            ends.filter { $0.slot == head.slot && isOfPlace($0) }.map {
                WordForm(text: head.text + $0.text, slot: head.slot, gender: .masculine)
            }
        }
    }

    // MARK: - Private

    /// Adjectives that live on in such names alone.
    private static let stems: Set = ["krasn", "star"]

    /// A thing is in the accusative as in the nominative.
    private func isOfPlace(_ form: WordForm) -> Bool {
        form.slot.grammaticalCase != .accusative
    }
}
