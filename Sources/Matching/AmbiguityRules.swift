import Model
import Querying
import Tokenizing

/// What keeps a name from counting where nobody speaks of it: in lines of boilerplate and, for brands
/// that ask for it, where it is an ordinary word or a part of a longer name.
struct AmbiguityRules: Sendable {
    /// By number of the brand.
    private let isStrict: [Bool]
    private let isStandalone: [Bool]
    /// Phrases in which a name means something else, and the brand of each.
    private var exceptions = TermTrie()
    private var brandsOfExceptions: [Int] = []

    init(_ brands: [Brand]) {
        isStrict = brands.map(\.isStrictOnCase)
        isStandalone = brands.map(\.isStandalone)
        for (index, brand) in brands.enumerated() {
            for phrase in brand.exceptions.flatMap({ Self.writings(of: $0, brand) })
            where exceptions.insert(TermPattern(phrase)) != nil {
                brandsOfExceptions.append(index)
            }
        }
    }

    /// - Parameter found: In reading order.
    func reject(_ found: inout [Candidate], in entry: QueriedText) {
        rejectUnsaid(&found, in: entry)
        rejectExceptions(&found, in: entry)
        for index in found.indices
        where found[index].rejection == nil && isStandalone[found[index].brand] {
            let surroundings = NameSurroundings(
                entry.words(of: found[index].field), name: found[index].words)
            guard let neighbour = surroundings.capitalizedNeighbour else { continue }
            found[index].rejection =
                "stands beside '\(neighbour)', with which it may be a longer name"
        }
        rejectUncertainCapitals(&found, in: entry)
    }

    // MARK: - Private

    /// The forms of an excepted phrase, also with a `#` before one of the words: `#Kawka Wielka`.
    private static func writings(of phrase: String, _ brand: Brand) -> [String] {
        let forms = forms(of: phrase, brand)
        guard brand.isFoundAsHashtag else { return forms }
        let tagged = forms.flatMap { form in
            let words = form.split(separator: " ")
            return words.indices.filter { words[$0].first?.isLetter ?? false }.map { index in
                words.indices.map { ($0 == index ? "#" : "") + words[$0] }.joined(separator: " ")
            }
        }
        return forms + tagged
    }

    /// What stands in addresses, longer names, calls and signatures.
    private func rejectUnsaid(_ found: inout [Candidate], in entry: QueriedText) {
        let signature = entry.text.signatureStart ?? .max
        for index in found.indices where found[index].rejection == nil {
            let candidate = found[index]
            let words = entry.words(of: candidate.field)
            let start = candidate.words.lowerBound
            let surroundings = NameSurroundings(words, name: candidate.words)
            if surroundings.isEndOfLongerName {
                found[index].rejection = "is the end of a longer name"
            } else if surroundings.isInHost {
                found[index].rejection = "is part of a web address"
            } else if surroundings.isBeginningOfLongerHandle {
                found[index].rejection = "is the beginning of a longer handle"
            } else if candidate.field == .text, start >= signature || words.isInCall(start) {
                found[index].rejection =
                    "stands in a line that asks to share or follow, or in a signature"
            }
        }
    }

    /// The case forms of an excepted phrase, typed in all ways in which the names in it are looked for.
    static func forms(of phrase: String, _ brand: Brand) -> [String] {
        let languages = phrase.contains("*") ? [] : brand.inflections
        var forms = languages.flatMap { Inflector.forms(of: phrase, $0).map(\.form) } + [phrase]
        if brand.isFoundWithoutAccents {
            forms += forms.flatMap { BrandForm.plainSpellings(of: $0, named: phrase, languages) }
            forms += forms.flatMap { BrandForm.conjoined($0, of: brand) }
        }
        return Set(forms + forms.flatMap(runTogether)).sorted()
    }

    /// A phrase with some of its words as one: `ZielonyNet Arena` for `Zielony Net Arena`.
    private static func runTogether(_ phrase: String) -> [String] {
        let words = phrase.split(separator: " ").map(String.init)
        return words.indices.flatMap { first in
            words.indices.dropFirst(first + 1).map { last in
                (words[..<first] + [words[first...last].joined()] + words[(last + 1)...])
                    .joined(separator: " ")
            }
        }
    }

    private func rejectExceptions(_ found: inout [Candidate], in entry: QueriedText) {
        guard !brandsOfExceptions.isEmpty else { return }
        for field in TextField.allCases {
            let words = entry.words(of: field)
            let places = Dictionary(grouping: found.indices.filter { found[$0].field == field }) {
                found[$0].words.lowerBound
            }
            guard !places.isEmpty else { continue }
            for match in exceptions.matches(in: words, acrossQuotes: true) {
                let brand = brandsOfExceptions[match.term]
                for index in match.words.flatMap({ places[$0] ?? [] })
                where found[index].rejection == nil && found[index].brand == brand
                    && found[index].words.upperBound <= match.words.upperBound
                {
                    found[index].rejection =
                        "is part of '\(words.string(match.words))', which is excepted"
                }
            }
        }
    }

    /// Of a strict brand, a place whose capital tells nothing counts where another place in the entry
    /// is certain: one sense per discourse (Gale, Church and Yarowsky 1992).
    private func rejectUncertainCapitals(_ found: inout [Candidate], in entry: QueriedText) {
        let strict = found.indices.filter {
            found[$0].rejection == nil && isStrict[found[$0].brand]
        }
        var uncertain: [Int] = []
        var certain: Set<Int> = []
        for index in strict {
            let words = entry.words(of: found[index].field)
            let surroundings = NameSurroundings(
                words, name: found[index].words, found[index].writing)
            if surroundings.hasTellingCapital {
                certain.insert(found[index].brand)
            } else {
                uncertain.append(index)
            }
        }
        for index in uncertain where !certain.contains(found[index].brand) {
            found[index].rejection =
                "has a capital that any word would have here, and stands nowhere else in the entry"
        }
    }
}
