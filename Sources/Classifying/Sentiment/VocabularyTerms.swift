import Model
import Tokenizing

/// The terms of a vocabulary while they are gathered.
struct VocabularyTerms {
    private let grammar: Grammar
    private(set) var trie = TermTrie(looksAtBytes: false)
    /// By number of the term in `trie`.
    private(set) var terms: [Vocabulary.Term] = []
    private(set) var toneTerms: [Vocabulary.ToneTerm] = []
    private(set) var words: Set<UInt64> = []
    private(set) var phraseWords: Set<UInt64> = []
    /// Words of the language that turn round what follows.
    private var negators: Set<String> = []
    /// The first bytes of what negated terms begin with, in either case: few others do, and those need
    /// no look at their other letters.
    private let negatedInitials: Set<UInt8>

    init(_ grammar: Grammar) {
        self.grammar = grammar
        negatedInitials = Set(
            grammar.negatedBeginnings.flatMap { [$0, $0.uppercased()] }.compactMap(\.utf8.first))
    }

    /// Makes room for what is to come, which would else be copied each time that it has doubled.
    mutating func reserve(tones: Int, others: Int) {
        trie.reserve(nodes: tones + others)
        terms.reserveCapacity(tones + others)
        toneTerms.reserveCapacity(tones)
        words.reserveCapacity(tones)
    }

    /// Before all others: what the trie holds by then is of a lexicon too, and goes before what comes
    /// later.
    mutating func addLexicon(_ language: LanguageCode?, _ lexicons: [Lexicon]) {
        let own = lexicons.filter { $0.language == language || $0.language == .undetermined }
        let others = lexicons.filter { $0.language != language && $0.language != .undetermined }
            .sorted { $0.language < $1.language }
        // One by one: to join the entries of several would copy tens of thousands.
        for lexicon in own {
            for entry in lexicon.entries where entry.role == .negator {
                negators.insert(entry.term)
            }
        }
        for lexicon in own {
            for entry in lexicon.entries { addTone(entry) }
        }
        for lexicon in others {
            for entry in lexicon.entries where entry.isUniversal { addTone(entry) }
        }
        if !grammar.denyingPrefix.isEmpty {
            for lexicon in own where lexicon.language != .undetermined {
                for entry in lexicon.entries { addDenied(entry) }
            }
        }
        for lexicon in own {
            for entry in lexicon.entries { addSpellings(entry) }
        }
    }

    private mutating func addTone(_ entry: LexiconEntry) {
        let pattern = TermPattern(entry.term)
        guard !trie.holds(pattern) else { return }
        toneTerms.append(
            Vocabulary.ToneTerm(
                text: entry.term, role: entry.role, precision: pattern.precision,
                isNegated: isNegated(entry), isNegating: isNegating(entry),
                isSign: Self.isSign(entry.term), isSmile: entry.isSmile))
        insert(pattern, .tone(Int32(toneTerms.count - 1)))
    }

    /// An emoji or an emoticon, `:D` and `<3` among them; a rating, `8/10`, is none.
    private static func isSign(_ term: String) -> Bool {
        if term.beginsWithASCIILetter { return false }
        return !term.contains { $0.isLetter || $0.isNumber }
            || term.count < 5 && term.first.map { ":;=<".contains($0) } ?? false
    }

    /// `Nekav*` denies what `kav*` blames; what the lexicon lists itself goes before that.
    private mutating func addDenied(_ entry: LexiconEntry) {
        let prefix = grammar.denyingPrefix
        guard case .weight(...(-1)) = entry.role, entry.term.utf8.count >= 5,
            entry.term.count >= 5, !entry.term.hasPrefix(prefix),
            entry.term.allSatisfy({ $0.isLetter || $0 == "*" })
        else { return }
        let term = prefix + entry.term
        insert(denied: entry, TermPattern(term), isBare: false)
        if let plain = term.withoutAccents {
            insert(denied: entry, TermPattern(plain), isBare: true)
        }
    }

    private mutating func insert(
        denied entry: LexiconEntry, _ pattern: TermPattern, isBare: Bool
    ) {
        guard !trie.holds(pattern) else { return }
        toneTerms.append(
            Vocabulary.ToneTerm(
                text: entry.term, role: entry.role,
                precision: pattern.precision - (isBare ? 1 : 0), isNegated: true,
                isNegating: false, isSign: false, isDenied: true))
        insert(pattern, .tone(Int32(toneTerms.count - 1)), isKnown: false, isBare: isBare)
    }

    /// Many type without accents, `zle` for `źle`, and most with the comma before `że` or `ka`; what the
    /// lexicon itself lists goes before that.
    private mutating func addSpellings(_ entry: LexiconEntry) {
        for (spelling, isBare) in entry.term.otherSpellings(grammar) {
            let pattern = TermPattern(spelling)
            guard !trie.holds(pattern) else { continue }
            toneTerms.append(
                Vocabulary.ToneTerm(
                    text: entry.term, role: entry.role, precision: pattern.precision - 1,
                    isNegated: isNegated(entry), isNegating: isNegating(entry), isSign: false))
            insert(pattern, .tone(Int32(toneTerms.count - 1)), isBare: isBare)
        }
    }

    private func isNegated(_ entry: LexiconEntry) -> Bool {
        guard let first = entry.term.utf8.first, negatedInitials.contains(first) else {
            return false
        }
        let term = entry.term.lowercased().utf8
        return grammar.negatedBeginnings.contains { term.starts(with: $0.utf8) }
    }

    private func isNegating(_ entry: LexiconEntry) -> Bool {
        guard case .weight(..<0) = entry.role,
            let space = entry.term.utf8.lastIndex(of: UInt8(ascii: " "))
        else { return false }
        return negators.contains(String(entry.term[entry.term.utf8.index(after: space)...]))
    }

    mutating func addLearnt(_ learnt: LearntTone) {
        for (number, entry) in learnt.entries.enumerated() {
            // Learnt terms are of all languages that the texts held.
            insert(
                TermPattern(entry.term), .learnt(Int32(number)), isKnown: false)
            guard let bare = entry.term.bareSpelling else { continue }
            insert(
                TermPattern(bare), .learnt(Int32(number)), isKnown: false, isBare: true)
        }
    }

    /// Keywords of the language and of every language; of all where the language is unknown.
    ///
    /// What a rule lists goes before what another of its keywords is in bare letters, or with the comma
    /// that many leave out: "szkoda że nie ma", "szkoda, że nie ma". Those of facets
    /// are no known words: language and tone are told as without them.
    mutating func addKeywords(_ language: LanguageCode?, _ keywords: KeywordList) {
        let own = keywords.items.indices.filter { keywords.isSpoken($0, in: language) }
        var listed = Set<RulePattern>(minimumCapacity: own.count * 2)
        for number in own {
            let item = keywords.items[number]
            let pattern = TermPattern(item.term)
            if item.isLearnt {
                insert(pattern, .learntKeyword(Int32(number)), isKnown: false)
                continue
            }
            listed.insert(RulePattern(rule: item.rated, pattern: pattern))
            insert(
                pattern, .category(Int32(number), precision: Int32(pattern.precision)),
                isKnown: !item.isOfFacet)
        }
        for number in own where !keywords.items[number].isLearnt {
            let item = keywords.items[number]
            for (spelling, isBare) in item.term.otherSpellings(grammar) {
                let pattern = TermPattern(spelling)
                let entry = RulePattern(rule: item.rated, pattern: pattern)
                guard listed.insert(entry).inserted else { continue }
                insert(
                    pattern, .category(Int32(number), precision: Int32(pattern.precision - 1)),
                    isKnown: !item.isOfFacet, isBare: isBare)
            }
        }
    }

    private struct RulePattern: Hashable {
        let rule: Int
        let pattern: TermPattern
    }

    /// With the comma before `że` or `ka`, too, and both in bare letters; but short words become others without
    /// their accents: `że` that, `ze` from.
    mutating func addGrammar(_ term: String, _ meaning: Vocabulary.Meaning) {
        for spelling in [term, term.withCommas(before: grammar.commaWords)] {
            guard let spelling else { continue }
            insert(TermPattern(spelling), meaning)
            guard spelling.count > 3, let plain = spelling.withoutAccents else { continue }
            insert(TermPattern(plain), meaning, isBare: true)
        }
    }

    /// - Parameters:
    ///   - isKnown: Whether its words are words of the language.
    ///   - isBare: Whether it is another term in bare letters.
    private mutating func insert(
        _ pattern: TermPattern, _ meaning: Vocabulary.Meaning, isKnown: Bool = true,
        isBare: Bool = false
    ) {
        if trie.insert(pattern) != nil {
            terms.append(Vocabulary.Term(meaning: meaning, isBare: isBare))
        }
        guard isKnown else { return }
        for step in pattern.steps where !step.isStem {
            if pattern.steps.count == 1 {
                words.insert(step.hash)
            } else {
                phraseWords.insert(step.hash)
            }
        }
    }
}

extension LexiconEntry {
    /// Holds no letter: an emoji or an emoticon, which mean the same in every language.
    fileprivate var isUniversal: Bool {
        !term.beginsWithASCIILetter && !term.contains { $0.isLetter }
    }
}

extension String {
    /// What a term may be written as besides: with its commas, and either way in bare letters.
    fileprivate func otherSpellings(_ grammar: Grammar) -> [(spelling: String, isBare: Bool)] {
        let (comma, bare) = (withCommas(before: grammar.commaWords), withoutAccents)
        // As most terms: to make lists of nothing takes a tenth of a start.
        if comma == nil, bare == nil { return [] }
        let spellings = [(comma, false), (bare, true), (comma?.withoutAccents, true)]
        return spellings.compactMap { spelling, isBare in spelling.map { ($0, isBare) } }
    }

    /// As nearly all terms do, told without a look at Unicode's properties.
    fileprivate var beginsWithASCIILetter: Bool {
        utf8.first.map { ($0 | 0x20) &- 0x61 < 26 } ?? false
    }
}

extension TermPattern {
    /// Grows with the letters that are given; a whole word says more than a stem of its length.
    fileprivate var precision: Int {
        steps.reduce(0) { $0 + 2 * $1.folded.count + ($1.isStem ? 0 : 1) }
    }
}
