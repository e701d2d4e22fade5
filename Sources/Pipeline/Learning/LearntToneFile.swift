import Foundation
package import Model

/// `rules/sentiment/learnt/<language>.tsv` as `earshot rules learn` writes it.
package struct LearntToneFile: Sendable {
    private let learnt: LearntTone
    private let credits: [String]
    private let texts: [(set: String, count: Int)]

    /// - Parameters:
    ///   - credits: Whose texts they are and under which licence, a line each.
    ///   - texts: How many of each set.
    package init(_ learnt: LearntTone, credits: [String], texts: [(set: String, count: Int)]) {
        self.learnt = learnt
        self.credits = credits
        self.texts = texts
    }

    package var text: String {
        let sets = texts.map { "\($0.set) (\($0.count) texts)" }.joined(separator: ", ")
        let head =
            [
                "Learnt by `earshot rules learn` from \(sets).",
                "",
            ] + credits + (credits.isEmpty ? [] : [""]) + Self.explanation
        let lines =
            head.map { $0.isEmpty ? "#" : "# \($0)" } + [
                "",
                line("=threshold", learnt.threshold), line("=keywords", learnt.keywords),
                line("=opposition", learnt.opposition), "",
            ]
            + learnt.entries.map { line($0.term, $0.weights) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Writes the file into a rules folder and tells where.
    package func write(to workspace: Workspace) throws(RunError) -> String {
        let path = "\(workspace.path)/rules/sentiment/learnt/\(learnt.language).tsv"
        try WholeFile(path: path).write(Data(text.utf8), permissions: 0o640)
        return path
    }

    // MARK: - Private

    private static let explanation = [
        "One line a term: what it says for praise, a tab, what it says for blame, beside what the lexicon",
        "says. Below 0 it speaks against. In a text of n words, nine at least, a weight counts 1/√n, once.",
        "A term that speaks against both belongs to plain statements. A side is taken when the lexicon's",
        "keywords for it (=keywords times their strength, less =opposition times that of the other side's)",
        "and the weights reach its =threshold. Change or remove lines as you like; learning anew writes the",
        "file anew. To keep a term out for good, give its line in the lexicon a note that begins with",
        "`fixed`.",
    ]

    private func line(_ term: String, _ sides: LearntTone.Sides) -> String {
        "\(term)\t\(number(sides.praise))\t\(number(sides.blame))"
    }

    /// At most two decimals, none too many.
    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
