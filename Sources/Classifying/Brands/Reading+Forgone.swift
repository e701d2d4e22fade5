import Model
import Tokenizing

/// Brands that something else was taken instead of: "Zefirnet instead of Baltfon", "do Kawki zamiast do
/// Ziarenka", "Zefirnets Baltfona vietā". What the sentence praises is not theirs.
extension Reading {
    /// By sentence.
    func forgoneBrands(_ grammar: Grammar) -> [Int: Set<Brand.ID>] {
        var forgone: [Int: Set<Brand.ID>] = [:]
        for place in brands where isForgone(place, grammar) {
            forgone[words[place.words.lowerBound].sentence, default: []].insert(place.brand)
        }
        return forgone
    }

    // MARK: - Private

    /// Words between "instead" and the name: "instead of going to the Kawka" is too far.
    private static let insteadReach = 3
    private static let instead: Set<String> = ["instead", "zamiast"]

    private func isForgone(_ place: BrandPlace, _ grammar: Grammar) -> Bool {
        let (start, next) = (place.words.lowerBound, place.words.upperBound)
        let sentence = words[start].sentence
        if next < words.count, words[next].sentence == sentence {
            let word = words.folded(next)
            if word == "vietā" { return true }
            // "Instead of Kawka's old beans" forgoes the beans.
            if word == "s" { return false }
        }
        for index in (max(0, start - Self.insteadReach - 1)..<start).reversed()
        where words[index].sentence == sentence {
            let word = words.folded(index)
            if Self.instead.contains(word) { return true }
            if word == "than" { return index > 0 && words.folded(index - 1) == "rather" }
            guard grammar.prepositions.contains(word) || grammar.determiners.contains(word) else {
                return false
            }
        }
        return false
    }
}
