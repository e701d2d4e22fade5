/// What a language says about the words of a name.
protocol Grammar {
    /// The forms of a word as a noun; empty when it does not decline.
    func noun(_ word: String) -> [WordForm]
    /// The forms of a word as an adjective; empty when it does not look like one.
    func adjective(_ word: String) -> [WordForm]
    /// The forms of a word within the name of a person; empty when it does not decline.
    func personal(_ word: String, _ part: PersonalPart, of gender: GrammaticalGender) -> [WordForm]
    /// The forms of a word as a noun that is no adjective.
    func head(_ word: String) -> [WordForm]
    /// The forms of a word as a plural of a neuter; empty where there are none.
    func neuterPlural(_ word: String) -> [WordForm]
    /// The ways in which the words of a name may decline together, the likely ones.
    func schemes(for words: [String]) -> [InflectionScheme]
}

extension Grammar {
    func personal(_ word: String, _ part: PersonalPart, of gender: GrammaticalGender) -> [WordForm]
    {
        noun(word)
    }

    func head(_ word: String) -> [WordForm] { noun(word) }

    func neuterPlural(_ word: String) -> [WordForm] { [] }

    /// From a preposition on nothing declines: `Karczma pod Lipą`, `Pod Lipą`.
    func schemes(for words: [String], before preposition: Int) -> [InflectionScheme] {
        let head = Array(words[..<preposition])
        guard head.count > 1 else {
            return head.isEmpty ? [] : [InflectionScheme(head: 0, adjectives: [], of: words.count)]
        }
        return schemes(for: head).map { $0.followed(by: words.count - head.count) }
    }

    /// How two nouns decline with a word between them that joins them.
    ///
    /// - Parameter isName: Whether a word that looks like a plural is a person's name: `Jerzy i Anna`.
    func joined(
        _ words: [String], isName: (String) -> Bool = { _ in false }
    ) -> [InflectionScheme] {
        let plurals = [0, 2].filter { isPlural(words[$0]) && !isName(words[$0]) }
        let both = InflectionScheme(joinedBy: 1, of: 3, plurals: Set(plurals))
        // A sign joins the names of partners too, of which one alone may decline.
        guard ["&", "+", "and"].contains(words[1]) else { return [both] }
        return [both] + [0, 2].map { InflectionScheme(head: $0, adjectives: [], of: 3) }
    }

    /// Whether a word, as it stands, can be nothing but a plural: `Bułki`.
    private func isPlural(_ word: String) -> Bool {
        let nominatives = noun(word).filter {
            $0.text == word && $0.slot.grammaticalCase == .nominative
        }
        return !nominatives.isEmpty && nominatives.allSatisfy { $0.slot.number == .plural }
    }
}

enum PersonalPart: Hashable {
    case given, surname
}

/// What each word of a name does when the name declines.
struct InflectionScheme: Hashable {
    enum Role: Hashable {
        case fixed, noun, adjective
        /// A noun beside adjectives of its own.
        case head
        /// A plural in `-a`, as nouns in `-o` have it.
        case neuterPlural
        /// A plural beside a noun in the singular.
        case plural
        case personal(PersonalPart, GrammaticalGender)
    }

    private(set) var roles: [Role]
    /// Whether adjectives and their noun agree in gender.
    var agrees = true
    /// The only number in which it declines; `nil` for both.
    var number: GrammaticalNumber?
    /// Whether nobody is called so: of two nouns beside each other it would but add forms.
    var lacksVocative = false

    init(roles: [Role]) {
        self.roles = roles
    }

    /// Some words decline as nouns, each for itself, in the singular.
    init(nouns: Set<Int>, of count: Int) {
        roles = (0..<count).map { nouns.contains($0) ? .noun : .fixed }
        agrees = false
        number = .singular
    }

    /// Several of a family: what they are to each other, and their surname, both in the plural.
    static func family(of count: Int) -> InflectionScheme {
        var scheme = InflectionScheme(nouns: Set(0..<count), of: count)
        scheme.number = .plural
        return scheme
    }

    /// A person: given names, and the surname behind them.
    ///
    /// - Parameter fixed: Words between them that stay, as `von` does.
    init(personOf gender: GrammaticalGender, count: Int, fixed: Set<Int> = []) {
        roles = (0..<count).map {
            fixed.contains($0) ? .fixed : .personal($0 == count - 1 ? .surname : .given, gender)
        }
        agrees = false
        number = .singular
    }

    /// The same with words behind it that stay.
    func followed(by count: Int) -> InflectionScheme {
        var scheme = InflectionScheme(roles: roles + Array(repeating: .fixed, count: count))
        scheme.agrees = agrees
        scheme.number = number
        scheme.lacksVocative = lacksVocative
        return scheme
    }

    /// Two nouns joined by a word that stays: `Chleb i Masło`.
    ///
    /// - Parameter plurals: Those of the two that are plurals: `Chleb i Bułki`.
    init(joinedBy conjunction: Int, of count: Int, plurals: Set<Int>) {
        self.init(nouns: [conjunction - 1, conjunction + 1], of: count)
        switch plurals.count {
        case 0: break
        case 1:
            roles = roles.indices.map { plurals.contains($0) ? .plural : roles[$0] }
        default: number = .plural
        }
    }

    /// One noun, with the adjectives around it.
    init(head: Int, adjectives: Set<Int>, of count: Int, isNeuterPlural: Bool = false) {
        roles = (0..<count).map {
            $0 == head
                ? isNeuterPlural ? .neuterPlural : adjectives.isEmpty ? .noun : .head
                : adjectives.contains($0) ? .adjective : .fixed
        }
    }
}

extension String {
    /// Whether a word of five capitals is no acronym by its vowels, or as likely none.
    var isReadAsWord: Bool {
        count == 5 && lowercased().filter { "aeiouyóąęāēīū".contains($0) }.count > 1
    }

    /// What stands before an English `'s`, which most people leave out when they add an ending.
    var genitiveOwner: String? {
        guard count > 3, hasSuffix(in: ["'s", "’s"]) else { return nil }
        return String(dropLast(2))
    }
}

/// How a word is written decides how it declines, or that it does not.
enum WordShape {
    case lowercase
    case capitalized
    /// Two to five capitals, as in `ZKP` and `Z&K`; small letters may stand among them, as in `KoZP`.
    case acronym
    /// A name in capitals.
    case uppercase
    /// It ends in no letter, or is too short to have a stem.
    case fixed

    init(_ word: String) {
        // What stands before a hyphen stays: Mono-Kola, Mono-Koli.
        guard let end = word.split(separator: "-", omittingEmptySubsequences: false).last,
            end.last?.isLetter ?? false
        else {
            self = .fixed
            return
        }
        // Capitals of mathematics, as fancy names have them, have no small letters; `&` joins initials.
        let isAllCaps =
            end.count > 1 && word.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "&" }
            && word.capitalizedName != word
        let isAcronym =
            (3...6).contains(word.count) && (word.last?.isUppercase ?? false)
            && word.allSatisfy(\.isLetter) && word.filter(\.isUppercase).count > 1
        switch (isAllCaps, end.count) {
        case (true, ...5): self = .acronym
        case (false, _) where isAcronym: self = .acronym
        case (true, _): self = .uppercase
        case (false, ..<3): self = .fixed
        case (false, _): self = word.contains(where: \.isUppercase) ? .capitalized : .lowercase
        }
    }
}
