import Model
import Tokenizing

/// The tone toward each brand that an entry names.
///
/// Comparisons ("better than Baltfon") and changes of side ("switched from Baltfon") speak first, and
/// say which brand gains and which loses; praise in the rest of their sentence is for the one that
/// gains, blame for the one that loses. Every other keyword is then shared out:
///
/// - With one brand, every keyword speaks of it, the less the farther it stands.
/// - What is asked and wants no answer, "are you kidding, Baltfon?", blames the brand.
/// - Who could not do what another did, broke a promise or left a writer without an answer is blamed.
/// - Blame of what was put right, "fixed the outage", is nobody's, nor is that of who passes for the brand.
/// - Praise of what is looked for or was hoped for, "looking for a good café", is nobody's.
/// - What a report quotes a brand as saying of others is not said of the brand.
/// - With several, a keyword belongs to the brands of its clause. Where the clause names none, it
///   belongs to those named last before it in the sentence, then to those named next, then, weaker,
///   to those of the sentences before.
/// - A brand that the entry is about and does not name has every keyword whose clause names no other,
///   and comes out of comparisons as the one that it is compared with does not.
struct BrandTones {
    private let analysis: Analysis
    private let ownership: [BrandOwnership]
    private let impersonations: [Impersonation]
    private let statements: [Statements]
    private let brands: [Brand.ID]
    private let verdicts: [Verdict]
    private let comparisons: [Verdict]
    private let switches: [Switches]
    private let sides: [SentencePlace: [Brand.ID: Sides]]
    /// By reading: the words that a comparison has used say nothing more.
    private let judgedWords: [Set<Int>]

    init(_ analysis: Analysis) {
        self.analysis = analysis
        var brands: [Brand.ID] = []
        for number in analysis.readings.indices {
            for place in analysis.readings[number].brands where !brands.contains(place.brand) {
                brands.append(place.brand)
            }
        }
        self.brands = brands
        let compared =
            brands.isEmpty
            ? [] : analysis.readings.indices.filter { Self.mayCompare(analysis.readings[$0]) }
        switches = compared.map { Switches(in: analysis, reading: $0) }
        comparisons =
            compared.flatMap { Comparisons(in: analysis, reading: $0).verdicts }
            + switches.flatMap(\.verdicts)
        let verdicts =
            comparisons + Self.reproaches(in: analysis) + Longing.verdicts(in: analysis)
            + Complaints.verdicts(in: analysis)
        self.verdicts = verdicts
        sides = Self.sides(verdicts, in: analysis)
        judgedWords = analysis.readings.indices.map { number in
            Set(verdicts.filter { $0.reading == number }.flatMap(\.words))
        }
        ownership = analysis.readings.indices.map { BrandOwnership(in: analysis, reading: $0) }
        impersonations = analysis.readings.map(Impersonation.init)
        statements = analysis.readings.indices.map { Statements(in: analysis, reading: $0) }
    }

    /// - Parameter part: How much counts of what the keywords say; less where they are some way from the
    ///   brand.
    func sentiment(toward brand: Brand.ID, sharing part: Double = 1) -> Sentiment {
        var scale = SentimentScale(
            analysis.vocabulary.learntScale, capitalShare: analysis.capitalShare)
        var evidence: [SentimentEvidence] = []
        for tone in analysis.tones where !isJudged(tone) {
            let weight = (tone.weight * part * share(of: tone, for: brand)).rounded(decimals: 4)
            guard weight != 0 else { continue }
            scale.add(weight)
            evidence.append(analysis.evidence(of: tone).weighing(weight))
        }
        for word in analysis.learnt where !isJudged(word.tone) {
            let share = SentimentScale.shareOfPart * part * share(of: word.tone, for: brand)
            guard share != 0 else { continue }
            scale.add(word.weights, share: share)
            evidence.append(analysis.evidence(of: word, share: share))
        }
        let own =
            isNamed(brand)
            ? verdicts.filter { $0.brand == brand } : comparisons.ofUnnamed(in: analysis)
        for verdict in own {
            scale.add(verdict.weight)
            evidence.append(self.evidence(of: verdict))
        }
        evidence.sort {
            ($0.field == .text ? 1 : 0, $0.range.lowerBound, $0.range.upperBound)
                < ($1.field == .text ? 1 : 0, $1.range.lowerBound, $1.range.upperBound)
        }
        let (label, score) = scale.verdict(isReadable: analysis.vocabulary.hasLexicon)
        return Sentiment(label: label, score: score, evidence: evidence)
    }

    /// Whether the entry names any brand.
    var areAnyNamed: Bool { !brands.isEmpty }

    func isNamed(_ brand: Brand.ID) -> Bool { brands.contains(brand) }

    /// Where the writer goes, as far as some brands are concerned.
    ///
    /// - Parameter isAboutOwn: Whether the entry is about one of them that it does not name.
    func move(among isOwn: (Brand.ID) -> Bool, isAboutOwn: Bool) -> Move {
        let all = switches.flatMap(\.verdicts)
        let changes =
            all.filter { isOwn($0.brand) } + (isAboutOwn ? all.ofUnnamed(in: analysis) : [])
        let (gains, losses) = (changes.filter { $0.weight > 0 }, changes.filter { $0.weight < 0 })
        if let loss = losses.first { return gains.isEmpty ? .away(evidence(of: loss)) : .none }
        return gains.isEmpty && !switches.flatMap(\.kept).contains(where: isOwn) ? .none : .here
    }

    // MARK: - Private

    private struct SentencePlace: Hashable {
        let reading: Int
        let sentence: Int
    }

    /// How a brand comes out of the comparisons of a sentence.
    private struct Sides: OptionSet {
        let rawValue: UInt8
        static let gains = Self(rawValue: 1)
        static let loses = Self(rawValue: 2)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The side that a keyword speaks of.
        init(of tone: Tone) { self = tone.weight > 0 ? .gains : .loses }
    }

    private static let sameSentence = 0.7
    static let otherSentence = 0.5
    private static let otherField = 0.5

    /// What is left of praise that is only hoped for, of blame that is nobody's, and of what a brand said.
    private static let unmeant = 0.1
    /// Words between what puts right and what was wrong.
    private static let mendingReach = 4
    private static let reproach = -1.6

    private static func mayCompare(_ reading: Reading) -> Bool {
        let functions = reading.allFunctions
        return functions.contains([.likening, .alike])
            || functions.contains([.likening, .negativeWord])
            || !functions.isDisjoint(
                with: [
                    .than, .looseThan, .prefer, .outdoing, .outdone, .switching, .moving,
                    .returning, .parting, .closing, .farewell,
                ])
    }

    /// "Are you kidding, Baltfon?"; of a post that begins with the handle, in any sentence.
    private static func reproaches(in analysis: Analysis) -> [Verdict] {
        analysis.readings.indices.flatMap { number -> [Verdict] in
            let reading = analysis.readings[number]
            let layout = analysis.layout(of: number)
            guard !reading.brands.isEmpty,
                !reading.allFunctions.isDisjoint(with: [.rhetorical, .incredulous])
            else { return [] }
            let addressed = reading.isAddressed ? reading.brand(at: 0)?.brand : nil
            return layout.sentences.flatMap { sentence -> [Verdict] in
                let words = layout.words(of: sentence)
                guard sentence.isQuestion, let first = reading.reproach(in: words) else {
                    return []
                }
                let named = words.lazy.compactMap { reading.brand(at: $0)?.brand }.first
                guard let brand = named ?? addressed else { return [] }
                return [
                    Verdict(
                        brand: brand, reading: number, words: first..<reading.phraseEnd(at: first),
                        weight: reproach)
                ]
            }
        }
    }

    private static func sides(_ verdicts: [Verdict], in analysis: Analysis)
        -> [SentencePlace: [Brand.ID: Sides]]
    {
        var sides: [SentencePlace: [Brand.ID: Sides]] = [:]
        for verdict in verdicts {
            let word = analysis.readings[verdict.reading].words[verdict.words.lowerBound]
            let place = SentencePlace(reading: verdict.reading, sentence: word.sentence)
            sides[place, default: [:]][verdict.brand, default: []]
                .insert(verdict.weight > 0 ? .gains : .loses)
        }
        return sides
    }

    private func isJudged(_ tone: Tone) -> Bool {
        tone.words.contains(where: judgedWords[tone.reading].contains)
    }

    private func share(of tone: Tone, for brand: Brand.ID) -> Double {
        let reading = analysis.readings[tone.reading]
        let isMeant =
            tone.weight > 0
            ? !reading.isHoped(tone.words, analysis.layout(of: tone.reading))
            : !isMended(tone, for: brand, in: reading)
                && !impersonations[tone.reading].covers(tone.words.lowerBound, brand)
        let isSaid = statements[tone.reading].covers(tone.words.lowerBound, of: brand)
        return (isMeant && !isSaid ? 1 : Self.unmeant) * wholeShare(of: tone, for: brand)
    }

    private func isMended(_ tone: Tone, for brand: Brand.ID, in reading: Reading) -> Bool {
        guard reading.allFunctions.contains(.mending) else { return false }
        let first = tone.words.lowerBound
        let layout = analysis.layout(of: tone.reading)
        let clause = layout.clauses[layout.clause(at: first)].words
        let before = clause.clamped(to: 0..<first).suffix(Self.mendingReach + 1)
        guard let verb = before.last(where: { reading.functions[$0].contains(.mending) }),
            !reading.wardsOff(brand, by: verb, behind: tone.words)
        else { return false }
        let denial = Denial(reading, layout, analysis.vocabulary)
        return !denial.denies(verb) && !denial.followsNegatingBlame(verb)
            && !layout.sentence(at: first).isQuestion
    }

    /// Whether the clause of a keyword names any brand.
    private func isOfNamed(_ tone: Tone) -> Bool {
        let layout = analysis.layout(of: tone.reading)
        let clause = layout.clauses[layout.clause(at: tone.words.lowerBound)]
        return analysis.readings[tone.reading].namesBrand(in: clause.words)
    }

    private func wholeShare(of tone: Tone, for brand: Brand.ID) -> Double {
        guard isNamed(brand) else { return isOfNamed(tone) ? 0 : 1 }
        guard brands.count > 1 else { return nearness(of: tone) }
        if isOwn(tone, of: brand) { return 1 }
        let share = ownership[tone.reading].share(
            of: analysis.layout(of: tone.reading).clause(at: tone.words.lowerBound), for: brand,
            at: tone.words, isPraise: tone.weight > 0)
        if let share { return isForAnother(tone, than: brand) ? 0 : share }
        return analysis.readings[tone.reading].brands.isEmpty ? Self.otherField : 0
    }

    /// "Switched from Baltfon to Zefirnet, so happy": the praise is for Zefirnet alone.
    private func isForAnother(_ tone: Tone, than brand: Brand.ID) -> Bool {
        guard let sides = sides(around: tone), let own = sides[brand] else { return false }
        let wanted = Sides(of: tone)
        return !own.contains(wanted) && sides.values.contains { $0.contains(wanted) }
    }

    /// "Back to Zefirnet after an awful year with Baltfon": the blame is for Baltfon, though Zefirnet is as
    /// near.
    private func isOwn(_ tone: Tone, of brand: Brand.ID) -> Bool {
        guard let sides = sides(around: tone), sides.count > 1, let own = sides[brand] else {
            return false
        }
        let wanted = Sides(of: tone)
        return own == wanted && sides.values.count { $0.contains(wanted) } == 1
    }

    private func sides(around tone: Tone) -> [Brand.ID: Sides]? {
        let word = analysis.readings[tone.reading].words[tone.words.lowerBound]
        return sides[SentencePlace(reading: tone.reading, sentence: word.sentence)]
    }

    private func nearness(of tone: Tone) -> Double {
        if analysis.readings[tone.reading].brands.isEmpty { return Self.otherField }
        let clause = analysis.layout(of: tone.reading).clause(at: tone.words.lowerBound)
        switch ownership[tone.reading].nearness(of: clause, isPraise: tone.weight > 0) {
        case .sameClause: return 1
        case .sameSentence: return Self.sameSentence
        case .elsewhere: return Self.otherSentence
        case .contrasted: return 0
        }
    }

    private func evidence(of verdict: Verdict) -> SentimentEvidence {
        let reading = analysis.readings[verdict.reading]
        return SentimentEvidence(
            term: reading.words.string(verdict.words), field: reading.field,
            range: reading.words.scalarRange(verdict.words), weight: verdict.weight)
    }
}

extension [BrandTones] {
    /// What the parts of an entry say: those that name the brand, and, weaker, those that name none.
    func sentiment(toward brand: Brand.ID) -> Sentiment {
        guard count > 1, contains(where: { $0.isNamed(brand) }) else {
            return Sentiment.joined(map { $0.sentiment(toward: brand) })
        }
        return Sentiment.joined(
            compactMap { part in
                if part.isNamed(brand) { return part.sentiment(toward: brand) }
                return part.areAnyNamed
                    ? nil : part.sentiment(toward: brand, sharing: BrandTones.otherSentence)
            })
    }
}

extension SentimentEvidence {
    fileprivate func weighing(_ weight: Double) -> SentimentEvidence {
        SentimentEvidence(
            term: term, field: field, range: range, weight: weight, isNegated: isNegated)
    }
}
