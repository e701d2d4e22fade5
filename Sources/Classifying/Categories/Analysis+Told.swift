import Model
import Tokenizing

extension Analysis {
    /// Whom blame is said to, or who is blamed by somebody that tells of themselves; `nil` where a report does, or
    /// something is praised beside it.
    ///
    /// Who praises something beside it mostly tells of other troubles: "I hate Mondays, your coffee helps".
    func blamed(in tone: Sentiment) -> Aim? {
        guard tone.label == .negative,
            !tone.evidence.contains(where: { $0.weight >= Self.plainWord })
        else { return nil }
        return spokenTo
            ?? brandOfTeller(in: tone.evidence.filter { $0.weight < -Self.plainWord }) { voice, _ in
                voice != .report
            }
    }

    /// The same of praise, where nothing is blamed and no advertisement speaks.
    func praised(in tone: Sentiment) -> Aim? {
        guard tone.label == .positive,
            !tone.evidence.contains(where: { $0.weight <= -Self.plainWord })
        else { return nil }
        return spokenTo
            ?? brandOfTeller(in: tone.evidence.filter { $0.weight > Self.plainWord }) {
                voice, brand in
                voice == .own || voice == .toHearers && brand.isCalled
            }
    }

    // MARK: - Private

    /// The weight of a word that praises or, without its sign, blames.
    private static let plainWord = 1.0

    private var spokenTo: Aim? {
        addressee.map { Aim(reading: $0.reading, words: $0.words, isSpokenTo: true) }
    }

    /// The only brand named, where a voice tells of it what is evidence.
    ///
    /// What is said before the sentence that names it is mostly of something else: "I love my dog. He waits outside
    /// Zefirnet." A name alone in its sentence says of what all of it is: "My internet is dead. #Zefirnet".
    private func brandOfTeller(
        in evidence: [SentimentEvidence], by isTeller: (Voice, Aim) -> Bool
    ) -> Aim? {
        let named = readings.indices.flatMap { number in
            readings[number].brands.filter { !$0.isTopic }.map { (number: number, place: $0) }
        }
        guard let first = named.first, let speech = vocabulary.grammar.speech,
            named.allSatisfy({ $0.place.brand == first.place.brand })
        else { return nil }
        let aim = Aim(
            reading: readings[first.number], words: first.place.words, isSpokenTo: false)
        let layout = layout(of: first.number)
        let sentence = layout.words(of: layout.sentence(at: aim.words.lowerBound))
        let start =
            aim.reading.isNameAlone(sentence)
            ? 0 : aim.reading.words[sentence.lowerBound].range.lowerBound
        let isTold = evidence.contains {
            $0.field == aim.reading.field
                ? $0.range.lowerBound >= start : aim.reading.field == .title
        }
        return isTold && isTeller(voice(speech), aim) ? aim : nil
    }

    /// Who speaks in an entry, by its words outside quotation marks.
    private enum Voice {
        /// Nobody tells of themselves.
        case report
        /// Who says "you" and no "I", as advertisements do: "our best for you".
        case toHearers
        /// Who says "I", or "we" and no "you".
        case own
    }

    private func voice(_ speech: Speech) -> Voice {
        var voice = Voice.report
        for (number, reading) in readings.enumerated() {
            let words = reading.words
            var rest = layout(of: number).hasQuotes ? words.quotations[...] : []
            for index in words.indices where words[index].kind == .word {
                while let next = rest.first, next.upperBound <= index { rest.removeFirst() }
                if rest.first?.contains(index) ?? false { continue }
                let word = words.folded(index)
                if speech.isAlone(word) { return .own }
                if speech.isHearer(word) {
                    voice = .toHearers
                } else if voice == .report, speech.isPerson(word) {
                    voice = .own
                }
            }
        }
        return voice
    }
}

extension Reading {
    /// Whether some words are but a brand's name, marks and signs, and topics.
    fileprivate func isNameAlone(_ range: Range<Int>) -> Bool {
        range.allSatisfy { isName($0) || words[$0].kind != .word }
    }
}

extension Aim {
    /// Whether it is called by name at a sentence's end: "your coffee is great, Kawka!".
    fileprivate var isCalled: Bool {
        let all = reading.words
        let (before, behind) = (words.lowerBound - 1, words.upperBound)
        return before >= 0 && all.folded(before) == ","
            && (behind == all.count || all[behind].sentence != all[before].sentence
                || all[behind].kind == .mark && all.folded(behind) != ","
                || all[behind].kind == .emoji)
    }
}
