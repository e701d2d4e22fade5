import Model
import Tokenizing

/// Brands that somebody passes for, so that what is blamed is not their doing.
///
/// "Scammers pretending to be Zefirnet", "oszuści podszywają się pod Zefirnet", "krāpnieki uzdodas par
/// Zefirnetu".
struct Impersonation {
    private let reading: Reading
    /// By brand: the sentences that name it, and whether each names only those who pass for it; empty
    /// where nobody passes for any brand.
    private var sentences: [Brand.ID: [Int: Bool]] = [:]

    init(in reading: Reading) {
        self.reading = reading
        let arePosed = reading.brands.map { Self.isPosed($0, in: reading) }
        guard arePosed.contains(true) else { return }
        for (place, isPosed) in zip(reading.brands, arePosed) {
            let sentence = reading.words[place.words.lowerBound].sentence
            let wasPosed = sentences[place.brand]?[sentence] ?? true
            sentences[place.brand, default: [:]][sentence] = wasPosed && isPosed
        }
    }

    /// Whether what a word says of a brand is said of those who pass for it: its sentence names only
    /// them, or does not name the brand at all, and no other sentence names the brand as itself.
    func covers(_ word: Int, _ brand: Brand.ID) -> Bool {
        guard let named = sentences[brand] else { return false }
        return named[reading.words[word].sentence] ?? named.values.allSatisfy { $0 }
    }

    // MARK: - Private

    /// Words from "to be" to the name, "za pracownika działu Zefirnetu", and from the verb to "be".
    private static let nameReach = 3
    private static let verbReach = 3
    /// What leads from the verb to whom one passes for, and the verbs that it belongs to: of "my claim as a
    /// customer of Zefirnet" nobody passes for it.
    private static let leads: [String: Set<String>] = [
        "be": claiming, "as": posing, "pod": hiding, "za": hiding.union(giving), "par": acting,
    ]
    private static let claiming: Set<String> = [
        "pretend", "pretends", "pretended", "pretending", "claim", "claims", "claimed", "claiming",
        "purporting",
    ]
    private static let posing: Set<String> = ["pose", "poses", "posed", "posing", "masquerading"]
    private static let hiding: Set<String> = [
        "podszywać", "podszywa", "podszywają", "podszywaja", "podszywał", "podszywała",
        "podszywali", "podszywając", "podszywający", "podszywająca", "podszywającego",
        "podszywającym", "podszywających", "podszył", "podszyła", "podszyli", "podszyć",
    ]
    private static let giving: Set<String> = [
        "podaje", "podają", "podaja", "podawał", "podawała", "podawali", "podając", "podający",
        "podająca", "podającego", "podającym", "podających", "podał", "podała", "podali",
    ]
    private static let acting: Set<String> = [
        "uzdodas", "uzdevās", "uzdevas", "uzdoties", "uzdodoties", "izliekas", "izlikās", "izlikas",
        "izliekoties", "izlikties",
    ]
    /// Verbs that need no such word.
    private static let impersonating: Set<String> = [
        "impersonate", "impersonates", "impersonated", "impersonating",
    ]
    /// What is said right before the name of a copy of it: "a fake Zefirnet website".
    private static let fake: Set<String> = ["fake", "bogus", "viltus"]
    /// Of "podaje się za": who names a price "za kartę" passes for nobody.
    private static let reflexive: Set<String> = ["się", "sie"]

    private static func isPosed(_ place: Reading.BrandPlace, in reading: Reading) -> Bool {
        let words = reading.words
        let start = place.words.lowerBound
        for index in (max(0, start - nameReach - 1)..<start).reversed() {
            guard words[index].kind != .mark, words[index].sentence == words[start].sentence,
                !reading.functions[index].contains(.than)
            else { return false }
            let word = words.folded(index)
            if impersonating.contains(word) || index == start - 1 && fake.contains(word) {
                return true
            }
            // "My claim to be paid by Zefirnet".
            if word == "by" { return false }
            guard let verbs = leads[word] else { continue }
            let before = (max(0, index - verbReach)..<index).filter {
                words[$0].sentence == words[start].sentence
            }
            .map(words.folded)
            return before.contains(where: verbs.contains)
                && (word != "za" || before.contains(where: reflexive.contains))
                && (word != "be" || before.last == "to")
        }
        return false
    }
}
