import Model
import Tokenizing

/// What an entry asks of a brand, or beside one: where the mark of the question stands.
///
/// Who looks for something and asks a brand may buy: "need tyres by Friday, can you?".
///
/// A question has two words at least beside names, ends with the mark and with no exclamation mark, and
/// asks for an answer: "are you kidding?" does not.
struct Asking {
    let reading: Int
    let mark: Int
    /// Its sentence names the brand, or the entry begins with the handle or speaks to the brand, or is about one
    /// without naming it.
    let isOfBrand: Bool
    /// A link follows that answers it, as under a headline.
    private let isTeaser: Bool
    /// The writer looks for something.
    private(set) var isSeeking = false

    /// What it counts for a question; what blames is often asked for no answer, as what a link
    /// follows is.
    private static let ofBrand = 1.0
    private static let inDoubt = 0.7
    private static let besideBrand = 0.6

    private static let leastWords = 2

    /// The first that is asked of a brand, or else the first of all; `nil` where there is none.
    init?(_ analysis: Analysis) {
        var first: Asking?
        for (number, reading) in analysis.readings.enumerated()
        where !reading.brands.isEmpty || analysis.isAboutUnnamed {
            let layout = analysis.layout(of: number)
            let isDirect = reading.isAddressed || analysis.isAboutUnnamed
            // In reading order, as the sentences are.
            var quoted = reading.words.quotedRanges[...]
            for sentence in layout.sentences where sentence.isQuestion {
                let words = layout.words(of: sentence)
                while let next = quoted.first, next.upperBound <= words.lowerBound {
                    quoted.removeFirst()
                }
                let isQuoted = quoted.first.map { $0.contains(words.lowerBound) } ?? false
                guard let mark = reading.mark(ofQuestion: words), !isQuoted, reading.isAsked(words)
                else { continue }
                let isOfBrand = isDirect || words.contains { reading.brand(at: $0) != nil }
                let asking = Asking(
                    reading: number, mark: mark, isOfBrand: isOfBrand,
                    isTeaser: reading.hasLink(behind: mark))
                if first.map({ !$0.isOfBrand && isOfBrand }) ?? true { first = asking }
                if isOfBrand { break }
            }
        }
        guard let first else { return nil }
        self = first
        isSeeking = isOfBrand && analysis.readings.contains(where: \.isSeeking)
    }

    func weight(_ tone: Sentiment) -> Double {
        guard isOfBrand else { return Self.besideBrand }
        return isTeaser || tone.label == .negative ? Self.inDoubt : Self.ofBrand
    }

    // MARK: - Private

    private init(reading: Int, mark: Int, isOfBrand: Bool, isTeaser: Bool) {
        self.reading = reading
        self.mark = mark
        self.isOfBrand = isOfBrand
        self.isTeaser = isTeaser
    }

    fileprivate static func isEnough(_ words: Int) -> Bool { words >= leastWords }
}

extension Analysis {
    /// Whom the entry speaks to: a brand that it begins with, or where none is named a handle that may be one's.
    var addressee: (reading: Reading, words: Range<Int>)? {
        if let reading = readings.first(where: \.isAddressed), let name = reading.brand(at: 0) {
            return (reading, name.words)
        }
        guard readings.allSatisfy({ $0.brands.isEmpty }) else { return nil }
        return readings.lazy.compactMap { reading in
            reading.handleSpokenTo.map { (reading, $0..<$0 + 1) }
        }.first
    }
}

extension Reading {
    /// Words that a handle spoken to stands among: "hey", "well done".
    private static let longestGreeting = 3

    /// Before the handle of somebody whose post is passed on.
    private static let crediting: Set<String> = ["rt", "via"]

    /// Begins with the handle of a brand, or with its name and a comma.
    var isAddressed: Bool {
        guard let first = brand(at: 0)?.words else { return false }
        if words[0].kind == .handle { return true }
        return first.upperBound < words.count && words.folded(first.upperBound) == ","
    }

    /// The handle among the first few words, "thanks @somebody for", or else the one that comes last.
    fileprivate var handleSpokenTo: Int? {
        words.indices.prefix(Self.longestGreeting).first(where: isHandleSpokenTo)
            ?? words.indices.last.flatMap { isHandleSpokenTo($0) ? $0 : nil }
    }

    private func isHandleSpokenTo(_ index: Int) -> Bool {
        words[index].kind == .handle
            && (index == 0 || !Self.crediting.contains(words.folded(index - 1)))
    }

    /// What is needed may be had, and not be done: "need to restart".
    fileprivate var isSeeking: Bool {
        guard allFunctions.contains(.seeking) else { return false }
        return words.indices.contains { index in
            functions[index].contains(.seeking)
                && (index + 1 == words.count || !functions[index + 1].isToAlone)
        }
    }

    /// The mark that a sentence ends with, where it is one of a question alone.
    fileprivate func mark(ofQuestion sentence: Range<Int>) -> Int? {
        var mark: Int?
        for index in sentence.reversed() {
            guard words[index].kind == .mark || words[index].kind == .emoji else { break }
            switch words.folded(index) {
            case "?": mark = index
            case "!": return nil
            default: continue
            }
        }
        return mark
    }

    fileprivate func hasLink(behind mark: Int) -> Bool {
        words[(mark + 1)...].first { $0.kind != .mark }?.kind == .link
    }

    fileprivate func isAsked(_ sentence: Range<Int>) -> Bool {
        reproach(in: sentence) == nil && Asking.isEnough(spokenWords(in: sentence))
    }

    /// Where a sentence with the mark of a question begins to ask for no answer: "are you kidding?";
    /// `nil` where it does not.
    func reproach(in sentence: Range<Int>) -> Int? {
        if let first = sentence.first(where: { functions[$0].contains(.rhetorical) }) {
            return first
        }
        guard spokenWords(in: sentence) == 1 else { return nil }
        return sentence.first { functions[$0].contains(.incredulous) }
    }

    private func spokenWords(in sentence: Range<Int>) -> Int {
        sentence.count { words[$0].kind == .word && brand(at: $0) == nil }
    }
}

extension Grammar.Function {
    /// "To", and not "for".
    fileprivate var isToAlone: Bool { contains(.to) && !contains(.looseTo) }
}
