package import Model

/// What can be wrong in a row of a lexicon, or a keyword, that stands for several terms.
package enum AlternativesMistake: Hashable, Sendable, CustomStringConvertible {
    /// In a word.
    case misplacedSign(String)
    /// An alternative in a word.
    case twice(String, in: String)
    case tooMany(limit: Int)
    /// A term and so many more of the row, which another row has as well.
    case termsTwice(String, more: Int, first: FileLocation)

    package var description: String {
        switch self {
        case .misplacedSign(let word):
            "'|' is misplaced in '\(word)'; write it between two words without spaces, as in one|other"
        case .twice(let alternative, let word):
            "'\(alternative)' stands twice in '\(word)'; keep one of the two"
        case .tooMany(let limit):
            "the line stands for more than \(limit) terms; part it into lines with fewer alternatives"
        case .termsTwice(let term, let more, let first):
            "'\(term)' and \(more) more of its terms stand already at \(first); keep them in one of the two"
        }
    }
}
