import Model
import Tokenizing

/// Sentences in another language than the rest: "Zefirnet znowu nie działa u mnie w domu. Your support
/// never answers my emails."
extension LanguageDetector {
    /// - Parameter main: What the entry as a whole is likeliest in.
    /// - Returns: `nil` where no sentence is surely in another language that we listen in, or the main one
    ///   is none of these.
    func parts(of title: Words, _ text: Words, besides main: LanguageCode) -> LanguageParts? {
        guard title.count + text.count >= Self.fewestWordsOfTwo,
            !title.isEmpty || text.last?.sentence != text.first?.sentence, Candidates.isHome(main),
            let mainLane = latin.model.languages.firstIndex(of: main)
        else { return nil }
        var lanes = [mainLane]
        for words in [title, text] {
            forEachSentence(of: words) { sentence in
                guard sentence.plainWords >= Self.fewestPlainWords,
                    let lane = homeLane(of: sentence), !lanes.contains(lane),
                    lead(of: lane, over: mainLane, sentence) >= Self.leastSureLead
                else { return }
                lanes.append(lane)
            }
        }
        guard lanes.count > 1 else { return nil }
        // A few words may tell one language more surely than many tell another.
        let counts = counts(of: [title, text], among: lanes)
        let ranked = lanes.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.map {
            lanes[$0]
        }
        return LanguageParts(
            languages: ranked.map { latin.model.languages[$0] },
            title: languages(of: title, among: ranked), in: title,
            text: languages(of: text, among: ranked), in: text)
    }

    // MARK: - Private

    /// What the words of a sentence say of its language.
    private struct Sentence {
        let number: Int
        var sum = SIMD16<Int32>.zero
        /// In small letters: lines of names are in no language.
        var plainWords = 0
    }

    /// Of an entry that has sentences in two languages.
    private static let fewestWordsOfTwo = 8
    /// Of a sentence that alone is enough to say that an entry is in two languages.
    private static let fewestPlainWords = 4
    /// Natural logarithm of odds, as are all leads: from here on a sentence is surely in another language.
    private static let leastSureLead = 8.0
    /// A sentence whose languages are as near as this is in that of the sentence before.
    private static let leastLead = 2.0

    /// The likeliest of all languages, where we listen in it: a German sentence of a Polish post is none
    /// of ours, though it is more like an English one than like a Polish one.
    private func homeLane(of sentence: Sentence) -> Int? {
        let scores = SIMD16<Double>(sentence.sum) * LanguageModel.step + latin.advantages
        let likeliest = scores.indices.max { scores[$0] < scores[$1] }
        return likeliest.flatMap { latin.areHome[$0] ? $0 : nil }
    }

    private func lead(of lane: Int, over other: Int, _ sentence: Sentence) -> Double {
        Double(sentence.sum[lane] - sentence.sum[other]) * LanguageModel.step
    }

    /// By lane, how many words stand in its sentences.
    private func counts(of fields: [Words], among lanes: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: lanes.count)
        for words in fields {
            let languages = languages(of: words, among: lanes)
            for word in words where word.kind == .word { counts[languages[word.sentence]] += 1 }
        }
        return counts
    }

    /// By sentence, the place of its language among the lanes.
    private func languages(of words: Words, among lanes: [Int]) -> [Int] {
        var languages = [Int](repeating: 0, count: (words.last?.sentence ?? -1) + 1)
        var last = 0
        forEachSentence(of: words) { sentence in
            let ranked = lanes.indices.sorted {
                (-sentence.sum[lanes[$0]], $0) < (-sentence.sum[lanes[$1]], $1)
            }
            if lead(of: lanes[ranked[0]], over: lanes[ranked[1]], sentence) >= Self.leastLead {
                last = ranked[0]
            }
            languages[sentence.number] = last
        }
        return languages
    }

    /// Names of brands and words in other letters than Latin ones say nothing.
    private func forEachSentence(of words: Words, _ body: (Sentence) -> Void) {
        guard let first = words.first else { return }
        var sentence = Sentence(number: first.sentence)
        for index in words.indices {
            let word = words[index]
            if word.sentence != sentence.number {
                body(sentence)
                sentence = Sentence(number: word.sentence)
            }
            guard word.kind == .word, words.isLatin(index),
                !(word.isCapitalized && names.hasMatch(in: words, at: index))
            else { continue }
            sentence.sum &+= SIMD16<Int32>(
                truncatingIfNeeded: latin.model.weights(of: index, in: words))
            if !word.isCapitalized { sentence.plainWords += 1 }
        }
        body(sentence)
    }
}

extension Words {
    /// Whether a word begins with a letter of the Latin script.
    fileprivate func isLatin(_ index: Int) -> Bool {
        switch foldedBytes[self[index].foldedRange.lowerBound] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), 0xC3...0xC9: true
        default: false
        }
    }
}
