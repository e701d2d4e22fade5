/// Declines a Latvian noun, or a foreign one as Latvian does, by the look of its end.
struct LatvianNoun {
    private let word: String

    /// - Parameter word: In lower case, but for its first letters.
    init(_ word: String) {
        self.word = word
    }

    var forms: [WordForm] {
        declined + adapted
    }

    /// The forms as a definite adjective, `Lielais` or `Lielā`; empty for any other word.
    var definiteForms: [WordForm] {
        switch true {
        case word.hasSuffix("ais"): forms(stem: dropping(3), Tables.definiteMasculine)
        case word.hasSuffix("ā"): forms(stem: dropping(1), Tables.definiteFeminine)
        case word.hasSuffix("ie"): forms(stem: dropping(2), Tables.definiteMasculineInPlural)
        case word.hasSuffix("ās") && !word.hasSuffix("šanās"):
            forms(stem: dropping(2), Tables.definiteFeminineInPlural)
        default: []
        }
    }

    /// The forms of a numeral before the plural that it counts: `Trīs Māsas`; empty for other words.
    var numeralForms: [WordForm] {
        let name = word.lowercased()
        switch true {
        case name == "trīs":
            return forms(stem: dropping(2), Tables.threeDeclined) + forms(stem: word, Tables.three)
        case name.hasSuffix("i") && Self.numerals.contains(String(name.dropLast())):
            return forms(stem: dropping(1), Tables.firstInPlural)
        case name.hasSuffix("as") && Self.numerals.contains(String(name.dropLast(2))):
            return forms(stem: dropping(2), Tables.fourthInPlural)
        default: return []
        }
    }

    private static let numerals: Set = [
        "div", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ",
    ]

    /// `nil` when the word, as it stands, is a genitive or tells nothing.
    var gender: GrammaticalGender? {
        switch word.last {
        case "a", "e", "ā": .feminine
        case "s" where !word.hasSuffix(in: ["as", "es", "ās", "ēs"]): .masculine
        case "š": .masculine
        default: nil
        }
    }

    /// Whether its genitive looks as its nominative does, so that it may stand before another noun:
    /// `Akmens tilts`, `Pils laukums`, `Tirgus iela`.
    var mayBeGenitive: Bool {
        isOftenSixth || word.hasSuffix("us")
            || word.lowercased().hasSuffix(in: ["mens", "dens", "bens", "suns", "ness"])
    }

    // MARK: - Private

    private typealias Tables = LatvianDeclensions

    /// The forms in Latvian spelling; the s of Lumeks is no ending, since Lumex has none.
    private var adapted: [WordForm] {
        guard let spelling = LatvianSpelling.adapted(word) else { return [] }
        if word.last == "x" { return forms(stem: spelling, Tables.adopted) }
        let declined = LatvianNoun(spelling).declined
        // With the j that is heard it is a Latvian word as it stands: Zefija.
        guard spelling.hasSuffix("ja"), let gender = declined.first?.gender else { return declined }
        return declined + [WordForm(text: spelling, slot: .base, gender: gender)]
    }

    private var declined: [WordForm] {
        declensions.flatMap(forms)
    }

    private func forms(stem: String, _ declension: Declension) -> [WordForm] {
        declension.endings.map {
            WordForm(
                text: $0.stem == .word ? word : LatvianStem(stem).adding($0), slot: $0.slot,
                gender: declension.gender)
        }
    }

    private var declensions: [(stem: String, Declension)] {
        if let owner = word.genitiveOwner { return [(owner, Tables.adopted)] }
        return switch word.last {
        case "s": inS
        case "š": [(dropping(1), isCapitalized ? Tables.firstOfNames : Tables.first)]
        case "a": [(dropping(1), Tables.fourth), (dropping(1), Tables.manInA)]
        // No noun ends so: Zaļie.
        case "e" where word.hasSuffix("ie"):
            word.count > 4 ? [(dropping(2), Tables.definiteMasculineInPlural)] : []
        case "e": [(dropping(1), Tables.fifth), (dropping(1), Tables.manInE)]
        // A locative, as in Pirmajā vietā.
        case "ā" where word.hasSuffix("ajā"): []
        case "ā": [(dropping(1), Tables.definiteFeminine)]
        case "i" where isOftenPlural: [(dropping(1), Tables.firstInPlural)]
        case "o", "i", "u", "ē", "ī", "ō", "ū", "é", nil: []
        // Heard as a consonant behind a vowel.
        case "y" where !word.hasSuffix(in: ["ay", "ey", "oy"]): []
        default:
            [(word, Tables.adopted)]
                + (word.hasSuffix("er") ? [(word, Tables.adoptedInIs)] : [])
                + (word.lowercased().hasSuffix("bank") ? [(word, Tables.fourth.singularOnly)] : [])
        }
    }

    private var inS: [(String, Declension)] {
        switch true {
        case word.hasSuffix("ais"):
            [(dropping(3), Tables.definiteMasculine)]
        case word.hasSuffix("šanās"): [(dropping(2), Tables.reflexive)]
        case word.lowercased().hasSuffix(in: Self.sixthInPlural):
            [(dropping(2), Tables.sixthInPlural)]
        case word.hasSuffix("is"): inIs
        // A plural, or a name from abroad whose s stays.
        case word.hasSuffix("as"):
            [(dropping(2), Tables.fourthInPlural)] + asAdopted
        case word.hasSuffix("es"):
            [(dropping(2), Tables.fifthInPlural)] + asAdopted
        case word.hasSuffix("os"): [(word, Tables.adopted)]
        case word.hasSuffix("us"): inUs
        case word.lowercased().hasSuffix(in: Self.alwaysSixth): [(dropping(1), Tables.sixth)]
        case word.lowercased().hasSuffix(in: ["mens", "dens", "bens", "suns", "ness"]):
            [(dropping(1), Tables.secondInS), (dropping(1), Tables.first.singularOnly)]
        // Of a name from abroad the s may be part of the stem: Vilks, Vilka, but Maks, Maksa.
        case isCapitalized && word.hasSuffix("ks"):
            [(dropping(1), Tables.firstOfNames), (word, Tables.adoptedWithoutEnding)]
        default:
            [(dropping(1), isCapitalized ? Tables.firstOfNames : Tables.first)]
                + (isOftenSixth ? [(dropping(1), Tables.sixth)] : [])
        }
    }

    /// The third declension takes in no new words but names: Mikus, Mikum; Airbus, Airbusam.
    private var inUs: [(String, Declension)] {
        let stem = dropping(2)
        if !isCapitalized || word.lowercased().hasSuffix(in: Self.thirds) {
            return [(stem, Tables.third)]
        }
        let adopted = [(word, Tables.adoptedWithoutEnding)]
        return stem.contains(where: \.isLatvianVowel)
            ? [(stem, Tables.third.singularOnly)] + adopted : adopted
    }

    private static let thirds = ["tirgus", "alus", "ledus", "medus", "lietus", "vidus", "klepus"]

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

    private static let alwaysSixth = [
        "govs", "klēts", "krāsns", "nakts", "pils", "pirts", "sirds", "smilts", "telts", "valsts",
        "zivs",
    ]
    private static let sixthInPlural = ["brokastis", "cēsis", "durvis", "ļaudis"]

    private var asAdopted: [(String, Declension)] {
        isCapitalized ? [(word, Tables.adoptedWithoutEnding)] : []
    }

    /// Whether a word in `-i` is a plural, as `Kauguri`, and not a name from abroad, as `Rimmi`: it has
    /// a letter that only Latvian has, or is not that short; Latvian doubles few consonants and does
    /// not write some letters.
    private var isOftenPlural: Bool {
        let letters = word.lowercased()
        if !isCapitalized || letters.contains(where: "āčēģīķļņšūž".contains)
            || letters.hasSuffix("nieki")
        {
            return true
        }
        let isDoubled = zip(letters, letters.dropFirst()).contains { $0 == $1 }
        let isForeign = letters.contains(where: "qwxy".contains) || letters.contains("sh")
        return letters.count > 3 && !isDoubled && !isForeign
    }

    private func dropping(_ count: Int) -> String {
        String(word.dropLast(count))
    }

    private var isCapitalized: Bool { word.contains(where: \.isUppercase) }
}

extension Character {
    fileprivate var isLatvianVowel: Bool { "aeiouāēīōū".contains(lowercased()) }
}
