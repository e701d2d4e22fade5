import Model
import Tokenizing

/// Praise of one word beside a clause of nothing but blame: "great, another hour of delay". The name of
/// a brand, or a handle, beside it counts as no word, and praise of up to three words is praise of one then: "well
/// done". With such a name it may be a sentence of its own, after one of blame: "No signal again. Well
/// done, Zefirnet"; or begin one that says what came again: "well done Zefirnet another day without signal".
/// With a mark behind it, it needs no name: "Awesome. My flight is cancelled again".
/// Thanks for what is blamed are irony, and so is all praise beside them. What was put right by the end of the
/// sentence is praised in earnest: "brawo Zefirnet: awaria o 9, o 10 już działało".
extension ToneWeigher {
    mutating func turnIrony() {
        let own = first..<tones.count
        guard own.contains(where: { tones[$0].weight >= Self.leastPraiseOfName }),
            own.contains(where: { tones[$0].weight < 0 })
        else { return }
        for index in own {
            if isThanksForBlame(index) {
                let sentence = layout.sentence(at: tones[index].words.lowerBound)
                for other in tones(around: index, in: sentence.clauses) { turn(other) }
            } else if isIronic(index) || isIronicRemark(index) || isPraiseOfRepetition(index)
                || isPraiseBeforeRepetition(index) || isIronicVerdict(index)
            {
                if !isMended(behind: index) { turn(index) }
            }
        }
    }

    // MARK: - Private

    private mutating func turn(_ index: Int) {
        guard tones[index].weight > 0 else { return }
        tones[index].weight = (tones[index].weight * Self.ironic).rounded(decimals: 4)
    }

    private static let ironic = -0.5
    /// Beside blame, what weighs less than this praises nothing: it is a negated hint.
    static let lightPraise = 0.5
    static let leastIronicPraise = 1.8
    /// The same beside a name: "brawo, Zefirnet".
    private static let leastPraiseOfName = 1.2
    /// "Way to go, Zefirnet".
    private static let mostWordsOfPraise = 3
    static let leastBlame = 1.0
    /// Words of a clause that says what is wrong; in a shorter one, "tasty, pricey", it is a list.
    private static let leastComplaint = 3
    /// Words and marks of a clause or sentence that is such praise; a longer one is not looked through for
    /// each praise in it.
    private static let longestRemark = 16
    /// The same of a sentence that blames too.
    private static let longestReproach = 30
    /// Words from thanks to what they are for, a name among them, and from there to the blame.
    private static let reasonReach = 4
    private static let thankedReach = 4
    /// Words from the blame to its repair: "sliktā pakalpojuma kompensāciju".
    private static let repairReach = 2

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
        return around.allSatisfy { $0 == index || tones[$0].weight < Self.lightPraise }
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

    /// Whether the sentence of praise says, behind all that it blames, that this was put right, and
    /// nothing in it came again: "bravo Zefirnet: down at nine, back up at ten"; and not "nothing fixed
    /// by ten".
    private func isMended(behind index: Int) -> Bool {
        guard reading.allFunctions.contains(.mended),
            let words = reproach(at: tones[index].words.lowerBound)
        else { return false }
        let sentence = layout.sentence(at: words.lowerBound)
        guard !sentence.functions.contains(.again) else { return false }
        let around = tones(around: index, in: sentence.clauses)
        guard let blame = around.last(where: { -tones[$0].weight >= Self.leastBlame }) else {
            return false
        }
        let last = layout.clause(at: tones[blame].words.lowerBound)
        let denial = Denial(reading, layout, vocabulary)
        return words.contains { [layout, reading] word in
            reading.functions[word].contains(.mended) && layout.clause(at: word) > last
                && !denial.denies(word)
        }
    }

    private func isBesideName(_ tone: Tone) -> Bool {
        let words = layout.clauses[layout.clause(at: tone.words.lowerBound)].words
        return tone.words.count <= Self.mostWordsOfPraise && words.count <= Self.longestRemark
            && words.contains(where: reading.isAddressee)
    }

    /// Thanks for what is blamed: "thanks for the delay", "dziękuję, że znowu nie działa".
    ///
    /// Between what names the reason and the blame stand words of little weight alone: who is thanked "for
    /// fixing the crash", or "par kļūdas labojumu", did well.
    private func isThanksForBlame(_ index: Int) -> Bool {
        let thanks = tones[index]
        guard thanks.weight > 0, reading.functions[thanks.words.lowerBound].contains(.thanks),
            let sentence = reproach(at: thanks.words.upperBound - 1),
            let reason = reason(of: thanks, in: sentence),
            let blame = tones[(index + 1)...].prefix(Self.thankedReach)
                .first(where: { $0.weight.magnitude >= Self.lightPraise }),
            -blame.weight >= Self.leastBlame
        else { return false }
        let start = min(blame.words.lowerBound, blame.negator?.lowerBound ?? Int.max)
        let behind = blame.words.upperBound..<blame.words.upperBound + Self.repairReach
        return start > reason && start - reason <= Self.thankedReach
            && (reason + 1..<start).allSatisfy(isLight)
            && !behind.clamped(to: sentence).contains { [reading] in
                reading.functions[$0].isSuperset(of: [.remedying, .mended])
            }
    }

    /// The word that names what somebody is thanked for, which the lexicon may have with the thanks: "thx for
    /// the".
    private func reason(of thanks: Tone, in sentence: Range<Int>) -> Int? {
        let end = min(thanks.words.upperBound + Self.reasonReach, sentence.upperBound)
        return (thanks.words.lowerBound + 1..<end).first { [reading] in
            reading.functions[$0].contains(.thankedFor)
        }
    }

    /// Praise begins the sentence, with a name or a mark behind it, and all else blames what came again.
    private func isPraiseOfRepetition(_ index: Int) -> Bool {
        let praise = tones[index]
        let start = praise.words.lowerBound
        guard praise.weight >= Self.leastPraiseOfName, let sentence = reproach(at: start) else {
            return false
        }
        let opening = opening(of: sentence, from: index)
        let endsWithMark = reading.words[max(start, opening.end - 1)].kind == .mark
        return praise.words.upperBound <= opening.end
            && (opening.hasName || praise.weight >= Self.leastIronicPraise && endsWithMark)
            && blamesRepetition(opening.end..<sentence.upperBound, behind: index)
    }

    /// Praise is all that its sentence says, a name beside it or not, and the next blames what came again.
    private func isPraiseBeforeRepetition(_ index: Int) -> Bool {
        let praise = tones[index]
        let start = praise.words.lowerBound
        let next = layout.clauses[layout.clause(at: start)].sentence + 1
        guard praise.weight >= Self.leastPraiseOfName, next < layout.sentences.count,
            let own = reproach(at: start), praise.words.upperBound <= own.upperBound,
            let blamed = reproach(at: own.upperBound)
        else { return false }
        let opening = opening(of: own, from: index)
        return opening.end >= own.upperBound
            && (opening.hasName || praise.weight >= Self.leastIronicPraise)
            && blamesRepetition(blamed, behind: index)
    }

    /// Where the praise ends that a sentence begins with, all of it and the names beside it.
    ///
    /// - Parameter index: Of a tone in the sentence.
    private func opening(of sentence: Range<Int>, from index: Int) -> (end: Int, hasName: Bool) {
        var next = index
        while next > first, tones[next - 1].words.upperBound > sentence.lowerBound { next -= 1 }
        var (word, hasName) = (sentence.lowerBound, false)
        while word < sentence.upperBound {
            while next < tones.count, tones[next].words.upperBound <= word { next += 1 }
            if reading.isAddressee(word) {
                hasName = true
                word += 1
            } else if next < tones.count, tones[next].words.contains(word),
                isPraise(tones[next]) || isRepeatedPraise(tones[next])
            {
                word = tones[next].words.upperBound
            } else if reading.words[word].kind == .mark
                || reading.functions[word].contains(.only) && word > sentence.lowerBound
            {
                // "Great, just great".
                word += 1
            } else {
                break
            }
        }
        // Praise of two words may have a line's end between them.
        return (min(word, sentence.upperBound), hasName)
    }

    /// Whether a keyword praises as it stands in the lexicon, be it turned to irony or not.
    private func isPraise(_ tone: Tone) -> Bool {
        guard case .weight(0.nextUp...) = vocabulary.toneTerms[tone.term].role else {
            return false
        }
        return !tone.isNegated
    }

    /// "Just great" behind "great", which a lexicon may know for irony.
    private func isRepeatedPraise(_ tone: Tone) -> Bool {
        tone.words.count == 2 && tone.weight < 0
            && reading.functions[tone.words.lowerBound].contains(.only)
    }

    /// Whether some words say what came again, and have nothing but blame in them.
    ///
    /// - Parameter index: Of a tone before them.
    private func blamesRepetition(_ words: Range<Int>, behind index: Int) -> Bool {
        guard words.contains(where: { reading.functions[$0].contains(.again) }) else {
            return false
        }
        let others = tones[(index + 1)...].prefix { $0.words.lowerBound < words.upperBound }
            .drop { $0.words.lowerBound < words.lowerBound }
        return others.allSatisfy { $0.weight < Self.lightPraise }
            && others.reduce(0) { $0 - min($1.weight, 0) } >= Self.leastBlame
    }

    /// The words of a sentence that may praise in irony; `nil` where it is long, asks, or weighs one thing
    /// against another.
    func reproach(at word: Int) -> Range<Int>? {
        let sentence = layout.sentence(at: word)
        let words = layout.words(of: sentence)
        return sentence.contrast == nil && sentence.concession == nil && !sentence.isQuestion
            && words.count <= Self.longestReproach ? words : nil
    }

    /// Whether a word says next to nothing before a noun: a number, "the", "another", "hour".
    private func isLight(_ word: Int) -> Bool {
        !reading.functions[word].isDisjoint(with: [.again, .period])
            || reading.words[word].kind != .word
            || vocabulary.grammar.determiners.contains(reading.words.folded(word))
            || reading.words.isNumber(word)
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
    func isAddressee(_ word: Int) -> Bool {
        isName(word) || words[word].kind == .handle
    }
}
