import Foundation
import Model
import RuleLoading

/// Reads a file of corrections, JSON Lines as a digest's page saves them.
struct CorrectionsFile {
    /// Those that can be read, with their lines.
    let corrections: [(line: Int, correction: Correction)]
    /// The lines that cannot, with what is wrong.
    let refused: [ReviewReport.Refusal]

    init(_ data: Data, rules: Rules) {
        var corrections: [(line: Int, correction: Correction)] = []
        var refused: [ReviewReport.Refusal] = []
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy(isSpace) {
            do {
                let row = try Row(Data(line))
                corrections.append((index + 1, try row.correction(rules)))
            } catch {
                refused.append(ReviewReport.Refusal(line: index + 1, message: error.message))
            }
        }
        self.corrections = corrections
        self.refused = refused
    }
}

// MARK: - Private

private struct LineMistake: Error {
    let message: String
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D || byte == 0x09 }

/// One line as it is written.
private struct Row: Decodable {
    /// A number, or what a digest calls a mention: `4711-acme`.
    private let entry: LineID
    private let brand: String
    private let field: String
    private let was: String?
    private let `is`: String?
    private let note: String?
    private let rules: String?
    private let digest: String?

    init(_ line: Data) throws(LineMistake) {
        guard String(validating: line, as: UTF8.self) != nil else {
            throw LineMistake(message: "not UTF-8; save the file as UTF-8")
        }
        do {
            self = try JSONDecoder().decode(Row.self, from: line)
        } catch {
            throw LineMistake(
                message:
                    "not a correction; write {\"entry\": 4711, \"brand\": \"acme\", \"field\": "
                    + "\"tone\", \"was\": \"negative\", \"is\": \"positive\"}")
        }
    }

    func correction(_ rules: Rules) throws(LineMistake) -> Correction {
        guard let number = entry.entryNumber else {
            throw LineMistake(message: "'entry' has no number; write that of the mention, as 4711")
        }
        guard let field = Correction.Field(rawValue: field) else {
            throw LineMistake(message: "unknown field '\(field)'; write brand, tone or category")
        }
        try check(
            brand, among: rules.brands.map(\.id.value), "unknown brand '\(brand)'",
            "rules/brands.yaml has none such")
        let was = stated(was) ?? (field == .brand ? brand : nil)
        let right = stated(self.is)
        guard was != nil || right != nil else {
            throw LineMistake(message: "neither 'was' nor 'is'; write what the tag should be")
        }
        switch field {
        case .brand: try checkBrands(was, right, rules)
        case .tone: try checkTones(was, right)
        case .category: try checkCategory(right, rules)
        }
        return Correction(
            entry: number, brand: Brand.ID(brand), field: field, was: was, is: right,
            note: stated(note), rules: self.rules, digest: digest)
    }

    private func checkBrands(_ was: String?, _ right: String?, _ rules: Rules) throws(LineMistake) {
        guard was == brand else {
            throw LineMistake(
                message: "'was' is not 'brand'; write the brand that is wrong in both")
        }
        guard let right else { return }
        try check(
            right, among: rules.brands.map(\.id.value), "unknown brand '\(right)' in 'is'",
            "write one of rules/brands.yaml, or nothing where it is none")
    }

    private func checkTones(_ was: String?, _ right: String?) throws(LineMistake) {
        for (name, tone) in [("was", was), ("is", right)] {
            guard let tone else {
                throw LineMistake(
                    message: "'\(name)' has no tone; write the wrong one in 'was' and the "
                        + "right one in 'is'")
            }
            guard Sentiment.Label(rawValue: tone) != nil else {
                throw LineMistake(
                    message: "unknown tone '\(tone)'; write positive, neutral, negative, mixed "
                        + "or undecided")
            }
        }
    }

    private func checkCategory(_ right: String?, _ rules: Rules) throws(LineMistake) {
        guard let right else { return }
        try check(
            right, among: rules.categories.map(\.id.value), "unknown category '\(right)' in 'is'",
            "write one of rules/categories.yaml, or nothing where it is none")
    }

    /// - Parameter advice: for an id that is like none of the known ones.
    private func check(
        _ id: String, among known: [String], _ complaint: String, _ advice: String
    ) throws(LineMistake) {
        guard !known.contains(id) else { return }
        let near = Suggestion.nearest(to: id, in: known).map { "did you mean '\($0)'?" }
        throw LineMistake(message: "\(complaint); \(near ?? advice)")
    }

    private func stated(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty || $0 == "none" ? nil : $0 }
    }
}

extension LineID {
    fileprivate var entryNumber: Int64? {
        switch self {
        case .number(let number): number
        case .text(let text): Int64(text.prefix { $0 != "-" })
        }
    }
}
