/// The endings of one declension, as a grammar prints them.
///
/// A row is a number; its columns are nominative, genitive, dative, accusative, instrumental,
/// locative and vocative, parted by `|`; a column holds the endings that are in use, parted by
/// spaces. `-` is no ending, `=` the word as it was given; `^` before an ending asks for the softened
/// stem, `~` for the stem as it stands without an ending.
struct Declension {
    struct Ending {
        enum Stem {
            case plain, softened, bare
            /// The whole word, unchanged.
            case word
        }

        let slot: GrammaticalSlot
        let stem: Stem
        let text: String
    }

    let gender: GrammaticalGender
    let endings: [Ending]

    init(_ gender: GrammaticalGender, singular: String = "", plural: String = "") {
        self.gender = gender
        endings = Self.row(singular, .singular) + Self.row(plural, .plural)
    }

    /// The same without the plural.
    var singularOnly: Declension {
        Declension(gender, endings: endings.filter { $0.slot.number == .singular })
    }

    var withoutVocative: Declension {
        Declension(gender, endings: endings.filter { $0.slot.grammaticalCase != .vocative })
    }

    /// The singular of a masculine of living beings, whose genitive is never in `-u`.
    var ofPersons: Declension {
        Declension(
            gender,
            endings: singularOnly.endings.filter {
                $0.slot.grammaticalCase != .genitive || $0.text != "u"
            })
    }

    // MARK: - Private

    private init(_ gender: GrammaticalGender, endings: [Ending]) {
        self.gender = gender
        self.endings = endings
    }

    private static func row(_ columns: String, _ number: GrammaticalNumber) -> [Ending] {
        let cells = columns.split(separator: "|", omittingEmptySubsequences: false)
        return zip(GrammaticalCase.allCases, cells).flatMap { grammaticalCase, cell in
            cell.split(separator: " ").map {
                ending(
                    $0, GrammaticalSlot(number: number, grammaticalCase: grammaticalCase))
            }
        }
    }

    private static func ending(_ cell: Substring, _ slot: GrammaticalSlot) -> Ending {
        switch cell.first {
        case "=": Ending(slot: slot, stem: .word, text: "")
        case "-" where cell.count == 1: Ending(slot: slot, stem: .plain, text: "")
        case "^": Ending(slot: slot, stem: .softened, text: String(cell.dropFirst()))
        case "~": Ending(slot: slot, stem: .bare, text: String(cell.dropFirst()))
        default: Ending(slot: slot, stem: .plain, text: String(cell))
        }
    }
}
