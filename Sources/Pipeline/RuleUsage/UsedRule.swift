package import Model

/// One rule whose use is counted: a brand or one of its names, a category or one of its keywords, a
/// route, a line of a lexicon; of what was learnt, all that stands together.
package struct UsedRule: Hashable, Sendable {
    package enum Kind: String, Sendable, Encodable, CaseIterable {
        case brand, name, source
        /// A word of which one must stand near a name.
        case contextWord = "context_word"
        /// A phrase in which a name does not count.
        case exception
        case struckForm = "struck_form"
        case category
        /// A value of a facet.
        case facet
        case location, keyword, query
        /// All that was learnt for a category.
        case learntKeywords = "learnt_keywords"
        case route, severity
        /// A line of a lexicon.
        case tone
        /// A file of what was learnt for a lexicon, or of what adapts that.
        case learntTone = "learnt_tone"

        /// Whether it counts in entries that mention no brand, too, which may be kept for a shorter time:
        /// how often it fired in the time before, nobody can tell.
        var keepsNamesOut: Bool { self == .exception || self == .struckForm }
    }

    package let kind: Kind
    /// What people know it by: an id, a name, a term, a team, a severity.
    package let name: String
    /// Whose part it is: `kawka`, `praise`, `touchpoint:app`, `location:gdansk`; `nil` for what stands
    /// for itself.
    package let owner: String?
    /// `nil` for what is of no language, or of every one.
    package let language: LanguageCode?
    /// Whether it speaks against what it is a part of.
    package let isAgainst: Bool
    package let place: FileLocation

    package init(
        _ kind: Kind, _ name: String, of owner: String? = nil, in language: LanguageCode? = nil,
        isAgainst: Bool = false, at place: FileLocation
    ) {
        self.kind = kind
        self.name = name
        self.owner = owner
        self.language = language == .undetermined ? nil : language
        self.isAgainst = isAgainst
        self.place = place
    }
}

extension UsedRule: Comparable {
    /// By kind, then as they stand in the files.
    package static func < (one: Self, other: Self) -> Bool {
        if one.kind != other.kind { return one.rank < other.rank }
        if one.place != other.place { return one.place < other.place }
        return (one.owner ?? "", one.name) < (other.owner ?? "", other.name)
    }

    private var rank: Int { Self.ranks[kind] ?? 0 }

    private static let ranks = Dictionary(
        uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
}
