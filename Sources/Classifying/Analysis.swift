import Model
import Tokenizing

/// All that is read from one entry before it is judged: its language, the terms found in title and
/// text, how they fall into clauses, and what tone each keyword gives.
struct Analysis: Sendable {
    let language: DetectedLanguage
    private let shared: Shared<Vocabulary>
    /// Title first, where there is one.
    let readings: [Reading]
    /// One for each reading.
    let layouts: [Layout]
    /// In reading order.
    let tones: [Tone]
    /// In reading order, each term once.
    let learnt: [LearntWord]

    init(
        title: Words, text: Words, mentions: [Mention], topics: Set<Brand.ID>,
        language: DetectedLanguage,
        vocabulary shared: Shared<Vocabulary>
    ) {
        self.language = language
        self.shared = shared
        let terms = shared.value.toneTerms
        var readings: [Reading] = []
        if !title.isEmpty {
            readings.append(
                Reading(
                    title, field: .title, mentions: mentions, topics: topics,
                    vocabulary: shared.value))
        }
        readings.append(
            Reading(
                text, field: .text, mentions: mentions, topics: topics, vocabulary: shared.value))
        let layouts = readings.map { Layout($0, terms: terms) }
        var tones: [Tone] = []
        for number in readings.indices where !readings[number].cues.isEmpty {
            var weigher = ToneWeigher(
                readings[number], layouts[number], terms: terms, number: number)
            if tones.isEmpty { tones = weigher.weigh() } else { tones += weigher.weigh() }
        }
        self.readings = readings
        self.layouts = layouts
        self.tones = tones
        learnt = LearntWord.all(in: readings, vocabulary: shared.value)
    }

    var vocabulary: Vocabulary { shared.value }

    /// Tone of the whole text.
    var sentiment: Sentiment {
        var scale = SentimentScale(shared.value.learnt)
        for tone in tones { scale.add(tone.weight) }
        for word in learnt { scale.add(word.weights) }
        let (label, score) = scale.verdict(isReadable: shared.value.hasLexicon)
        return Sentiment(
            label: label, score: score,
            evidence: evidenceOfAll)
    }

    /// Tones and learnt words, each in reading order, merged.
    private var evidenceOfAll: [SentimentEvidence] {
        var merged: [SentimentEvidence] = []
        merged.reserveCapacity(tones.count + learnt.count)
        var next = 0
        for tone in tones {
            while next < learnt.count, learnt[next].isBefore(tone) {
                merged.append(evidence(of: learnt[next]))
                next += 1
            }
            merged.append(evidence(of: tone))
        }
        for word in learnt[next...] { merged.append(evidence(of: word)) }
        return merged
    }

    /// The keyword that covers a word.
    func tone(at word: Int, of reading: Int) -> Tone? {
        var bounds = tones.indices
        while !bounds.isEmpty {
            let middle = bounds.lowerBound + bounds.count / 2
            let tone = tones[middle]
            if (tone.reading, tone.words.upperBound) <= (reading, word) {
                bounds = middle + 1..<bounds.upperBound
            } else {
                bounds = bounds.lowerBound..<middle
            }
        }
        guard bounds.lowerBound < tones.count else { return nil }
        let tone = tones[bounds.lowerBound]
        return tone.reading == reading && tone.words.contains(word) ? tone : nil
    }

    func evidence(of tone: Tone) -> SentimentEvidence {
        SentimentEvidence(
            term: shared.value.toneTerms[tone.term].text, field: readings[tone.reading].field,
            range: readings[tone.reading].words.scalarRange(tone.words), weight: tone.weight,
            isNegated: tone.isNegated)
    }

    func evidence(of word: LearntWord, share: Double = 1) -> SentimentEvidence {
        SentimentEvidence(
            term: word.term, field: readings[word.reading].field,
            range: readings[word.reading].words.scalarRange(word.words),
            weight: word.weights.tone(share: share))
    }
}

extension LearntWord {
    /// Whether it begins before a keyword, in reading order.
    fileprivate func isBefore(_ tone: Tone) -> Bool {
        reading == tone.reading
            ? words.lowerBound < tone.words.lowerBound : reading < tone.reading
    }
}
