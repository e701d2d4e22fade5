/// What a language says about the words of a name.
protocol Grammar {
    /// The forms of a word as a noun; empty when it does not decline.
    func noun(_ word: String) -> [WordForm]
    /// The forms of a word as an adjective; empty when it does not look like one.
    func adjective(_ word: String) -> [WordForm]
    /// The ways in which the words of a name may decline together, the likely ones.
    func schemes(for words: [String]) -> [InflectionScheme]
}

/// What each word of a name does when the name declines.
struct InflectionScheme: Hashable {
    enum Role: Hashable {
        case fixed, noun, adjective
    }

    let roles: [Role]
    /// Whether adjectives and their noun agree in gender.
    var agrees = true
    var isSingularOnly = false

    init(_ roles: [Role]) {
        self.roles = roles
    }

    /// Some words decline as nouns, each for itself, in the singular.
    init(nouns: Set<Int>, of count: Int) {
        roles = (0..<count).map { nouns.contains($0) ? .noun : .fixed }
        agrees = false
        isSingularOnly = true
    }

    /// One noun, with the adjectives around it.
    init(head: Int, adjectives: Set<Int>, of count: Int) {
        roles = (0..<count).map {
            $0 == head ? .noun : adjectives.contains($0) ? .adjective : .fixed
        }
    }
}

extension String {
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
    /// Two to five capitals, as in `ZKP`.
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
        let isAllCaps = end.count > 1 && word.allSatisfy { $0.isUppercase || $0 == "-" }
        switch (isAllCaps, end.count) {
        case (true, ...5): self = .acronym
        case (true, _): self = .uppercase
        case (false, ..<3): self = .fixed
        case (false, _): self = word.contains(where: \.isUppercase) ? .capitalized : .lowercase
        }
    }
}
