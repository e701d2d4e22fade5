/// A Polish word that looks like an adjective in the nominative: `Nowy`, `Boża`, `Polskie`.
struct PolishAdjective {
    let gender: GrammaticalGender
    /// Hardly any noun ends so.
    let isCertain: Bool
    private let stem: String

    init?(_ word: String) {
        let stem = String(word.dropLast())
        // The i of a soft stem stays: letni, letniego.
        let isSoftMasculine = word.hasSuffix(in: Self.softEnds)
        switch word.last {
        case "y": gender = .masculine
        case "i" where stem.hasSuffix(in: ["k", "g"]) || isSoftMasculine: gender = .masculine
        // Not Joanna, nor any other name of that end.
        case "a" where !word.hasSuffix("anna"): gender = .feminine
        case "e": gender = .neuter
        default: return nil
        }
        let isSoftVelar = gender == .neuter && stem.hasSuffix(in: ["ki", "gi"])
        self.stem = isSoftVelar ? String(stem.dropLast()) : isSoftMasculine ? word : stem
        isCertain =
            isSoftVelar || self.stem.hasSuffix(in: Self.certainEnds)
            || Self.inVelars.contains(self.stem.lowercased())
        guard isCertain || self.stem.hasSuffix(in: Self.likelyEnds + Self.softEnds) else {
            return nil
        }
    }

    /// What a name of one word in `-a` is by its look, with no noun beside it.
    enum FeminineLook {
        case noun
        /// A noun, or an adjective as streets are: `Polna`, `Złota`.
        case either
        case adjective
    }

    static func feminineLook(_ word: String) -> FeminineLook {
        guard let adjective = PolishAdjective(word), adjective.gender == .feminine else {
            return .noun
        }
        let stem = adjective.stem
        if inVelars.contains(stem.lowercased()) || stem.hasSuffix(in: certainAlone) {
            return .adjective
        }
        let isInN = stem.last == "n" && !(stem.dropLast().last?.isPolishVowel ?? true)
        return adjective.isCertain || isInN || stem.hasSuffix(in: oftenAlone) ? .either : .noun
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
        "ąc", "sk", "ck", "dzk", "ow", "jn", "ln", "czn", "tn", "bn", "oż", "nicz",
    ]
    private static let likelyEnds = [
        "n", "w", "ł", "t", "r", "m", "d", "b", "p", "g", "sz", "cz", "ż", "ch", "z", "ac", "rz",
    ]
    /// Of soft adjectives: `letni`, `ptasi`, `jeleni`, `łabędzi`, `tani`.
    private static let softEnds = ["dni", "tni", "asi", "isi", "ęsi", "eni", "ędzi", "edzi", "ani"]
    /// Ends of no noun in `-a`.
    private static let certainAlone = ["czn", "nicz", "ąc", "kn", "pn"]
    /// Ends of many adjectives, and of few nouns for their number.
    private static let oftenAlone = [
        "ot", "st", "ęt", "on", "ał", "oł", "epł", "ich", "uch", "cz", "rz", "ż", "yw", "br",
        "okr", "str", "tar", "zar", "od", "tni", "dni", "asi", "isi",
    ]
    /// The class takes in no new words, while nouns in `-ka` are without number.
    private static let inVelars: Set = [
        "ciężk", "cienk", "dalek", "dług", "gładk", "głębok", "gorzk", "krótk", "lekk", "miękk",
        "płytk", "rzadk", "słodk", "srog", "szerok", "szybk", "tęg", "ubog", "wielk", "wysok",
    ]

    private var declension: Declension {
        switch gender {
        case .masculine: PolishDeclensions.adjectiveMasculine
        case .feminine: PolishDeclensions.adjectiveFeminine
        case .neuter: PolishDeclensions.adjectiveNeuter
        }
    }
}
