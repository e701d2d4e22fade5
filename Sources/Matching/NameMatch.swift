import Tokenizing

/// A place where a form stands that is looked for, whichever brand's.
struct NameMatch {
    /// How a name is written.
    enum Writing {
        /// As it, or a form of it, stands in the rules.
        case asListed
        /// The same without accents, or otherwise in its apostrophes, hyphens or full stops.
        case respelled
        /// One word with a `#` before it that the rules do not have.
        case hashtag
        /// The same, of several words.
        case joinedHashtag
        /// Several words as one, without a `#`, `ZielonyNet`: the capitals within tell where they begin.
        case joined
        /// With what joins its words written otherwise, `Fig and Fern`: their capitals tell that they are a
        /// name.
        case inCapitals

        /// What was written, to be compared with what is looked for.
        func name(in word: String) -> String {
            switch self {
            case .asListed, .respelled, .joined, .inCapitals: word
            case .hashtag, .joinedHashtag: String(word.dropFirst())
            }
        }

        /// Of two brands' names in one place the lesser counts: what the rules list goes before another
        /// spelling of it, and that before the rest.
        var rank: Int {
            switch self {
            case .asListed: 0
            case .respelled: 1
            case .hashtag, .joinedHashtag, .joined, .inCapitals: 2
            }
        }

        /// Why the words are not taken for a name written so; `nil` where they are.
        func rejection(of place: Range<Int>, in words: Words) -> String? {
            switch self {
            case .asListed, .respelled, .hashtag, .joinedHashtag: nil
            case .joined:
                words.written(place.lowerBound).hasCapitalsWithin
                    ? nil : "has no capitals within that tell where its words begin"
            case .inCapitals:
                words[place].count(where: \.isCapitalized) > 1
                    ? nil : "has no capitals that tell a name"
            }
        }
    }

    /// Indices into the words of a field.
    let words: Range<Int>
    /// The number of the form.
    let form: Int
    let writing: Writing
}

extension String {
    /// A capital behind the first letter, and small letters too: `ZielonyNet`.
    fileprivate var hasCapitalsWithin: Bool {
        dropFirst().contains(where: \.isUppercase) && contains(where: \.isLowercase)
    }
}
