import Foundation
package import Model

/// A file of what was learnt, as `earshot rules learn` writes it into a rules folder: whose texts it was
/// learnt from, what a line means, and a line a term.
package struct LearntFile: Sendable {
    /// What it was learnt from.
    package struct Origin: Sendable {
        /// Whose texts they are and under which licence, a line each.
        let credits: [String]
        /// How many of each set.
        let texts: [(set: String, count: Int)]

        /// - Parameter credits: may have several lines each, as a licence has.
        package init(credits: [String], texts: [(set: String, count: Int)]) {
            self.credits = credits.flatMap {
                $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                    .map(String.init)
            }
            self.texts = texts
        }
    }

    package let text: String
    /// From the folder of the rules on.
    private let path: String

    /// `rules/sentiment/learnt/<language>.tsv`.
    package init(_ learnt: LearntTone, from origin: Origin) {
        path = learnt.path
        text = Self.text(
            by: "earshot rules learn", from: origin,
            explaining: Self.toneExplanation
                + (learnt.capitals == nil ? [] : Self.capitalsExplanation)
                + (learnt.length == nil ? [] : Self.lengthExplanation),
            lines: [
                Self.line("=threshold", learnt.threshold),
                Self.line("=keywords", learnt.keywords),
                Self.line("=opposition", learnt.opposition),
            ] + (learnt.capitals.map { [Self.line("=capitals", $0)] } ?? [])
                + (learnt.length.map { [Self.line("=length", $0)] } ?? []) + [""]
                + learnt.entries.map { Self.line($0.term, $0.weights) })
    }

    /// `rules/sentiment/adapted/<language>.tsv`.
    package init(_ adaptation: ToneAdaptation, from origin: Origin) {
        path = adaptation.path
        text = Self.text(
            by: "earshot rules learn", from: origin, explaining: Self.adaptationExplanation,
            lines: [Self.line("=threshold", adaptation.threshold), ""]
                + adaptation.entries.map { Self.line($0.term, $0.weights) })
    }

    /// `rules/learnt/<category>.<language>.tsv`.
    package init(_ learnt: LearntKeywords, from origin: Origin) {
        path = learnt.path
        text = Self.text(
            by: "earshot rules learn --category \(learnt.category)", from: origin,
            explaining: Self.keywordExplanation,
            lines: learnt.keywords.map { "\($0.term)\t\(Self.number($0.weight))" })
    }

    /// Writes the file into a rules folder and tells where.
    package func write(to workspace: Workspace) throws(RunError) -> String {
        let path = "\(workspace.path)/rules/\(path)"
        try WholeFile(path: path).write(Data(text.utf8), permissions: 0o640)
        return path
    }

    // MARK: - Private

    private static let toneExplanation = [
        "One line a term: what it says for praise, a tab, what it says for blame, beside what the lexicon",
        "says. Below 0 it speaks against. In a text of n words, nine at least, a weight counts 1/√n, once.",
        "A term that speaks against both belongs to plain statements. A side is taken when the lexicon's",
        "keywords for it (=keywords times their strength, less =opposition times that of the other side's)",
        "and the weights reach its =threshold. Change or remove lines as you like; learning anew writes the",
        "file anew. To keep a term out for good, give its line in the lexicon a note that begins with",
        "`fixed`.",
    ]

    private static let capitalsExplanation = [
        "=capitals is what a text says whose words all begin with a capital, those apart that begin its",
        "sentences; where a half of them do, half of it counts.",
    ]

    private static let lengthExplanation = [
        "=length is up to how many words the lexicon's keywords of a side count in full in a whole text; in",
        "one of n words, more than that, they count √(=length/n) of their weights.",
    ]

    private static let adaptationExplanation = [
        "What these texts change of rules/sentiment/learnt: a line a term, and what it adds to what the term",
        "says for praise, a tab, and for blame; =threshold adds to what a side must reach. Change or remove",
        "lines as you like, or the whole file; learning again writes it anew. To keep a term out for good,",
        "give its line in the lexicon a note that begins with `fixed`.",
    ]

    private static let keywordExplanation = [
        "One line a term: what it says for the category, beside what its keywords say; below 0 it speaks",
        "against it. In a text of n words, nine at least, a weight counts 1/√n, once; the category is given",
        "when all weights reach 1, as ever. Change or remove lines as you like; learning anew writes the",
        "file anew. To keep a term as you want it, make it a keyword of the category.",
    ]

    private static func text(
        by command: String, from origin: Origin, explaining explanation: [String], lines: [String]
    ) -> String {
        let sets = origin.texts.map { "\($0.set) (\($0.count.counted("text")))" }
            .joined(separator: ", ")
        let credits = origin.credits + (origin.credits.isEmpty ? [] : [""])
        let head = ["Learnt by `\(command)` from \(sets).", ""] + credits + explanation
        let comments = head.map { $0.isEmpty ? "#" : "# \($0)" }
        return (comments + [""] + lines).joined(separator: "\n") + "\n"
    }

    private static func line(_ term: String, _ sides: LearntTone.Sides) -> String {
        "\(term)\t\(number(sides.praise))\t\(number(sides.blame))"
    }

    /// A weight of at most two decimals, with none too many.
    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
