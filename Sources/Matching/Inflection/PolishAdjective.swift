/// A Polish word that looks like an adjective in the nominative: `Nowy`, `Boża`, `Polskie`.
struct PolishAdjective {
    let gender: GrammaticalGender
    /// Hardly any noun ends so.
    let isCertain: Bool
    private let stem: String

    init?(_ word: String) {
        let stem = String(word.dropLast())
        switch word.last {
        case "y": gender = .masculine
        case "i" where stem.hasSuffix(in: ["k", "g"]): gender = .masculine
        case "a": gender = .feminine
        case "e": gender = .neuter
        default: return nil
        }
        let isSoftVelar = gender == .neuter && stem.hasSuffix(in: ["ki", "gi"])
        self.stem = isSoftVelar ? String(stem.dropLast()) : stem
        isCertain = isSoftVelar || self.stem.hasSuffix(in: Self.certainEnds)
        guard isCertain || self.stem.hasSuffix(in: Self.likelyEnds) else { return nil }
    }

    var forms: [WordForm] {
        declension.endings.flatMap { ending in
            PolishStem(stem).adding(ending).map {
                WordForm(text: $0, slot: ending.slot, gender: gender)
            }
        }
    }

    // MARK: - Private

    private static let certainEnds = [
        "ąc", "sk", "ck", "dzk", "ow", "jn", "ln", "czn", "tn", "bn", "oż",
    ]
    private static let likelyEnds = [
        "n", "w", "ł", "t", "r", "m", "d", "b", "p", "g", "sz", "cz", "ż", "ch", "z",
    ]

    private var declension: Declension {
        switch gender {
        case .masculine: PolishDeclensions.adjectiveMasculine
        case .feminine: PolishDeclensions.adjectiveFeminine
        case .neuter: PolishDeclensions.adjectiveNeuter
        }
    }
}
