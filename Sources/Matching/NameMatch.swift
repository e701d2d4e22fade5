import Tokenizing

/// A place where a form stands that is looked for, whichever brand's.
struct NameMatch {
    /// How a name is written.
    enum Writing {
        /// As it, or a form of it, stands in the rules.
        case asListed
        /// One word with a `#` before it that the rules do not have.
        case hashtag
        /// The same, of several words.
        case joinedHashtag

        /// What was written, to be compared with what is looked for.
        func name(in word: String) -> String {
            switch self {
            case .asListed, .joinedHashtag: word
            case .hashtag: String(word.dropFirst())
            }
        }
    }

    /// Indices into the words of a field.
    let words: Range<Int>
    /// The number of the form.
    let form: Int
    let writing: Writing
}
