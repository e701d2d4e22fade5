/// How Latvian declines names: the last noun with the adjectives before it; what stands before is a
/// genitive and stays.
struct LatvianGrammar: Grammar {
    func noun(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .fixed, .acronym: []
        case .uppercase: LatvianNoun(word.capitalizedName).forms.map(\.uppercased)
        case .lowercase, .capitalized: LatvianNoun(word).forms
        }
    }

    func adjective(_ word: String) -> [WordForm] {
        switch WordShape(word) {
        case .fixed, .acronym: []
        case .uppercase: LatvianNoun(word.capitalizedName).definiteForms.map(\.uppercased)
        case .lowercase, .capitalized: LatvianNoun(word).definiteForms
        }
    }

    func schemes(for words: [String]) -> [InflectionScheme] {
        guard let head = words.lastIndex(where: { !noun($0).isEmpty }) else { return [] }
        var adjectives: Set<Int> = []
        for index in (0..<head).reversed() {
            guard !adjective(words[index]).isEmpty else { break }
            adjectives.insert(index)
        }
        let phrase = InflectionScheme(head: head, adjectives: adjectives, of: words.count)
        guard adjectives.isEmpty, words.count == 2, head == 1, !noun(words[0]).isEmpty else {
            return [phrase]
        }
        // A person's two names decline together; "Valda Kafija" may be Valda, or what Valds makes.
        switch (LatvianNoun(words[0]).gender, LatvianNoun(words[1]).gender) {
        case (.masculine, .masculine): return [InflectionScheme(nouns: [0, 1], of: 2)]
        case (.feminine, .feminine): return [phrase, InflectionScheme(nouns: [0, 1], of: 2)]
        default: return [phrase]
        }
    }
}
