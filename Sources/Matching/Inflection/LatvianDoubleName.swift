/// A Latvian surname of two that a hyphen joins, both of which decline: `Kalniņa-Zīle`.
///
/// What stands before the hyphen of a foreign name stays, so a letter that only Latvian has must tell
/// what it is.
struct LatvianDoubleName {
    private let first: LatvianNoun
    private let second: LatvianNoun

    /// `nil` where the first name would stay.
    init?(_ word: String) {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0].lowercased().contains(where: "āčēģīķļņšūž".contains),
            parts.allSatisfy({ WordShape($0) == .capitalized })
        else { return nil }
        (first, second) = (LatvianNoun(parts[0]), LatvianNoun(parts[1]))
        guard let gender = first.gender, gender == second.gender else { return nil }
    }

    var forms: [WordForm] {
        first.forms.filter { $0.slot.number == .singular }.flatMap { head in
            second.forms.filter { $0.slot == head.slot }.map {
                WordForm(text: head.text + "-" + $0.text, slot: head.slot, gender: head.gender)
            }
        }
    }
}
