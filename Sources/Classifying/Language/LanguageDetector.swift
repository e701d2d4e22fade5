import Foundation
import Model
import Tokenizing

/// Tells the language of a text from its words.
///
/// The weights of all words are added up, with a start for the languages we listen in and one for
/// the language that the publisher states; the softmax of the sums is the likelihood of each. Names of
/// brands are passed over: they are the same in every language.
struct LanguageDetector: Sendable {
    private let latin = Candidates(.latin)
    private let cyrillic = Candidates(.cyrillic)
    /// Stems of the words of brand names.
    private let names: TermTrie

    /// Words after these change nothing any more.
    private static let wordLimit = 200
    /// Below this the language is `und`; less is asked of the languages we listen in, because a single
    /// word of theirs is often one of their neighbours' too.
    private static let leastConfidence = 0.45
    private static let leastHomeConfidence = 0.3
    /// Natural logarithm of odds: what a publisher states is often the default of a program.
    private static let statedAdvantage = 2.0

    init(brands: [Brand]) {
        var stems = TermTrie()
        for stem in Self.stems(ofNamesIn: brands).sorted() { stems.insert(TermPattern(stem)) }
        names = stems
    }

    /// What the names of brands begin with, as terms.
    static func stems(ofNamesIn brands: [Brand]) -> Set<String> {
        Set(brands.flatMap { [$0.name] + $0.names }.flatMap(stems))
    }

    func language(of fields: [Words], stated: LanguageCode?) -> DetectedLanguage {
        var inLatin = Sum()
        var inCyrillic = Sum()
        for words in fields {
            for index in words.indices {
                let word = words[index]
                guard word.kind == .word else { continue }
                guard inLatin.words + inCyrillic.words < Self.wordLimit else { break }
                if word.isCapitalized, !names.matches(in: words, at: index).isEmpty { continue }
                switch words.foldedBytes[word.foldedRange.lowerBound] {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), 0xC3...0xC9:
                    inLatin.add(latin.model.weights(of: word, in: words), of: word)
                case 0xD0...0xD3:
                    inCyrillic.add(cyrillic.model.weights(of: word, in: words), of: word)
                default: break
                }
            }
        }
        guard inLatin.words + inCyrillic.words > 0 else {
            return DetectedLanguage(code: .undetermined, confidence: 0)
        }
        return inLatin.letters >= inCyrillic.letters
            ? likeliest(of: latin, inLatin, stated: stated)
            : likeliest(of: cyrillic, inCyrillic, stated: stated)
    }

    // MARK: - Private

    /// The capitalised words of a name, less the letter that declension changes.
    private static func stems(of name: String) -> [String] {
        let words = Words(of: name)
        return words.indices.filter { words[$0].isCapitalized && words[$0].range.count > 3 }
            .map { words.folded($0).dropLast() + "*" }
    }

    private struct Sum {
        var weights = SIMD16<Int32>.zero
        var letters = 0
        var words = 0

        mutating func add(_ weights: LanguageModel.Weights, of word: Word) {
            self.weights &+= SIMD16<Int32>(truncatingIfNeeded: weights)
            letters += word.range.count
            words += 1
        }
    }

    private func likeliest(of candidates: Candidates, _ sum: Sum, stated: LanguageCode?)
        -> DetectedLanguage
    {
        let languages = candidates.model.languages
        var scores = SIMD16<Double>(sum.weights) * LanguageModel.step + candidates.advantages
        if let lane = stated.flatMap(languages.firstIndex(of:)) {
            scores[lane] += Self.statedAdvantage
        }
        let best = languages.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
        let total = languages.indices.reduce(0) { $0 + exp(scores[$1] - scores[best]) }
        let confidence = (100 / total).rounded() / 100
        let least =
            Candidates.home.contains(languages[best])
            ? Self.leastHomeConfidence : Self.leastConfidence
        return DetectedLanguage(
            code: confidence < least ? .undetermined : languages[best], confidence: confidence)
    }
}

/// The languages of one script, and how likely each is before a word is read.
private struct Candidates: Sendable {
    let model: LanguageModel
    /// Natural logarithms of odds.
    let advantages: SIMD16<Double>

    /// Languages that Earshot listens in, and languages spoken around them; all others are rarer.
    static let home: Set<LanguageCode> = [.english, .polish, .latvian]
    private static let near = Set(
        ["lt", "et", "de", "ru", "uk", "cs", "sk"].map(LanguageCode.init(rawValue:)))

    init(_ model: LanguageModel) {
        self.model = model
        var advantages = SIMD16<Double>(repeating: 0)
        for (lane, language) in model.languages.enumerated() {
            advantages[lane] =
                Self.home.contains(language) ? 1.5 : Self.near.contains(language) ? 0 : -0.75
        }
        self.advantages = advantages
    }
}
