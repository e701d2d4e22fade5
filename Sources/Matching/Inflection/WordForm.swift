/// One form of one word.
struct WordForm: Hashable {
    let text: String
    let slot: GrammaticalSlot
    let gender: GrammaticalGender

    /// The same where it stands beside a singular, whose number is that of the name.
    var besideSingular: WordForm {
        WordForm(
            text: text,
            slot: GrammaticalSlot(number: .singular, grammaticalCase: slot.grammaticalCase),
            gender: gender)
    }
}

enum GrammaticalGender: Hashable {
    case masculine, feminine, neuter
}

/// A cell of a declension table.
struct GrammaticalSlot: Hashable {
    let number: GrammaticalNumber
    let grammaticalCase: GrammaticalCase

    static let base = GrammaticalSlot(number: .singular, grammaticalCase: .nominative)

    /// Singular before plural, cases in the order of the grammars.
    static let all = GrammaticalNumber.allCases.flatMap { number in
        GrammaticalCase.allCases.map { GrammaticalSlot(number: number, grammaticalCase: $0) }
    }
}

extension GrammaticalSlot: CustomStringConvertible {
    var description: String { "\(number.rawValue) \(grammaticalCase.rawValue)" }
}

enum GrammaticalNumber: String, CaseIterable {
    case singular = "sg"
    case plural = "pl"
}

enum GrammaticalCase: String, CaseIterable {
    case nominative = "nom"
    case genitive = "gen"
    case dative = "dat"
    case accusative = "acc"
    case instrumental = "ins"
    case locative = "loc"
    case vocative = "voc"
}
