package import Model
import RuleLoading

/// What a person types behind `earshot search`.
package struct SearchWords: Sendable {
    private let words: [String]

    /// - Parameter words: As the shell hands them over.
    package init(_ words: [String]) {
        self.words = words
    }

    /// The query they make; `nil` for none.
    ///
    /// An argument of several plain words was quoted in the shell, and is a phrase.
    ///
    /// - Throws: `badInput` that points at what is wrong.
    package var query: SearchQuery? {
        get throws(RunError) {
            guard !words.isEmpty else { return nil }
            let terms = words.map { Self.isPlain($0) ? "\"\($0)\"" : $0 }
            do {
                return try SearchQuery(
                    try QueryParser.parse(
                        terms.joined(separator: " "), at: FileLocation(file: "the search")))
            } catch let error as RuleError {
                if case .query(.unknownMacro(let name, _), _) = error.mistake {
                    throw .badInput(
                        "a search knows no macros such as '$\(name)'; write what it stands for")
                }
                throw .badInput(error.description)
            } catch let refusal as SearchQuery.Refusal {
                throw .badInput(refusal.description)
            } catch {
                throw .bug("\(error)")
            }
        }
    }

    // MARK: - Private

    private static let operators: Set<Substring> = ["AND", "OR", "NOT"]

    /// Whether an operator of another language stands between the words: "zefirnet LUB kawka".
    ///
    /// In a phrase of capitals alone, "TO NIE DZIAŁA", it is a word, and `I` is one of English.
    private static func holdsForeignOperator(_ argument: String, _ parts: [Substring]) -> Bool {
        argument != argument.uppercased()
            && parts.dropFirst().dropLast().contains { part in
                part.count > 1 && part == part.uppercased()
                    && Query.foreignOperator(String(part)) != nil
            }
    }

    /// Whether a word is left out by a sign in front, as other searches have it: `-prąd`, `!prąd`.
    private static func isForeignExclusion(_ part: Substring) -> Bool {
        guard let sign = part.first, "-!".contains(sign) else { return false }
        return part.dropFirst().first?.isLetter ?? false
    }

    /// Whether an argument is words and nothing of the language.
    private static func isPlain(_ argument: String) -> Bool {
        let parts = argument.split(separator: " ")
        return parts.count > 1 && !holdsForeignOperator(argument, parts)
            && parts.allSatisfy { part in
                !operators.contains(part) && !part.lowercased().hasPrefix("near/")
                    && !isForeignExclusion(part)
                    && part.allSatisfy { !"\"*(){}:$".contains($0) }
            }
    }
}
