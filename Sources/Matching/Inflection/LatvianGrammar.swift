/// How Latvian declines names: the last noun with the adjectives before it; what stands before is a
/// genitive and stays.
struct LatvianGrammar: Grammar {
    func noun(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .acronym where Self.isShortName(word):
            // Nobody takes the ending off so short a name, and BET of BETA is an everyday word.
            LatvianNoun(word.capitalizedName).forms.map(\.uppercased)
                .filter { $0.text.count >= word.count }
        case .acronym where word.isReadAsWord && word.allSatisfy(\.isUppercase), .uppercase:
            LatvianNoun(word.capitalizedName).forms.map(\.uppercased)
        case .fixed, .acronym: []
        case .lowercase, .capitalized: LatvianDoubleName(word)?.forms ?? LatvianNoun(word).forms
        }
    }

    func adjective(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .fixed, .acronym: []
        case .uppercase: adjective(word.capitalizedName).map(\.uppercased)
        case .lowercase, .capitalized:
            LatvianNoun(word).definiteForms + LatvianNoun(word).numeralForms
        }
    }

    /// Beside other words it names a thing: no man, and nobody is called so.
    func head(_ word: String) -> [WordForm] {
        let isFeminine = LatvianNoun(word.lowercased()).gender == .feminine
        return noun(word).filter {
            $0.slot.grammaticalCase != .vocative && !(isFeminine && $0.gender == .masculine)
        }
    }

    func schemes(for words: [String]) -> [InflectionScheme] {
        schemesOfPattern(words) ?? schemesOfPhrase(words)
    }

    // MARK: - Private

    /// How names of a known pattern decline: families, names that are joined, what stands before a
    /// preposition, kinds of business; `nil` for all others.
    private func schemesOfPattern(_ words: [String]) -> [InflectionScheme]? {
        // Māsas Kafija is what belongs to one.
        if words.count == 2, LatvianWords.kin.contains(words[0].lowercased()),
            words[1].hasSuffix(in: ["i", "as", "es"])
        {
            return [.family(of: 2)]
        }
        if words.count == 3, ["un", "&", "+", "and"].contains(words[1]),
            !noun(words[0]).isEmpty, !noun(words[2]).isEmpty
        {
            return joined(words)
        }
        if let preposition = words.firstIndex(where: Self.isPreposition) {
            return schemes(for: words, before: preposition)
        }
        if LatvianWords.isKind(words[0]), !noun(words[0]).isEmpty {
            return [InflectionScheme(head: 0, adjectives: [], of: words.count)]
        }
        if let schemes = schemesOfKindBehindGenitives(words) { return schemes }
        // Balti Krekli: no genitive ends so, and both are plurals.
        if words.count == 2, words.allSatisfy({ $0.hasSuffix("i") && !noun($0).isEmpty }),
            adjective(words[0]).isEmpty
        {
            return [.family(of: 2), InflectionScheme(head: 1, adjectives: [], of: 2)]
        }
        return nil
    }

    /// The last noun with the adjectives before it, or nouns that decline together.
    private func schemesOfPhrase(_ words: [String]) -> [InflectionScheme] {
        guard let head = words.lastIndex(where: { !noun($0).isEmpty }) else { return [] }
        var adjectives: Set<Int> = []
        for index in (0..<head).reversed() {
            guard !adjective(words[index]).isEmpty else { break }
            adjectives.insert(index)
        }
        let phrase = InflectionScheme(head: head, adjectives: adjectives, of: words.count)
        guard adjectives.isEmpty, head == words.count - 1, head > 0 else { return [phrase] }
        // Some write the surname first: Kalniņa Anna.
        if LatvianWords.isGenitiveOfThing(words[head - 1]),
            !LatvianWords.womenNames.contains(words[head].lowercased())
        {
            return [
                InflectionScheme(roles: words.indices.map { $0 == head ? .head : .fixed })
            ]
        }
        // A genitive may part the adjective from its noun: Mazā Dārzu iela.
        if head > 1, !adjective(words[0]).isEmpty {
            return [InflectionScheme(head: head, adjectives: [0], of: words.count)]
        }
        let apposed = apposed(words)
        if LatvianWords.womenNames.contains(words[0].lowercased()), !apposed.isEmpty {
            return apposed
        }
        let (first, last) = (LatvianNoun(words[0]), LatvianNoun(words[head]))
        // Before a feminine an -s may be a foreign name's own: Tallas Kafija.
        let isNominative =
            first.gender == .masculine && !first.mayBeGenitive
            && (last.gender == .masculine || words[0].hasSuffix("is"))
        return isNominative && !apposed.isEmpty ? apposed : [phrase] + apposed
    }

    /// A word for a kind of business behind genitives, and a name behind it: `Sporta Klubs Alfa`.
    private func schemesOfKindBehindGenitives(_ words: [String]) -> [InflectionScheme]? {
        let genitives = ["a", "u", "as", "es", "ās"]
        guard let kind = words.dropLast().firstIndex(where: LatvianWords.isKind), kind > 0,
            words[..<kind].allSatisfy({ $0.lowercased().hasSuffix(in: genitives) }),
            !noun(words[kind]).isEmpty
        else { return nil }
        return [kind, words.count - 1].map {
            InflectionScheme(head: $0, adjectives: [], of: words.count)
        }
    }

    /// Nouns that decline together, as a person's names do; "Valda Kafija" may be Valda, or what Valds
    /// makes.
    private func apposed(_ words: [String]) -> [InflectionScheme] {
        let nouns = words.map { LatvianNoun($0) }
        guard words.count < 4, words.allSatisfy({ !noun($0).isEmpty }), let last = nouns.last
        else { return [] }
        var together = InflectionScheme(nouns: Set(words.indices), of: words.count)
        let given = Set(nouns.dropLast().map(\.gender))
        switch (given.count == 1 ? given.first : nil, last.gender) {
        case (.masculine, .masculine), (.masculine, .feminine): return [together]
        case (.feminine, .feminine):
            together.agrees = true
            return [together]
        default: return []
        }
    }

    /// Whether four capitals are read as a word: `NOVA`.
    private static func isShortName(_ word: String) -> Bool {
        guard word.count == 4, word.allSatisfy(\.isUppercase), word.hasSuffix(in: ["A", "E"]) else {
            return false
        }
        return word.lowercased().filter { "aeiouāēīū".contains($0) }.count > 1
    }

    private static func isPreposition(_ word: String) -> Bool {
        LatvianWords.prepositions.contains(word.lowercased())
    }
}
