/// How Polish declines names: the first noun with the adjectives around it; what follows is a
/// genitive and stays.
struct PolishGrammar: Grammar {
    func noun(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .fixed: []
        case .acronym: acronym(word)
        case .uppercase: PolishNoun(word.capitalizedName).forms.map(\.uppercased)
        case .lowercase, .capitalized:
            PolishDoubleName(word)?.forms ?? PolishPlaceName(word)?.forms
                ?? PolishFamily.forms(of: word) ?? PolishNoun(word).forms
        }
    }

    func adjective(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .fixed, .acronym: []
        case .uppercase:
            PolishAdjective(word.capitalizedName)?.forms.map(\.uppercased) ?? []
        case .lowercase, .capitalized:
            PolishAdjective(word)?.forms ?? PolishNumeral.forms(of: word)
        }
    }

    func personal(
        _ word: String, _ part: PersonalPart, of gender: GrammaticalGender
    ) -> [WordForm] {
        switch WordShape(word) {
        case .fixed, .lowercase: return []
        case .acronym, .uppercase:
            let name = word.split(separator: "-").map { String($0).capitalizedName }
            return personal(name.joined(separator: "-"), part, of: gender).map(\.uppercased)
        case .capitalized:
            let name = PolishPersonName(word, of: gender)
            return part == .given ? name.givenForms : name.surnameForms
        }
    }

    func head(_ word: String) -> [WordForm] {
        guard WordShape(word) == .capitalized, PolishDoubleName(word) == nil,
            PolishPlaceName(word) == nil,
            // Mała Czarna is both.
            PolishAdjective(word)?.certainty != .known
        else { return noun(word) }
        return PolishNoun(word, mayBeAdjective: false).forms
    }

    func neuterPlural(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .fixed, .acronym: []
        case .uppercase: neuterPlural(word.capitalizedName).map(\.uppercased)
        case .lowercase, .capitalized: PolishNoun(word).neuterPluralForms
        }
    }

    func schemes(for words: [String]) -> [InflectionScheme] {
        if words.count == 3, ["i", "oraz", "&", "+", "and"].contains(words[1]),
            declines(words[0]), declines(words[2])
        {
            return joined(words) { PolishGivenName.gender(of: $0) != nil }
        }
        if let preposition = words.firstIndex(where: Self.isPreposition) {
            return schemes(for: words, before: preposition)
        }
        if words.count == 2, PolishFamily.isKin(words[0]) {
            // Some leave the surname as it is: braci Nowak.
            let alone = InflectionScheme(head: 0, adjectives: [], of: 2)
            return [.family(of: 2)] + (PolishFamily.isPlural(words[1]) ? [] : [alone])
        }
        if let club = ofTown(words) { return [club] }
        if let person = PolishPerson(words) { return [person.scheme] }
        if let single = counted(words) ?? ofItsKind(words) { return [single] }
        let phrases = words.indices.compactMap { phrase(head: $0, in: words) }
        if let best = phrases.compactMap(\.certainty).max() {
            let agreeing = phrases.filter { $0.certainty == best }
            // What follows a noun and may be its adjective may be a genitive too: Dom Herbaty.
            let alone = agreeing.filter { best == .possible && agreeing.count == 1 && $0.head == 0 }
            // Nor is what stands before one always its adjective: Lady Zefir, Lady Zefira.
            let behind = agreeing.filter {
                best == .possible && $0.head == 1 && words.count == 2 && words[0].hasSuffix("y")
            }
            return agreeing.map {
                InflectionScheme(
                    head: $0.head, adjectives: $0.adjectives, of: words.count,
                    isNeuterPlural: isNeuterPlural($0.head, in: words))
            }
                + (alone + behind).map {
                    InflectionScheme(head: $0.head, adjectives: [], of: words.count)
                }
        }
        return nounsSideBySide(words) + adjectiveAlone(words)
    }

    // MARK: - Private

    private static func isPreposition(_ word: String) -> Bool {
        prepositions.contains(word.lowercased())
    }

    private static let prepositions: Set = [
        "bez", "dla", "do", "na", "nad", "od", "of", "po", "pod", "przy", "u", "w", "we", "z", "za",
        "ze",
    ]

    /// Two nouns: a name with a genitive, a foreign name that declines as one, or a person's names.
    private func nounsSideBySide(_ words: [String]) -> [InflectionScheme] {
        guard let first = words.firstIndex(where: declines) else { return [] }
        let headed = InflectionScheme(head: first, adjectives: [], of: words.count)
        let last = words[words.count - 1]
        // Kuchnie Świata; Brownie Zefir is no plural, for no genitive ends so.
        if PolishNoun(words[first]).isPluralInNie, last.last?.isPolishVowel ?? true {
            return [headed]
        }
        if words.count == 2, PolishWords.prefixes.contains(words[0].lowercased()), declines(last),
            !PolishNoun.looksGenitive(last)
        {
            return [InflectionScheme(head: 1, adjectives: [], of: 2)]
        }
        // Smaki Świata: behind a plural stands a genitive.
        let isPlural =
            words[first].hasSuffix(in: ["y", "i"]) && !PolishNoun(words[first]).isForeignInY
        guard words.count == 2, first == 0, !isPlural, declines(last),
            !PolishNoun.looksGenitive(last)
        else {
            return [headed]
        }
        // Mamba Luna may be one who is called so: Mamby Luny.
        let mayAgree = words.allSatisfy { $0.lowercased().hasSuffix("a") }
        let nouns: [Set<Int>] = mayAgree ? [[0], [1], [0, 1]] : [[0], [1]]
        let apart = nouns.map { nouns in
            var scheme = InflectionScheme(nouns: nouns, of: 2)
            scheme.lacksVocative = true
            return scheme
        }
        let mayBePerson = words.allSatisfy {
            WordShape($0) == .capitalized && !($0.last?.isPolishVowel ?? true)
        }
        return apart + (mayBePerson ? [InflectionScheme(personOf: .masculine, count: 2)] : [])
    }

    /// A sure adjective that goes with no word beside it, as that is a foreign one: `Zefi Handlowego`.
    private func adjectiveAlone(_ words: [String]) -> [InflectionScheme] {
        guard words.count == 2, let adjective = PolishAdjective(words[1].lowercased()),
            adjective.isCertain, adjective.gender == .masculine
        else { return [] }
        var scheme = InflectionScheme(roles: [.fixed, .adjective])
        scheme.number = .singular
        return [scheme]
    }

    /// A club or a fair with its town: `Legia Warszawa`.
    private func ofTown(_ words: [String]) -> InflectionScheme? {
        guard words.count == 2, PolishWords.towns.contains(words[1].lowercased()),
            declines(words[0]), PolishAdjective(words[0])?.isLikely != true
        else { return nil }
        return InflectionScheme(head: 0, adjectives: [], of: 2)
    }

    /// A word for what it is, with its adjectives; a name behind it stays: `Kino Luna`, `Huta Szkła`.
    private func ofItsKind(_ words: [String]) -> InflectionScheme? {
        guard let kind = words.first, PolishWords.kinds.contains(kind.lowercased()),
            declines(kind)
        else { return nil }
        var adjectives: Set<Int> = []
        let phrase = phrase(head: 0, in: words)
        // Zakłady Mięsne: behind a plural, what ends so is hardly anything else.
        let isPlural = kind.lowercased().hasSuffix(in: ["y", "i", "meble"])
        for index in phrase?.adjectives.sorted() ?? [] {
            let isSure = isPlural && words[index].hasSuffix("ne")
            guard isSure || PolishAdjective(words[index].lowercased())?.isLikely ?? false
            else { break }
            adjectives.insert(index)
        }
        // Wesoła Kawka behind Kawiarnia is the name.
        let next = adjectives.count + 1
        let isOfNext =
            !isPlural && next < words.count
            && self.phrase(head: next, in: words)?.adjectives.contains(next - 1) ?? false
        return InflectionScheme(head: 0, adjectives: isOfNext ? [] : adjectives, of: words.count)
    }

    /// Whether a word in `-a` stands behind an adjective in `-e`, and so is a plural: `Moje Okna`.
    private func isNeuterPlural(_ index: Int, in words: [String]) -> Bool {
        guard index > 0, words[index].lowercased().hasSuffix("a") else { return false }
        let before = words[index - 1].lowercased()
        return before.hasSuffix("e") && PolishAdjective(before)?.isLikely ?? false
    }

    /// A numeral, and the nouns it counts: `Trzy Małe Kawki`.
    private func counted(_ words: [String]) -> InflectionScheme? {
        guard let numeral = words.first, words.count > 1,
            !PolishNumeral.forms(of: numeral).isEmpty
        else { return nil }
        let isAlone = PolishNumeral.governsGenitive(numeral)
        let head = isAlone ? 0 : words.lastIndex(where: declines) ?? 0
        guard isAlone || head > 0 else { return nil }
        let noun: InflectionScheme.Role =
            words[head].lowercased().hasSuffix("a") ? .neuterPlural : .noun
        return InflectionScheme(
            roles: words.indices.map {
                $0 < head || $0 == 0 ? .adjective : $0 == head ? noun : .fixed
            })
    }

    /// A noun and the adjectives that agree with it.
    private struct Phrase {
        let head: Int
        let adjectives: Set<Int>
        /// That of the surest adjective; `nil` without any.
        let certainty: PolishAdjective.Certainty?
    }

    private func phrase(head: Int, in words: [String]) -> Phrase? {
        guard declines(words[head]) else { return nil }
        let noun = words[head].lowercased()
        // The adjective of a plural looks as that of a neuter: Słodkie Bułki.
        let mayBePlural = noun.hasSuffix(in: ["y", "i"]) || isNeuterPlural(head, in: words)
        let genders = mayBePlural ? [.neuter] : PolishNoun(noun).genders
        let fits = { (index: Int) -> PolishAdjective? in
            guard WordShape(words[index]) != .acronym,
                !PolishGivenName.isGenitiveOfMan(words[index]),
                let adjective = PolishAdjective(words[index].lowercased()),
                genders.contains(adjective.gender),
                adjective.gender != .feminine || adjective.isLikely
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
        let isCountry = PolishWords.countries.contains(noun) && adjectives[head - 1] != nil
        return Phrase(
            head: head, adjectives: Set(adjectives.keys),
            certainty: isCountry ? .ofCountry : adjectives.values.map(\.certainty).max())
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
