/// What can be wrong in a row of a lexicon that stands for several terms.
package enum AlternativesMistake: Hashable, Sendable, CustomStringConvertible {
    /// In a word.
    case misplacedSign(String)
    /// An alternative in a word.
    case twice(String, in: String)
    case tooMany(limit: Int)

    package var description: String {
        switch self {
        case .misplacedSign(let word):
            "'|' is misplaced in '\(word)'; write it between two words without spaces, as in one|other"
        case .twice(let alternative, let word):
            "'\(alternative)' stands twice in '\(word)'; keep one of the two"
        case .tooMany(let limit):
            "the line stands for more than \(limit) terms; part it into lines with fewer alternatives"
        }
    }
}
