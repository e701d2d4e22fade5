import Model
import Tokenizing

/// The words and two-word phrases of an entry's text, each once, without brand names and stop words.
///
/// Case forms of a word are one term, which the text has as the first of them. Titles are left out,
/// because in a forum all answers repeat the title, whatever they say themselves. Terms are kept as
/// hashes of their stems, since most are looked at once and never shown.
struct EntryTerms {
    /// A word, or two of them with nothing but space between.
    struct Term {
        let hash: UInt64
        /// Places in the text.
        fileprivate let words: ClosedRange<Int>
    }

    private(set) var words: [Term] = []
    private(set) var phrases: [Term] = []
    private let text: Words

    /// In the order of their hashes, so that of two that are alike otherwise it is always the same one
    /// that comes first.
    init(_ entry: HeardEntry, reader: inout TermReader) {
        self.init(all: entry, &reader)
        words = words.eachOnce
        phrases = phrases.eachOnce
    }

    /// In reading order, for counting them one by one: most texts are read for nothing else, and to
    /// sort their terms took a third of the time.
    init(_ entry: HeardEntry, reader: inout TermReader, seen: inout SeenTerms) {
        self.init(all: entry, &reader)
        seen.words.beginText()
        words.removeAll { !seen.words.insert($0.hash) }
        seen.phrases.beginText()
        phrases.removeAll { !seen.phrases.insert($0.hash) }
    }

    /// With those that come again.
    private init(all entry: HeardEntry, _ reader: inout TermReader) {
        text = Words(of: entry.text)
        words.reserveCapacity(text.count)
        phrases.reserveCapacity(text.count)
        var names = entry.tags.mentions.map(\.mention).filter { $0.field == .text }.map(\.range)
            .sorted { $0.lowerBound < $1.lowerBound }[...]
        var last: Last?
        for index in text.indices where !Negators.isCut(text, before: index) {
            let isCut = Negators.isCut(text, before: index + 1)
            // Names and words both come in reading order.
            let range = text[index].range
            names = names.drop { $0.upperBound <= range.lowerBound }
            if isCut {
                last = Last(index: index, isNegator: true)
            } else if let name = names.first, range.overlaps(name) {
                last = nil
            } else {
                last = add(index, reader.reading(of: index, in: text), after: last)
            }
        }
    }

    func string(of term: Term) -> String {
        let last = text.folded(term.words.upperBound)
        guard term.words.count > 1 else { return last }
        let first = term.words.lowerBound
        let ending = Negators.isCut(text, before: first + 1) ? "'t" : ""
        return "\(text.folded(first))\(ending) \(last)"
    }

    /// Where a term stands in the text.
    struct Place {
        /// In Unicode scalars.
        let range: Range<Int>
        /// The number of its sentence.
        let sentence: Int
    }

    /// Where the terms that are wanted stand first, in reading order.
    func places(where isWanted: (String) -> Bool) -> [Place] {
        (words + phrases).filter { isWanted(string(of: $0)) }
            .map { term in
                Place(
                    range: text.scalarRange(Range(term.words)),
                    sentence: Int(text[term.words.lowerBound].sentence))
            }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The number of the sentence that a range of the text begins in.
    func sentence(of range: Range<Int>) -> Int? {
        text.first { $0.range.overlaps(range) }.map { Int($0.sentence) }
    }

    // MARK: - Private

    /// What a phrase may go on from.
    private struct Last {
        let index: Int
        /// Of the stem.
        var hash: UInt64 = 0
        let isNegator: Bool
    }

    /// Adds a word, and the phrase that it ends.
    ///
    /// A punctuation mark, a stop word, a name or the end of a sentence interrupts a phrase. A negated
    /// word is not a term by itself: “działa” says the opposite of “nie działa”.
    private mutating func add(
        _ index: Int, _ reading: TermReader.Reading, after last: Last?
    ) -> Last? {
        let word = text[index]
        guard reading.kind != .other else { return nil }
        if reading.kind == .negator {
            return Last(index: index, hash: reading.hash, isNegator: true)
        }
        let before = last.flatMap { text[$0.index].sentence == word.sentence ? $0 : nil }
        if let before {
            phrases.append(
                Term(
                    hash: phraseHash(before, index, reading.hash), words: before.index...index))
        }
        if let before, before.isNegator { return nil }
        words.append(Term(hash: reading.hash, words: index...index))
        return Last(index: index, hash: reading.hash, isNegator: false)
    }

    /// By the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private func phraseHash(_ first: Last, _ last: Int, _ lastHash: UInt64) -> UInt64 {
        let isCut = Negators.isCut(text, before: first.index + 1)
        let firstHash = isCut ? text[first.index].hash : first.hash
        var mixed = firstHash &+ (isCut ? 0xD1B5_4A32_D192_ED03 : 0x9E37_79B9_7F4A_7C15)
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27) ^ lastHash) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension [EntryTerms.Term] {
    fileprivate var eachOnce: Self {
        var once: Self = []
        // Of several forms, as the text has the first.
        let inOrder = sorted {
            ($0.hash, $0.words.lowerBound) < ($1.hash, $1.words.lowerBound)
        }
        for term in inOrder where once.last?.hash != term.hash {
            once.append(term)
        }
        return once
    }
}

/// Tells which words are content, and remembers it: most words come again.
struct TermReader {
    enum Kind {
        case content, negator, other
    }

    struct Reading {
        let kind: Kind
        /// Of the stem, where the word is content.
        let hash: UInt64
    }

    private var known: [UInt64: Reading] = [:]

    mutating func reading(of index: Int, in words: Words) -> Reading {
        let word = words[index]
        guard word.kind == .word || word.kind == .hashtag else {
            return Reading(kind: .other, hash: word.hash)
        }
        if let reading = known[word.hash] { return reading }
        let term = words.folded(index)
        let kind = Self.kind(of: term)
        let stem = kind == .content ? Words(of: TermStem.stem(of: term)).first?.hash : nil
        let reading = Reading(kind: kind, hash: stem ?? word.hash)
        known[word.hash] = reading
        return reading
    }

    // MARK: - Private

    private static func kind(of term: String) -> Kind {
        if Negators.contain(term) { return .negator }
        let isContent =
            term.count >= 3 && term.contains(where: \.isLetter) && !StopWords.all.contains(term)
        return isContent ? .content : .other
    }
}

/// Words that turn the one behind them into its opposite, in the languages we read.
private enum Negators {
    static func contain(_ term: String) -> Bool { all.contains(term) }

    /// Whether an apostrophe cuts a word like “doesn’t” before this one, its `t`.
    static func isCut(_ words: Words, before index: Int) -> Bool {
        guard index > 0, index < words.endIndex, !words[index].followsSpace,
            words[index].range.lowerBound == words[index - 1].range.upperBound + 1
        else { return false }
        let bytes = words.foldedBytes
        return bytes[words[index].foldedRange].elementsEqual([UInt8(ascii: "t")])
            && bytes[words[index - 1].foldedRange].last == UInt8(ascii: "n")
    }

    private static let all: Set = ["nie", "ne", "nav", "not"]
}
