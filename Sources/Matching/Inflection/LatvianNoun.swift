/// Declines a Latvian noun, or a foreign one as Latvian does, by the look of its end.
struct LatvianNoun {
    private let word: String

    /// - Parameter word: In lower case, but for its first letters.
    init(_ word: String) {
        self.word = word
    }

    var forms: [WordForm] {
        declensions.flatMap(forms)
    }

    /// The forms as a definite adjective, `Lielais` or `Lielā`; empty for any other word.
    var definiteForms: [WordForm] {
        word.hasSuffix("ais")
            ? forms(stem: dropping(3), Tables.definiteMasculine)
            : word.hasSuffix("ā") ? forms(stem: dropping(1), Tables.definiteFeminine) : []
    }

    /// `nil` when the word, as it stands, is a genitive or tells nothing.
    var gender: GrammaticalGender? {
        switch word.last {
        case "a", "e", "ā": .feminine
        case "s" where !word.hasSuffix(in: ["as", "es", "ās", "ēs"]): .masculine
        case "š": .masculine
        default: nil
        }
    }

    // MARK: - Private

    private typealias Tables = LatvianDeclensions

    private func forms(stem: String, _ declension: Declension) -> [WordForm] {
        declension.endings.map {
            WordForm(
                text: $0.stem == .word ? word : LatvianStem(stem).adding($0), slot: $0.slot,
                gender: declension.gender)
        }
    }

    private var declensions: [(stem: String, Declension)] {
        switch word.last {
        case "s": inS
        case "š": [(dropping(1), isCapitalized ? Tables.firstOfNames : Tables.first)]
        case "a": [(dropping(1), Tables.fourth)]
        case "e": [(dropping(1), Tables.fifth)]
        case "ā": [(dropping(1), Tables.definiteFeminine)]
        case "o", "i", "u", "y", "ē", "ī", "ō", "ū", "é", nil: []
        default: [(word, Tables.adopted)]
        }
    }

    private var inS: [(String, Declension)] {
        switch true {
        case word.hasSuffix("ais"):
            [(dropping(3), Tables.definiteMasculine)]
        case word.hasSuffix("šanās"): [(dropping(2), Tables.reflexive)]
        case word.hasSuffix("is"): inIs
        case word.hasSuffix("us"): [(dropping(2), Tables.third)]
        case word.lowercased().hasSuffix(in: ["mens", "dens", "bens", "suns", "ness"]):
            [(dropping(1), Tables.secondInS), (dropping(1), Tables.first.singularOnly)]
        default:
            [(dropping(1), isCapitalized ? Tables.firstOfNames : Tables.first)]
                + (isOftenSixth ? [(dropping(1), Tables.sixth.singularOnly)] : [])
        }
    }

    private var inIs: [(String, Declension)] {
        let stem = dropping(2)
        let mayKeep = isCapitalized && stem.hasSuffix(in: ["t", "d"])
        return [(stem, Tables.second)] + (mayKeep ? [(stem, Tables.secondUnsoftened)] : [])
    }

    /// The sixth declension takes in no new words, so its own are listed, and end their compounds.
    private var isOftenSixth: Bool {
        word.lowercased().hasSuffix(in: [
            "acs", "asins", "auss", "balss", "birzs", "dakts", "debess", "dzelzs", "dzirksts",
            "govs", "guns", "izkapts", "kārts", "klēts", "krāsns", "krūts", "kūts", "nakts",
            "nāss", "nots", "pils", "pirts", "plīts", "pults", "sāls", "sirds", "smilts", "takts",
            "telts", "valsts", "vēsts", "zivs", "zoss",
        ])
    }

    private func dropping(_ count: Int) -> String {
        String(word.dropLast(count))
    }

    private var isCapitalized: Bool { word.first?.isUppercase ?? false }
}
