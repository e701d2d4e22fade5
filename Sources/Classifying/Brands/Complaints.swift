import Model
import Tokenizing

/// What blames a brand by how things went, whatever the words weigh.
///
/// "Fixed what Baltfon couldn't", "rakstīju trīs reizes, klusums", "nawet nie zadzwonili", "promised for
/// Friday, it's Wednesday", "pacēla cenu".
///
/// It blames the brand named last before it in its sentence, or next in it, or the only one of the field, each
/// once. Praise beside it, or blame taken back, says that it was meant otherwise: "didn't even notice how fast
/// it was", "pat nav dārgi".
struct Complaints {
    private let analysis: Analysis
    private let number: Int
    private let reading: Reading
    private let layout: Layout
    private let denial: Denial
    private let onlyBrand: Brand.ID?
    /// What is praised, or blamed and taken back.
    private let praise: [Tone]
    private let blame: [Tone]

    static func verdicts(in analysis: Analysis) -> [Verdict] {
        analysis.readings.indices.flatMap { number -> [Verdict] in
            let reading = analysis.readings[number]
            guard !reading.brands.isEmpty, !reading.allFrames.isDisjoint(with: complaining) else {
                return []
            }
            return Complaints(in: analysis, reading: number).verdicts
        }
    }

    // MARK: - Private

    private static let complaining: Grammar.Frame = [.unable, .silence, .even, .promise, .raising]
    private static let incapable = -2.0
    private static let capable = 1.6
    private static let unanswered = -1.8
    private static let notEven = -1.3
    private static let broken = -1.8
    private static let contradicted = -1.4
    private static let dearer = -1.5
    /// What is said beside a complaint speaks against it from this weight on.
    private static let leastPraise = 0.5
    /// Words between "what" and the name, and between that and what was not done.
    private static let relativeReach = 1
    private static let unableReach = 1
    /// Words between "pat" and its verb.
    private static let evenReach = 3
    /// Words between a verb of raising and what was raised.
    private static let priceReach = 3
    private static let negatorReach = 2
    /// Words from who is no brand to the verb.
    private static let bystanderReach = 4
    /// Words from the first of a keyword to one that it holds.
    private static let keywordReach = 4
    /// Words from a letter or a promise to what came of it.
    private static let outcomeReach = 30
    /// Words and marks of a sentence that says what day it is.
    private static let longestReminder = 8
    private static let placesLookedAt = 4
    /// Letters of the shortest verb with `ne-`.
    private static let fewestLetters = 5
    /// Subjects whose verb says nothing of a brand.
    private static let ownSubjects: Set<String> = ["i", "we", "you", "es", "mēs"]

    private init(in analysis: Analysis, reading number: Int) {
        self.analysis = analysis
        self.number = number
        reading = analysis.readings[number]
        layout = analysis.layout(of: number)
        denial = Denial(reading, layout, analysis.vocabulary)
        onlyBrand = reading.onlyBrand
        let tones = analysis.tones.filter { $0.reading == number }
        praise = tones.filter { $0.weight >= Self.leastPraise }
        blame = tones.filter { $0.weight < 0 }
    }

    private var verdicts: [Verdict] {
        var found: [Verdict] = []
        for cue in reading.frameCues where !cue.frame.isDisjoint(with: Self.complaining) {
            for verdict in verdicts(of: cue)
            where !found.contains(where: { $0.brand == verdict.brand }) {
                found.append(verdict)
            }
        }
        return found
    }

    private func verdicts(of cue: Reading.FrameCue) -> [Verdict] {
        if cue.frame.contains(.unable) { return outdone(at: cue.words) }
        if !cue.frame.contains(.silence), isOfBystander(cue.words) { return [] }
        let weight: Double? =
            if cue.frame.contains(.silence) {
                isUnanswered(cue.words) ? Self.unanswered : nil
            } else if cue.frame.contains(.even) {
                isNotEvenDone(cue.words) ? Self.notEven : nil
            } else if cue.frame.contains(.promise) {
                isOverdue(cue.words)
                    ? Self.broken : isContradicted(cue.words) ? Self.contradicted : nil
            } else {
                isDearer(cue.words) ? Self.dearer : nil
            }
        guard let weight, let brand = brand(at: cue.words) else { return [] }
        let found = verdict(brand, cue.words, weight)
        return isBlamedMore(than: found) ? [] : [found]
    }

    private func verdict(_ brand: Brand.ID, _ words: Range<Int>, _ weight: Double) -> Verdict {
        let isAsked = layout.sentence(at: words.lowerBound).isQuestion
        return Verdict(
            brand: brand, reading: number, words: words,
            weight: isAsked ? weight * Comparisons.asked : weight)
    }

    private func brand(at words: Range<Int>) -> Brand.ID? {
        let near = reading.brands.around(words, Self.placesLookedAt).filter {
            !$0.isTopic && reading.isInSentence($0.words.lowerBound, of: words.lowerBound)
        }
        let last = near.last { $0.words.upperBound <= words.lowerBound }
        return (last ?? near.first)?.brand ?? onlyBrand
    }

    /// "The competitors raised prices", "sąsiad nawet nie otworzył": no brand stands between.
    private func isOfBystander(_ words: Range<Int>) -> Bool {
        let clause = layout.clauses[layout.clause(at: words.lowerBound)].words
        let before = clause.clamped(
            to: words.lowerBound - Self.bystanderReach..<words.lowerBound)
        guard let last = before.last(where: { reading.hasFrame(.bystander, in: $0..<$0 + 1) })
        else { return false }
        return !reading.namesBrand(in: last..<words.lowerBound)
    }

    private func isPraised(_ words: Range<Int>) -> Bool {
        let next = praise.partitioningIndex { $0.words.lowerBound >= words.lowerBound }
        return next < praise.count && praise[next].words.lowerBound < words.upperBound
    }

    /// Whether a keyword that shares words with a verdict, and would not count beside it, blames as
    /// much: "vispār nestrādā".
    private func isBlamedMore(than verdict: Verdict) -> Bool {
        let words = verdict.words
        let start = words.lowerBound - Self.keywordReach
        return blame[blame.partitioningIndex { $0.words.lowerBound >= start }...].prefix {
            $0.words.lowerBound < words.upperBound
        }
        .contains { $0.words.overlaps(words) && $0.weight <= verdict.weight }
    }

    /// "What Baltfon couldn't": the brand loses, and another one, named before, that could gains.
    private func outdone(at words: Range<Int>) -> [Verdict] {
        let near = reading.brands.around(words, Self.placesLookedAt).filter {
            reading.isInSentence($0.words.lowerBound, of: words.lowerBound)
                && $0.words.upperBound <= words.lowerBound
        }
        guard let loser = near.last,
            words.lowerBound - loser.words.upperBound <= Self.unableReach,
            !layout.sentence(at: words.lowerBound).isQuestion
        else { return [] }
        let start = loser.words.lowerBound
        let before = max(0, start - Self.relativeReach - 1)..<start
        guard reading.hasFrame(.relative, in: before) else { return [] }
        let others = near.filter { $0.brand != loser.brand }
        if others.isEmpty, !isLeftOut(words, behind: before) { return [] }
        let lost = verdict(loser.brand, words, Self.incapable)
        guard let winner = others.last, others.allSatisfy({ $0.brand == winner.brand }) else {
            return [lost]
        }
        return [lost, verdict(winner.brand, before, Self.capable)]
    }

    /// Whether what was done stands before and is not said again: "fixed what Baltfon couldn't", and not
    /// "a map of towns where Baltfon doesn't operate", nor "don't know what Baltfon couldn't".
    private func isLeftOut(_ words: Range<Int>, behind before: Range<Int>) -> Bool {
        let sentence = layout.words(of: layout.sentence(at: words.lowerBound))
        let end = words.upperBound
        let isLast = end >= sentence.upperBound || reading.words[end].kind == .mark
        let begins = reading.hasFrame(.relative, in: sentence.lowerBound..<sentence.lowerBound + 1)
        return isLast && !(begins && before.contains(sentence.lowerBound))
            && !denial.covers(before, within: Self.negatorReach)
    }

    /// "Rakstīju trīs reizes, klusums", and not "Zefirnet called".
    private func isUnanswered(_ words: Range<Int>) -> Bool {
        let start = words.lowerBound
        let before = max(0, start - Self.outcomeReach)..<start
        let sentence = reading.words[start].sentence
        return before.contains { index in
            let isByBrand =
                index > 0 && reading.isName(index - 1)
                && reading.hasFrame(.reaching, in: index..<index + 1)
            return reading.words[index].sentence + 1 >= sentence
                && reading.hasFrame(.contact, in: index..<index + 1) && !isByBrand
                && !isPraised(index..<words.upperBound)
        }
    }

    /// "Nawet nie zadzwonili", "pat nepabrīdināja": who did not is neither the writer nor the reader.
    private func isNotEvenDone(_ words: Range<Int>) -> Bool {
        let clause = layout.clauses[layout.clause(at: words.lowerBound)].words
        let behind = clause.clamped(to: words.upperBound..<words.upperBound + Self.evenReach + 1)
        let grammar = analysis.vocabulary.grammar
        if reading.hasFrame(.harmless, in: behind) { return false }
        let verb: Int? =
            grammar.denyingPrefix.isEmpty
            ? behind.first : behind.first(where: isDeniedVerb)
        guard let verb, !isPraised(words.lowerBound..<max(words.upperBound, clause.upperBound))
        else { return false }
        let start = words.lowerBound
        if start > 0, Self.ownSubjects.contains(reading.words.folded(start - 1)) { return false }
        let word = reading.words.folded(verb)
        return !grammar.ownEndings.contains { word.hasSuffix($0) }
    }

    /// "Nepabrīdināja", and not "nekad".
    private func isDeniedVerb(_ index: Int) -> Bool {
        let word = reading.words.folded(index)
        return word.hasPrefix(analysis.vocabulary.grammar.denyingPrefix)
            && word.count >= Self.fewestLetters
            && reading.functions[index].isDisjoint(with: [.negativeWord, .than, .none])
            && !reading.hasFrame(.noVerb, in: index..<index + 1)
    }

    /// "Promised for Friday, it's Wednesday", in one sentence or two.
    private func isOverdue(_ words: Range<Int>) -> Bool {
        guard isPromisedByOthers(words) else { return false }
        let clause = layout.clause(at: words.lowerBound)
        let place = layout.clauses[clause].sentence
        let rest = layout.words(of: layout.sentences[place])
            .clamped(to: layout.clauses[clause].words.upperBound..<Int.max)
            .prefix(Self.outcomeReach)
        if reading.hasFrame(.overdue, in: rest), !isPraised(rest) { return true }
        guard place + 1 < layout.sentences.count else { return false }
        let next = layout.words(of: layout.sentences[place + 1])
        return next.count <= Self.longestReminder && !layout.sentences[place + 1].isQuestion
            && reading.hasFrame(.overdue, in: next) && !isPraised(next)
    }

    /// "Sola 5G, bet virtuvē nerāda".
    private func isContradicted(_ words: Range<Int>) -> Bool {
        let sentence = layout.sentence(at: words.lowerBound)
        guard let contrast = sentence.contrast, contrast > words.lowerBound,
            isPromisedByOthers(words)
        else { return false }
        let rest = layout.words(of: sentence).clamped(to: contrast..<Int.max)
            .prefix(Self.outcomeReach)
        return rest.contains(where: isDenied) && !isPraised(rest)
    }

    private func isDenied(_ index: Int) -> Bool {
        if !analysis.vocabulary.grammar.denyingPrefix.isEmpty, isDeniedVerb(index) { return true }
        let functions = reading.functions[index]
        return !functions.isDisjoint(with: [.negativeWord, .isNot]) || denial.denies(index)
    }

    private func isPromisedByOthers(_ words: Range<Int>) -> Bool {
        let start = words.lowerBound
        let before = max(0, start - 2)..<start
        return !reading.functions[start].contains(.asHoped)
            && !before.contains { reading.functions[$0].contains(.asHoped) }
            && !before.suffix(1).contains { Self.ownSubjects.contains(reading.words.folded($0)) }
    }

    private func isDearer(_ words: Range<Int>) -> Bool {
        let behind = layout.words(of: layout.sentence(at: words.lowerBound))
            .clamped(to: words.upperBound..<words.upperBound + Self.priceReach + 1)
        let object = behind.prefix {
            reading.words[$0].kind != .mark
                && !analysis.vocabulary.grammar.prepositions.contains(reading.words.folded($0))
        }
        return reading.hasFrame(.price, in: object)
            && !denial.covers(words, within: Self.negatorReach)
    }
}
