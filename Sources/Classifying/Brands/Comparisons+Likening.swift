import Model
import Tokenizing

/// Likening to a brand, "as fast as Baltfon"; what is wanted more than one, "I'd rather walk than fly
/// Baltfon"; and that nothing better was found, "lepszej kawy niż w Kawce nie piłam".
extension Comparisons {
    /// "Not as fast as Baltfon": what is compared loses what is denied, and Baltfon gains it; "as slow as
    /// Baltfon" says it of both.
    ///
    /// "As fast as Baltfon promised" is no likening to the brand. Of what nobody does like Baltfon, that
    /// does it best: "nobody makes coffee like Kawka", "nikt nie robi kawy jak Kawka".
    mutating func judge(likenedBy index: Int) {
        guard let standard = place(after: index, within: Self.likenedReach), endsClause(standard),
            isStandard(standard, behind: index)
        else { return }
        guard let tone = likened(before: index) else {
            guard let nobody = nobody(before: index) else { return }
            let factor = blames(nobody..<index) ? -1.0 : 1
            return add(Self.weight * factor, to: standard.brand, nobody..<index + 1)
        }
        let words = tone.words.lowerBound..<max(tone.words.upperBound, index + 1)
        let subject = subject(before: tone.words.lowerBound, besides: standard.brand)
        if tone.isNegated {
            if let subject { add(tone.weight, to: subject.brand, words) }
            add(-tone.weight, to: standard.brand, words)
        } else if tone.negator != nil {
            // "Never had such good coffee as at Kawka".
            add(tone.weight, to: standard.brand, words)
        } else if let subject {
            let lead = lead(of: tone)
            add(lead ?? tone.weight, to: subject.brand, words)
            add(lead.map { -$0 } ?? tone.weight, to: standard.brand, words)
        }
    }

    /// "I'd rather use pigeons than Baltfon"; a brand between the two is the better one.
    mutating func judge(preferredTo standard: Reading.BrandPlace, _ than: Int, _ first: Int) {
        // "Wolę Zefirnet niż Baltfon" is judged by its verb too.
        let judged = verdicts.suffix(2).filter { $0.words.lowerBound == first }.map(\.brand)
        let words = first..<than + 1
        let better = place(after: first, within: than - first - 2)?.brand
        if let better, !judged.contains(better) { add(Self.weight, to: better, words) }
        if !judged.contains(standard.brand) { add(-Self.weight, to: standard.brand, words) }
    }

    /// Where somebody says that they would rather, before what they would not.
    func rather(before than: Int) -> Int? {
        sentence(of: than, than - Self.ratherReach..<than)
            .last { reading.functions[$0].contains(.rather) }
    }

    /// Whether nothing better than a brand was ever found: "lepszej niż w Kawce nie piłam", "grūti atrast
    /// labāku kā Kavkā".
    func isUnmatched(_ standard: Reading.BrandPlace, _ comparative: Int) -> Bool {
        let clause = layout.clauses[layout.clause(at: comparative)].words
        let before = clause.clamped(to: 0..<comparative).suffix(Self.findingReach)
        if before.contains(where: { reading.functions[$0].contains(.hardToFind) }) { return true }
        let behind = layout.clauses[layout.clause(at: standard.words.lowerBound)].words
            .clamped(to: standard.words.upperBound..<Int.max)
            .prefix(Self.negatorReach)
        return behind.contains { negations[$0 + 1] != nil }
    }

    func isThan(_ index: Int) -> Bool {
        !reading.functions[index].isDisjoint(with: [.than, .looseThan])
    }

    // MARK: - Private

    /// Words between "as" and the name: "jak w Baltfonie".
    private static let likenedReach = 2
    /// Words between what is likened and "as": "tik labu kafiju kā".
    private static let nounReach = 2
    private static let ratherReach = 14
    /// "Half as", with the words between.
    private static let degreeReach = 2
    private static let lessThanAlike = 1.4
    private static let hopes: Set<String> = [
        "hope", "hopes", "hoping", "nadzieję", "nadzieje", "oby", "liczę", "ceru", "ceram",
        "cerams",
    ]
    private static let parts: Set<String> = ["half", "połowie", "polowie", "pusi"]
    private static let multiples: Set<String> = [
        "twice", "thrice", "times", "razy", "divreiz", "trīsreiz", "reizes",
    ]
    /// Words from "nobody" to "like".
    private static let doingReach = 10
    private static let leastBlame = 0.5
    private static let nobody: Set<String> = ["nobody", "no", "nikt", "neviens", "neviena"]
    /// What stands before "like" where that is a verb or part of one, and who somebody else is.
    private static let noDoing: Set<String> = [
        "would", "d", "do", "does", "did", "to", "will", "could", "can", "should", "really", "ever",
        "actually", "feel", "feels", "felt", "look", "looks", "looked", "seem", "seems", "seemed",
        "sound", "sounds", "sounded", "inny", "inna", "cits", "cita",
    ]
    /// Words from "hard to find" to the comparative.
    private static let findingReach = 6

    /// The word that says that nobody does what is likened, in the clause of "like": "neviens netaisa
    /// kafiju tā kā"; `nil` where it is somebody else, "nikt inny jak", or "like" is a verb or part of one,
    /// "nobody would like", "nobody feels like".
    private func nobody(before index: Int) -> Int? {
        let clause = layout.clauses[layout.clause(at: index)].words
        let before = clause.clamped(to: 0..<index)
        guard let last = before.last, !Self.noDoing.contains(reading.words.folded(last)),
            let nobody = before.suffix(Self.doingReach).last(where: {
                reading.functions[$0].contains(.negativeWord)
                    && Self.nobody.contains(reading.words.folded($0))
            })
        else { return nil }
        return nobody < last ? nobody : nil
    }

    /// Whether what nobody does is blamed: "nobody wastes my time like Baltfon".
    private func blames(_ words: Range<Int>) -> Bool {
        words.contains { word in
            guard let tone = analysis.tone(at: word, of: number) else { return false }
            let weight = tone.isNegated ? -tone.weight : tone.weight
            return weight <= -Self.leastBlame
        }
    }

    /// What has a tone before "as", with the word before it that likens.
    private func likened(before index: Int) -> Tone? {
        for word in sentence(of: index, index - Self.nounReach..<index).reversed() {
            guard let tone = analysis.tone(at: word, of: number), tone.weight != 0 else { continue }
            let start = tone.words.lowerBound
            let isLikened = (max(0, start - 1)..<tone.words.upperBound).contains {
                $0 != index && reading.functions[$0].contains(.alike)
            }
            return isLikened ? tone : nil
        }
        return nil
    }

    /// What is compared has more of a tone than what it is likened to, and gains that much; `nil` where both
    /// have as much of it.
    ///
    /// "Twice as fast as" has more, "half as fast as" less, and so has what is only wished to be so: "if only it
    /// was as fast as".
    private func lead(of tone: Tone) -> Double? {
        let start = tone.words.lowerBound
        let before = sentence(of: start, start - Self.degreeReach..<start)
            .map(reading.words.folded)
        if isWished(start) || before.contains(where: Self.parts.contains) {
            return tone.weight > 0 ? -Self.lessThanAlike : Self.lessThanAlike
        }
        return before.contains(where: Self.multiples.contains) ? tone.weight : nil
    }

    /// A wish reaches to the end of its sentence, but not past a contrast word; a hope, "oby był tak dobry jak",
    /// says nothing of what is so.
    private func isWished(_ word: Int) -> Bool {
        let sentence = layout.sentence(at: word)
        guard let wish = sentence.wish, wish < word,
            !(wish..<word).contains(where: { Self.hopes.contains(reading.words.folded($0)) })
        else { return false }
        return sentence.contrast.map { $0 <= wish || $0 > word } ?? true
    }

    /// Whether nothing goes on behind a name in its clause but where it is or what it does: "as Baltfon
    /// in town".
    private func endsClause(_ place: Reading.BrandPlace) -> Bool {
        let end = place.words.upperBound
        guard end < reading.words.count,
            layout.clauses[layout.clause(at: place.words.lowerBound)].words.contains(end),
            reading.words[end].kind == .word
        else { return true }
        let grammar = analysis.vocabulary.grammar
        let next = reading.words.folded(end)
        return grammar.prepositions.contains(next) || grammar.referringWords.contains(next)
    }
}
