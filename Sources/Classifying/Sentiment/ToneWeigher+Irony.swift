import Model
import Tokenizing

/// Praise of one word beside a clause of nothing but blame: "great, another hour of delay". The name of
/// a brand, or a handle, beside it counts as no word, and praise of two words is praise of one then: "well
/// done". With such a name it may be a sentence of its own, after one of blame: "No signal again. Well
/// done, Zefirnet".
extension ToneWeigher {
    mutating func turnIrony() {
        let own = first..<tones.count
        guard own.contains(where: { tones[$0].weight >= Self.leastPraiseOfName }),
            own.contains(where: { tones[$0].weight < 0 })
        else { return }
        for index in own where isIronic(index) || isIronicRemark(index) {
            tones[index].weight = (tones[index].weight * Self.ironic).rounded(decimals: 4)
        }
    }

    // MARK: - Private

    private static let ironic = -0.5
    private static let leastIronicPraise = 1.8
    /// The same beside a name: "brawo, Zefirnet".
    private static let leastPraiseOfName = 1.2
    private static let leastBlame = 1.0
    /// Words of a clause that says what is wrong; in a shorter one, "tasty, pricey", it is a list.
    private static let leastComplaint = 3
    /// Words and marks of a clause or sentence that is such praise; a longer one is not looked through for
    /// each praise in it.
    private static let longestRemark = 16

    /// The first or last clause of its sentence, one word alone, and all else in the sentence is blame.
    private func isIronic(_ index: Int) -> Bool {
        let tone = tones[index]
        let isPraiseOfName = isBesideName(tone)
        guard tone.weight >= (isPraiseOfName ? Self.leastPraiseOfName : Self.leastIronicPraise),
            tone.words.count == 1 || isPraiseOfName
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
        let words = layout.clauses[layout.clause(at: tone.words.lowerBound)].words
        return tone.words.count <= 2 && words.count <= Self.longestRemark
            && words.contains(where: reading.isAddressee)
    }

    /// The praise and a name are all that its sentence says, and the one before blames, and praises lightly
    /// at most.
    private func isIronicRemark(_ index: Int) -> Bool {
        let tone = tones[index]
        let start = tone.words.lowerBound
        let place = layout.clauses[layout.clause(at: start)].sentence
        guard tone.weight >= Self.leastPraiseOfName, place > 0 else { return false }
        let words = layout.words(of: layout.sentences[place])
        guard words.count <= Self.longestRemark, words.contains(where: reading.isAddressee),
            words.allSatisfy({ [reading] in
                reading.words[$0].kind != .word || tone.words.contains($0)
                    || reading.isAddressee($0)
            }),
            !layout.sentences[place - 1].isQuestion
        else { return false }
        let before = layout.sentences[place - 1].clauses
        let around = tones[first..<index].reversed()
            .prefix { layout.clause(at: $0.words.lowerBound) >= before.lowerBound }
            .filter { before.contains(layout.clause(at: $0.words.lowerBound)) }
        return around.allSatisfy { $0.weight < Self.leastBlame }
            && around.reduce(0) { $0 - $1.weight } >= Self.leastBlame
            && before.contains { hasWords(Self.leastComplaint, in: $0) }
    }

    private func isLinked(_ clause: Int) -> Bool {
        guard clause < layout.clauses.count else { return false }
        let function = reading.functions[layout.clauses[clause].words.lowerBound]
        return !function.isDisjoint(with: [.conjunction, .subordinator])
    }
}

extension Reading {
    /// Whether a word names whom the writer may speak to.
    fileprivate func isAddressee(_ word: Int) -> Bool {
        isName(word) || words[word].kind == .handle
    }
}
