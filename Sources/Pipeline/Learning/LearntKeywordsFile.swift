import Foundation
package import Model

/// `rules/learnt/<category>.<language>.tsv` as `earshot rules learn --category` writes it.
package struct LearntKeywordsFile: Sendable {
    private let learnt: LearntKeywords
    private let credits: [String]
    private let texts: [(set: String, count: Int)]

    /// - Parameters:
    ///   - credits: Whose texts they are and under which licence, a line each.
    ///   - texts: How many of each set.
    package init(
        _ learnt: LearntKeywords, credits: [String], texts: [(set: String, count: Int)]
    ) {
        self.learnt = learnt
        self.credits = credits
        self.texts = texts
    }

    package var text: String {
        let sets = texts.map { "\($0.set) (\($0.count) texts)" }.joined(separator: ", ")
        let head =
            ["Learnt by `earshot rules learn --category \(learnt.category)` from \(sets).", ""]
            + credits + (credits.isEmpty ? [] : [""]) + Self.explanation
        let lines =
            head.map { $0.isEmpty ? "#" : "# \($0)" } + [""]
            + learnt.keywords.map { "\($0.term)\t\(number($0.weight))" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Writes the file into a rules folder and tells where.
    package func write(to workspace: Workspace) throws(RunError) -> String {
        let path = "\(workspace.path)/rules/\(learnt.path)"
        try WholeFile(path: path).write(Data(text.utf8), permissions: 0o640)
        return path
    }

    // MARK: - Private

    private static let explanation = [
        "One line a term: what it says for the category, beside what its keywords say; below 0 it speaks",
        "against it. In a text of n words, nine at least, a weight counts 1/√n, once; the category is given",
        "when all weights reach 1, as ever. Change or remove lines as you like; learning anew writes the",
        "file anew. To keep a term as you want it, make it a keyword of the category.",
    ]

    /// At most two decimals, none too many.
    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
