import Model
import Tokenizing

/// One field of an entry with all terms found in it: what tone, categories and brands are read from.
///
/// Quoted lines are not the writer's own and yield nothing; nor do the words that name a brand.
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
        let keyword: Vocabulary.CategoryKeyword
    }

    struct BrandPlace: Sendable {
        let words: Range<Int>
        let brand: Brand.ID
    }

    let field: TextField
    let words: Words
    /// In reading order; of terms that overlap, the first and then the longest.
    private(set) var cues: [Cue] = []
    private(set) var categoryCues: [CategoryCue] = []
    /// By word: what grammar says of it.
    private(set) var functions: [Grammar.Function]
    /// In reading order.
    let brands: [BrandPlace]
    let elongated: [Range<Int>]

    init(_ words: Words, field: TextField, mentions: [Mention], vocabulary: Vocabulary) {
        self.field = field
        self.words = words
        functions = Array(repeating: [], count: words.count)
        brands = mentions.filter { $0.field == field }.compactMap { mention in
            words.indices(covering: mention.range).map {
                BrandPlace(words: $0, brand: mention.brand)
            }
        }
        var matches = vocabulary.index.matches(in: words)
        if let elongation = Elongation(of: words) {
            elongation.addMatches(of: vocabulary.index, to: &matches)
            elongated = elongation.words.map { $0..<$0 + 1 }
        } else {
            elongated = []
        }
        let excluded = words.quotedRanges + brands.map(\.words)
        sort(matches, excluded: excluded, vocabulary: vocabulary)
    }

    // MARK: - Private

    private mutating func sort(
        _ matches: [TermIndex<Vocabulary.Meaning>.Match], excluded: [Range<Int>],
        vocabulary: Vocabulary
    ) {
        for match in matches where !excluded.contains(where: match.words.overlaps) {
            switch match.value {
            case .tone(let term):
                add(Cue(words: match.words, term: Int(term)), vocabulary.toneTerms)
            case .category(let keyword):
                categoryCues.append(CategoryCue(words: match.words, keyword: keyword))
            case .function(let function):
                functions[match.words.lowerBound].insert(function)
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
        guard let first = firstIndex(where: { $0.range.upperBound > scalars.lowerBound }) else {
            return nil
        }
        let end = self[first...].firstIndex { $0.range.lowerBound >= scalars.upperBound } ?? count
        return first < end ? first..<end : nil
    }
}
