/// Nouns that end in `-e`.
extension PolishNoun {
    var inE: [(String, Declension)] {
        let stem = dropping(1)
        guard isCapitalized else { return [(stem, Tables.neuterSoft)] }
        return ownNameInE(stem) ?? otherNameInE(stem)
    }

    // MARK: - Private

    /// A name that is a plural or an adjective by its look, or has a soft stem; `nil` for any other.
    private func ownNameInE(_ stem: String) -> [(String, Declension)]? {
        if stem.hasSuffix("ic") { return [(stem, Tables.pluralOnly)] }
        if stem.hasSuffix("ow") {
            return [(stem, Tables.pluralOnly), (stem, Tables.neuterSoft.singularOnly)]
        }
        if stem.hasSuffix(in: ["ki", "gi"]) {
            return [(String(stem.dropLast()), Tables.adjectiveNeuter.singularOnly)]
        }
        // Skaldowie, who are many.
        if word.hasSuffix("owie"), word.count > 6, !PolishAdjective.isKnownNoun(word) {
            return [(dropping(4), Tables.peopleInPlural)]
        }
        // Aleje, and as regions have it: Bawarie.
        if stem.hasSuffix("j") { return [(stem, Tables.pluralSoft)] }
        if isPluralInNie || stem.hasSuffix(in: ["di", "ri", "li"]) {
            return [(stem, Tables.neuterSoft), (stem, Tables.pluralForeign)]
        }
        return stem.hasSuffix(in: ["i", "rz", "sz", "cz", "ż"]) ? [(stem, Tables.neuterSoft)] : nil
    }

    /// Before the `e` of its own words Polish writes an `i`: most others are from abroad, as `Melange`.
    private func otherNameInE(_ stem: String) -> [(String, Declension)] {
        // Of one syllable, the stem with an ending is soon another word: Sage, saga; Page, paga.
        let isShort = stem.lowercased().filter(\.isPolishVowel).count < 2
        if stem.hasSuffix("k") || stem.hasSuffix("g") && isShort {
            return [(word, Tables.apostrophe)]
        }
        if stem.hasSuffix("g") {
            return [
                (word, Tables.apostrophe), (stem, Tables.mutedAfterG), (word, Tables.mutedWith),
            ]
        }
        // Dobre: its other forms are adverbs and nouns.
        if let adjective = PolishAdjective(word), adjective.isCertain {
            return [(stem, Tables.adjectiveNeuter)]
        }
        // Siedlce has no singular, which names from abroad in -ce might.
        if stem.hasSuffix(in: ["lc", "łc", "wc", "pc", "bc", "kc"]) {
            return [(stem, Tables.pluralOnly)]
        }
        if stem.hasSuffix(in: ["bl", "fl", "pl", "kl", "źl", "śl", "dl", "sl"]),
            !stem.hasSuffix("ppl")
        {
            return [(stem, Tables.neuterSoft.singularOnly), (stem, Tables.pluralSoft)]
        }
        if stem.hasSuffix(in: ["c", "l"]) {
            return [(stem, Tables.neuterSoft.singularOnly), (word, Tables.apostrophe)]
                + (stem.hasSuffix("c") ? [(stem, Tables.pluralOnly)] : [])
        }
        // Chloe stays.
        if stem.last?.isPolishVowel ?? true { return [] }
        return [
            (stem, Tables.adjectiveNeuter.singularOnly), (word, Tables.apostrophe),
            (stem, Tables.mutedLocative),
        ]
    }
}
