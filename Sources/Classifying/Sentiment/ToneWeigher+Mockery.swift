import Model
import Tokenizing

/// Praise beside a sign that mocks.
extension ToneWeigher {
    /// Turns what is praised in a sentence with a sign that mocks, "so you have great vans, Zefirnet 🙄", where the
    /// entry is about a brand.
    ///
    /// The sign stands at an end of its sentence, as one among the words is of what it stands beside, "the clown 🤡 was
    /// great"; one that begins a sentence ends the one before. Where a sign of praise stands in the field, too, it is
    /// meant, and so is what stands before a contrast: "great vans, Zefirnet, but my bus is late 🙄".
    mutating func turnMocked() {
        let mocked = mockedSentences
        guard !mocked.isEmpty else { return }
        for index in first..<tones.count where tones[index].weight > 0 {
            let word = tones[index].words.lowerBound
            let sentence = layout.clauses[layout.clause(at: word)].sentence
            guard mocked.contains(sentence),
                layout.sentences[sentence].contrast.map({ word >= $0 }) ?? true
            else { continue }
            tones[index].weight = (tones[index].weight * Self.mocked).rounded(decimals: 4)
        }
    }

    // MARK: - Private

    private static let mocked = -0.7
    /// Names, marks and signs between a sign and an end of its sentence.
    private static let signReach = 8
    /// Of three judged posts with one of these and a word of praise, but no sign of it, two blame and none praises.
    private static let mockingSigns: Set<String> = ["🙄", "🙃", "🤡"]

    private var mockedSentences: Set<Int> {
        // Copied out, as a closure that holds all of this costs a copy.
        let terms = vocabulary.toneTerms
        var sentences: Set<Int> = []
        for tone in tones[first...] where terms[tone.term].isSign {
            if tone.weight > 0 { return [] }
            guard Self.mockingSigns.contains(terms[tone.term].text) else { continue }
            let number = layout.clauses[layout.clause(at: tone.words.lowerBound)].sentence
            let words = layout.words(of: layout.sentences[number])
            guard
                !hasWords((words.lowerBound..<tone.words.lowerBound).suffix(Self.signReach))
                    || !hasWords((tone.words.upperBound..<words.upperBound).prefix(Self.signReach))
            else { continue }
            sentences.insert(number)
            if number > 0, reading.words[words.lowerBound].kind == .emoji {
                sentences.insert(number - 1)
            }
        }
        return sentences
    }

    private func hasWords(_ range: Range<Int>) -> Bool {
        range.contains { reading.words[$0].kind == .word && !reading.isName($0) }
    }
}
