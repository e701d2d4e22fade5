import Model
import Tokenizing

/// Brands that something else was taken instead of: "Zefirnet instead of Baltfon", "do Kawki zamiast do
/// Ziarenka", "Zefirnets Baltfona vietā"; and those that another is said not to be: "Kawka to nie Ziarenko". What
/// the sentence praises is not theirs.
extension Reading {
    /// Such brands by sentence, without those that the sentence also names elsewhere, as what was taken
    /// or as where one is: "do Kawki na Rynku zamiast do Kawki na dworcu".
    func forgoneBrands(_ grammar: Grammar) -> [Int: Set<Brand.ID>] {
        var forgone: [Int: Set<Brand.ID>] = [:]
        var taken: [Int: Set<Brand.ID>] = [:]
        for place in brands {
            let sentence = words[place.words.lowerBound].sentence
            if isForgone(place, grammar) {
                forgone[sentence, default: []].insert(place.brand)
            } else {
                taken[sentence, default: []].insert(place.brand)
            }
        }
        for sentence in forgone.keys { forgone[sentence]?.subtract(taken[sentence] ?? []) }
        return forgone
    }

    // MARK: - Private

    /// Words between "instead" and the name: "instead of going to the Kawka" is too far.
    private static let insteadReach = 3
    /// Before a name, "šajā Kawkas vietā" is the place itself.
    private static let inPlace: Set<String> = ["katrā", "citā", "vienā", "kādā", "šai", "tai"]

    /// What stands between the brand and the one that it is not, and what of it denies.
    private static let notBeing: Set<String> = [
        "is", "isn't", "isnt", "not", "to", "nie", "jest", "nav",
    ]
    private static let denying: Set<String> = ["isn't", "isnt", "not", "nie", "nav"]
    private static let notBeingReach = 3

    /// "Kawka to nie Ziarenko", "Kawka nav Ziarenko", "Kawka is not Ziarenko".
    private func isUnlike(_ place: BrandPlace) -> Bool {
        let start = place.words.lowerBound
        let before = (max(0, start - Self.notBeingReach)..<start).reversed()
            .prefix { Self.notBeing.contains(words.folded($0)) }
        guard let first = before.last, first > 0, isInSentence(first - 1, of: start),
            before.contains(where: { Self.denying.contains(words.folded($0)) }),
            let other = brand(at: first - 1)
        else { return false }
        return other.brand != place.brand
    }

    private func isForgone(_ place: BrandPlace, _ grammar: Grammar) -> Bool {
        if isUnlike(place) { return true }
        let (start, next) = (place.words.lowerBound, place.words.upperBound)
        let sentence = words[start].sentence
        if next < words.count, words[next].sentence == sentence {
            let word = words.folded(next)
            if word == "vietā" { return start == 0 || !isInPlace(words.folded(start - 1)) }
            // "Instead of Kawka's old beans" forgoes the beans.
            if word == "s" { return false }
        }
        for index in (max(0, start - Self.insteadReach - 1)..<start).reversed()
        where words[index].sentence == sentence {
            let word = words.folded(index)
            if word == "zamiast" { return true }
            // "We went instead to Kawka" took Kawka.
            if word == "instead" { return words.folded(index + 1) == "of" }
            if word == "than" { return index > 0 && words.folded(index - 1) == "rather" }
            guard grammar.prepositions.contains(word) || grammar.determiners.contains(word) else {
                return false
            }
        }
        return false
    }

    private func isInPlace(_ word: String) -> Bool {
        word.hasSuffix("ajā") || Self.inPlace.contains(word)
    }
}
