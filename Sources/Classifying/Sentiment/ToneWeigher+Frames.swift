import Model
import Tokenizing

/// Praise that is none by what stands beside it: love of an ordeal, "love paying 40 for nothing", thanks for one,
/// "thanks for a night at the airport", all praise before it in its sentence, "recommended to anyone who enjoys
/// waiting in line"; love of how it goes wrong, "love it when my bus is late"; and what once was good, "kiedyś
/// był super", "used to be great".
extension ToneWeigher {
    mutating func turnFrames() {
        guard !reading.allFrames.isDisjoint(with: Self.turning) else { return }
        for index in first..<tones.count {
            if tones[index].weight >= Self.leastTurned, isOfTrouble(index) {
                turn(index, by: Self.mocking)
                continue
            }
            if tones[index].weight >= Self.leastTurned, isOfOrdeal(index) {
                turn(index, by: Self.mocking)
                turnPraise(before: index)
            } else if tones[index].weight.magnitude >= Self.leastTurned, isFormer(index) {
                turnFormer(index)
            }
        }
    }

    // MARK: - Private

    private static let turning: Grammar.Frame = [.ordeal, .paying, .formerly, .delight]
    private static let leastTurned = 0.5
    /// Of what is said to be loved.
    private static let leastTrouble = 1.4
    /// Words from "when" to the trouble.
    private static let troubleReach = 16
    /// Words and marks between love and "when": "love it when", "uwielbiam to, gdy".
    private static let occasionReach = 2
    private static let expletives: Set<String> = ["it", "to"]
    private static let occasions: Set<String> = [
        "when", "how", "jak", "gdy", "kiedy", "że", "kad", "ka",
    ]
    private static let subjects: Set<String> = [
        "i", "you", "it", "we", "they", "my", "your", "our", "the", "there", "nobody", "no",
        "every",
    ]
    private static let sufferers: Set<String> = [
        "me", "my", "us", "our", "mnie", "mi", "mój", "moja", "moje", "mani", "man", "mans", "mana",
    ]
    /// Verbs of who deals with trouble, besides those that put it right.
    private static let mastering: Set<String> = [
        "handled", "handles", "dealt", "helped", "helps", "fights", "tackles", "radzi", "radzą",
        "poradził", "poradziła", "poradzili", "pomógł", "pomogła", "pomogli", "pomaga", "pomagają",
        "walczy", "palīdz", "palīdzēja", "cīnās",
    ]
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

    /// "Love it when my bus is late", "uwielbiam, jak znowu mnie rozłącza": what follows is all blame, of what was
    /// done to the writer or a brand's doing; not "love how sad this song is", "love how Kawka handled the outage".
    private func isOfTrouble(_ index: Int) -> Bool {
        let words = tones[index].words
        let sentence = layout.sentence(at: words.lowerBound)
        let end = layout.words(of: sentence).upperBound
        guard reading.hasFrame(.delight, in: words), sentence.contrast == nil,
            sentence.concession == nil, !sentence.isQuestion, words.upperBound < end
        else { return false }
        let next = (words.upperBound..<end).first { [reading] in
            reading.words[$0].kind == .word && !Self.expletives.contains(reading.words.folded($0))
        }
        guard let next, next - words.upperBound <= Self.occasionReach, beginsOccasion(next) else {
            return false
        }
        let told = next + 1..<min(end, next + 1 + Self.troubleReach)
        let trouble = tones[(index + 1)...].prefix { $0.words.lowerBound < told.upperBound }
        guard let worst = trouble.first(where: { $0.weight < 0 }),
            worst.words.lowerBound > told.lowerBound,
            trouble.allSatisfy({ $0.weight < Self.leastTurned }),
            trouble.reduce(0, { $0 - $1.weight }) >= Self.leastTrouble
        else { return false }
        return (isAboutBrand || told.contains(where: isOfWriter)) && !isMastered(in: told)
    }

    /// Whether somebody dealt with the trouble of which some words tell.
    private func isMastered(in words: Range<Int>) -> Bool {
        let denial = Denial(reading, layout, vocabulary)
        return words.contains { [reading] word in
            let isRemedied =
                reading.functions[word].contains(.remedying)
                || Self.mastering.contains(reading.words.folded(word))
            return isRemedied && !denial.denies(word)
        }
    }

    /// "When", "how", "gdy", "kad"; "that" only before what may be a subject, as "love that show" is none.
    private func beginsOccasion(_ word: Int) -> Bool {
        let text = reading.words.folded(word)
        guard text == "that" else { return Self.occasions.contains(text) }
        return word + 1 < reading.words.count
            && (Self.subjects.contains(reading.words.folded(word + 1)) || reading.isName(word + 1))
    }

    /// Whether a word names the writer as one to whom it was done, or whose it was, or says that it came again.
    private func isOfWriter(_ word: Int) -> Bool {
        if reading.functions[word].contains(.again) || reading.words[word].kind == .handle {
            return true
        }
        let text = reading.words.folded(word)
        guard Self.sufferers.contains(text), let speech = vocabulary.grammar.speech else {
            return false
        }
        // "Man" is "to me" in Latvian alone.
        return speech.persons.contains(text) || speech.selves.contains(text)
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

    /// What was good and is praised no more is blamed, what was bad is no more where it is praised now, or not
    /// blamed in what is said of now: "kiedyś było źle, teraz chodzę co tydzień".
    private mutating func turnFormer(_ index: Int) {
        let tone = tones[index]
        let end = tone.words.upperBound
        let now = end..<min(end + Self.nowReach, reading.words.count)
        let later = tones[(index + 1)...].prefix { $0.words.lowerBound < now.upperBound }
        let isPraisedNow = later.contains {
            $0.weight >= Self.leastTurned
                && layout.clause(at: $0.words.lowerBound) > layout.clause(at: end - 1)
        }
        if tone.weight < 0 {
            let isOver =
                reading.hasFrame(.nowadays, in: now) && later.allSatisfy { $0.weight >= 0 }
            if isPraisedNow || isOver { turn(index, by: Self.former) }
        } else if !reading.hasFrame(.lasting, in: now) {
            turn(index, by: isPraisedNow ? Self.former : Self.gone)
        }
    }
}
