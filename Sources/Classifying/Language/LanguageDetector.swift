import Foundation
import Model
import Tokenizing

/// Tells the language of a text from its words.
///
/// The weights of all words are added up, with a start for the languages we listen in and one for
/// the language that the publisher states; the softmax of the sums is the likelihood of each. Names of
/// brands are passed over: they are the same in every language.
///
/// What this leaves in doubt is looked at again: without emphasis, "masaaakra" as "masakra", and with
/// topics as words if there are no others; for letters that only one of our languages has; and, where
/// the text is short, for words of our lexicons, if one has half of them and more than the others have.
final class LanguageDetector: Sendable {
    let latin = Candidates(.latin)
    private let cyrillic = Candidates(.cyrillic)
    /// Stems of the words of brand names.
    let names: TermReader
    private let vocabularies: Vocabularies

    /// Words after these change nothing any more.
    private static let wordLimit = 200
    /// Below this the language is `und`; less is asked of the languages we listen in, because a single
    /// word of theirs is often one of their neighbours' too.
    private static let leastConfidence = 0.45
    private static let leastHomeConfidence = 0.3
    /// Natural logarithm of odds: what a publisher states is often the default of a program.
    private static let statedAdvantage = 2.0
    /// The same for a text of one word, which says little itself; less of each further one.
    private static let statedAdvantageOfWord = 4.0
    /// From here on no letter makes up for what speaks against a language.
    private static let leastCertain = 0.95
    /// Below this the words known decide.
    private static let leastClear = 0.6
    /// Of a longer text, known words decide nothing.
    private static let mostShortWords = 8
    private static let farBehind = 50.0

    /// - Parameter vocabularies: Asked only where a text leaves its language in doubt.
    init(brands: [Brand], _ vocabularies: Vocabularies) {
        self.vocabularies = vocabularies
        var stems = TermTrie()
        for stem in Self.stems(ofNamesIn: brands).sorted() { stems.insert(TermPattern(stem)) }
        names = TermReader(stems)
    }

    /// What the names of brands begin with, as terms.
    static func stems(ofNamesIn brands: [Brand]) -> Set<String> {
        Set(brands.flatMap { [$0.name] + $0.names }.flatMap(stems))
    }

    /// The language of most of an entry and those of its other sentences, with the sentences of each;
    /// `nil` for these where all are in one.
    func language(of title: Words, _ text: Words, stated: LanguageCode?)
        -> (language: DetectedLanguage, parts: LanguageParts?)
    {
        let likeliest = likeliestLanguage(of: title, text, stated: stated)
        guard let parts = parts(of: title, text, besides: likeliest.code) else {
            return (likeliest, nil)
        }
        let language = DetectedLanguage(
            code: parts.languages[0], confidence: likeliest.confidence,
            also: Array(parts.languages.dropFirst()))
        return (language, parts)
    }

    // MARK: - Private

    private func likeliestLanguage(of title: Words, _ text: Words, stated: LanguageCode?)
        -> DetectedLanguage
    {
        let language = language(asWritten: title, text, stated: stated)
        let isHome = Candidates.isHome(language.code)
        if isHome, language.confidence >= Self.leastClear { return language }
        return self.language(of: [title, text], stated: stated, isHome: isHome, atFirst: language)
    }

    /// Looks again at what the weights of words leave in doubt.
    private func language(
        of fields: [Words], stated: LanguageCode?, isHome: Bool, atFirst language: DetectedLanguage
    ) -> DetectedLanguage {
        if !isHome, fields.contains(where: \.mayBePlainer) {
            let plainer = self.language(
                asWritten: fields[0].plainer, fields[1].plainer, stated: stated)
            if Candidates.isHome(plainer.code) { return plainer }
        }
        let isOpen = !isHome && language.confidence < Self.leastCertain
        let code = isOpen ? languageOfOwnLetters(in: fields) : nil
        guard let code = code ?? languageOfKnownWords(fields, besides: language) else {
            return language
        }
        return DetectedLanguage(
            code: code, confidence: max(language.confidence, Self.leastConfidence))
    }

    private func language(asWritten title: Words, _ text: Words, stated: LanguageCode?)
        -> DetectedLanguage
    {
        var inLatin = Sum()
        var inCyrillic = Sum()
        add(title, &inLatin, &inCyrillic)
        add(text, &inLatin, &inCyrillic)
        guard inLatin.words + inCyrillic.words > 0 else {
            return DetectedLanguage(code: .undetermined, confidence: 0)
        }
        return inLatin.letters >= inCyrillic.letters
            ? likeliest(of: latin, inLatin, stated: stated)
            : likeliest(of: cyrillic, inCyrillic, stated: stated)
    }

    private func add(_ words: Words, _ inLatin: inout Sum, _ inCyrillic: inout Sum) {
        for index in words.indices {
            let word = words[index]
            guard word.kind == .word else { continue }
            guard inLatin.words + inCyrillic.words < Self.wordLimit else { break }
            if word.isCapitalized, names.hasMatch(in: words, at: index) { continue }
            switch words.foldedBytes[word.foldedRange.lowerBound] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), 0xC3...0xC9:
                inLatin.add(latin.model.weights(of: index, in: words), of: word)
            case 0xD0...0xD3:
                inCyrillic.add(cyrillic.model.weights(of: index, in: words), of: word)
            default: break
            }
        }
    }

    /// The capitalised words of a name, less the letter that declension changes.
    private static func stems(of name: String) -> [String] {
        let words = Words(of: name)
        return words.indices.filter { words[$0].isCapitalized && words[$0].range.count > 3 }
            .map { words.folded($0).dropLast() + "*" }
    }

    /// Letters of Polish or of Latvian that none of the others has, in UTF-8.
    private static let ownLetters: [(language: LanguageCode, letters: Set<UInt16>)] = [
        (.polish, [0xC582, 0xC584, 0xC59B, 0xC5BA, 0xC5BC]),  // ł ń ś ź ż
        (.latvian, [0xC481, 0xC493, 0xC4AB, 0xC4A3, 0xC4B7, 0xC4BC, 0xC586]),  // ā ē ī ģ ķ ļ ņ
    ]

    /// - Returns: `nil` where there are no such letters, or some of both.
    private func languageOfOwnLetters(in fields: [Words]) -> LanguageCode? {
        let found = Self.ownLetters.filter { _, letters in
            fields.contains { words in
                words.indices.contains { index in
                    guard isCounted(index, in: words) else { return false }
                    let bytes = words.foldedBytes[words[index].foldedRange]
                    return zip(bytes, bytes.dropFirst()).contains {
                        letters.contains(UInt16($0) << 8 | UInt16($1))
                    }
                }
            }
        }
        return found.count == 1 ? found[0].language : nil
    }

    /// Words, but for names of brands.
    private func isCounted(_ index: Int, in words: Words) -> Bool {
        words[index].kind == .word
            && !(words[index].isCapitalized && names.hasMatch(in: words, at: index))
    }

    /// - Returns: `nil` where no language has half of the words and more than the others, or where the
    ///   text is clear or long.
    private func languageOfKnownWords(_ fields: [Words], besides language: DetectedLanguage)
        -> LanguageCode?
    {
        guard language.confidence < Self.leastClear else { return nil }
        let hashes = fields.flatMap { words in
            words.lazy.filter { $0.kind == .word }.prefix(Self.mostShortWords + 1).map(\.hash)
        }
        guard !hashes.isEmpty, hashes.count <= Self.mostShortWords else { return nil }
        let counts = vocabularies.words(of: Candidates.home).map { code, known in
            (code: code, count: hashes.count(where: known.contains))
        }
        let most = counts.map(\.count).max() ?? 0
        let best = counts.filter { $0.count == most }
        return best.count == 1 && most * 2 >= hashes.count ? best[0].code : nil
    }

    private struct Sum {
        private(set) var letters = 0
        private(set) var words = 0
        private var earlier = SIMD16<Int32>.zero
        /// Of the last words: three words' weights, 66 times 127 at most each, fit in 16 bits.
        private var last = LanguageModel.Weights.zero

        private static let wordsInLast = 3

        var weights: SIMD16<Int32> { earlier &+ SIMD16<Int32>(truncatingIfNeeded: last) }

        mutating func add(_ weights: LanguageModel.Weights, of word: Word) {
            last &+= weights
            letters += word.range.count
            words += 1
            if words.isMultiple(of: Self.wordsInLast) {
                (earlier, last) = (self.weights, .zero)
            }
        }
    }

    private func likeliest(of candidates: Candidates, _ sum: Sum, stated: LanguageCode?)
        -> DetectedLanguage
    {
        let languages = candidates.model.languages
        var scores = SIMD16<Double>(sum.weights) * LanguageModel.step + candidates.advantages
        if let lane = stated.flatMap(languages.firstIndex(of:)) {
            scores[lane] += Self.statedAdvantage + Self.statedAdvantageOfWord / Double(sum.words)
        }
        let highest = scores.max()
        var best = 0
        var total = 0.0
        for lane in scores.indices.reversed() where scores[lane] == highest { best = lane }
        for lane in scores.indices {
            let distance = highest - scores[lane]
            // What is further behind would not show in the sum.
            if distance <= Self.farBehind { total += exp(-distance) }
        }
        let confidence = (100 / total).rounded() / 100
        let least =
            candidates.areHome[best]
            ? Self.leastHomeConfidence : Self.leastConfidence
        return DetectedLanguage(
            code: confidence < least ? .undetermined : languages[best], confidence: confidence)
    }
}

extension Words {
    /// Has words drawn out, or topics and no words beside them.
    fileprivate var mayBePlainer: Bool {
        isAllTopics
            || foldedBytes.hasTriple
                && indices.contains { self[$0].kind == .word && isDrawnOut($0) }
    }

    /// With words as they are without emphasis, and topics as words where there are no others.
    fileprivate var plainer: Words {
        let text = text(shorteningRunsTo: 1)
        return Words(of: isAllTopics ? text.replacing("#", with: "") : text)
    }

    private var isAllTopics: Bool {
        contains { $0.kind == .hashtag } && !contains { $0.kind == .word }
    }
}

/// The languages of one script, and how likely each is before a word is read.
struct Candidates: Sendable {
    let model: LanguageModel
    /// Natural logarithms of odds.
    let advantages: SIMD16<Double>
    /// By lane, whether we listen in the language.
    let areHome: [Bool]

    /// Languages that Earshot listens in, and languages spoken around them; all others are rarer.
    static let home: [LanguageCode] = [.english, .polish, .latvian]
    private static let near = Set(
        ["lt", "et", "de", "ru", "uk", "cs", "sk"].map(LanguageCode.init(rawValue:)))

    init(_ model: LanguageModel) {
        self.model = model
        // Lanes without a language are never the best.
        var advantages = SIMD16<Double>(repeating: -.infinity)
        for (lane, language) in model.languages.enumerated() {
            advantages[lane] =
                Self.home.contains(language) ? 1.5 : Self.near.contains(language) ? 0 : -0.75
        }
        self.advantages = advantages
        areHome = model.languages.map(Self.isHome)
    }

    static func isHome(_ language: LanguageCode) -> Bool {
        home.contains(language)
    }
}
