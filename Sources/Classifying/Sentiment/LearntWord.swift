import Model
import Tokenizing

/// A term with learnt weights where it stands, its weights as they count in this text.
struct LearntWord: Sendable {
    let reading: Int
    let words: Range<Int>
    /// Index into the entries of the vocabulary's `learnt`.
    let entry: Int
    /// As they count in a text of that length: of many words each says less.
    let weights: LearntTone.Sides

    /// Adds the first place of each term, in reading order.
    ///
    /// A phrase of the lexicon says what its words mean together: a term inside it, `problems` in "no
    /// problems", says nothing more. Nor does a term that would blame say anything where blame is
    /// denied: "nic się nie psuje"; nor a mark behind nothing but a formula: "dzień dobry!".
    ///
    /// - Parameter seen: Used for its memory alone.
    static func add(
        from readings: [Reading], tones: [Tone], vocabulary: Vocabulary, seen: inout SeenNumbers,
        to found: inout [LearntWord]
    ) {
        guard vocabulary.learntScale != nil else { return }
        let length = readings.wordCount
        let factor = LearntTone.share(inWords: length)
        seen.removeAll()
        for number in readings.indices {
            let phrases = readings[number].phrases(of: vocabulary)
            let quiet = readings[number].quietWords(tones, number)
            let formulas = readings[number].formulas(of: vocabulary)
            var nextPhrase = 0
            for cue in readings[number].learntCues {
                if !quiet.isEmpty, cue.weights.praise < cue.weights.blame,
                    cue.words.contains(where: quiet.contains)
                {
                    continue
                }
                if !formulas.isEmpty, readings[number].ends(formulas, with: cue.words) { continue }
                while nextPhrase < phrases.count,
                    phrases[nextPhrase].upperBound <= cue.words.lowerBound
                {
                    nextPhrase += 1
                }
                if nextPhrase < phrases.count, phrases[nextPhrase] != cue.words,
                    phrases[nextPhrase].contains(cue.words)
                {
                    continue
                }
                guard seen.insert(cue.entry) else { continue }
                found.append(
                    LearntWord(
                        reading: number, words: cue.words, entry: cue.entry,
                        weights: cue.weights.multiplied(by: factor)))
            }
        }
    }

    /// As a keyword, to ask whom it is about.
    var tone: Tone {
        Tone(
            reading: reading, words: words, term: -1, weight: weights.tone(share: 1),
            isNegated: false)
    }
}

extension LearntTone.Sides {
    /// What the two say together: what speaks for praise as much as for blame says nothing of tone.
    func tone(share: Double) -> Double {
        ((praise - blame) / 2 * share).rounded(decimals: 4)
    }
}

extension Reading {
    /// Where weighed terms of the lexicon stand that have several words, in reading order.
    fileprivate func phrases(of vocabulary: Vocabulary) -> [Range<Int>] {
        var phrases: [Range<Int>] = []
        for cue in cues where cue.words.count > 1 {
            if case .weight = vocabulary.toneTerms[cue.term].role { phrases.append(cue.words) }
        }
        return phrases
    }

    /// Where terms stand that have no tone, in reading order: greetings, wishes and topics.
    fileprivate func formulas(of vocabulary: Vocabulary) -> [Range<Int>] {
        cues.compactMap { cue in
            if case .weight(0) = vocabulary.toneTerms[cue.term].role { cue.words } else { nil }
        }
    }

    /// Whether a mark stands behind nothing but formulas in its sentence, and whom they are said to: "Dobry
    /// wieczór, Anno!".
    fileprivate func ends(_ formulas: [Range<Int>], with mark: Range<Int>) -> Bool {
        let first = mark.lowerBound
        guard words[first].kind == .mark else { return false }
        var hasFormula = false
        for index in (0..<first).reversed().prefix(Self.longestGreeting) {
            guard isInSentence(index, of: first) else { return hasFormula }
            if formulas.hold(index) {
                hasFormula = true
            } else if words[index].kind == .word, !words[index].isCapitalized {
                return false
            } else if [.emoji, .hashtag, .link].contains(words[index].kind) {
                return false
            }
        }
        return hasFormula && first <= Self.longestGreeting
    }

    /// In words and marks.
    private static let longestGreeting = 12

    /// Where nothing is blamed although the words often stand in blame: keywords taken back, and the
    /// negators of these and of what is the best.
    fileprivate func quietWords(_ tones: [Tone], _ number: Int) -> Set<Int> {
        var quiet: Set<Int> = []
        for tone in tones where tone.reading == number {
            if tone.isTakenBack { quiet.formUnion(tone.words) }
            if let negator = tone.negator, tone.isTakenBack || !tone.isNegated {
                quiet.formUnion(negator)
            }
        }
        return quiet
    }
}
