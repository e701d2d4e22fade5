import Model
import Tokenizing

/// What is wrong with the terms that tell tone.
struct LexiconLint {
    private let lexicons: [Lexicon]

    init(_ rules: Rules) {
        lexicons = rules.lexicons
    }

    var findings: [RuleFinding] { errors + lexicons.flatMap(warnings) }

    /// Those alone that no run works with.
    var errors: [RuleFinding] {
        lexicons.flatMap { $0.entries.compactMap { TermLint($0.term).finding(at: $0.place) } }
    }

    // MARK: - Private

    private func warnings(of lexicon: Lexicon) -> [RuleFinding] {
        // By their places: there are tens of thousands, nearly all of them faultless.
        var first = [TermPattern: Int](minimumCapacity: lexicon.entries.count)
        var findings: [RuleFinding] = []
        for (place, entry) in lexicon.entries.enumerated() {
            let lint = TermLint(entry.term)
            if let finding = broadness(of: entry, lint) { findings.append(finding) }
            if let finding = quotes(around: entry) { findings.append(finding) }
            let pattern = lint.pattern
            if let other = first[pattern] {
                findings.append(finding(entry, lexicon.entries[other]))
            } else {
                first[pattern] = place
            }
        }
        return findings
    }

    /// Particles such as `nie` have a part of their own; only a tone must not be in most texts.
    private func broadness(of entry: LexiconEntry, _ lint: TermLint) -> RuleFinding? {
        guard case .weight(let weight) = entry.role, weight != 0, entry.term.utf8.last == Self.star,
            let reason = lint.broadness,
            entry.term.allSatisfy({ $0.isLetter || $0 == "*" })
        else { return nil }
        return RuleFinding(
            .broadTerm, .warning, "'\(entry.term)' \(reason) and gives it a tone; write more of it",
            at: entry.place)
    }

    /// What spreadsheets put around a cell that has a comma in it; around a word they may be meant.
    private func quotes(around entry: LexiconEntry) -> RuleFinding? {
        guard entry.term.utf8.first == UInt8(ascii: "\""),
            entry.term.utf8.last == UInt8(ascii: "\""),
            entry.term.contains(",")
        else { return nil }
        return RuleFinding(
            .queryInName, .warning,
            "term '\(entry.term)' is found between its marks alone; write it without them",
            at: entry.place)
    }

    private static let star = UInt8(ascii: "*")

    private func finding(_ entry: LexiconEntry, _ other: LexiconEntry) -> RuleFinding {
        if case .weight(let one) = entry.role, case .weight(let another) = other.role,
            one * another < 0
        {
            return RuleFinding(
                .contradictoryWeight, .warning,
                "'\(entry.term)' weighs \(one) here and '\(other.term)' \(another) at "
                    + "\(other.place), which are one term; keep one of the two", at: entry.place)
        }
        return RuleFinding(
            .duplicateTerm, .warning,
            "'\(entry.term)' finds what '\(other.term)' at \(other.place) finds; keep one of the two",
            at: entry.place)
    }
}
