import Model
import Tokenizing

/// What a report attributes to a brand in a language that declines names, as Polish and Latvian do.
///
/// "„To fatalny plan” – powiedział rzecznik Zefirnetu", "– To fatalny plan – powiedział", "Według Zefirnetu plan
/// jest fatalny", "Jak podaje Zefirnet, plan jest fatalny", "Zefirnet twierdzi, że plan jest fatalny", "Pēc
/// Zefirnet domām plāns ir slikts".
///
/// Less is taken for a statement than in English, as customers tell such things too: whoever stands beside the
/// name must be somebody who speaks for a company ("klient Zefirnetu powiedział" is of a customer), what was
/// said follows a comma and `że` or `ka` and begins with no verb or preposition ("że miał fatalny rok" is of
/// Zefirnet), and speakers who speak of themselves anywhere in it have said nothing of others.
struct Attributions {
    private let reading: Reading
    private let layout: Layout
    private let speech: Speech
    private let inflection: Speech.Inflection
    /// In reading order, none overlapping.
    private let quotations: [Range<Int>]

    init(
        _ reading: Reading, _ layout: Layout, _ speech: Speech, _ inflection: Speech.Inflection
    ) {
        self.reading = reading
        self.layout = layout
        self.speech = speech
        self.inflection = inflection
        let spoken = Self.dialogue(in: reading)
        let quoted = layout.hasQuotes ? reading.words.quotations : []
        quotations = (spoken + quoted.filter { !Self.overlaps($0, spoken) })
            .sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Nobody tells what was done to them: outside quotations, no word is of the first or second person, none is
    /// a handle or an emoji.
    var isReport: Bool {
        var rest = quotations[...]
        for index in reading.words.indices {
            while let next = rest.first, next.upperBound <= index { rest.removeFirst() }
            if rest.first?.contains(index) ?? false { continue }
            switch reading.words[index].kind {
            case .handle, .emoji: return false
            case .word:
                let word = reading.words.folded(index)
                if speech.persons.contains(word) || inflection.isOwnVerb(word) { return false }
            case .hashtag, .link, .mark: continue
            }
        }
        return true
    }

    /// What stands in the sentence of a name, or in the quotation before it.
    func statements(of place: Reading.BrandPlace) -> [Range<Int>] {
        let source = Source(place, reading, layout, speech, inflection)
        let sentence = layout.sentence(at: place.words.lowerBound)
        guard !sentence.isQuestion, sentence.exclamationMarks == 0 else { return [] }
        if let views = source.views {
            return views.filter { isOfOthers($0, source, speech.speakers) }
        }
        let quoted = quoted(by: source)
        let told = quoted.isEmpty ? told(by: source) : []
        return quoted.filter { isOfOthers($0, source, speech.selves) }
            + told.filter { isOfOthers($0, source, speech.speakers) }
    }

    // MARK: - Private

    /// Words of what is spoken between dashes.
    private static let longestDialogue = 100
    /// "To fatalny błąd klienta".
    private static let customerReach = 4

    /// Whatever begins with a dash and its sentence and goes on to one that a verb of saying follows, as books
    /// and newspapers print who speaks.
    private static func dialogue(in reading: Reading) -> [Range<Int>] {
        let words = reading.words
        var found: [Range<Int>] = []
        var start: Int?
        for index in words.indices where words.isDash(index) {
            if let begun = start, index - begun <= longestDialogue,
                reading.hasFrame(.saying, in: index + 1..<index + 2)
            {
                found.append(begun..<index)
                start = nil
            } else if index == 0 || words[index].sentence != words[index - 1].sentence {
                start = index
            }
        }
        return found
    }

    private static func overlaps(_ words: Range<Int>, _ others: [Range<Int>]) -> Bool {
        let next = others.partitioningIndex { $0.upperBound > words.lowerBound }
        return next < others.count && others[next].overlaps(words)
    }

    /// Right before the verb and who speaks, or behind them and a colon.
    private func quoted(by source: Source) -> [Range<Int>] {
        guard let verb = source.verbBefore ?? source.verbBehind,
            source.hasRole || !source.isColloquial
        else { return [] }
        let first = min(source.start(ofVerb: verb), source.words.lowerBound)
        var end = first
        while end > 0, reading.words.isPause(end - 1) { end -= 1 }
        let next = quotations.partitioningIndex { $0.upperBound >= end }
        if next < quotations.count, quotations[next].upperBound == end,
            source.verbBefore != nil || end < first && source.endsStatement(verb + 1)
        {
            return [quotations[next].suffix(Statements.longest)]
        }
        let colon = max(verb + 1, source.words.upperBound)
        guard source.isSubject, !source.isColloquial, colon < reading.words.count,
            reading.words.isMark(colon, ":")
        else { return [] }
        let behind = quotations.partitioningIndex { $0.lowerBound > colon }
        guard behind < quotations.count, quotations[behind].lowerBound == colon + 1 else {
            return []
        }
        return [quotations[behind].prefix(Statements.longest)]
    }

    /// "Plan jest fatalny, powiedział Zefirnet", "Jak podaje Zefirnet, plan jest fatalny", "Zefirnet twierdzi, że
    /// plan jest fatalny".
    private func told(by source: Source) -> [Range<Int>] {
        guard !source.isColloquial else { return [] }
        if let verb = source.verbBefore { return told(source, before: verb) }
        guard let verb = source.verbBehind, source.isSubject else { return [] }
        let comma = source.end(ofVerb: verb)
        guard comma < source.sentence.upperBound, reading.words.isMark(comma, ","),
            source.isReporting(comma + 1)
        else { return [] }
        let content = source.untilTurn(comma + 2)
        return namesSubject(content) && !isOfCustomer(content, claimedBy: verb)
            ? [verb..<content.upperBound] : []
    }

    /// "Zefirnet twierdzi, że odbiorca podał zły adres", "że to wina klienta": whoever tells that was told it.
    private func isOfCustomer(_ words: Range<Int>, claimedBy verb: Int) -> Bool {
        inflection.claiming.contains(reading.words.folded(verb))
            && words.prefix(Self.customerReach)
                .contains { inflection.customers.contains(reading.words.folded($0)) }
    }

    private func told(_ source: Source, before verb: Int) -> [Range<Int>] {
        let sentence = source.sentence
        let start = source.start(ofVerb: verb)
        let isLikened =
            start > sentence.lowerBound && reading.words.folded(start - 1) == inflection.likening
        let first = isLikened ? start - 1 : start
        let content: Range<Int>
        if first == sentence.lowerBound {
            let comma = source.words.upperBound
            guard isLikened, sentence.contains(comma), reading.words.isMark(comma, ",") else {
                return []
            }
            content = source.untilTurn(comma + 1)
        } else {
            guard reading.words.isPause(first - 1) else { return [] }
            content = source.clause(before: first - 1)
        }
        return namesSubject(content) ? [content] : []
    }

    /// "Miał fatalny rok" is said of who says it.
    private func namesSubject(_ words: Range<Int>) -> Bool {
        guard let first = words.first(where: { reading.words[$0].kind == .word }) else {
            return false
        }
        return !inflection.omitsSubject(reading.words.folded(first))
    }

    private func isOfOthers(_ words: Range<Int>, _ source: Source, _ speakers: Set<String>) -> Bool
    {
        !words.isEmpty
            && !words.contains { index in
                guard !source.words.contains(index), reading.words[index].kind == .word else {
                    return false
                }
                let word = reading.words.folded(index)
                return reading.brand(at: index)?.brand == source.brand || speakers.contains(word)
                    || inflection.isOfSpeaker(word)
            }
    }
}
