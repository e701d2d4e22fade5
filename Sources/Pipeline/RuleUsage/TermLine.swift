import Model

/// A term of the rules, and where the line stands that it is of.
protocol TermOfLine {
    var term: String { get }
    var place: FileLocation { get }
}

extension LexiconEntry: TermOfLine {}

extension Category.Keyword: TermOfLine {}

/// A line of a lexicon or of a list of keywords, whose words may have alternatives, with all terms that it
/// stands for.
struct TermLine<Term: TermOfLine> {
    let terms: ArraySlice<Term>

    /// The first of its terms, which differs from the others in its words alone.
    let first: Term

    private init(_ first: Term, _ terms: ArraySlice<Term>) {
        self.terms = terms
        self.first = first
    }

    /// As it is written: `apka|strona klękła|leży`.
    ///
    /// Since each choice among the alternatives is a term once, they are what the terms have in the same
    /// place.
    var text: String {
        guard terms.count > 1 else { return first.term }
        var positions: [[Substring]] = []
        for term in terms {
            for (position, word) in term.term.split(separator: " ").enumerated() {
                if position == positions.count { positions.append([]) }
                if !positions[position].contains(word) { positions[position].append(word) }
            }
        }
        return positions.map { $0.joined(separator: "|") }.joined(separator: " ")
    }

    /// - Parameter terms: In the order of the file, which the lines have as well.
    static func all(of terms: [Term]) -> [TermLine] {
        var lines: [TermLine] = []
        var rest = terms[...]
        while let first = rest.first {
            let line = rest.prefix { $0.place == first.place }
            lines.append(TermLine(first, line))
            rest = rest.dropFirst(line.count)
        }
        return lines
    }
}
