import Model
import Tokenizing

/// The tone toward each brand that an entry names.
///
/// Comparisons ("better than Baltfon") and changes of side ("switched from Baltfon") speak first, and
/// say which brand gains and which loses. Every other keyword is then shared out:
///
/// - With one brand, every keyword speaks of it, the less the farther it stands.
/// - With several, a keyword belongs to the brands of its clause. Where the clause names none, it
///   belongs to those named last before it in the sentence, then to those named next, then, weaker,
///   to those of the sentences before.
struct BrandTones {
    private let analysis: Analysis
    private let ownership: [BrandOwnership]
    private let brands: [Brand.ID]
    private let verdicts: [Verdict]

    init(_ analysis: Analysis) {
        self.analysis = analysis
        var brands: [Brand.ID] = []
        for place in analysis.readings.flatMap(\.brands) where !brands.contains(place.brand) {
            brands.append(place.brand)
        }
        self.brands = brands
        verdicts =
            brands.isEmpty
            ? []
            : analysis.readings.indices.flatMap { number in
                Comparisons(in: analysis, reading: number).verdicts
                    + Switches(in: analysis, reading: number).verdicts
            }
        ownership =
            brands.count < 2
            ? []
            : analysis.readings.indices.map { BrandOwnership(in: analysis, reading: $0) }
    }

    func sentiment(toward brand: Brand.ID) -> Sentiment {
        var scale = SentimentScale()
        var evidence: [SentimentEvidence] = []
        for tone in analysis.tones where !isJudged(tone) {
            let weight = (tone.weight * share(of: tone, for: brand)).rounded(decimals: 4)
            guard weight != 0 else { continue }
            scale.add(weight)
            evidence.append(analysis.evidence(of: tone).weighing(weight))
        }
        for verdict in verdicts where verdict.brand == brand {
            scale.add(verdict.weight)
            evidence.append(self.evidence(of: verdict))
        }
        evidence.sort {
            ($0.field == .text ? 1 : 0, $0.range.lowerBound)
                < ($1.field == .text ? 1 : 0, $1.range.lowerBound)
        }
        return Sentiment(
            label: scale.label(isReadable: analysis.vocabulary.hasLexicon), score: scale.score,
            evidence: evidence)
    }

    // MARK: - Private

    private static let sameSentence = 0.9
    private static let otherSentence = 0.6
    private static let otherField = 0.6

    /// A keyword that a comparison has used says nothing more.
    private func isJudged(_ tone: Tone) -> Bool {
        verdicts.contains { $0.reading == tone.reading && $0.words.overlaps(tone.words) }
    }

    private func share(of tone: Tone, for brand: Brand.ID) -> Double {
        guard brands.count > 1 else { return nearness(of: tone) }
        let share = ownership[tone.reading].share(
            of: analysis.layouts[tone.reading].clause(at: tone.words.lowerBound), for: brand,
            at: tone.words)
        if let share { return share }
        return analysis.readings[tone.reading].brands.isEmpty ? Self.otherField : 0
    }

    private func nearness(of tone: Tone) -> Double {
        let layout = analysis.layouts[tone.reading]
        let clause = layout.clause(at: tone.words.lowerBound)
        let places = analysis.readings[tone.reading].brands.map {
            layout.clause(at: $0.words.lowerBound)
        }
        if places.isEmpty { return Self.otherField }
        if places.contains(clause) { return 1 }
        let sentence = layout.clauses[clause].sentence
        return places.contains { layout.clauses[$0].sentence == sentence }
            ? Self.sameSentence : Self.otherSentence
    }

    private func evidence(of verdict: Verdict) -> SentimentEvidence {
        let reading = analysis.readings[verdict.reading]
        return SentimentEvidence(
            term: reading.words.string(verdict.words), field: reading.field,
            range: reading.words.scalarRange(verdict.words), weight: verdict.weight)
    }
}

/// What a comparison or a change of side says of one brand.
struct Verdict: Sendable {
    let brand: Brand.ID
    let reading: Int
    /// The words that say so.
    let words: Range<Int>
    let weight: Double
}

extension SentimentEvidence {
    fileprivate func weighing(_ weight: Double) -> SentimentEvidence {
        SentimentEvidence(
            term: term, field: field, range: range, weight: weight, isNegated: isNegated)
    }
}
