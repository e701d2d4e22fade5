import Model
import Tokenizing

/// Cuts the sentence around a mention out of an entry, and marks the words that counted.
struct SnippetCutter {
    /// How far a snippet may reach to either side of the mention, in Unicode scalars.
    private static let reach = (before: 140, after: 220)

    private let mention: BrandMention
    private let place: Mention
    private let scalars: [Unicode.Scalar]

    /// Takes the first place in the text; in the title, where the text does not name the brand.
    init(_ mention: BrandMention) {
        self.mention = mention
        let places = mention.places.map(\.mention)
        place = places.first { $0.field == .text } ?? places[0]
        let entry = mention.entry
        let string = place.field == .text ? entry.text : entry.title ?? ""
        scalars = Array(string.unicodeScalars)
    }

    var snippet: Snippet {
        let name = place.range.clamped(to: 0..<scalars.count)
        let whole = place.field == .title ? scalars.indices : sentence(around: name)
        let cut = shortened(whole, around: name)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[cut])
        return Snippet(
            field: place.field, text: String(text), isCutAtStart: cut.lowerBound > whole.lowerBound,
            isCutAtEnd: cut.upperBound < whole.upperBound, marks: marks(in: cut))
    }

    // MARK: - Private

    private func sentence(around name: Range<Int>) -> Range<Int> {
        let words = Words(of: mention.entry.text)
        guard let named = words.first(where: { $0.range.overlaps(name) }) else { return name }
        let inside = words.indices.filter { words[$0].sentence == named.sentence }
        guard let first = inside.first, let last = inside.last else { return name }
        return words.scalarRange(first..<last + 1).clamped(to: scalars.indices)
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

    private func marks(in cut: Range<Int>) -> [Snippet.Mark] {
        var marks: [Snippet.Mark] = []
        func mark(
            _ kind: Snippet.Mark.Kind, _ field: TextField, _ range: Range<Int>,
            weight: Double? = nil
        ) {
            guard field == place.field, cut.overlaps(range) else { return }
            let inside = range.clamped(to: cut)
            let mark = Snippet.Mark(
                kind: kind, start: inside.lowerBound - cut.lowerBound,
                end: inside.upperBound - cut.lowerBound, weight: weight)
            if !marks.contains(mark) { marks.append(mark) }
        }
        for place in mention.places { mark(.mention, place.mention.field, place.mention.range) }
        for word in mention.sentiment.evidence {
            mark(.tone, word.field, word.range, weight: word.weight)
        }
        for word in mention.entry.tags.categories.flatMap(\.evidence) {
            mark(.category, word.field, word.range)
        }
        return marks.sorted { $0.order < $1.order }
    }
}

extension Snippet.Mark {
    fileprivate var order: (Int, Int, String, Double) { (start, end, kind.rawValue, weight ?? 0) }
}
