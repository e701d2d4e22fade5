import Model
import Tokenizing

/// What is denied, or praised the more, in another order of words: "tanio nie jest", "can't recommend it
/// enough", "szkoda, że nie ma lepszej".
extension ToneWeigher {
    /// Whether the clause ends by denying the keyword, with no more between than who is meant: "smaczne to
    /// nie było", "lēti Kavkā nav".
    func isDeniedBehind(_ cue: Reading.Cue) -> Bool {
        guard reading.allFunctions.contains(.isNot), cue.words.count == 1,
            reading.functions[cue.words.lowerBound].isDisjoint(with: [.better, .worse, .pity])
        else { return false }
        let behind = layout.clauses[clause].words.clamped(to: cue.words.upperBound..<Int.max)
        guard behind.count <= Self.mostWordsOfDenial else { return false }
        let words = behind.filter { reading.words[$0].kind != .mark }
        guard
            let denial = words.first(where: { reading.functions[$0].contains(.isNot) }),
            // "Nie było" is two words, "nav" is one.
            words.last == denial
                || words.last == denial + 1 && reading.words.folded(denial) == "nie"
        else { return false }
        return words.prefix { $0 < denial }.allSatisfy {
            reading.brand(at: $0) != nil
                || vocabulary.grammar.referringWords.contains(reading.words.folded($0))
                || vocabulary.grammar.prepositions.contains(reading.words.folded($0))
        }
    }

    /// Whether a negator does not deny, but says that there is more: "not only good", "isn't just slow".
    func saysMore(_ negator: Reading.Cue) -> Bool {
        let next = negator.words.upperBound
        return next < layout.clauses[clause].words.upperBound
            && reading.functions[next].contains(.only)
            && Self.ofBeing.contains(vocabulary.toneTerms[negator.term].text)
    }

    /// Whether one is sorry in the sentence that there is none of what stands behind.
    func isPitied(_ words: Range<Int>) -> Bool {
        let sentence = layout.sentence(at: words.lowerBound)
        guard sentence.functions.contains(.pity) else { return false }
        return layout.words(of: sentence).clamped(to: 0..<words.lowerBound)
            .suffix(Self.pityReach).contains { reading.functions[$0].contains(.pity) }
    }

    /// "Can't thank them enough".
    func isBeyondPraise(_ words: Range<Int>, _ negator: Reading.Cue) -> Bool {
        guard reading.words.gap(negator.words, words) == 0,
            Self.unable.contains(vocabulary.toneTerms[negator.term].text)
        else { return false }
        // A term may go on in the next clause.
        let behind = layout.clauses[clause].words.clamped(to: words.upperBound..<Int.max)
        return behind.prefix(Self.enoughReach).contains { reading.words.folded($0) == "enough" }
    }

    /// Whether a thing could not be more so than it was: "couldn't have been kinder", "nie mogła być milsza"; and not
    /// "couldn't be kinder than they were", nor who asks, "why couldn't it be cheaper".
    func isBeyondMore(_ words: Range<Int>, _ negator: Reading.Cue) -> Bool {
        let behind =
            words.upperBound..<min(words.upperBound + Self.comparisonReach, reading.words.count)
        guard hasEnding(words, vocabulary.grammar.comparativeEndings),
            negator.words.upperBound < words.lowerBound, !isAsked(words.lowerBound),
            !behind.contains(where: { reading.functions[$0].contains(.than) })
        else { return false }
        let first = reading.words.folded(negator.words.upperBound)
        let last = reading.words.folded(words.lowerBound - 1)
        switch vocabulary.toneTerms[negator.term].text {
        case "couldn't", "couldnt": return first == "have" || last == "be"
        case "not":
            let start = negator.words.lowerBound
            return start > 0 && reading.words.folded(start - 1) == "could"
                && (first == "have" || last == "be")
        case "nie": return last == "być" && ["mog", "móg"].contains(where: first.hasPrefix)
        default: return false
        }
    }

    /// Whether nobody does a thing as somebody does: "nobody makes tea like them", "there's nowhere like it";
    /// and not "nobody would like them", "none of us like them", "nothing like the picture".
    func isUnequalled(_ words: Range<Int>, _ negator: Reading.Cue) -> Bool {
        let like = words.lowerBound
        let nobody = vocabulary.toneTerms[negator.term].text
        guard reading.words.folded(like) == "like", Self.nobodies.contains(nobody),
            like + 1 < reading.words.count, reading.isInSentence(like + 1, of: like)
        else { return false }
        let isApart = negator.words.upperBound < like
        guard isApart ? !likes(like - 1) && !isOfSome(negator) : nobody != "nothing" else {
            return false
        }
        let whom = reading.words[like + 1]
        let name = reading.words.folded(like + 1)
        return Self.equals.contains(name) || whom.kind == .handle || reading.isName(like + 1)
            || whom.kind == .word && whom.isCapitalized && name != "i"
    }

    // MARK: - Private

    private func isAsked(_ word: Int) -> Bool {
        let sentence = layout.sentence(at: word)
        return sentence.isQuestion || sentence.functions.contains(.why)
    }

    private static let nobodies: Set<String> = ["nobody", "no one", "nowhere", "none", "nothing"]
    private static let likers: Set<String> = [
        "i", "you", "we", "they", "he", "she", "to", "would", "d", "could", "will", "ll", "should",
        "might", "may", "does", "do", "did", "really", "people", "customers", "who", "even",
        "looks", "look", "looked", "feels", "feel", "felt", "seems", "seem", "sounds", "sound",
        "ever", "actually", "can",
    ]
    /// Whom nobody equals.
    private static let equals: Set<String> = [
        "it", "them", "him", "her", "you", "us", "me", "these", "those", "home",
    ]
    /// "W Kawce nie było", with a mark.
    private static let mostWordsOfDenial = 6
    private static let pityReach = 8
    private static let enoughReach = 5
    private static let ofBeing: Set<String> = [
        "not", "isn't", "isnt", "wasn't", "wasnt", "aren't", "arent", "weren't", "werent", "ain't",
    ]
    private static let unable: Set<String> = ["can't", "cannot", "cant", "couldn't", "couldnt"]

    /// Whether a word before "like" makes it a verb.
    private func likes(_ word: Int) -> Bool {
        Self.likers.contains(reading.words.folded(word))
            || reading.isName(word) || reading.functions[word].contains(.only)
    }

    /// "None of us": some, of whom none does what follows.
    private func isOfSome(_ negator: Reading.Cue) -> Bool {
        reading.words.folded(negator.words.upperBound) == "of"
    }
}
