/// A person, as known given names tell, or a title: `Anna Duda`, `Ursula von der Lampe`, `Pan Kanapka`.
struct PolishPerson {
    private let gender: GrammaticalGender
    private let words: [String]

    /// `nil` for other names.
    init?(_ words: [String]) {
        let names = words.filter { !Self.isParticle($0) }
        guard (2...4).contains(names.count), Self.areWrittenAsNames(names),
            let surname = names.last, Self.mayBeSurname(surname)
        else { return nil }
        // Mistrz Patelni is no person of that name.
        if names.count == 2, PolishGivenName.isTitle(names[0]), PolishNoun.looksGenitive(surname) {
            return nil
        }
        let genders = names.dropLast().map(PolishGivenName.gender)
        guard let first = genders.first, let gender = first, !genders.contains(nil),
            // A man may be called Maria behind his name.
            gender == .masculine || Set(genders).count == 1
        else { return nil }
        self.gender = gender
        self.words = words
    }

    var scheme: InflectionScheme {
        InflectionScheme(
            personOf: gender, count: words.count,
            fixed: Set(words.indices.filter { Self.isParticle(words[$0]) }))
    }

    // MARK: - Private

    /// What stands before a surname from abroad.
    private static let particles: Set = [
        "al", "da", "de", "del", "della", "den", "der", "di", "du", "la", "le", "ter", "van", "von",
    ]

    private static func isParticle(_ word: String) -> Bool {
        particles.contains(word.lowercased())
    }

    private static func areWrittenAsNames(_ names: [String]) -> Bool {
        names.allSatisfy { WordShape($0) == .capitalized }
            || names.allSatisfy { $0.allSatisfy { $0.isUppercase || $0 == "-" } }
    }

    /// Róża Wiatrów and Kalina Bank are none.
    private static func mayBeSurname(_ word: String) -> Bool {
        !word.hasSuffix("ów") && !PolishWords.kinds.contains(word.lowercased())
    }
}
