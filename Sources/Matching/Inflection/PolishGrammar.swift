/// How Polish declines names: the first noun with the adjectives around it; what follows is a
/// genitive and stays.
struct PolishGrammar: Grammar {
    func noun(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .fixed: []
        case .acronym: acronym(word)
        case .uppercase: PolishNoun(word.capitalizedName).forms.map(\.uppercased)
        case .lowercase, .capitalized:
            PolishDoubleName(word)?.forms ?? PolishNoun(word).forms
        }
    }

    func adjective(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .fixed, .acronym: []
        case .uppercase:
            PolishAdjective(word.capitalizedName)?.forms.map(\.uppercased) ?? []
        case .lowercase, .capitalized: PolishAdjective(word)?.forms ?? []
        }
    }

    func schemes(for words: [String]) -> [InflectionScheme] {
        if words.count == 3, ["i", "oraz"].contains(words[1]), declines(words[0]),
            declines(words[2])
        {
            return [InflectionScheme(joinedBy: 1, of: 3)]
        }
        let phrases = words.indices.compactMap { phrase(head: $0, in: words) }
        if let best = phrases.map(\.certainty).max(), best > 0 {
            let agreeing = phrases.filter { $0.certainty == best }
            // What follows a noun and may be its adjective may be a genitive too: Dom Herbaty.
            let alone = agreeing.filter { best == 1 && agreeing.count == 1 && $0.head == 0 }
            return agreeing.map {
                InflectionScheme(head: $0.head, adjectives: $0.adjectives, of: words.count)
            } + alone.map { InflectionScheme(head: $0.head, adjectives: [], of: words.count) }
        }
        // Two nouns: a person's names, a name with a genitive, or a foreign name that declines as one.
        guard let first = words.firstIndex(where: declines) else { return [] }
        guard words.count == 2, first == 0, declines(words[1]) else {
            return [InflectionScheme(head: first, adjectives: [], of: words.count)]
                + givenNames(words)
        }
        // A woman's surname in a consonant stays, and a man has no name in -a before it.
        let areApart = words[0].hasSuffix("a") && !(words[1].last?.isPolishVowel ?? true)
        let together: [Set<Int>] = areApart ? [] : [[0, 1]]
        return ([[0], [1]] + together).map { InflectionScheme(nouns: $0, of: 2) }
    }

    // MARK: - Private

    /// A person with two given names: all decline, but for a woman's surname in a consonant.
    private func givenNames(_ words: [String]) -> [InflectionScheme] {
        guard words.count == 3, words.allSatisfy(declines),
            words.allSatisfy({ WordShape($0) == .capitalized }), let surname = words.last
        else { return [] }
        let given = words.dropLast()
        let areFeminine = given.allSatisfy { $0.hasSuffix("a") }
        guard areFeminine || given.allSatisfy({ !($0.last?.isPolishVowel ?? true) }) else {
            return []
        }
        let stays = areFeminine && !surname.hasSuffix("a")
        return [InflectionScheme(nouns: stays ? [0, 1] : [0, 1, 2], of: 3)]
    }

    /// A noun and the adjectives that agree with it.
    private struct Phrase {
        let head: Int
        let adjectives: Set<Int>
        /// 0 without adjectives, 2 where one is hardly anything else.
        let certainty: Int
    }

    private func phrase(head: Int, in words: [String]) -> Phrase? {
        guard declines(words[head]) else { return nil }
        let noun = words[head].lowercased()
        // The adjective of a plural looks as that of a neuter: Słodkie Bułki.
        let gender = noun.hasSuffix(in: ["y", "i"]) ? .neuter : PolishNoun(noun).gender
        let fits = { (index: Int) -> PolishAdjective? in
            guard WordShape(words[index]) != .acronym,
                let adjective = PolishAdjective(words[index].lowercased()),
                adjective.gender == gender
            else { return nil }
            return adjective
        }
        var adjectives: [Int: PolishAdjective] = [:]
        for index in (head + 1)..<max(words.count, head + 1) {
            guard let adjective = fits(index) else { break }
            adjectives[index] = adjective
        }
        for index in (0..<head).reversed() {
            guard let adjective = fits(index) else { break }
            adjectives[index] = adjective
        }
        let certainty = adjectives.values.map { $0.isCertain ? 2 : 1 }.max() ?? 0
        return Phrase(head: head, adjectives: Set(adjectives.keys), certainty: certainty)
    }

    private func declines(_ word: String) -> Bool {
        switch WordShape(word) {
        case .fixed, .acronym: false
        case .uppercase, .lowercase, .capitalized: word.count > 1 && !noun(word).isEmpty
        }
    }

    private func acronym(_ word: String) -> [WordForm] {
        switch word.last {
        case "A":
            return word.contains(where: \.isLowercase)
                ? [] : PolishNoun(word.capitalizedName).forms.map(\.uppercased)
        case "E", "I", "O", "U", "Y", "Ó": return adjectives(of: word, joint: "-ws")
        default:
            let table =
                "KG".contains(word.suffix(1))
                ? PolishDeclensions.acronymVelar : PolishDeclensions.acronym
            let asWord =
                word.isReadAsWord && word.allSatisfy(\.isUppercase)
                ? PolishNoun(word.capitalizedName).forms.map(\.uppercased) : []
            return table.endings.map {
                WordForm(text: word + $0.text, slot: $0.slot, gender: table.gender)
            } + adjectives(of: word, joint: "-ows") + asWord
        }
    }

    private func adjectives(of acronym: String, joint: String) -> [WordForm] {
        PolishDeclensions.acronymAdjectives.flatMap { table in
            table.endings.map {
                WordForm(text: acronym + joint + $0.text, slot: $0.slot, gender: table.gender)
            }
        }
    }
}

extension String {
    /// A name in capitals as it is written otherwise.
    var capitalizedName: String {
        prefix(1) + dropFirst().lowercased()
    }
}

extension WordForm {
    var uppercased: WordForm {
        WordForm(text: text.uppercased(), slot: slot, gender: gender)
    }
}
