/// The keywords that tell tone in one language, as `rules/sentiment/<language>.tsv` lists them.
package struct Lexicon: Hashable, Sendable {
    package let language: LanguageCode
    package let entries: [LexiconEntry]

    package init(language: LanguageCode, entries: [LexiconEntry]) {
        self.language = language
        self.entries = entries
    }
}

/// What one line of a lexicon lists, a word, `stem*`, phrase, emoticon or emoji, and what it does; a line whose
/// words have alternatives lists several, all with its place.
package struct LexiconEntry: Hashable, Sendable {
    package enum Role: Hashable, Sendable {
        /// Adds to the tone, −4 … 4. 0 takes the words out of account: `war zone`, `no problem`.
        case weight(Double)
        /// Turns round the tone of what follows within a few words: `not`, `nie`, `nav`.
        case negator
        /// Multiplies the tone of what stands beside it: `very` 1.5, `slightly` 0.5.
        case modifier(Double)
        /// What follows counts more than what went before: `but`, `ale`, `bet`.
        case contrast
        /// What follows is wished for, not felt: `would be`, `gdyby`, `būtu`.
        case wish
    }

    package let term: String
    package let role: Role
    package let note: String?
    package let place: FileLocation

    package init(term: String, role: Role, note: String? = nil, place: FileLocation) {
        self.term = term
        self.role = role
        self.note = note
        self.place = place
    }

    /// Whether the note begins with `smile`: a smiling face or a heart, which says how a thing is meant and
    /// not how it is.
    package var isSmile: Bool {
        note.map { $0 == Self.smile || $0.hasPrefix(Self.smile + ":") } ?? false
    }

    private static let smile = "smile"
}
