import Model
import Tokenizing

/// Every term that texts of one language are searched for, in one index: the keywords of tone, those
/// of the categories, and the words that grammar gives a function.
final class Vocabulary: Sendable {
    /// What a term found stands for.
    enum Meaning: Sendable {
        /// Index into `toneTerms`.
        case tone(Int32)
        /// Index into the entries of `learnt`.
        case learnt(Int32)
        /// Index into the keywords of categories and facets, and what `ToneTerm.precision` is.
        case category(Int32, precision: Int32)
        /// Index into the keywords of categories and facets.
        case learntKeyword(Int32)
        case function(Grammar.Function)
        case frame(Grammar.Frame)
    }

    /// What stands beside a term found, in one place: reading waits for memory more than for all else.
    struct Term: Sendable {
        let meaning: Meaning
        /// Is another term in bare letters, and counts only where a writer types so.
        let isBare: Bool
    }

    /// A line of a lexicon, ready for use.
    struct ToneTerm: Sendable {
        let text: String
        let role: LexiconEntry.Role
        /// Of terms that cover the same words, the one that says most of them wins.
        let precision: Int
        /// Is negated itself, so that a negative word beside it agrees with it.
        let isNegated: Bool
        /// Is blame that ends in a negator, which goes on to turn round what follows: "still not".
        let isNegating: Bool
        /// An emoji or an emoticon.
        let isSign: Bool
        /// A sign that the lexicon calls a smile.
        var isSmile = false
        /// Negated by its own beginning: `nekav*` of `kav*`.
        var isDenied = false
    }

    let hasLexicon: Bool
    /// `nil` where nothing was learnt.
    let learntScale: SentimentScale.Learnt?
    /// By entry of `learnt`.
    let learntTerms: [String]
    /// By entry of `learnt`: what stands there, side by side.
    let learntWeights: [LearntTone.Sides]
    let grammar: Grammar
    /// Finds the terms in one text after another.
    let reader: TermReader
    /// By number of the term in `reader`.
    let terms: [Term]
    let keywords: KeywordList
    let toneTerms: [ToneTerm]
    /// Hashes of the words that are terms.
    let words: Set<UInt64>
    /// Hashes of the words that stand whole in a phrase.
    private let phraseWords: Set<UInt64>
    /// Tells most other hashes away from both.
    private let allWords: HashFilter

    /// - Parameters:
    ///   - language: `nil` for languages that have neither lexicon nor keywords.
    ///   - lexicons: All of them: emoji and emoticons speak in every language.
    ///   - learnt: That of the language is used.
    init(
        language: LanguageCode?, lexicons: [Lexicon], learnt: [LearntTone], keywords: KeywordList
    ) {
        let grammar = language.map(Grammar.of) ?? Grammar.of(.undetermined)
        let learnt = learnt.first { $0.language == language }
        var terms = VocabularyTerms(grammar)
        let listed = lexicons.filter { $0.language == language }.map(\.entries).joined()
        // Those with accents come again in bare letters, and phrases take more than one node.
        let accented = listed.count { !$0.term.utf8.allSatisfy { $0 < 0x80 } }
        terms.reserve(
            tones: listed.count + accented,
            others: (learnt?.entries.count ?? 0) * 2 + keywords.count(spokenIn: language) * 7 / 4)
        terms.addLexicon(language, lexicons)
        terms.addKeywords(language, keywords)
        if let learnt { terms.addLearnt(learnt) }
        for (term, function) in grammar.functions { terms.addGrammar(term, .function(function)) }
        for (term, frame) in grammar.frames { terms.addGrammar(term, .frame(frame)) }

        reader = TermReader(terms.trie)
        self.terms = reader.numbersInTrie.map { [found = terms.terms] in found[Int($0)] }
        self.keywords = keywords
        hasLexicon = lexicons.contains { $0.language == language }
        learntScale = learnt.map(SentimentScale.Learnt.init)
        learntTerms = learnt?.entries.map(\.term) ?? []
        learntWeights = learnt?.entries.map(\.weights) ?? []
        self.grammar = grammar
        toneTerms = terms.toneTerms
        words = terms.words
        phraseWords = terms.phraseWords
        let count = terms.words.count + terms.phraseWords.count
        let bits = Int.bitWidth - max(count * 2, 64).leadingZeroBitCount
        var allWords = HashFilter(capacity: 1 << bits)
        for hash in terms.words { allWords.insert(hash) }
        for hash in terms.phraseWords { allWords.insert(hash) }
        self.allWords = allWords
    }

    /// Whether a word of this hash is a term, or stands whole in a phrase.
    func isKnown(_ hash: UInt64) -> Bool {
        allWords.contains(hash) && (words.contains(hash) || phraseWords.contains(hash))
    }

    /// Whether a term turns round what follows.
    func isNegator(_ term: Int) -> Bool {
        guard case .tone(let number) = terms[term].meaning,
            case .negator = toneTerms[Int(number)].role
        else { return false }
        return true
    }

    /// Whether a term is a word of grammar.
    func isFunction(_ term: Int) -> Bool {
        switch terms[term].meaning {
        case .function, .frame: true
        case .tone, .learnt, .category, .learntKeyword: false
        }
    }

    /// Whether a term says something by itself, of tone or of a category.
    func isHeard(_ term: Int) -> Bool {
        switch terms[term].meaning {
        case .category: return true
        case .tone(let number):
            guard case .weight = toneTerms[Int(number)].role else { return false }
            return true
        case .learnt, .learntKeyword, .function, .frame: return false
        }
    }
}
