/// A Polish name of two that a hyphen joins and that both decline: `Borów-Zdrój`, `Nowak-Malicka`.
///
/// What stands before the hyphen of a foreign name stays, so the first must look Polish.
struct PolishDoubleName {
    private let first: String
    private let second: String

    /// `nil` where the first name would stay.
    init?(_ word: String) {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2,
            parts[0].hasSuffix(in: Self.ends)
                || parts[1] == "Zdrój"
                || parts[0].hasSuffix("a") && parts[1].hasSuffix(in: ["ska", "cka", "dzka"]),
            parts.allSatisfy({ WordShape($0) == .capitalized }),
            // A woman whose first surname is in a consonant keeps it: Malik-Nowicka.
            parts[0].last?.isPolishVowel ?? true || !parts[1].hasSuffix("a")
                || parts[0].hasSuffix("in")
        else { return nil }
        (first, second) = (parts[0], parts[1])
    }

    var forms: [WordForm] {
        // Zdrój is no being.
        let ends = Self.ownNumber(of: second).filter {
            second != "Zdrój" || $0.slot.grammaticalCase != .genitive || $0.text.hasSuffix("u")
        }
        return Self.ownNumber(of: first).flatMap { head in
            let others = ends.filter { $0.slot.grammaticalCase == head.slot.grammaticalCase }
            return (staysBehind ? [second] : others.map(\.text)).map {
                WordForm(text: head.text + "-" + $0, slot: head.slot, gender: head.gender)
            }
        }
    }

    // MARK: - Private

    /// Ends of surnames and of towns.
    private static let ends = [
        "ski", "cki", "dzki", "ska", "cka", "dzka", "owa", "sko", "cko", "ów", "ice", "yn", "zin",
        "cin",
        "iak", "czyk", "czak", "wicz", "wak",
    ]

    /// The singular, or the plural of what has no other: Borowice-Zdrój, Borowic-Zdroju.
    private static func ownNumber(of name: String) -> [WordForm] {
        var forms = PolishNoun(name).forms
        // A town, though a surname looks alike.
        if name.hasSuffix("o") { forms.removeAll { $0.gender != .neuter } }
        return forms.filter { $0.slot.number == forms.first?.slot.number }
    }

    /// A woman's surname in a consonant, or a foreign one, stays.
    private var staysBehind: Bool {
        first.hasSuffix("a") && !second.hasSuffix("a") && second != "Zdrój"
            || PolishNoun(second).forms.isEmpty
    }
}
