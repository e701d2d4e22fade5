import Model
import Tokenizing

/// Whom an entry blames or praises as somebody who is spoken to, or of whom the writer tells.
extension Analysis {
    /// Whom blame is said to, or who is blamed by somebody that tells of themselves; `nil` where a report does, or
    /// something is praised beside it.
    ///
    /// Who praises something beside it mostly tells of other troubles: "I hate Mondays, your coffee helps".
    func blamed(in tone: Sentiment) -> (reading: Reading, words: Range<Int>)? {
        guard tone.label == .negative,
            !tone.evidence.contains(where: { $0.weight >= Self.plainWord })
        else { return nil }
        return addressee
            ?? (tone.evidence.contains { $0.weight < -Self.plainWord } ? brandOfTeller : nil)
    }

    /// The same of praise, where nothing is blamed.
    func praised(in tone: Sentiment) -> (reading: Reading, words: Range<Int>)? {
        guard tone.label == .positive,
            !tone.evidence.contains(where: { $0.weight <= -Self.plainWord })
        else { return nil }
        return addressee
            ?? (tone.evidence.contains { $0.weight > Self.plainWord } ? brandOfTeller : nil)
    }

    // MARK: - Private

    /// The weight of a word that praises or, without its sign, blames.
    private static let plainWord = 1.0

    /// The only brand named, where it is first, if somebody tells of themselves or speaks to somebody.
    private var brandOfTeller: (reading: Reading, words: Range<Int>)? {
        let named = readings.flatMap { reading in
            reading.brands.filter { !$0.isTopic }.map { (reading: reading, place: $0) }
        }
        guard let first = named.first, let speech = vocabulary.grammar.speech,
            named.allSatisfy({ $0.place.brand == first.place.brand }),
            readings.indices.contains(where: { isTold(in: $0, speech) })
        else { return nil }
        return (first.reading, first.place.words)
    }

    /// Whether a word outside quotation marks is of the first or second person.
    private func isTold(in number: Int, _ speech: Speech) -> Bool {
        let words = readings[number].words
        var rest = layout(of: number).hasQuotes ? words.quotations[...] : []
        return words.indices.contains { index in
            while let next = rest.first, next.upperBound <= index { rest.removeFirst() }
            guard words[index].kind == .word, !(rest.first?.contains(index) ?? false) else {
                return false
            }
            let word = words.folded(index)
            return speech.persons.contains(word) || speech.inflection?.isOwnVerb(word) ?? false
        }
    }
}
