/// A Polish word that looks like an adjective in the nominative: `Nowy`, `Boża`, `Polskie`.
struct PolishAdjective {
    /// How sure it is that a word, or one of a phrase, is an adjective.
    enum Certainty: Int, Comparable {
        /// Nouns end so too.
        case possible
        /// Hardly any noun ends so.
        case byEnd
        case known
        /// It stands before the name of a country: `Solidarna Polska`.
        case ofCountry

        static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    let gender: GrammaticalGender
    let certainty: Certainty
    private let stem: String

    init?(_ word: String) {
        guard !Self.isKnownNoun(word), PolishNumeral.forms(of: word).isEmpty else { return nil }
        if let (stem, gender) = Self.possessives[word.lowercased()] {
            self.gender = gender
            certainty = .known
            self.stem = String(word.prefix(1) + stem.dropFirst())
            return
        }
        let stem = String(word.dropLast())
        // The i of a soft stem stays: letni, letniego.
        let isSoftMasculine =
            word.lowercased().hasSuffix(in: Self.softEnds)
            || word.last == "i" && PolishWords.adjectiveStems.contains(word.lowercased())
        switch word.last {
        case "y" where !PolishNoun(word).isForeignInY: gender = .masculine
        case "i" where stem.hasSuffix(in: ["k", "g"]) || isSoftMasculine: gender = .masculine
        // Not Joanna, nor any other name of that end.
        case "a" where !word.hasSuffix("anna"): gender = .feminine
        case "e": gender = .neuter
        default: return nil
        }
        let isSoftVelar = gender == .neuter && stem.hasSuffix(in: ["ki", "gi"])
        self.stem = isSoftVelar ? String(stem.dropLast()) : isSoftMasculine ? word : stem
        let isKnown = PolishWords.adjectiveStems.contains(self.stem.lowercased())
        // Anne is a name.
        let isInN =
            gender != .neuter && self.stem.last == "n"
            && !(self.stem.dropLast().last?.isPolishVowel ?? true)
        let isCertain = isSoftVelar || isInN || self.stem.hasSuffix(in: Self.certainEnds)
        certainty = isKnown ? .known : isCertain ? .byEnd : .possible
        guard certainty > .possible || self.stem.hasSuffix(in: Self.likelyEnds + Self.softEnds)
        else {
            return nil
        }
    }

    /// A noun that ends as adjectives do.
    static func isKnownNoun(_ word: String) -> Bool {
        let lowercased = word.lowercased()
        // Smak Kawy has a genitive, and a plural looks alike.
        let ofKawa = lowercased.hasSuffix("y") ? lowercased.dropLast() + "a" : lowercased
        // Artysta, but czysta.
        return PolishWords.nouns.contains(lowercased) || PolishWords.nouns.contains(ofKawa)
            || lowercased.hasSuffix(in: ["ista", "ysta"])
                && !PolishWords.adjectiveStems.contains(String(lowercased.dropLast()))
    }

    var isCertain: Bool { certainty > .possible }

    /// What a name of one word in `-a` is by its look, with no noun beside it.
    enum FeminineLook {
        case noun
        /// A noun, or an adjective as streets are: `Polna`, `Złota`.
        case either
        case adjective
    }

    static func feminineLook(_ word: String) -> FeminineLook {
        guard !PolishWords.countries.contains(word.lowercased()),
            PolishGivenName.gender(of: word) == nil, let adjective = PolishAdjective(word),
            adjective.gender == .feminine
        else { return .noun }
        let stem = adjective.stem
        let isVelar = PolishStem(stem).isVelar
        let isKnown = isVelar && PolishWords.adjectiveStems.contains(stem.lowercased())
        if isKnown && !stem.hasSuffix(in: ["sk", "ck"]) || stem.hasSuffix(in: certainAlone) {
            return .adjective
        }
        return adjective.isLikely ? .either : .noun
    }

    /// Whether many words with this stem are adjectives.
    var isLikely: Bool { isCertain || stem.hasSuffix(in: Self.oftenAlone) }

    var forms: [WordForm] {
        declension.endings.flatMap { ending in
            PolishStem(stem).adding(ending).map {
                WordForm(text: $0, slot: ending.slot, gender: gender)
            }
        }
    }

    // MARK: - Private

    private static let certainEnds = [
        "ąc", "sk", "ck", "dzk", "ow", "jn", "ln", "czn", "tn", "bn", "oż", "nicz", "ższ", "psz",
        "dni", "tni",
    ]
    private static let likelyEnds = [
        "n", "w", "ł", "t", "r", "m", "d", "b", "p", "g", "sz", "cz", "ż", "ch", "z", "ac", "rz",
    ]
    /// Of soft adjectives: `letni`, `ptasi`, `jeleni`, `łabędzi`, `tani`.
    private static let softEnds = [
        "dni", "tni", "zeci", "asi", "isi", "ęsi", "eni", "ędzi", "edzi", "ani",
    ]
    /// Ends of no noun in `-a`.
    private static let certainAlone = [
        "czn", "nicz", "ąc", "kn", "pn", "ńsk", "wsk", "rsk", "msk", "ick", "dzk",
    ]
    /// Ends of many adjectives, and of few nouns for their number.
    private static let oftenAlone = [
        "ot", "st", "ęt", "on", "ał", "oł", "epł", "ich", "uch", "cz", "oż", "eż", "uż", "yż", "yw",
        "br",
        "okr", "str", "tar", "zar", "od", "tni", "dni", "asi", "isi", "iw", "jm",
    ]
    /// Those that say whose something is.
    private static let possessives: [String: (stem: String, GrammaticalGender)] = [
        "mój": ("moj", .masculine), "moja": ("moj", .feminine), "moje": ("moj", .neuter),
        "twój": ("twoj", .masculine), "twoja": ("twoj", .feminine), "twoje": ("twoj", .neuter),
        "swój": ("swoj", .masculine), "swoja": ("swoj", .feminine), "swoje": ("swoj", .neuter),
        "nasz": ("nasz", .masculine), "nasza": ("nasz", .feminine), "nasze": ("nasz", .neuter),
        "wasz": ("wasz", .masculine), "wasza": ("wasz", .feminine), "wasze": ("wasz", .neuter),
    ]

    private var declension: Declension {
        switch gender {
        case .masculine: PolishDeclensions.adjectiveMasculine
        case .feminine: PolishDeclensions.adjectiveFeminine
        case .neuter: PolishDeclensions.adjectiveNeuterOfNoun
        }
    }
}
