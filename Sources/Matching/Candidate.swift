import Model
import Querying
import Tokenizing

/// A place where a name stands, before it is decided whether it counts.
struct Candidate {
    /// Index into the brands.
    let brand: Int
    let field: TextField
    /// Indices into the words of the field.
    let words: Range<Int>
    let writing: NameMatch.Writing
    /// Whether it is written as the name is, and not only in capitals throughout, which another brand's
    /// name may be too.
    let isAsWritten: Bool
    var rejection: String?

    func isSamePlace(as other: Candidate) -> Bool {
        brand == other.brand && field == other.field && words == other.words
    }

    /// In reading order, the title first, the longer of two that begin together first.
    static func isRead(_ one: Candidate, before other: Candidate) -> Bool {
        one.order < other.order
    }

    private var order: (Int, Int, Int, Int) {
        (field == .title ? 0 : 1, words.lowerBound, -words.upperBound, brand)
    }
}

extension QueriedText {
    func words(of field: TextField) -> Words {
        switch field {
        case .title: title
        case .text: text
        }
    }
}
