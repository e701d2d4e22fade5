/// A numeral before the plural that it counts: `Trzy Kawki`, `Trzech Kawek`.
enum PolishNumeral {
    /// Empty for any other word.
    static func forms(of word: String) -> [WordForm] {
        if let oblique = governing[word.lowercased()] {
            let text = String(word.prefix(1) + oblique.dropFirst())
            return [GrammaticalCase.genitive, .locative].map {
                WordForm(
                    text: text, slot: GrammaticalSlot(number: .singular, grammaticalCase: $0),
                    gender: .neuter)
            }
        }
        guard let declension = agreeing[word.lowercased()] else { return [] }
        return declension.endings.map {
            let text = $0.stem == .word ? word : String(word.prefix(1) + $0.text.dropFirst())
            return WordForm(text: text, slot: $0.slot, gender: declension.gender)
        }
    }

    /// Whether it counts a genitive, which stays: `Pięć Smaków`, `Pięciu Smaków`.
    static func governsGenitive(_ word: String) -> Bool {
        governing[word.lowercased()] != nil
    }

    // MARK: - Private

    private static let agreeing = [
        "dwa": two, "dwie": two,
        "trzy": Declension(
            .neuter, plural: "= | trzech | trzem | = | trzema | trzech | ="),
        "cztery": Declension(
            .neuter, plural: "= | czterech | czterem | = | czterema | czterech | ="),
    ]
    private static let two = Declension(
        .neuter, plural: "= | dwóch | dwóm dwom | = | dwoma dwiema | dwóch | =")

    private static let governing = [
        "pięć": "pięciu", "sześć": "sześciu", "siedem": "siedmiu", "osiem": "ośmiu",
        "dziewięć": "dziewięciu", "dziesięć": "dziesięciu", "sto": "stu",
    ]
}
