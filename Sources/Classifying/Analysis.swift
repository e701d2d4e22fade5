import Model
import Tokenizing

/// All that is read from one entry before it is judged: its language, the terms found in title and
/// text, how they fall into clauses, and what tone each keyword gives.
///
/// One analysis is used for many entries, one after the other: otherwise most of the time that a post
/// takes would go into asking for memory.
final class Analysis {
    private(set) var language = DetectedLanguage(code: .undetermined, confidence: 0)
    /// Whether it is about a brand that it need not name, as what is written to that brand's letter box
    /// is.
    private(set) var isAboutUnnamed = false
    private(set) var vocabulary: Vocabulary
    /// Of the words that begin with a capital inside a sentence, those of brands' names left out; 0 where
    /// nothing was learnt of it.
    private(set) var capitalShare = 0.0
    /// Title first, where there is one.
    private(set) var readings: [Reading]
    private var titleLayout = Layout()
    private var textLayout = Layout()
    /// In reading order.
    private(set) var tones: [Tone] = []
    /// In reading order, each term once.
    private(set) var learnt: [LearntWord] = []
    /// Keywords of the categories, each once: first those that people wrote, then the learnt ones, both
    /// in reading order.
    private(set) var keywords: [KeywordPlace] = []

    private var seen = SeenNumbers()
    private let titleAndText: [Reading]
    private let textAlone: [Reading]

    /// - Parameter vocabulary: Any.
    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        titleAndText = [Reading(), Reading()]
        textAlone = [titleAndText[1]]
        readings = textAlone
    }

    /// Reads another entry, or those of its sentences that are in one language.
    ///
    /// - Parameters:
    ///   - mentions: Those that stand there, or go without saying.
    ///   - isOfMention: Whether the entry mentions any brand, there or elsewhere: the tone toward it is also
    ///     that of sentences in which nothing but learnt words is found.
    func read(
        title: Words, text: Words, mentions: [Mention], isOfMention: Bool, topics: Set<Brand.ID>,
        language: DetectedLanguage, vocabulary: Vocabulary
    ) {
        self.language = language
        self.vocabulary = vocabulary
        isAboutUnnamed = mentions.contains(where: \.isBySource)
        let isAboutBrand = mentions.contains { !topics.contains($0.brand) }
        readings = title.isEmpty ? textAlone : titleAndText
        var spelling = Spelling(title, text, accents: vocabulary.grammar.accentedLetters)
        var tones = self.tones.takeAll()
        tones.removeAll(keepingCapacity: true)
        for (number, reading) in readings.enumerated() {
            // The last is that of the text.
            let isTitle = number < readings.count - 1
            reading.read(
                isTitle ? title : text, field: isTitle ? .title : .text, mentions: mentions,
                topics: topics, vocabulary: vocabulary, spelling: &spelling)
            if !reading.cues.isEmpty || isOfMention { layOut(reading) }
            if !reading.cues.isEmpty {
                let weigher = ToneWeigher(
                    reading, layout(of: number), vocabulary, number: number,
                    isAboutBrand: isAboutBrand, after: tones)
                tones = weigher.weigh()
            }
        }
        self.tones = tones
        capitalShare = vocabulary.learntScale?.capitals == nil ? 0 : readings.capitalShare
        var seen = SeenNumbers()
        swap(&seen, &self.seen)
        addLearnt(&seen)
        addKeywords(&seen)
        swap(&seen, &self.seen)
    }

    /// How the field of a reading falls into clauses; known only where a keyword was found in it, or
    /// the entry mentions a brand, by name or not, here or in the sentences of another language.
    func layout(of reading: Int) -> Layout {
        switch readings[reading].field {
        case .title: titleLayout
        case .text: textLayout
        }
    }

    /// So large that its memory is not worth keeping for posts.
    var isLarge: Bool { readings.contains { $0.words.count > Self.mostWords } }

    private static let mostWords = 20_000

    /// Tone of the whole text.
    var sentiment: Sentiment {
        let wordCount = readings.wordCount
        var scale = SentimentScale(
            vocabulary.learntScale, capitalShare: capitalShare, wordCount: wordCount)
        let shares = scale.keywordShares
        for tone in tones { scale.add(shares.counting(tone.weight)) }
        for word in learnt { scale.add(word.weights) }
        let (label, score) = scale.verdict(isReadable: vocabulary.hasLexicon)
        return Sentiment(label: label, score: score, evidence: evidence(sharing: shares))
    }

    /// Tones and learnt words, each in reading order, merged.
    ///
    /// - Parameter shares: How much keywords count of their weights.
    private func evidence(sharing shares: LearntTone.Sides) -> [SentimentEvidence] {
        var merged: [SentimentEvidence] = []
        merged.reserveCapacity(tones.count + learnt.count)
        let (tones, learnt, terms) = (self.tones, self.learnt, vocabulary.toneTerms)
        let learntTerms = vocabulary.learntTerms
        var (nextTone, nextWord) = (0, 0)
        for (number, reading) in readings.enumerated() {
            let (words, field) = (reading.words, reading.field)
            while true {
                let tone = nextTone < tones.count && tones[nextTone].reading == number
                let word = nextWord < learnt.count && learnt[nextWord].reading == number
                if word, !tone || learnt[nextWord].isBefore(tones[nextTone]) {
                    merged.append(
                        SentimentEvidence(
                            term: learntTerms[learnt[nextWord].entry], field: field,
                            range: words.scalarRange(learnt[nextWord].words),
                            weight: learnt[nextWord].weights.tone(share: 1)))
                    nextWord += 1
                } else if tone {
                    merged.append(
                        SentimentEvidence(
                            term: terms[tones[nextTone].term].text, field: field,
                            range: words.scalarRange(tones[nextTone].words),
                            weight: shares.counting(tones[nextTone].weight),
                            isNegated: tones[nextTone].isNegated))
                    nextTone += 1
                } else {
                    break
                }
            }
        }
        return merged
    }

    /// The keyword that covers a word.
    func tone(at word: Int, of reading: Int) -> Tone? {
        let next = firstTone(endingAfter: word, of: reading)
        guard next < tones.count else { return nil }
        let tone = tones[next]
        return tone.reading == reading && tone.words.contains(word) ? tone : nil
    }

    func evidence(of tone: Tone) -> SentimentEvidence {
        SentimentEvidence(
            term: vocabulary.toneTerms[tone.term].text, field: readings[tone.reading].field,
            range: readings[tone.reading].words.scalarRange(tone.words), weight: tone.weight,
            isNegated: tone.isNegated)
    }

    func evidence(of word: LearntWord, share: Double = 1) -> SentimentEvidence {
        SentimentEvidence(
            term: vocabulary.learntTerms[word.entry], field: readings[word.reading].field,
            range: readings[word.reading].words.scalarRange(word.words),
            weight: word.weights.tone(share: share))
    }

    // MARK: - Private

    private func layOut(_ reading: Reading) {
        var layout = Layout()
        switch reading.field {
        case .title: swap(&layout, &titleLayout)
        case .text: swap(&layout, &textLayout)
        }
        layout.read(reading, terms: vocabulary.toneTerms)
        switch reading.field {
        case .title: titleLayout = layout
        case .text: textLayout = layout
        }
    }

    private func firstTone(endingAfter word: Int, of reading: Int) -> Int {
        tones.partitioningIndex { ($0.reading, $0.words.upperBound) > (reading, word) }
    }

    private func addLearnt(_ seen: inout SeenNumbers) {
        var learnt = self.learnt.takeAll()
        learnt.removeAll(keepingCapacity: true)
        LearntWord.add(
            from: readings, tones: tones, vocabulary: vocabulary, seen: &seen, to: &learnt)
        self.learnt = learnt
    }

    private func addKeywords(_ seen: inout SeenNumbers) {
        var keywords = self.keywords.takeAll()
        keywords.removeAll(keepingCapacity: true)
        seen.removeAll()
        for (number, reading) in readings.enumerated() {
            let cues = reading.categoryCues
            for (index, cue) in cues.enumerated()
            where !isOutdone(index, in: cues, of: reading)
                && !isDenied(cue, of: reading, number) && seen.insert(cue.keyword)
            {
                keywords.append(
                    KeywordPlace(
                        keyword: cue.keyword, reading: number, words: cue.words,
                        weight: vocabulary.keywords.weight(of: cue.keyword)))
            }
        }
        addLearntKeywords(to: &keywords, &seen)
        self.keywords = keywords
    }

    /// Learnt keywords come after those written by hand, each of which says more.
    private func addLearntKeywords(to keywords: inout [KeywordPlace], _ seen: inout SeenNumbers) {
        guard readings.contains(where: { !$0.learntKeywordCues.isEmpty }) else { return }
        let length = readings.wordCount
        let share = LearntTone.share(inWords: length)
        for (number, reading) in readings.enumerated() {
            for cue in reading.learntKeywordCues where seen.insert(cue.keyword) {
                keywords.append(
                    KeywordPlace(
                        keyword: cue.keyword, reading: number, words: cue.words,
                        weight: vocabulary.keywords.weight(of: cue.keyword) * share))
            }
        }
    }

    private func isDenied(
        _ cue: Reading.CategoryCue, of reading: Reading, _ number: Int
    ) -> Bool {
        guard !reading.cues.isEmpty, let scope = vocabulary.keywords.denial(of: cue.keyword) else {
            return false
        }
        let denial = Denial(reading, layout(of: number), vocabulary)
        let isDenied = denial.covers(cue.words, in: scope)
        switch scope {
        case .negator(reach: 0), .noTrouble: return isDenied
        case .negator, .negatorOrHope:
            return denial.isConcord(cue.words) ? isDenied : isTurned(cue.words, number) ?? isDenied
        }
    }

    /// Whether a negator outside the words turns their tone round, even from afar, as in "nie sądzę,
    /// żeby była świetna"; `false` where it leaves the tone as it is, as in "haven't had such great
    /// service", and `nil` where none reaches it.
    private func isTurned(_ words: Range<Int>, _ number: Int) -> Bool? {
        let start = firstTone(endingAfter: words.lowerBound, of: number)
        let own = tones[start...].prefix {
            $0.reading == number && $0.words.lowerBound < words.upperBound
        }
        return own.first { $0.negator.map { !words.overlaps($0) } ?? false }?.isNegated
    }

    /// Whether another keyword of the same rule covers the same words and says more of them: `super`
    /// beside `super*`.
    ///
    /// A keyword that speaks against the rule is not a second hint for it, and in a hashtag each
    /// keyword covers a part of the word only.
    private func isOutdone(
        _ index: Int, in cues: [Reading.CategoryCue], of reading: Reading
    ) -> Bool {
        let words = cues[index].words
        let hasEarlier = index > 0 && cues[index - 1].words == words
        let hasLater = index + 1 < cues.count && cues[index + 1].words == words
        guard hasEarlier || hasLater, reading.words[words.lowerBound].kind != .hashtag else {
            return false
        }
        var earlier = index - 1
        while earlier >= 0, cues[earlier].words == words {
            if saysMore(cues[earlier], than: cues[index], orAsMuch: true) { return true }
            earlier -= 1
        }
        var later = index + 1
        while later < cues.count, cues[later].words == words {
            if saysMore(cues[later], than: cues[index], orAsMuch: false) { return true }
            later += 1
        }
        return false
    }

    /// Whether one keyword is of the same rule as another, both for it or both against it, and says
    /// more of the words.
    private func saysMore(
        _ one: Reading.CategoryCue, than other: Reading.CategoryCue, orAsMuch: Bool
    ) -> Bool {
        let list = vocabulary.keywords
        return list.rule(of: one.keyword) == list.rule(of: other.keyword)
            && (list.weight(of: one.keyword) > 0) == (list.weight(of: other.keyword) > 0)
            && (orAsMuch ? one.precision >= other.precision : one.precision > other.precision)
    }
}

extension LearntWord {
    /// Whether it begins before a keyword of the same reading.
    fileprivate func isBefore(_ tone: Tone) -> Bool {
        words.lowerBound < tone.words.lowerBound
    }
}
