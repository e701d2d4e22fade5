import Foundation

/// One attested form of a word: a line of a table of forms, `form lemma upos feats count`, with the
/// tags of Universal Dependencies (universaldependencies.org/format.html).
struct MorphologyRow {
    let form: String
    let lemma: String
    /// `PROPN`, `NOUN` and so on.
    let wordClass: String
    /// `Case`, `Number` and so on, with their values.
    let features: [Substring: Substring]

    /// `nil` for a line of another shape, such as the header.
    init?(line: Substring) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count == 5, Int(cells[4]) != nil else { return nil }
        form = String(cells[0])
        lemma = String(cells[1])
        wordClass = String(cells[2])
        let pairs = cells[3].split(separator: "|").map { $0.split(separator: "=") }
        features = Dictionary(
            pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) },
            uniquingKeysWith: { one, _ in one }
        )
    }

    static func read(_ file: URL) throws -> [MorphologyRow] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .compactMap(MorphologyRow.init)
    }

    var isSingular: Bool { features["Number"] == "Sing" }

    /// As the inflector names it: `sg gen`; `nil` where the row does not tell.
    var slot: String? {
        guard let number = features["Number"], let grammaticalCase = features["Case"] else {
            return nil
        }
        return (number == "Sing" ? "sg " : "pl ") + grammaticalCase.lowercased()
    }
}
