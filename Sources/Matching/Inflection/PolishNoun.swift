/// Declines a Polish noun, or a foreign one as Polish does, by the look of its end.
///
/// Gender and animacy are not known, so the forms of each declension that fits are given.
struct PolishNoun {
    let word: String
    private let mayBeAdjective: Bool

    /// - Parameters:
    ///   - word: In lower case, but for its first letters.
    ///   - mayBeAdjective: Whether it may be an adjective that stands for a noun: not beside another.
    init(_ word: String, mayBeAdjective: Bool = true) {
        self.word = word
        self.mayBeAdjective = mayBeAdjective
    }

    /// Whether a word behind a noun is a genitive by its look, so that it stays: `Fabryka Mebli`.
    static func looksGenitive(_ word: String) -> Bool {
        if word.hasSuffix("ów") { return word.count > 4 }
        guard word.hasSuffix(in: ["i", "y"]), WordShape(word) != .acronym,
            !PolishNoun(word).isForeignInY
        else { return false }
        return word.count > 3 && (PolishAdjective(word.lowercased()).map { !$0.isCertain } ?? true)
    }

    var forms: [WordForm] { forms(of: declensions) }

    /// The forms of the word by other declensions than its end asks for.
    func forms(of declensions: [(stem: String, Declension)]) -> [WordForm] {
        declensions.flatMap { stem, declension in
            declension.endings.flatMap { ending in
                (ending.stem == .word ? [word] : PolishStem(stem).adding(ending)).map {
                    WordForm(text: $0, slot: ending.slot, gender: declension.gender)
                }
            }
        }
    }

    /// As of `Okna`; empty for what does not end so.
    var neuterPluralForms: [WordForm] {
        guard word.hasSuffix("a") else { return [] }
        let isForeign = dropping(1).hasSuffix(in: ["i", "e", "u"])
        return forms(
            of: [
                (dropping(1), isForeign ? Tables.neuterForeignInPlural : Tables.neuterInPlural)
            ])
    }

    var gender: GrammaticalGender {
        switch word.last {
        case "a": .feminine
        case "o", "e", "ę": .neuter
        default: word.hasSuffix("ość") ? .feminine : word.hasSuffix("um") ? .neuter : .masculine
        }
    }

    /// The same, and what else a word in a consonant may be: `Sól`.
    var genders: Set<GrammaticalGender> {
        guard let last = word.last, last.isLetter, !last.isPolishVowel else { return [gender] }
        return Set([gender] + declensions.map(\.1.gender))
    }

    // MARK: - For the extension

    typealias Tables = PolishDeclensions

    func dropping(_ count: Int) -> String {
        String(word.dropLast(count))
    }

    /// A plural by its look, as `Linie` and `Kuchnie`: no noun of a verb, as `Śniadanie`, and no pet name
    /// from abroad, as `Bonnie`.
    var isPluralInNie: Bool {
        isCapitalized && word.count > 4 && word.hasSuffix("nie")
            && !word.hasSuffix(in: ["anie", "enie", "nnie"])
    }

    /// The `y` of `Harvey` is heard as a consonant.
    var isDiphthong: Bool {
        word.hasSuffix(in: ["ay", "ey", "oy", "uy"])
    }

    /// Whether it has a `y` at its end that no Polish word has there: `Leroy`, `Lucky`, `Tommy`.
    var isForeignInY: Bool {
        guard word.hasSuffix("y") else { return false }
        let before = word.dropLast().suffix(2)
        // Two n are Polish: senny.
        let isDoubled = before.count == 2 && before.first == before.last && before.last != "n"
        return isDiphthong || isDoubled || word.hasSuffix(in: ["ky", "gy", "ly"])
    }

    /// A name, even where its capital stands within it: aKawka.
    var isCapitalized: Bool { word.contains(where: \.isUppercase) }

    // MARK: - Private

    private var declensions: [(stem: String, Declension)] {
        switch word.last {
        case "a": inA
        case "o": inO
        case "e": inE
        case "ę": inNasal
        case "y" where !isDiphthong: inY
        case "i": inI
        case "u", "ó", "ą", "é", "á", "í", "ô", nil: []
        default: word.hasSuffix("um") ? inUm : inConsonant
        }
    }

    private var inA: [(String, Declension)] {
        let stem = dropping(1)
        let last = stem.last ?? "a"
        if last == "i" { return inIa }
        if last == "x" {
            return [
                (stem, Tables.feminineHard.singularOnly),
                (dropping(2) + "ks", Tables.feminineHard.singularOnly),
            ]
        }
        if PolishStem(stem).isSoft || last.isPolishVowel {
            return [(stem, Tables.feminineSoft)] + inSoftAdjectivalA + inForeignCa
        }
        switch isCapitalized && mayBeAdjective ? PolishAdjective.feminineLook(word) : .noun {
        case .noun:
            let isOften =
                mayBeAdjective && !PolishAdjective.isKnownNoun(word)
                && word.hasSuffix(in: ["owa", "ewa", "zna"])
            return [(stem, Tables.feminineHard)] + (isOften ? [adjectivalA] : [])
        // Its vocative would be an adverb: Długo, Cicho.
        case .either: return [(stem, Tables.feminineHard.withoutVocative), adjectivalA]
        case .adjective: return [adjectivalA]
        }
    }

    /// A surname or a street: `Nowicka`, `Polna`.
    private var adjectivalA: (String, Declension) {
        (dropping(1), Tables.adjectiveFeminine.singularOnly)
    }

    /// The same of a soft stem: `Wilcza`, `Letnia`.
    private var inSoftAdjectivalA: [(String, Declension)] {
        isCapitalized && mayBeAdjective && PolishAdjective.feminineLook(word) != .noun
            ? [adjectivalA] : []
    }

    /// A `c` that is read as `k`: Villanca, Villanki.
    private var inForeignCa: [(String, Declension)] {
        isCapitalized && word.hasSuffix(in: ["nca", "cca", "uca"])
            ? [(dropping(2) + "k", Tables.feminineHard.singularOnly)] : []
    }

    private var inIa: [(String, Declension)] {
        let stem = dropping(1)
        // The i of Mia is a vowel of its own.
        guard stem.dropLast().contains(where: \.isPolishVowel) || stem.count > 3 else {
            return [(stem, Tables.feminineForeign)]
        }
        switch stem.dropLast().last {
        case "t", "d", "r", "l", "k", "g", "h": return [(stem, Tables.feminineForeign)]
        case "c", "s", "z":
            return [(stem, Tables.feminineSoft), (stem, Tables.addressed)] + inSoftAdjectivalA
                + inForeignIa
        default:
            return [(stem, Tables.feminineForeign), (stem, Tables.feminineSoft.singularOnly)]
                + inSoftAdjectivalA
        }
    }

    /// A name from abroad, whose `i` is heard: Valencia, Valencii.
    private var inForeignIa: [(String, Declension)] {
        isCapitalized && PolishGivenName.gender(of: word) == nil
            ? [(dropping(1), Tables.feminineForeign.singularOnly)] : []
    }

    private var inO: [(String, Declension)] {
        let stem = dropping(1)
        guard let last = stem.last, !"oaeu".contains(last) else { return [] }
        if last == "i" {
            // A pet name: Krzysio, Krzysiowi.
            let isName = isCapitalized && stem.hasSuffix(in: ["si", "zi", "ni", "ci"])
            return [(stem, isName ? Tables.petNameInO : Tables.neuterForeign)]
        }
        if PolishStem(stem).isSoft { return [(stem, Tables.neuterVelar)] }
        if !PolishStem(stem).isVelar {
            let isSurname = isCapitalized && stem.hasSuffix(in: ["br", "dr"])
            return [(stem, Tables.neuterHard)] + (isSurname ? [(stem, Tables.masculineInO)] : [])
        }
        let mayBeSurname = !word.hasSuffix(in: ["isko", "ysko", "ątko", "czko"])
        return [(stem, Tables.neuterVelar)]
            + (last == "k" && isCapitalized && mayBeSurname ? [(stem, Tables.masculineInO)] : [])
    }

    private var inNasal: [(String, Declension)] {
        if word.lowercased() == "książę" {
            return [(word.prefix(3) + "ęci", Tables.neuterLengthened)]
        }
        return word.hasSuffix("mię")
            ? [(dropping(1) + "eni", Tables.neuterLengthened)]
            : [(dropping(1) + "ęci", Tables.neuterLengthened)]
    }

    private var inY: [(String, Declension)] {
        let stem = dropping(1)
        // Behind k, g and l Polish writes i: Lully is from abroad.
        if isForeignInY { return [(word, Tables.apostropheAdjective)] }
        if isCapitalized, word.hasSuffix("rzy"), word.count > 6 {
            return [(dropping(2), Tables.peopleInPlural)]
        }
        let look = PolishAdjective(word)
        if let look, look.isCertain { return [(stem, Tables.adjectiveMasculine)] }
        let adjective = look.map { _ in (stem, Tables.adjectiveMasculine.singularOnly) }
        let mayBeForeign =
            isCapitalized && look.map { !$0.isCertain } ?? stem.hasSuffix("f")
        return [adjective, (stem, Tables.pluralOnly)].compactMap { $0 }
            + (mayBeForeign ? [(word, Tables.apostropheAdjective)] : [])
    }

    private var inI: [(String, Declension)] {
        let stem = dropping(1)
        if stem.hasSuffix(in: ["sk", "ck", "dzk"]) {
            // A family: Nowiccy.
            let family = isCapitalized ? [(String(stem.dropLast()) + "c", Tables.family)] : []
            return [(stem, Tables.adjectiveMasculine)] + family
        }
        // Artyści.
        if stem.hasSuffix(in: ["yśc", "iśc"]) {
            return [(stem.dropLast(2) + "st", Tables.peopleInPlural)]
        }
        if stem.hasSuffix("śc") { return [(word, Tables.pluralOfBare)] }
        // Heard as a consonant: Kandai, Kandaia.
        if stem.hasSuffix(in: ["a", "e", "o", "u"]) {
            return [(word, Tables.masculineSoft.singularOnly)]
        }
        if PolishStem(stem).isVelar {
            return [(stem, Tables.adjectiveMasculine.singularOnly), (stem, Tables.pluralOnly)]
        }
        return [(word, Tables.foreignAdjective)]
    }
}
