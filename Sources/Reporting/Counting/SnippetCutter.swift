import Model
import Tokenizing

/// Cuts the sentence around a mention out of an entry, and marks the words that decided its tone.
///
/// If that sentence has no word of the mention's tone, the snippet goes on to the nearest sentence that
/// has one, as long as both fit: "Has anybody tried Kawka? Mine was mouldy." is negative because of its
/// end.
struct SnippetCutter {
    /// How far a snippet may reach to either side of the mention, in Unicode scalars.
    private static let reach = (before: 140, after: 220)

    private let mention: QuotedMention
    private let field: TextField
    /// What the snippet is cut around.
    private let center: Range<Int>
    /// What it is quoted for besides.
    private let terms: [Range<Int>]
    private let scalars: [Unicode.Scalar]

    /// Takes the first place in the text; in the title, where the text does not name the brand.
    init(_ mention: QuotedMention) {
        let places = mention.places.map(\.mention)
        let place = places.first { $0.field == .text } ?? places[0]
        self.init(mention, field: place.field, around: place.range)
    }

    /// Takes the first sentence of the text.
    ///
    /// - Returns: `nil` where the text names the brand, or has no words.
    init?(openingOf mention: QuotedMention) {
        guard mention.places.allSatisfy({ $0.mention.field == .title }),
            let first = Words(of: mention.entry.text).first
        else { return nil }
        self.init(mention, field: .text, around: first.range)
    }

    /// Takes the sentence of the text that a category was given for.
    ///
    /// - Returns: `nil` where the sentence around the mention has a word that spoke for it already, or no
    ///   other sentence has one.
    init?(_ mention: QuotedMention, for category: Model.Category.ID) {
        let tag = mention.entry.tags.categories.first { $0.id == category }
        let spoken = (tag?.evidence ?? []).filter { $0.field == .text }.map(\.range)
        let usual = Self(mention)
        guard let first = spoken.first,
            usual.field == .title || !spoken.contains(where: usual.cut.overlaps)
        else { return nil }
        self.init(mention, field: .text, around: first, terms: [first])
    }

    /// Takes the sentence of the text with these words in it.
    ///
    /// - Parameter terms: of one sentence, in reading order; not empty.
    init(_ mention: QuotedMention, holding terms: [Range<Int>]) {
        self.init(mention, field: .text, around: terms[0], terms: terms)
    }

    var snippet: Snippet {
        let (whole, cut) = (whole, cut)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[cut])
        return Snippet(
            field: field, text: String(text), isCutAtStart: cut.lowerBound > whole.lowerBound,
            isCutAtEnd: cut.upperBound < whole.upperBound, marks: marks(in: cut))
    }

    // MARK: - Private

    private var name: Range<Int> { center.clamped(to: 0..<scalars.count) }
    private var whole: Range<Int> {
        field == .title ? scalars.indices : sentence(around: name)
    }
    /// What of the whole is shown.
    private var cut: Range<Int> { shortened(whole, around: name) }

    private init(
        _ mention: QuotedMention, field: TextField, around center: Range<Int>,
        terms: [Range<Int>] = []
    ) {
        self.terms = terms
        self.mention = mention
        self.field = field
        self.center = center
        let string = field == .text ? mention.entry.text : mention.entry.title ?? ""
        scalars = Array(string.unicodeScalars)
    }

    private func sentence(around name: Range<Int>) -> Range<Int> {
        let words = Words(of: mention.entry.text)
        // A brand that the source makes understood is named by no word; then the snippet begins with
        // the text's strongest words.
        let named = name.isEmpty ? words.first : words.first { $0.range.overlaps(name) }
        guard let named else { return name }
        guard var own = words.sentence(named.sentence) else { return name }
        // A line that ends in a colon, "Kawka napisała:", says nothing without what it announces; nor
        // does what else stands above a review, such as its stars.
        let isOpening =
            words.folded(own.upperBound - 1) == ":"
            || own.allSatisfy { [.mark, .emoji].contains(words[$0].kind) }
        if isOpening, let next = words.sentence(behind: own) {
            own = own.lowerBound..<next.upperBound
        }
        let above = Appraisal(standingAbove: mention.entry.text).length
        while words.scalarRange(own).upperBound < above, let next = words.sentence(behind: own) {
            own = own.lowerBound..<next.upperBound
        }
        return words.scalarRange(reaching(from: own, in: words)).clamped(to: scalars.indices)
    }

    /// The words from the mention's own sentence to the nearest sentence that says why the mention has
    /// its tone.
    ///
    /// - Returns: `own` where that sentence says so itself, where the mention is not quoted for its
    ///   tone, and where the whole would not fit.
    private func reaching(from own: Range<Int>, in words: Words) -> Range<Int> {
        let place = words.scalarRange(own)
        let spoken = mention.sentiment.evidence.filter { $0.field == .text && speaks($0) }
            .map(\.range)
        guard terms.isEmpty, !spoken.contains(where: place.overlaps) else { return own }
        let fitting = name.lowerBound - Self.reach.before...name.upperBound + Self.reach.after
        // Each is looked up among all words, and a long text may have very many.
        let near = spoken.filter {
            fitting.contains($0.lowerBound) && fitting.contains($0.upperBound)
        }
        let wider = near.compactMap { range -> Range<Int>? in
            guard let word = words.first(where: { $0.range.overlaps(range) }),
                let sentence = words.sentence(word.sentence)
            else { return nil }
            let whole =
                min(own.lowerBound, sentence.lowerBound)..<max(own.upperBound, sentence.upperBound)
            let shown = words.scalarRange(whole)
            guard fitting.contains(shown.lowerBound), fitting.contains(shown.upperBound) else {
                return nil
            }
            return whole
        }
        return wider.min { $0.count < $1.count } ?? own
    }

    /// Whether a word is a reason for the mention's tone that a reader sees marked.
    private func speaks(_ word: SentimentEvidence) -> Bool {
        guard abs(word.weight) >= Self.leastMarked else { return false }
        return switch mention.sentiment.label {
        case .positive: word.weight > 0
        case .negative: word.weight < 0
        case .mixed: true
        case .neutral, .undecided: false
        }
    }

    private func shortened(_ sentence: Range<Int>, around name: Range<Int>) -> Range<Int> {
        var start = max(sentence.lowerBound, name.lowerBound - Self.reach.before)
        var end = min(sentence.upperBound, name.upperBound + Self.reach.after)
        if start > sentence.lowerBound {
            let space = scalars[start..<name.lowerBound].firstIndex { $0.properties.isWhitespace }
            start = space ?? start
        }
        if end < sentence.upperBound {
            let space = scalars[name.upperBound..<end].lastIndex { $0.properties.isWhitespace }
            end = space ?? end
        }
        return trimmed(start..<end)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, scalars[first].properties.isWhitespace {
            range.removeFirst()
        }
        while let last = range.last, scalars[last].properties.isWhitespace { range.removeLast() }
        return range
    }

    /// Lighter words counted as well, but a text with all of them marked would be hard to read.
    private static let leastMarked = 0.5

    private func marks(in cut: Range<Int>) -> [Snippet.Mark] {
        var marks: [Snippet.Mark] = []
        func mark(
            _ kind: Snippet.Mark.Kind, _ markedField: TextField, _ range: Range<Int>,
            weight: Double? = nil
        ) {
            guard markedField == field, cut.overlaps(range) else { return }
            let inside = range.clamped(to: cut)
            let mark = Snippet.Mark(
                kind: kind, start: inside.lowerBound - cut.lowerBound,
                end: inside.upperBound - cut.lowerBound, weight: weight)
            if !marks.contains(mark) { marks.append(mark) }
        }
        for place in mention.places { mark(.mention, place.mention.field, place.mention.range) }
        for word in mention.sentiment.evidence where abs(word.weight) >= Self.leastMarked {
            mark(.tone, word.field, word.range, weight: word.weight)
        }
        for word in mention.entry.tags.categories.flatMap(\.evidence) {
            mark(.category, word.field, word.range)
        }
        for term in terms { mark(.term, .text, term) }
        return marks.sorted { $0.order < $1.order }
    }
}

extension Words {
    /// The words of a sentence; `nil` where the text has no such sentence.
    fileprivate func sentence(_ number: Int) -> Range<Int>? {
        guard let first = indices.first(where: { self[$0].sentence == number }),
            let last = indices.last(where: { self[$0].sentence == number })
        else { return nil }
        return first..<last + 1
    }

    /// The words of the sentence that follows these; `nil` where the text ends with them.
    fileprivate func sentence(behind words: Range<Int>) -> Range<Int>? {
        words.upperBound < endIndex ? sentence(self[words.upperBound].sentence) : nil
    }
}

extension Snippet.Mark {
    fileprivate var order: (Int, Int, String, Double) { (start, end, kind.rawValue, weight ?? 0) }
}
