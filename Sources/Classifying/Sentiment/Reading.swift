import Model
import Tokenizing

/// One field of an entry with all terms found in it: what tone, categories and brands are read from.
///
/// Quoted lines are not the writer's own and yield nothing; nor do the words that name a brand, unless
/// it is a topic: `awaria` says of itself what happened. A hashtag among the keywords of a category counts
/// all the same.
///
/// One is used for many texts, one after the other, so that its memory is asked for once.
final class Reading {
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
        /// Of the keyword as it stands here; as of `Vocabulary.ToneTerm`.
        let precision: Int
    }

    /// A term with learnt weights.
    struct LearntCue: Sendable {
        let words: Range<Int>
        /// Index into the entries of the vocabulary's `learnt`.
        let entry: Int
        let weights: LearntTone.Sides
    }

    /// A learnt keyword of a category.
    struct LearntKeywordCue: Sendable {
        let words: Range<Int>
        /// Index into the keywords of categories and facets.
        let keyword: Int
    }

    /// A word of a construction.
    struct FrameCue: Sendable {
        let words: Range<Int>
        let frame: Grammar.Frame
    }

    struct BrandPlace: Sendable {
        let words: Range<Int>
        let brand: Brand.ID
        let isTopic: Bool
    }

    private(set) var field = TextField.text
    private(set) var words = Words(of: "")
    private var places = Places()
    /// In reading order.
    private(set) var brands: [BrandPlace] = []
    /// By word: index into `brands`, −1 for none; empty where the field names no brand.
    private(set) var brandOfWord: [Int32] = []
    /// Words with letters drawn out.
    private(set) var drawnOut: Set<Int> = []
    private var matches: [TermTrie.Match] = []

    /// In reading order; of terms that overlap, the first and then the longest.
    var cues: [Cue] { places.cues }
    var categoryCues: [CategoryCue] { places.categoryCues }
    /// In reading order; they may overlap, a word and its stems too.
    var learntCues: [LearntCue] { places.learntCues }
    /// In reading order; they may overlap too.
    var learntKeywordCues: [LearntKeywordCue] { places.learntKeywordCues }
    /// By word: what grammar says of it.
    var functions: [Grammar.Function] { places.functions }
    /// What grammar says of any of the words.
    var allFunctions: Grammar.Function { places.allFunctions }
    /// In reading order; they may overlap.
    var frameCues: [FrameCue] { places.frameCues }
    var allFrames: Grammar.Frame { places.allFrames }

    /// Where a phrase ends that takes leave or asks for no answer, from its first word; the next word
    /// where none of several begins.
    func phraseEnd(at word: Int) -> Int { places.phraseEnds[word] ?? word + 1 }

    /// - Parameters:
    ///   - topics: Brands that are topics.
    ///   - spelling: Of the whole entry.
    func read(
        _ words: Words, field: TextField, mentions: [Mention], topics: Set<Brand.ID>,
        vocabulary: Vocabulary, spelling: inout Spelling
    ) {
        self.field = field
        self.words = words
        brands = []
        brandOfWord = []
        if !mentions.isEmpty { placeBrands(mentions, topics) }
        drawnOut = []
        var matches = self.matches.takeAll()
        matches.removeAll(keepingCapacity: true)
        vocabulary.reader.addMatches(in: words, to: &matches)
        if let elongation = Elongation(of: words) {
            elongation.addMatches(of: vocabulary, to: &matches)
            drawnOut = elongation.words
        }
        if vocabulary.grammar.hasDigraphs, spelling.isBare {
            Digraphs(of: words, vocabulary: vocabulary)?.addMatches(of: vocabulary, to: &matches)
        }
        Hashtags(of: words, vocabulary: vocabulary)?.addMatches(of: vocabulary, to: &matches)
        sort(matches, quoted: words.quotedRanges, vocabulary: vocabulary, &spelling)
        if !brands.isEmpty { addKeywordsAcrossBrands(vocabulary, &spelling) }
        self.matches = matches
    }

    /// The brand named at a word.
    func brand(at word: Int) -> BrandPlace? {
        guard !brandOfWord.isEmpty, brandOfWord[word] >= 0 else { return nil }
        return brands[Int(brandOfWord[word])]
    }

    /// Whether a word is part of a brand's name.
    func isName(_ word: Int) -> Bool {
        brand(at: word).map { !$0.isTopic } ?? false
    }

    /// The brand that the field names, where it names one alone.
    var onlyBrand: Brand.ID? {
        let first = brands.first?.brand
        return brands.allSatisfy { $0.brand == first } ? first : nil
    }

    /// Whether it is said to somebody: "@anna jā :)".
    var beginsWithHandle: Bool { !words.isEmpty && words[0].kind == .handle }

    func isInSentence(_ word: Int, of other: Int) -> Bool {
        words[word].sentence == words[other].sentence
    }

    /// Whether some words hold a word of a brand's name.
    func namesBrand(in range: Range<Int>) -> Bool {
        let next = brands.partitioningIndex { $0.words.upperBound > range.lowerBound }
        return brands[next...].prefix { $0.words.lowerBound < range.upperBound }
            .contains { !$0.isTopic }
    }

    // MARK: - Private

    /// Of how many words before a brand's name one may begin a phrase that goes on behind it.
    private static let mostWordsBefore = 4

    /// Phrases of categories with the name of a brand, and a preposition before it, between their
    /// words: "gdyby można było" in "gdyby w Kawce można było".
    private func addKeywordsAcrossBrands(_ vocabulary: Vocabulary, _ spelling: inout Spelling) {
        var matches: [TermTrie.Match] = []
        for place in brands where !place.isTopic && place.words.lowerBound > 0 {
            var gap = place.words
            vocabulary.reader.addMatches(
                in: words, across: gap, within: Self.mostWordsBefore, to: &matches)
            let before = gap.lowerBound - 1
            guard vocabulary.grammar.prepositions.contains(words.folded(before)) else { continue }
            gap = before..<gap.upperBound
            vocabulary.reader.addMatches(
                in: words, across: gap, within: Self.mostWordsBefore, to: &matches)
        }
        guard !matches.isEmpty else { return }
        matches.sort { $0.words.lowerBound < $1.words.lowerBound }
        var places = Places()
        swap(&places, &self.places)
        var quoted = words.quotedRanges[...]
        for match in matches {
            while let next = quoted.first, next.upperBound <= match.words.lowerBound {
                quoted.removeFirst()
            }
            if let next = quoted.first, next.overlaps(match.words) { continue }
            let term = vocabulary.terms[match.term]
            guard case .category(let keyword, let precision) = term.meaning,
                !vocabulary.keywords.items[Int(keyword)].isOfFacet
            else { continue }
            if term.isBare, !spelling.isBare { continue }
            places.categoryCues.append(
                CategoryCue(words: match.words, keyword: Int(keyword), precision: Int(precision)))
        }
        places.categoryCues.sort {
            ($0.words.lowerBound, $0.words.count, $0.keyword)
                < ($1.words.lowerBound, $1.words.count, $1.keyword)
        }
        self.places = places
    }

    private func placeBrands(_ mentions: [Mention], _ topics: Set<Brand.ID>) {
        var brands: [BrandPlace] = []
        // What goes without saying stands nowhere.
        for mention in mentions where mention.field == field && !mention.isBySource {
            guard let place = words.indices(covering: mention.range) else { continue }
            brands.append(
                BrandPlace(
                    words: place, brand: mention.brand, isTopic: topics.contains(mention.brand)))
        }
        guard !brands.isEmpty else { return }
        var brandOfWord = [Int32](repeating: -1, count: words.count)
        for (number, place) in brands.enumerated() {
            for word in place.words { brandOfWord[word] = Int32(number) }
        }
        self.brands = brands
        self.brandOfWord = brandOfWord
    }

    /// Whether a keyword is a hashtag, as the rules write it: that of a campaign may name the brand, too.
    private func isTag(
        _ place: Range<Int>, _ meaning: Vocabulary.Meaning, _ vocabulary: Vocabulary
    ) -> Bool {
        guard place.count == 1, words[place.lowerBound].kind == .hashtag,
            case .category(let keyword, _) = meaning
        else { return false }
        return vocabulary.keywords.items[Int(keyword)].term.hasPrefix("#")
    }

    /// - Parameter quoted: In reading order, as the matches are.
    private func sort(
        _ matches: [TermTrie.Match], quoted: [Range<Int>], vocabulary: Vocabulary,
        _ spelling: inout Spelling
    ) {
        var places = Places()
        swap(&places, &self.places)
        places.removeAll(wordCount: words.count)
        let namesBrand = !brandOfWord.isEmpty
        var quoted = quoted[...]
        for match in matches {
            while let next = quoted.first, next.upperBound <= match.words.lowerBound {
                quoted.removeFirst()
            }
            if let next = quoted.first, next.overlaps(match.words) { continue }
            let term = vocabulary.terms[match.term]
            if namesBrand, match.words.contains(where: isName),
                !isTag(match.words, term.meaning, vocabulary)
            {
                continue
            }
            if term.isBare, !spelling.isBare { continue }
            places.add(match.words, term.meaning, vocabulary)
        }
        self.places = places
    }
}

extension Words {
    /// The words of a range of scalars; `nil` when there are none.
    fileprivate func indices(covering scalars: Range<Int>) -> Range<Int>? {
        let first = partitioningIndex { $0.range.upperBound > scalars.lowerBound }
        let end = partitioningIndex { $0.range.lowerBound >= scalars.upperBound }
        return first < end ? first..<end : nil
    }
}

extension [Reading] {
    /// Of the whole entry, marks not counted.
    var wordCount: Int { reduce(0) { $0 + $1.words.countWithoutMarks } }

    /// Of the whole entry, what names a brand left out: a short post is no headline for the name in it.
    var capitalShare: Double {
        var capitals = Capitals()
        for reading in self {
            capitals.add(reading.words) { reading.brand(at: $0) != nil }
        }
        return capitals.share
    }
}
