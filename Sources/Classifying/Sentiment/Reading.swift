import Model
import Tokenizing

/// One field of an entry with all terms found in it: what tone, categories and brands are read from.
///
/// Quoted lines are not the writer's own and yield nothing; nor do the words that name a brand, unless
/// it is a topic: `awaria` says of itself what happened.
struct Reading: Sendable {
    /// A term of the lexicon where it stands.
    struct Cue: Sendable {
        /// Indices into `words`.
        let words: Range<Int>
        /// Index into the vocabulary's `toneTerms`.
        let term: Int
    }

    struct CategoryCue: Sendable {
        let words: Range<Int>
        /// Index into the keywords of categories and facets.
        let keyword: Int
    }

    /// A term with learnt weights.
    struct LearntCue: Sendable {
        let words: Range<Int>
        /// Index into the entries of the vocabulary's `learnt`.
        let entry: Int
    }

    struct BrandPlace: Sendable {
        let words: Range<Int>
        let brand: Brand.ID
        let isTopic: Bool
    }

    let field: TextField
    let words: Words
    /// In reading order; of terms that overlap, the first and then the longest.
    private(set) var cues: [Cue] = []
    private(set) var categoryCues: [CategoryCue] = []
    /// In reading order; they may overlap, a word and its stems too.
    private(set) var learntCues: [LearntCue] = []
    /// By word: what grammar says of it.
    private(set) var functions: [Grammar.Function]
    /// What grammar says of any of the words.
    private(set) var allFunctions: Grammar.Function = []
    /// In reading order.
    let brands: [BrandPlace]
    /// By word: index into `brands`, −1 for none; empty where the field names no brand.
    let brandOfWord: [Int32]
    /// Words with letters drawn out.
    let drawnOut: Set<Int>

    /// - Parameter topics: Brands that are topics.
    init(
        _ words: Words, field: TextField, mentions: [Mention], topics: Set<Brand.ID>,
        vocabulary: Vocabulary
    ) {
        self.field = field
        self.words = words
        functions = Array(repeating: [], count: words.count)
        brands = mentions.filter { $0.field == field }.compactMap { mention in
            words.indices(covering: mention.range).map {
                BrandPlace(
                    words: $0, brand: mention.brand, isTopic: topics.contains(mention.brand))
            }
        }
        brandOfWord = Self.brandOfWord(brands, count: words.count)
        var matches = vocabulary.trie.matches(in: words, vocabulary.memory)
        let elongation = Elongation(of: words)
        elongation?.addMatches(of: vocabulary.trie, to: &matches)
        drawnOut = elongation?.words ?? []
        Hashtags(of: words, vocabulary: vocabulary)?.addMatches(of: vocabulary, to: &matches)
        sort(matches, quoted: words.quotedRanges, vocabulary: vocabulary)
    }

    /// The brand named at a word.
    func brand(at word: Int) -> BrandPlace? {
        guard !brandOfWord.isEmpty, brandOfWord[word] >= 0 else { return nil }
        return brands[Int(brandOfWord[word])]
    }

    // MARK: - Private

    private func isName(_ word: Int) -> Bool {
        brand(at: word).map { !$0.isTopic } ?? false
    }

    private static func brandOfWord(_ brands: [BrandPlace], count: Int) -> [Int32] {
        guard !brands.isEmpty else { return [] }
        var brandOfWord = [Int32](repeating: -1, count: count)
        for (number, place) in brands.enumerated() {
            for word in place.words { brandOfWord[word] = Int32(number) }
        }
        return brandOfWord
    }

    /// - Parameter quoted: In reading order, as the matches are.
    private mutating func sort(
        _ matches: [TermTrie.Match], quoted: [Range<Int>], vocabulary: Vocabulary
    ) {
        learntCues.reserveCapacity(vocabulary.learnt == nil ? 0 : matches.count)
        var quoted = quoted[...]
        for match in matches {
            while let next = quoted.first, next.upperBound <= match.words.lowerBound {
                quoted.removeFirst()
            }
            if let next = quoted.first, next.overlaps(match.words) { continue }
            if !brandOfWord.isEmpty, match.words.contains(where: isName) { continue }
            switch vocabulary.meanings[match.term] {
            case .tone(let term):
                if cues.isEmpty { cues.reserveCapacity(8) }
                add(Cue(words: match.words, term: Int(term)), vocabulary.toneTerms)
            case .learnt(let entry):
                learntCues.append(LearntCue(words: match.words, entry: Int(entry)))
            case .category(let keyword):
                categoryCues.append(CategoryCue(words: match.words, keyword: Int(keyword)))
            case .function(let function):
                functions[match.words.lowerBound].formUnion(function)
                allFunctions.formUnion(function)
            }
        }
    }

    /// Matches come by start, then by length.
    private mutating func add(_ cue: Cue, _ terms: [Vocabulary.ToneTerm]) {
        guard let last = cues.last, last.words.overlaps(cue.words) else {
            cues.append(cue)
            return
        }
        let isSameStart = last.words.lowerBound == cue.words.lowerBound
        let isLonger = cue.words.count > last.words.count
        let isMorePrecise =
            cue.words.count == last.words.count
            && terms[cue.term].precision > terms[last.term].precision
        if isSameStart && (isLonger || isMorePrecise) { cues[cues.count - 1] = cue }
    }
}

extension Words {
    /// The words of a range of scalars; `nil` when there are none.
    fileprivate func indices(covering scalars: Range<Int>) -> Range<Int>? {
        let first = firstIndex { $0.range.upperBound > scalars.lowerBound }
        let end = firstIndex { $0.range.lowerBound >= scalars.upperBound }
        return first < end ? first..<end : nil
    }

    /// By halving: the condition holds from some word on.
    private func firstIndex(from condition: (Word) -> Bool) -> Int {
        var bounds = 0..<count
        while !bounds.isEmpty {
            let middle = bounds.lowerBound + bounds.count / 2
            bounds =
                condition(self[middle])
                ? bounds.lowerBound..<middle : middle + 1..<bounds.upperBound
        }
        return bounds.lowerBound
    }
}
