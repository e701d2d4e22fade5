import Model

/// Where terms were found, by what they stand for.
struct Places {
    var cues: [Reading.Cue] = []
    var categoryCues: [Reading.CategoryCue] = []
    var learntCues: [Reading.LearntCue] = []
    var learntKeywordCues: [Reading.LearntKeywordCue] = []
    var functions: [Grammar.Function] = []
    var allFunctions: Grammar.Function = []
    var frameCues: [Reading.FrameCue] = []
    var allFrames: Grammar.Frame = []
    /// By first word: the end of the longest phrase that is evidence as a whole.
    var phraseEnds: [Int: Int] = [:]

    /// Grammar that is evidence by itself.
    private static let telling: Grammar.Function = [.parting, .rhetorical]

    mutating func removeAll(wordCount: Int) {
        cues.removeAll(keepingCapacity: true)
        categoryCues.removeAll(keepingCapacity: true)
        learntCues.removeAll(keepingCapacity: true)
        learntKeywordCues.removeAll(keepingCapacity: true)
        functions.removeAll(keepingCapacity: true)
        functions.append(contentsOf: repeatElement([], count: wordCount))
        allFunctions = []
        frameCues.removeAll(keepingCapacity: true)
        allFrames = []
        if !phraseEnds.isEmpty { phraseEnds.removeAll() }
    }

    mutating func add(
        _ words: Range<Int>, _ meaning: Vocabulary.Meaning, _ vocabulary: Vocabulary
    ) {
        switch meaning {
        case .tone(let term):
            add(Reading.Cue(words: words, term: Int(term)), vocabulary.toneTerms)
        case .learnt(let entry):
            learntCues.append(
                Reading.LearntCue(
                    words: words, entry: Int(entry),
                    weights: vocabulary.learntWeights[Int(entry)]))
        case .category(let keyword, let precision):
            categoryCues.append(
                Reading.CategoryCue(
                    words: words, keyword: Int(keyword), precision: Int(precision)))
        case .learntKeyword(let keyword):
            learntKeywordCues.append(
                Reading.LearntKeywordCue(words: words, keyword: Int(keyword)))
        case .frame(let frame):
            frameCues.append(Reading.FrameCue(words: words, frame: frame))
            allFrames.formUnion(frame)
        case .function(let function):
            functions[words.lowerBound].formUnion(function)
            allFunctions.formUnion(function)
            if words.count > 1, !function.isDisjoint(with: Self.telling) {
                phraseEnds[words.lowerBound] = max(
                    phraseEnds[words.lowerBound] ?? 0, words.upperBound)
            }
        }
    }

    /// Matches come by start, then by length.
    private mutating func add(_ cue: Reading.Cue, _ terms: [Vocabulary.ToneTerm]) {
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
