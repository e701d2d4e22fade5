import Model
import Tokenizing

/// Praise that is none by what stands beside it: love of an ordeal, "love paying 40 for nothing", thanks for one,
/// "thanks for a night at the airport", all praise before it in its sentence, "recommended to anyone who enjoys
/// waiting in line", and what once was good, "kiedyś był super", "used to be great".
extension ToneWeigher {
    mutating func turnFrames() {
        guard !reading.allFrames.isDisjoint(with: [.ordeal, .paying, .formerly]) else { return }
        for index in first..<tones.count {
            if tones[index].weight >= Self.leastTurned, isOfOrdeal(index) {
                turn(index, by: Self.mocking)
                turnPraise(before: index)
            } else if tones[index].weight.magnitude >= Self.leastTurned, isFormer(index) {
                turnFormer(index)
            }
        }
    }

    // MARK: - Private

    private static let leastTurned = 0.5
    private static let mocking = -0.7
    /// Of praise of what was good and is no more, and of what was good and bad since or still is.
    private static let gone = -0.5
    private static let former = 0.3
    /// Words between love and what is loved, and from "paying" to the sum.
    private static let ordealReach = 2
    private static let sumReach = 5
    /// Words from thanks to what they are for.
    private static let thanksReach = 6
    private static let thankedFor: Set<String> = ["for", "za", "par"]
    /// Words from love to what says that it was worth it.
    private static let worthReach = 12
    /// Words from "agrāk" to what was so.
    private static let formerReach = 8
    /// Words behind what once was that may say what is now.
    private static let nowReach = 25

    private mutating func turn(_ index: Int, by factor: Double) {
        tones[index].weight = (tones[index].weight * factor).rounded(decimals: 4)
    }

    /// In the sentence of such love, where nothing there speaks against the other; thanks stand alone.
    private mutating func turnPraise(before index: Int) {
        let word = tones[index].words.lowerBound
        let sentence = layout.sentence(at: word)
        guard sentence.contrast == nil, !reading.functions[word].contains(.thanks) else { return }
        let start = layout.words(of: sentence).lowerBound
        for other in (first..<index).reversed() {
            guard tones[other].words.lowerBound >= start else { return }
            if tones[other].weight >= Self.leastTurned { turn(other, by: Self.mocking) }
        }
    }

    private func isOfOrdeal(_ index: Int) -> Bool {
        let (words, clause) = (tones[index].words, layout.clause(at: tones[index].words.lowerBound))
        let end = layout.words(of: layout.sentence(at: words.lowerBound)).upperBound
        func range(_ from: Int, _ reach: Int) -> Range<Int> { from..<min(from + reach + 1, end) }
        guard words.upperBound < end else { return false }
        if reading.functions[words.lowerBound].contains(.thanks) {
            return range(words.upperBound, Self.thanksReach).contains {
                reading.hasFrame(.ordeal, in: $0..<$0 + 1) && isThankedFor($0)
            }
        }
        guard reading.hasFrame(.delight, in: words),
            !reading.hasFrame(.worth, in: range(words.upperBound, Self.worthReach))
        else { return false }
        let object = range(words.upperBound, Self.ordealReach).clamped(
            to: layout.clauses[clause].words)
        if reading.hasFrame(.ordeal, in: object) { return true }
        guard let paying = object.first(where: { reading.hasFrame(.paying, in: $0..<$0 + 1) })
        else { return false }
        guard range(paying + 1, Self.sumReach).contains(where: { isSum($0) }) else { return false }
        let next = tones[(index + 1)...].first {
            $0.weight >= Self.leastTurned || $0.words.lowerBound >= end
        }
        return next.map { $0.words.lowerBound >= end } ?? true
    }

    /// "Thanks for a night at the airport", "dzięki za 3 godziny na infolinii", and not for help through one.
    private func isThankedFor(_ ordeal: Int) -> Bool {
        let isCounted = ordeal > 1 && reading.words.isNumber(ordeal - 1)
        return Self.thankedFor.contains(reading.words.folded(isCounted ? ordeal - 2 : ordeal - 1))
    }

    private func isSum(_ word: Int) -> Bool {
        reading.words.isNumber(word)
            || reading.hasFrame(.sum, in: word..<word + 1)
    }

    /// Whether a clause says how a thing once was: "Kawka used to be good", and not "better than it used to be".
    private func isFormer(_ index: Int) -> Bool {
        let words = tones[index].words
        let clause = layout.clauses[layout.clause(at: words.lowerBound)].words
        let before = clause.clamped(to: words.lowerBound - Self.formerReach..<words.lowerBound)
        guard reading.hasFrame(.formerly, in: before), !reading.hasFrame(.recalling, in: before)
        else { return false }
        let endings = vocabulary.grammar.pastEndings
        return endings.isEmpty
            || (before.lowerBound..<min(words.upperBound + 2, clause.upperBound)).contains {
                let word = reading.words.folded($0)
                return word.count > 3 && endings.contains { word.hasSuffix($0) }
            }
    }

    /// What was good and is praised no more is blamed, what was bad is no more.
    private mutating func turnFormer(_ index: Int) {
        let tone = tones[index]
        let end = tone.words.upperBound
        let now = end..<min(end + Self.nowReach, reading.words.count)
        let isPraisedNow = tones[(index + 1)...].prefix { $0.words.lowerBound < now.upperBound }
            .contains {
                $0.weight >= Self.leastTurned
                    && layout.clause(at: $0.words.lowerBound) > layout.clause(at: end - 1)
            }
        if tone.weight < 0 {
            if isPraisedNow { turn(index, by: Self.former) }
        } else if !reading.hasFrame(.lasting, in: now) {
            turn(index, by: isPraisedNow ? Self.former : Self.gone)
        }
    }
}
