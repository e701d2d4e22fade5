import Model
import Tokenizing

/// What brands are only reported to have said, which praises and blames others.
///
/// "“A terrible plan,” Zefirnet said", "The plan is terrible, according to Zefirnet", "Zefirnet said that the plan
/// was terrible". On the judged targets of English news, where speakers are named more often than anyone is
/// judged, it gained 2 points of macro-F1. Where names are declined, `Attributions` tells who speaks.
///
/// Up to where the speakers speak of themselves, "Zefirnet said that it had a terrible year", or a comma, behind which
/// the writer may: "Zefirnet says all is well, terrible". Only where a report speaks: who says `I` or `you` outside
/// quotation marks tells what the brand did to them. "Zefirnet told us to wait, terrible".
struct Statements {
    private let reading: Reading
    private let layout: Layout
    private let speech: Speech?
    /// By first word; they may overlap.
    private var made: [(brand: Brand.ID, words: Range<Int>)] = []

    init(in analysis: Analysis, reading number: Int) {
        reading = analysis.readings[number]
        layout = analysis.layout(of: number)
        speech = analysis.vocabulary.grammar.speech
        guard let speech, reading.allFrames.contains(.saying), !reading.brands.isEmpty else {
            return
        }
        if let inflection = speech.inflection {
            addAttributions(Attributions(reading, layout, speech, inflection))
        } else {
            addReported(speech)
        }
        made.sort { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// Whether a word is part of what a brand is reported to have said of others.
    func covers(_ word: Int, of brand: Brand.ID) -> Bool {
        guard !made.isEmpty else { return false }
        let end = made.partitioningIndex { $0.words.lowerBound > word }
        return made[..<end].reversed()
            .prefix { $0.words.lowerBound > word - Self.longest }
            .contains { $0.brand == brand && $0.words.contains(word) }
    }

    /// Words of a statement; what stands farther from its verb is not looked at.
    static let longest = 100

    // MARK: - Private

    /// Quotations before a verb: "“Bad,” it said, “but better than before,” Zefirnet added".
    private static let mostQuotations = 2
    /// Words between the verb and the name behind it: "said the operator Zefirnet".
    private static let nameReach = 2
    /// Words between the name and its verb, besides what is put in between commas: "has also".
    private static let verbReach = 2
    private static let insertionReach = 12
    /// Words from a comma to the name that it parts from what is said.
    private static let commaReach = 3
    /// Words from who speaks of a brand to its name: "customers of the shop Zefirnet".
    private static let outsiderReach = 4
    /// Words from an article to what was written: "wrote a long and terrible letter".
    private static let utteranceReach = 4
    private static let articles: Set<String> = ["a", "an", "another", "one"]

    private mutating func addAttributions(_ attributions: Attributions) {
        let found = reading.brands.filter { !$0.isTopic }.flatMap { place in
            attributions.statements(of: place).map { (brand: place.brand, words: $0) }
        }
        if !found.isEmpty, attributions.isReport { made = found }
    }

    private mutating func addReported(_ speech: Speech) {
        let quotations = layout.hasQuotes ? reading.words.quotations : []
        guard isReport(speech, besides: quotations) else { return }
        for place in reading.brands where !place.isTopic && !isOfOutsiders(place, speech) {
            let behind = verb(behind: place, speech)
            let before = verb(before: place, speech)
            guard behind != nil || before != nil else { continue }
            for words in self.quotations(before: place, among: quotations) {
                add(words, of: place.brand, to: speech.selves)
            }
            for words in reported(by: place, speech, behind, before) {
                add(words, of: place.brand, to: speech.speakers)
            }
        }
    }

    private func isReport(_ speech: Speech, besides quotations: [Range<Int>]) -> Bool {
        var rest = quotations[...]
        for index in reading.words.indices where reading.words[index].kind == .word {
            while let next = rest.first, next.upperBound <= index { rest.removeFirst() }
            if rest.first?.contains(index) ?? false { continue }
            if speech.persons.contains(reading.words.folded(index)) { return false }
        }
        return true
    }

    /// Up to where the speakers speak of themselves.
    private mutating func add(_ words: Range<Int>, of brand: Brand.ID, to speakers: Set<String>) {
        let ofOthers = words.prefix {
            reading.brand(at: $0)?.brand != brand && !speakers.contains(reading.words.folded($0))
        }
        if !ofOthers.isEmpty { made.append((brand, ofOthers)) }
    }

    /// Those that end in the sentence of a name, before it.
    private func quotations(before place: Reading.BrandPlace, among all: [Range<Int>])
        -> [Range<Int>]
    {
        let start = place.words.lowerBound
        let sentence = layout.words(of: layout.sentence(at: start))
        let end = all.partitioningIndex { $0.upperBound > start }
        return all[..<end].suffix(Self.mostQuotations)
            .filter { sentence.contains($0.upperBound - 1) }
            .map { $0.suffix(Self.longest) }
    }

    /// What stands before or behind a verb of saying, in the sentence of the name.
    private func reported(
        by place: Reading.BrandPlace, _ speech: Speech, _ behind: Int?, _ before: Int?
    ) -> [Range<Int>] {
        let start = place.words.lowerBound
        let sentence = layout.words(of: layout.sentence(at: start))
        var found: [Range<Int>] = []
        if let comma = comma(before: min(start, before ?? start), in: sentence),
            before != nil || behind.map({ endsStatement($0, sentence, speech) }) ?? false
        {
            found.append((sentence.lowerBound..<comma).suffix(Self.longest))
        }
        if let behind {
            let told = endOfUtterance(behind: behind, in: sentence, speech) ?? behind
            let contrast = layout.sentence(at: start).contrast.flatMap { $0 > told ? $0 : nil }
            let said = (told..<(contrast ?? sentence.upperBound)).prefix(Self.longest)
            found.append(
                said.prefix { index in
                    !isMark(index, ",") || index == behind + 1
                        || index + 1 < said.upperBound
                            && speech.reporting.contains(reading.words.folded(index + 1))
                })
        }
        return found
    }

    /// Where the name of what was said ends, if it is named: "Zefirnet wrote a terrible letter to us all", which
    /// may tell then what is said, "about the terrible plan"; not "wrote a terrible letter was sent".
    private func endOfUtterance(
        behind verb: Int, in sentence: Range<Int>, _ speech: Speech
    ) -> Int? {
        let object = sentence.clamped(to: verb + 1..<verb + 2 + Self.utteranceReach)
            .prefix { reading.words[$0].kind == .word }
        guard let article = object.first, Self.articles.contains(reading.words.folded(article)),
            let noun = object.first(where: {
                speech.utterances.contains(reading.words.folded($0))
            })
        else { return nil }
        let next = noun + 1
        guard next < sentence.upperBound, reading.words[next].kind == .word else { return next }
        let word = reading.words.folded(next)
        return speech.circumstances.contains(word) || speech.aims.contains(word) ? next : nil
    }

    /// "Zefirnet said", "Zefirnet, the operator, has also said".
    private func verb(behind place: Reading.BrandPlace, _ speech: Speech) -> Int? {
        let start = place.words.lowerBound
        let sentence = layout.words(of: layout.sentence(at: start))
        var next = place.words.upperBound
        if next < sentence.upperBound, isMark(next, ",") {
            let inserted = (next + 1..<sentence.upperBound).prefix(Self.insertionReach)
            if let end = inserted.first(where: { isMark($0, ",") }) { next = end + 1 }
        }
        let helping = (min(next, sentence.upperBound)..<sentence.upperBound)
            .prefix(Self.verbReach)
            .prefix { speech.helping.contains(reading.words.folded($0)) }
        next += helping.count
        return next < sentence.upperBound && isSaying(next) ? next : nil
    }

    /// "Customers of Zefirnet said", "said a Zefirnet customer".
    private func isOfOutsiders(_ place: Reading.BrandPlace, _ speech: Speech) -> Bool {
        let start = place.words.lowerBound
        let sentence = layout.words(of: layout.sentence(at: start))
        let before = sentence.clamped(to: start - Self.outsiderReach..<start).reversed()
            .prefix { reading.words[$0].kind == .word }
        let next = place.words.upperBound
        return before.contains { speech.outsiders.contains(reading.words.folded($0)) }
            || next < sentence.upperBound && speech.outsiders.contains(reading.words.folded(next))
    }

    /// "Said Zefirnet", "according to Zefirnet"; not "told Zefirnet" or "said of Zefirnet".
    private func verb(before place: Reading.BrandPlace, _ speech: Speech) -> Int? {
        let start = place.words.lowerBound
        let sentence = layout.words(of: layout.sentence(at: start))
        for index in sentence.clamped(to: start - Self.nameReach - 1..<start).reversed() {
            guard reading.words[index].kind != .mark else { return nil }
            if isSaying(index) {
                let isOfBrand =
                    speech.addressing.contains(reading.words.folded(index))
                    || speech.aims.contains(reading.words.folded(index + 1))
                return isOfBrand ? nil : index
            }
        }
        return nil
    }

    private func isSaying(_ index: Int) -> Bool {
        reading.hasFrame(.saying, in: index..<index + 1)
    }

    private func comma(before start: Int, in sentence: Range<Int>) -> Int? {
        let before = sentence.clamped(to: start - Self.commaReach - 1..<start)
        guard let mark = before.last(where: { reading.words[$0].kind == .mark }), isMark(mark, ",")
        else { return nil }
        return mark
    }

    private func endsStatement(_ verb: Int, _ sentence: Range<Int>, _ speech: Speech) -> Bool {
        let next = verb + 1
        return next >= sentence.upperBound || reading.words[next].kind == .mark
            || speech.circumstances.contains(reading.words.folded(next))
    }

    private func isMark(_ index: Int, _ mark: String) -> Bool {
        reading.words.isMark(index, mark)
    }
}
