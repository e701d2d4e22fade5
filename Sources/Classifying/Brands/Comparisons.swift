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

    /// Weight of a bare "better" or "worse".
    private static let weight = 2.0
    private static let negated = -0.5
    /// Words between "than" and the name, between the comparative and "than".
    private static let nameReach = 3
    private static let comparativeReach = 5

    init(in analysis: Analysis, reading number: Int) {
        self.analysis = analysis
        self.number = number
        reading = analysis.readings[number]
        layout = analysis.layouts[number]
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
        let sentence = reading.words[prefer].sentence
        let worse = reading.brands.first {
            $0.words.lowerBound >= better.words.upperBound && $0.brand != better.brand
                && reading.words[$0.words.lowerBound].sentence == sentence
                && isComparedWith($0.words.lowerBound)
        }
        if let worse {
            verdicts.append(
                Verdict(brand: worse.brand, reading: number, words: words, weight: -weight))
        }
    }

    private func isComparedWith(_ name: Int) -> Bool {
        name > 0
            && !reading.functions[name - 1].isDisjoint(with: [.than, .looseThan])
    }

    private func place(after index: Int, within reach: Int) -> Reading.BrandPlace? {
        reading.brands.first {
            $0.words.lowerBound > index && $0.words.lowerBound <= index + 1 + reach
                && reading.words[$0.words.lowerBound].sentence == reading.words[index].sentence
        }
    }

    /// The brand named last before the comparative, in its sentence or an earlier one.
    private func subject(before comparative: Int, besides standard: Brand.ID) -> Brand.ID? {
        let place = reading.brands.last {
            $0.words.upperBound <= comparative && $0.brand != standard
        }
        return place?.brand
    }

    /// Where the comparative stands, and what it is worth to what is compared.
    private func comparative(before than: Int, isStrict: Bool) -> (word: Int, weight: Double)? {
        let reach = isStrict ? Self.comparativeReach : 1
        let sentence = reading.words[than].sentence
        for index in (max(0, than - reach)..<than).reversed()
        where reading.words[index].sentence == sentence {
            if let side = side(of: index) { return (index, Self.weight * side * turn(at: index)) }
            let tone = analysis.tones.first { $0.reading == number && $0.words.contains(index) }
            if let tone, tone.weight != 0, isStrict || isComparative(index) {
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
        return reading.cues.contains { cue in
            analysis.vocabulary.toneTerms[cue.term].role == .negator
                && cue.words.upperBound <= index && index - cue.words.upperBound <= 3
                && layout.clause(at: cue.words.lowerBound) == clause
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
