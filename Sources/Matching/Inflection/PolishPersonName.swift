/// A word of a person's name, which tells more than other words do: who bears it is one, and alive.
struct PolishPersonName {
    private let word: String
    private let gender: GrammaticalGender

    init(_ word: String, of gender: GrammaticalGender) {
        self.word = word
        self.gender = gender
    }

    /// The forms of a given name; empty where it stays: `Chloe`.
    var givenForms: [WordForm] {
        switch (gender, word.last) {
        case _ where word.lowercased() == "pan": forms([(word, Tables.pan)])
        case _ where word.lowercased() == "pani": forms([(stem, Tables.pani)])
        case _ where word.lowercased() == "królowa":
            forms([(stem, Tables.adjectiveFeminine.singularOnly)])
        case (_, "a"): forms(inA)
        case (.masculine, "o"): forms(givenInO)
        case (.masculine, _): masculineForms
        default: []
        }
    }

    /// The forms of a surname; empty where it stays, as a woman's in a consonant does: `Anna Malik`.
    var surnameForms: [WordForm] {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts.allSatisfy({ $0.count > 2 }) { return doubleForms(parts) }
        return switch (gender, word.last) {
        case (.feminine, "a"): feminineForms
        case (_, "a"): forms(inA)
        case (.masculine, "o"): forms(inO)
        case (.masculine, _): masculineForms
        default: []
        }
    }

    // MARK: - Private

    private typealias Tables = PolishDeclensions

    private var stem: String { String(word.dropLast()) }

    /// `Bruno`, `Brunona`; `Leo` stays; `Mieszko`, `Mieszka`.
    private var givenInO: [(String, Declension)] {
        let name = word.lowercased()
        if Self.growing.contains(name) { return [(word + "n", Tables.masculineHard.ofPersons)] }
        return name == "leo" ? [] : [(stem, Tables.inO(of: stem))]
    }

    private static let growing: Set = ["bruno", "hugo", "iwo", "otto"]

    private func forms(_ declensions: [(String, Declension)]) -> [WordForm] {
        PolishNoun(word).forms(of: declensions)
    }

    /// `Duda`, `Sowa`, `Ania`: as other nouns go, whoever bears them.
    private var inA: [(String, Declension)] {
        let last = stem.last ?? "a"
        guard last == "i" else {
            let isSoft = PolishStem(stem).isSoft || last.isPolishVowel
            let table = isSoft ? Tables.feminineSoft : Tables.feminineHard
            return [(stem, table.singularOnly)]
        }
        return switch stem.dropLast().last {
        case "c", "s", "z": [(stem, Tables.petNameInA)]
        // Ania, Ani, but Stefania, Stefanii.
        case "n" where stem.count < 5: [(stem, Tables.petNameInA)]
        case "n":
            [(stem, Tables.feminineForeign.singularOnly), (stem, Tables.feminineSoft.singularOnly)]
        default: [(stem, Tables.feminineForeign.singularOnly)]
        }
    }

    /// A surname that is an adjective, or may be one, goes as adjectives do.
    private var feminineForms: [WordForm] {
        let adjectival = [(stem, Tables.adjectiveFeminine.singularOnly)]
        let addressed = WordForm(
            text: word,
            slot: GrammaticalSlot(number: .singular, grammaticalCase: .vocative), gender: gender)
        let isSure =
            PolishAdjective(word)?.certainty == .known
            || !PolishAdjective.isKnownNoun(word) && stem.hasSuffix(in: ["sk", "ck", "dzk"])
        if isSure { return forms(adjectival) + [addressed] }
        return switch PolishAdjective.feminineLook(word) {
        case .noun: forms(inA)
        case .either: forms(inA) + forms(adjectival)
        case .adjective: forms(adjectival) + [addressed]
        }
    }

    /// `Zorbro` goes as a feminine, `Marino` as a masculine.
    private var inO: [(String, Declension)] {
        let isForeign = stem.hasSuffix(in: [
            "s", "t", "n", "d", "l", "v", "i", "c", "tr", "e", "ar", "er", "ir", "or", "ur",
        ])
        let isPolish = !stem.hasSuffix(in: ["i", "e", "v", "l", "c", "s"])
        return (isPolish ? [(stem, Tables.masculineInO)] : [])
            + (isForeign ? [(stem, Tables.inO(of: stem))] : [])
    }

    private var masculineForms: [WordForm] {
        switch word.last {
        case "e":
            let last = stem.last ?? "e"
            guard !last.isPolishVowel else { return [] }
            // The e of Mike is not heard.
            if PolishStem(stem).isVelar || stem.hasSuffix("c") {
                return forms([(word, Tables.apostrophe)])
            }
            return Self.muted.contains(word.lowercased())
                ? forms([(word, Tables.apostrophe), (stem, Tables.mutedLocative)])
                : forms([(stem, Tables.masculineInE)])
        case "y" where Self.foreignInY.contains(word.lowercased()):
            return forms([(word, Tables.apostropheAdjective)])
        case "y" where PolishGivenName.gender(of: word) != nil:
            return forms([(stem, Tables.adjectiveMasculine.singularOnly)])
        case "y" where !word.hasSuffix(in: ["ay", "ey", "oy", "uy"]), "i":
            let own = PolishNoun(word).forms.filter { $0.slot.number == .singular }
            return own.isEmpty ? forms([(stem, Tables.adjectiveMasculine.singularOnly)]) : own
        case "ę": return PolishNoun(word).forms
        case "u", "ó", "ą", "é", "á", "í", "ô", nil: return []
        default:
            return forms(
                PolishObliqueStems.of(word).map { stem in
                    (stem, Tables.masculine(of: stem).ofPersons)
                })
        }
    }

    private static let foreignInY: Set = [
        "andy", "barry", "billy", "bobby", "gary", "harry", "henry", "jerry", "jimmy", "larry",
        "tommy", "tony",
    ]
    private static let muted: Set = [
        "dave", "george", "jude", "kyle", "luke", "mike", "pete", "steve", "wayne",
    ]

    /// Both of a man's decline, or the second alone; of a woman's each that would alone.
    private func doubleForms(_ parts: [String]) -> [WordForm] {
        let (head, end) = (
            PolishPersonName(parts[0], of: gender), PolishPersonName(parts[1], of: gender)
        )
        let (heads, ends) = (head.surnameForms, end.surnameForms)
        let together = heads.flatMap { first in
            ends.filter { $0.slot == first.slot }.map { last in
                WordForm(text: first.text + "-" + last.text, slot: first.slot, gender: gender)
            }
        }
        let behind = ends.map { last in
            WordForm(text: parts[0] + "-" + last.text, slot: last.slot, gender: gender)
        }
        let before = heads.map { first in
            WordForm(text: first.text + "-" + parts[1], slot: first.slot, gender: gender)
        }
        return switch (heads.isEmpty, ends.isEmpty) {
        case (true, _): behind
        case (false, true): before
        case (false, false): gender == .masculine ? together + behind : together
        }
    }
}
