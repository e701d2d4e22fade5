import Model
import Tokenizing

/// Comparisons with a brand: "better than Baltfon", "szybszy od Baltfonu", "labāks nekā Baltfon",
/// "I prefer Zefirnet to Baltfon".
///
/// What is compared gains the weight of the comparative, what it is compared with loses it; "worse"
/// and "less" turn this round, and so does a negator, at half the weight.
struct Comparisons {
    private(set) var verdicts: [Verdict] = []

    private let analysis: Analysis
    private let number: Int
    private let reading: Reading
    private let layout: Layout
    /// Words after which a negator has ended.
    private let negatorEnds: Set<Int>

    /// Weight of a bare "better" or "worse".
    private static let weight = 2.0
    private static let negated = -0.5
    /// Words between "than" and the name, between the comparative and "than".
    private static let nameReach = 3
    private static let comparativeReach = 5
    /// Words between what is compared and the comparative.
    private static let subjectReach = 40
    private static let negatorReach = 3

    init(in analysis: Analysis, reading number: Int) {
        self.analysis = analysis
        self.number = number
        reading = analysis.readings[number]
        layout = analysis.layout(of: number)
        let terms = analysis.vocabulary.toneTerms
        negatorEnds =
            reading.brands.isEmpty
            ? []
            : Set(reading.cues.filter { terms[$0.term].role == .negator }.map(\.words.upperBound))
        guard !reading.brands.isEmpty else { return }
        for index in reading.words.indices {
            let function = reading.functions[index]
            if function.contains(.than) || function.contains(.looseThan) {
                judge(than: index, isStrict: function.contains(.than))
            }
            if function.contains(.prefer) { judge(prefer: index) }
        }
    }

    // MARK: - Private

    private mutating func judge(than: Int, isStrict: Bool) {
        guard let standard = place(after: than, within: Self.nameReach),
            let (comparative, weight) = comparative(before: than, isStrict: isStrict)
        else { return }
        let words = comparative..<than + 1
        verdicts.append(
            Verdict(brand: standard.brand, reading: number, words: words, weight: -weight))
        if let subject = subject(before: comparative, besides: standard.brand) {
            verdicts.append(Verdict(brand: subject, reading: number, words: words, weight: weight))
        }
    }

    /// "I prefer Zefirnet to Baltfon": the first named is the better one.
    private mutating func judge(prefer: Int) {
        guard let better = place(after: prefer, within: Self.nameReach) else { return }
        let weight = Self.weight * (isNegated(prefer) ? Self.negated : 1)
        let words = prefer..<prefer + 1
        verdicts.append(Verdict(brand: better.brand, reading: number, words: words, weight: weight))
        let end = better.words.upperBound
        let than = sentence(of: prefer, end..<end + Self.comparativeReach).first {
            !reading.functions[$0].isDisjoint(with: [.than, .looseThan])
        }
        if let than, let worse = place(after: than, within: 0), worse.brand != better.brand {
            verdicts.append(
                Verdict(brand: worse.brand, reading: number, words: words, weight: -weight))
        }
    }

    private func place(after index: Int, within reach: Int) -> Reading.BrandPlace? {
        sentence(of: index, index + 1..<index + 2 + reach).lazy
            .compactMap { reading.brand(at: $0) }.first
    }

    /// Those of the words that stand in the sentence of one of them.
    private func sentence(of word: Int, _ words: Range<Int>) -> [Int] {
        words.clamped(to: reading.words.indices).filter {
            reading.words[$0].sentence == reading.words[word].sentence
        }
    }

    /// The brand named last before the comparative, in its sentence or an earlier one.
    private func subject(before comparative: Int, besides standard: Brand.ID) -> Brand.ID? {
        (max(0, comparative - Self.subjectReach)..<comparative).reversed().lazy
            .compactMap { reading.brand(at: $0)?.brand }.first { $0 != standard }
    }

    /// Where the comparative stands, and what it is worth to what is compared.
    private func comparative(before than: Int, isStrict: Bool) -> (word: Int, weight: Double)? {
        let reach = isStrict ? Self.comparativeReach : 1
        for index in sentence(of: than, than - reach..<than).reversed() {
            if let side = side(of: index) { return (index, Self.weight * side * turn(at: index)) }
            if let tone = analysis.tone(at: index, of: number), tone.weight != 0,
                isStrict || isComparative(index)
            {
                let less = isLess(before: tone.words.lowerBound) ? -1.0 : 1
                return (tone.words.lowerBound, tone.weight * less)
            }
        }
        return nil
    }

    /// 1 for `better`, −1 for `worse`.
    private func side(of index: Int) -> Double? {
        let function = reading.functions[index]
        return function.contains(.better) ? 1 : function.contains(.worse) ? -1 : nil
    }

    private func turn(at index: Int) -> Double {
        isNegated(index) ? Self.negated : 1
    }

    private func isNegated(_ index: Int) -> Bool {
        let clause = layout.clause(at: index)
        return (max(1, index - Self.negatorReach)...max(1, index)).contains { end in
            negatorEnds.contains(end) && layout.clause(at: end - 1) == clause
        }
    }

    private func isLess(before index: Int) -> Bool {
        index > 0 && reading.functions[index - 1].contains(.less)
    }

    private func isComparative(_ index: Int) -> Bool {
        let word = reading.words.foldedBytes[reading.words[index].foldedRange]
        return analysis.vocabulary.grammar.comparativeEndings.contains { ending in
            word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending)
        }
    }
}
