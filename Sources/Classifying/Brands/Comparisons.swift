import Model
import Tokenizing

/// Comparisons with a brand: "better than Baltfon", "szybszy od Baltfonu", "labāks nekā Baltfon",
/// "I prefer Zefirnet to Baltfon"; "Zefirnet beats Baltfon", "Baltfon nie dorasta Zefirnetowi do pięt".
///
/// What is compared gains the weight of the comparative, what it is compared with loses it; "worse" and
/// "less" turn this round, and so does a negator, at half the weight. Where nothing is named that is
/// compared, "there is no better café than Kawka", nothing is better, which is the highest praise. In a
/// question all of it counts less.
struct Comparisons {
    private(set) var verdicts: [Verdict] = []

    let analysis: Analysis
    let number: Int
    let reading: Reading
    let layout: Layout
    /// By the word that follows it, what negates: a negator, or a term negated itself.
    let negations: [Int: Range<Int>]

    /// Weight of a bare "better" or "worse".
    static let weight = 2.0
    private static let negated = -0.5
    /// The share that a comparison, or a change of side, counts in a question.
    static let asked = 0.3
    /// Words between "than" and the name, between the comparative and "than".
    private static let nameReach = 3
    private static let comparativeReach = 5
    /// Words between what is compared and the comparative.
    private static let subjectReach = 40
    static let negatorReach = 3
    /// Words between the verb and the name: "wipes the floor with".
    private static let outdoingReach = 3
    /// Words between the beginning of what says who does worse and the name: "nie może się równać z",
    /// "doesn't hold a candle to".
    private static let outdoneReach = 6
    /// Words between a preposition and who is compared: "from the Kawka" it is far to Ziarenko.
    private static let placeReach = 2

    init(in analysis: Analysis, reading number: Int) {
        self.analysis = analysis
        self.number = number
        reading = analysis.readings[number]
        layout = analysis.layout(of: number)
        guard !reading.brands.isEmpty else {
            negations = [:]
            return
        }
        let terms = analysis.vocabulary.toneTerms
        let negating = reading.cues.filter {
            terms[$0.term].role == .negator || terms[$0.term].isNegated
        }
        negations = Dictionary(negating.map { ($0.words.upperBound, $0.words) }) { first, _ in first
        }
        // "Can't beat" holds "beat".
        var outdone = 0..<0
        for index in reading.words.indices {
            let function = reading.functions[index]
            if function.contains(.than) || function.contains(.looseThan) {
                judge(than: index, isStrict: function.contains(.than))
            }
            if function.contains(.likening) { judge(likenedBy: index) }
            if function.contains(.prefer) { judge(prefer: index) }
            if function.contains(.outdone) {
                outdone = index..<index + 1 + Self.outdoneReach
                judge(outdoing: index, gain: -Self.weight)
            } else if function.contains(.outdoing), !outdone.contains(index) {
                judge(outdoing: index, gain: Self.weight)
            }
        }
    }

    // MARK: - Private

    private struct Comparative {
        /// The first word that says it, a negation too.
        let start: Int
        let word: Int
        /// What it is worth to what is compared.
        let weight: Double
        /// The same without its negation; `nil` where there is none.
        let affirmed: Double?
        /// A phrase of the lexicon that is negated says it all.
        var isPhrase = false
        /// A keyword that is no comparative, and has no "more" before it.
        var isPlain = false
    }

    private mutating func judge(than: Int, isStrict: Bool) {
        guard let standard = place(after: than, within: Self.nameReach) else { return }
        let comparative = comparative(before: than, isStrict: isStrict)
        // "I'd rather take a slow train than Baltfon" compares no trains.
        if isStrict, comparative?.isPlain ?? true, let rather = rather(before: than) {
            return judge(preferredTo: standard, than, rather)
        }
        guard let comparative else { return }
        guard isStandard(standard, behind: than) else { return }
        let words = comparative.start..<than + 1
        if let subject = subject(before: comparative.start, besides: standard.brand) {
            // "No better than Baltfon" does not praise that.
            if !comparative.isPhrase { add(-comparative.weight, to: standard.brand, words) }
            add(comparative.weight, to: subject.brand, words)
        } else if let affirmed = comparative.affirmed {
            let share = isOfNothing(comparative, than) ? 1 : -Self.negated
            add(affirmed * share, to: standard.brand, words)
        } else if isUnmatched(standard, comparative.start) {
            // "Trudno" negates too.
            let isDenied = analysis.tone(at: comparative.word, of: number)?.isNegated ?? false
            let isTurned = isDenied && side(of: comparative.word) == nil
            add(comparative.weight * (isTurned ? -1 : 1), to: standard.brand, words)
        } else {
            add(-comparative.weight, to: standard.brand, words)
        }
    }

    mutating func add(_ weight: Double, to brand: Brand.ID, _ words: Range<Int>) {
        let isAsked = layout.sentence(at: words.lowerBound).isQuestion
        let weight = isAsked ? weight * Self.asked : weight
        verdicts.append(Verdict(brand: brand, reading: number, words: words, weight: weight))
    }

    /// "Zefirnet beats Baltfon": the first named gains, or loses; where nobody is named first, only the
    /// other is judged.
    private mutating func judge(outdoing index: Int, gain: Double) {
        let reach = gain > 0 ? Self.outdoingReach : Self.outdoneReach
        guard let object = place(after: index, within: reach) else { return }
        let words = index..<object.words.upperBound
        let clause = layout.clauses[layout.clause(at: index)].words
        // "Zefirnet blows, Baltfon rocks".
        guard clause.contains(object.words.lowerBound) else { return }
        let before = max(clause.lowerBound, index - Self.negatorReach)..<index
        if before.contains(where: { reading.functions[$0].contains(.negativeWord) }) {
            return add(Self.weight, to: object.brand, words)
        }
        if let subject = subject(before: index, besides: object.brand) {
            guard !isLeft(subject) else { return }
            let factor = gain > 0 && isNegated(index) ? Self.negated : 1
            add(gain * factor, to: subject.brand, words)
            add(-gain * factor, to: object.brand, words)
        } else if gain > 0 {
            // "Beat the heat at Kawka" is about the heat.
            guard object.words.lowerBound == index + 1 else { return }
            add(-gain * (isNegated(index) ? -1 : 1), to: object.brand, words)
        } else if !reading.functions[index].isDisjoint(with: [.peerless, .negativeWord]) {
            add(-gain, to: object.brand, words)
        }
    }

    /// "No Kavkas tālu līdz Ziarenko" is about the way.
    private func isLeft(_ place: Reading.BrandPlace) -> Bool {
        let start = place.words.lowerBound
        return (max(0, start - Self.placeReach)..<start).contains {
            reading.functions[$0].contains(.from)
        }
    }

    /// Whether a negated comparison says that there is nothing such: "no better café than", "nie znam
    /// lepszego niż", "nothing better than"; and not "no better than".
    private func isOfNothing(_ comparative: Comparative, _ than: Int) -> Bool {
        let clause = layout.clauses[layout.clause(at: comparative.start)].words
        let start = max(clause.lowerBound, comparative.start - Self.negatorReach)
        return comparative.isPhrase && comparative.weight > 0 || comparative.word + 1 < than
            || (start..<than).contains { reading.functions[$0].contains(.negativeWord) }
    }

    /// "I prefer Zefirnet to Baltfon": the first named is the better one.
    private mutating func judge(prefer: Int) {
        guard let better = place(after: prefer, within: Self.nameReach),
            // "I prefer pigeons to Baltfon" prefers no brand.
            !(prefer..<max(prefer, better.words.lowerBound)).contains(where: isThan)
        else { return }
        let weight = Self.weight * (isNegated(prefer) ? Self.negated : 1)
        let words = prefer..<prefer + 1
        add(weight, to: better.brand, words)
        let end = better.words.upperBound
        let than = sentence(of: prefer, end..<end + Self.comparativeReach).first {
            !reading.functions[$0].isDisjoint(with: [.than, .looseThan])
        }
        if let than, let worse = place(after: than, within: 0), worse.brand != better.brand {
            add(-weight, to: worse.brand, words)
        }
    }

    func place(after index: Int, within reach: Int) -> Reading.BrandPlace? {
        sentence(of: index, index + 1..<index + 2 + reach).lazy
            .compactMap { reading.brand(at: $0) }.first
    }

    /// Those of the words that stand in the sentence of one of them.
    func sentence(of word: Int, _ words: Range<Int>) -> [Int] {
        words.clamped(to: reading.words.indices).filter { reading.isInSentence($0, of: word) }
    }

    /// The brand named last before the comparative: in its sentence, or in an earlier one where the
    /// sentence goes on about it, "it is better than".
    func subject(before comparative: Int, besides standard: Brand.ID)
        -> Reading.BrandPlace?
    {
        let reach = max(0, comparative - Self.subjectReach)..<comparative
        let own = reading.words[comparative].sentence
        var isOpen = true
        for index in reach.reversed() {
            if reading.words[index].sentence != own, !isOpen { return nil }
            if let place = reading.brand(at: index), place.brand != standard { return place }
            if reading.words[index].sentence == own, !refers(index) { isOpen = false }
        }
        return nil
    }

    private func refers(_ index: Int) -> Bool {
        reading.words[index].kind != .word
            || analysis.vocabulary.grammar.referringWords.contains(reading.words.folded(index))
    }

    private func comparative(before than: Int, isStrict: Bool) -> Comparative? {
        let reach = isStrict ? Self.comparativeReach : 1
        // "Reliable" of "more reliable"; but "better coverage than" has a noun that may have a tone too.
        var plain: Comparative?
        for index in sentence(of: than, than - reach..<than).reversed() {
            let tone = analysis.tone(at: index, of: number)
            if let tone, tone.words.count > 1, analysis.vocabulary.toneTerms[tone.term].isNegated,
                isStrict || side(of: index) != nil || isComparative(index)
            {
                let side = side(of: index).map { $0 * Self.weight }
                return Comparative(
                    start: tone.words.lowerBound, word: index, weight: tone.weight,
                    affirmed: side ?? tone.weight.magnitude, isPhrase: true)
            }
            if let side = side(of: index) {
                let weight = Self.weight * side
                guard let negation = negation(of: index) else {
                    return Comparative(
                        start: index, word: index, weight: weight, affirmed: nil)
                }
                return Comparative(
                    start: negation.lowerBound, word: index, weight: weight * Self.negated,
                    affirmed: weight)
            }
            if let tone, tone.weight != 0, isStrict || isComparative(index) {
                let less = isLess(before: tone.words.lowerBound) ? -1.0 : 1
                let isPlain = !isComparative(index) && !isGraded(tone.words.lowerBound)
                let found = Comparative(
                    start: tone.words.lowerBound, word: index, weight: tone.weight * less,
                    affirmed: nil, isPlain: isPlain)
                if !isPlain { return found }
                plain = plain ?? found
            }
        }
        return plain
    }

    /// 1 for `better`, −1 for `worse`.
    private func side(of index: Int) -> Double? {
        let function = reading.functions[index]
        return function.contains(.better) ? 1 : function.contains(.worse) ? -1 : nil
    }

    private func isNegated(_ index: Int) -> Bool { negation(of: index) != nil }

    /// What negates a word, in its clause.
    private func negation(of index: Int) -> Range<Int>? {
        let clause = layout.clause(at: index)
        return (max(1, index - Self.negatorReach)...max(1, index)).reversed().lazy
            .compactMap { negations[$0] }
            .first { layout.clause(at: $0.upperBound - 1) == clause }
    }

    private func isLess(before index: Int) -> Bool {
        index > 0 && reading.functions[index - 1].contains(.less)
    }

    /// "More" or "less" stands before.
    private func isGraded(_ index: Int) -> Bool {
        index > 0 && !reading.functions[index - 1].isDisjoint(with: [.less, .more])
    }

    private func isComparative(_ index: Int) -> Bool {
        reading.words.isWord(index, endingIn: analysis.vocabulary.grammar.comparativeEndings)
    }
}
