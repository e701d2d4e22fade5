import Model
import Tokenizing

/// Praise of one word beside a clause of nothing but blame: "great, another hour of delay". The name of
/// a brand beside it counts as no word, and praise of two words is praise of one then: "well done".
extension ToneWeigher {
    mutating func turnIrony() {
        let own = first..<tones.count
        guard own.contains(where: { tones[$0].weight >= Self.leastIronicPraise }),
            own.contains(where: { tones[$0].weight < 0 })
        else { return }
        for index in own where isIronic(index) {
            tones[index].weight = (tones[index].weight * Self.ironic).rounded(decimals: 4)
        }
    }

    // MARK: - Private

    private static let ironic = -0.5
    private static let leastIronicPraise = 1.8
    private static let leastBlame = 1.0
    /// Words of a clause that says what is wrong; in a shorter one, "tasty, pricey", it is a list.
    private static let leastComplaint = 3

    /// The first or last clause of its sentence, one word alone, and all else in the sentence is blame.
    private func isIronic(_ index: Int) -> Bool {
        let tone = tones[index]
        guard tone.weight >= Self.leastIronicPraise, tone.words.count == 1 || isBesideName(tone)
        else { return false }
        let own = layout.clause(at: tone.words.lowerBound)
        let sentence = layout.sentence(at: tone.words.lowerBound)
        let clauses = sentence.clauses
        guard sentence.contrast == nil, sentence.concession == nil,
            !hasWords(1, in: own, besides: tone.words),
            own == clauses.lowerBound && !isLinked(own + 1) || own + 1 == clauses.upperBound
        else { return false }
        let around = tones(around: index, in: clauses)
        return around.allSatisfy { $0 == index || tones[$0].weight < 0 }
            && around.contains {
                -tones[$0].weight >= Self.leastBlame
                    && hasWords(
                        Self.leastComplaint, in: layout.clause(at: tones[$0].words.lowerBound))
            }
    }

    /// Those of a sentence's clauses, one of which is known.
    private func tones(around index: Int, in clauses: Range<Int>) -> Range<Int> {
        let words =
            layout.clauses[clauses.lowerBound].words
            .lowerBound..<layout.clauses[clauses.upperBound - 1].words.upperBound
        var around = index..<index + 1
        while around.lowerBound > first,
            tones[around.lowerBound - 1].words.lowerBound >= words.lowerBound
        {
            around = around.lowerBound - 1..<around.upperBound
        }
        while around.upperBound < tones.count,
            tones[around.upperBound].words.lowerBound < words.upperBound
        {
            around = around.lowerBound..<around.upperBound + 1
        }
        return around
    }

    private func isBesideName(_ tone: Tone) -> Bool {
        tone.words.count == 2
            && layout.clauses[layout.clause(at: tone.words.lowerBound)].words
                .contains(where: reading.isName)
    }

    private func isLinked(_ clause: Int) -> Bool {
        guard clause < layout.clauses.count else { return false }
        let function = reading.functions[layout.clauses[clause].words.lowerBound]
        return !function.isDisjoint(with: [.conjunction, .subordinator])
    }
}
