import Model
import Tokenizing

/// Words of which one must stand near a name, in the same field.
struct ContextCondition: Sendable {
    /// Why a name does not count.
    let rejection: String
    private let terms: TermTrie
    /// By number of the term: the context word that it is a form of.
    private let owners: [String]
    /// Words of the longest term.
    private let longest: Int
    private let within: Int

    /// - Parameter brand: Its context words count in the case forms, and the spellings, that its names
    ///   count in.
    init(_ context: Brand.Context, of brand: Brand) {
        let quoted = context.anyOf.map { "'\($0)'" }.joined(separator: ", ")
        rejection =
            "none of the context words \(quoted) stands within \(context.within.counted("word"))"
        let patterns = context.anyOf.flatMap { term -> [(owner: String, pattern: TermPattern)] in
            let forms = [term] + Self.forms(of: term, brand.inflections)
            let plain =
                brand.isFoundWithoutAccents ? forms.compactMap(\.bareSpelling) : []
            return (forms + plain).map { (term, TermPattern($0)) }
        }
        var terms = TermTrie()
        var owners: [String] = []
        for (owner, pattern) in patterns where terms.insert(pattern) != nil { owners.append(owner) }
        self.terms = terms
        self.owners = owners
        longest = patterns.map(\.pattern.steps.count).max() ?? 0
        within = context.within
    }

    /// Whether one of the words begins or ends at most so many words before or behind the name.
    func holds(around name: Range<Int>, in words: Words) -> Bool {
        let numbers = words.numbers(name)
        return reach(of: numbers, in: words, around: name).contains { start in
            terms.matches(in: words, at: start).contains { isNear($0.words, name, in: words) }
        }
    }

    /// The context words that do so, as the rules have them.
    func terms(around name: Range<Int>, in words: Words) -> Set<String> {
        Set(
            reach(of: words.numbers(name), in: words, around: name).flatMap { start in
                terms.matches(in: words, at: start)
                    .filter { isNear($0.words, name, in: words) }.map { owners[$0.term] }
            })
    }

    // MARK: - Private

    private func isNear(_ term: Range<Int>, _ name: Range<Int>, in words: Words) -> Bool {
        let (numbers, other) = (words.numbers(name), words.numbers(term))
        return !term.overlaps(name) && other.lowerBound - numbers.upperBound < within
            && numbers.lowerBound - other.upperBound < within
    }

    /// The case forms of a single word; none for a stem or a phrase.
    private static func forms(of term: String, _ inflections: [Brand.Inflection]) -> [String] {
        guard term.allSatisfy(\.isLetter) else { return [] }
        return inflections.flatMap { Inflector.forms(of: term, $0) }.map(\.form)
    }

    /// The indices at which a word may begin that is near enough.
    private func reach(
        of numbers: Range<Int>, in words: Words, around name: Range<Int>
    ) -> Range<Int> {
        var start = name.lowerBound
        while start > 0, words[start - 1].number > numbers.lowerBound - within - longest - 1 {
            start -= 1
        }
        var end = name.upperBound
        while end < words.count, words[end].number < numbers.upperBound + within { end += 1 }
        return start..<end
    }
}
