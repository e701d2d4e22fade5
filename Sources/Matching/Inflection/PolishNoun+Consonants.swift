/// Nouns that end in a consonant, and those in `-um`, which some decline as one.
extension PolishNoun {
    var inUm: [(String, Declension)] {
        [(dropping(2), Tables.neuterLatin)]
            + (word.count < 6 ? inConsonant.map { ($0, $1.singularOnly) } : [])
    }

    var inConsonant: [(String, Declension)] {
        if !isCapitalized, let stem = PolishVerbalNoun.stem(ofInfinitive: word) {
            return [(stem, Tables.verbalNoun)]
        }
        if let owner = word.genitiveOwner {
            // Wendy'ego.
            let own =
                owner.hasSuffix("y") && !PolishNoun(owner).isDiphthong
                ? Tables.apostropheAdjective : Tables.masculine(of: owner).singularOnly
            return [(owner, own), (word, Tables.masculineHard.singularOnly)]
        }
        if word.hasSuffix("anin"), word.count > 5 {
            return [(word, Tables.masculineHard.singularOnly), (dropping(2), Tables.inhabitants)]
        }
        if word.hasSuffix(in: ["wicz", "czyk", "czak"]), isCapitalized {
            return [(word, Tables.masculine(of: word)), (word, Tables.familyInOwie)]
        }
        if Self.masculineInOść.contains(word.lowercased()) {
            return [(word, Tables.masculineSoft.singularOnly)]
        }
        let stems = PolishObliqueStems.of(word)
        return stems.enumerated().flatMap { index, text -> [(String, Declension)] in
            let stem = PolishStem(text)
            let declension = Tables.masculine(of: text)
            let masculine = (text, index == 0 ? declension : declension.singularOnly)
            let mayBeFeminine = isFeminine(stem) || word.lowercased().hasSuffix("sól")
            guard mayBeFeminine, !word.hasSuffix("uś") else {
                return [masculine] + softLabial(text)
            }
            let feminine = (text, Tables.feminineBare.singularOnly)
            return word.hasSuffix("ość") ? [(text, Tables.feminineBare)] : [masculine, feminine]
        }
    }

    // MARK: - Private

    /// A labial at the end of a word may be soft without being written so: `Radom`, `Radomia`;
    /// `gołąb`, `gołębia`.
    private func softLabial(_ stem: String) -> [(String, Declension)] {
        let isTown =
            isCapitalized && stem.count > 4 && stem.hasSuffix(in: ["ław", "dom", "tom", "cim"])
        let isOwn = Self.softLabials.contains(stem.lowercased())
        return isTown || isOwn ? [(stem + "i", Tables.masculineSoft.singularOnly)] : []
    }

    /// No new words join them.
    private static let softLabials: Set = [
        "cietrzew", "czerw", "gołęb", "jarzęb", "jastrzęb", "jedwab", "karp", "modrzew", "paw",
        "szczaw", "żółw", "żuraw",
    ]

    private static let masculineInOść: Set = ["gość", "zamość"]

    /// Whether words with this stem are often feminine.
    private func isFeminine(_ stem: PolishStem) -> Bool {
        stem.text.hasSuffix(in: [
            "ć", "ń", "ś", "ź", "oc", "ec", "cz", "sz", "ż", "arz", "órz", "śl", "ól", "lej",
            "rew",
        ])
    }
}
