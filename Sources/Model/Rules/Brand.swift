/// Whom we listen for, as one item of `rules/brands.yaml` describes it.
package struct Brand: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Brand>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case own, competitor, topic
    }

    /// Whether a name is declined, and how.
    package enum Inflection: String, Sendable, CaseIterable {
        case polish = "pl"
        case latvian = "lv"
        case none
    }

    /// Words of which one must stand near a name for it to be the brand.
    package struct Context: Hashable, Sendable {
        package let anyOf: [String]
        /// In words, to either side of the name.
        package let within: Int

        package init(anyOf: [String], within: Int) {
            self.anyOf = anyOf
            self.within = within
        }
    }

    package let id: ID
    package let name: String
    package let kind: Kind
    /// Brands of one market compete with each other, and so do all that state none.
    package let market: String?
    /// What the market is called in each language, as far as any brand of it says; empty where all have
    /// it in one alone.
    package var marketNames: [LanguageCode: String] = [:]
    /// Every name it goes by, handles and hashtags included, in the base form.
    package let names: [String]
    /// The languages whose case forms are generated.
    package let inflections: [Inflection]
    /// Forms that count besides those of the names, as they stand.
    package let forms: [String]
    /// Forms that a name would take and that do not count.
    package let struckForms: [String]
    /// Phrases in which a name does not count, since they name something else.
    package let exceptions: [String]
    package let isCaseSensitive: Bool
    /// Whether, besides being case-sensitive, it distrusts a capital that any word would have in that
    /// place: at the beginning of a sentence, or among words in capitals.
    package let isStrictOnCase: Bool
    /// A name does not count beside another capitalised word, with which it may be a longer name.
    package let isStandalone: Bool
    /// Whether a form counts as well when it is typed without its accents: `Zolcia` for `Żółcią`.
    package let isFoundWithoutAccents: Bool
    /// Whether a form counts as well when it is written as a hashtag, `#ZielonyNet` for `Zielony Net`;
    /// else only the hashtags among the names do.
    package let isFoundAsHashtag: Bool
    /// Sources whose every entry is about it, whether or not it names it: its reviews, its letter box.
    package let sources: [Source.ID]
    /// Narrows the names: an entry must meet it besides naming the brand.
    package let query: Query?
    package let context: Context?
    package let examples: Examples
    package let place: FileLocation
    /// Where the parts stand that have lines of their own.
    package let places: [Part: FileLocation]

    /// What a message about a brand may point at.
    package enum Part: Hashable, Sendable {
        case name(String)
        case form(String)
        case struckForm(String)
        case exception(String)
        case contextWord(String)
        case source(Source.ID)
        case query, market
    }

    package init(
        id: ID, name: String, kind: Kind = .own, market: String? = nil, names: [String],
        inflections: [Inflection] = [], forms: [String] = [], struckForms: [String] = [],
        exceptions: [String] = [], isCaseSensitive: Bool = false, isStrictOnCase: Bool = false,
        isStandalone: Bool = false, isFoundWithoutAccents: Bool = true,
        isFoundAsHashtag: Bool = true, sources: [Source.ID] = [],
        query: Query? = nil, context: Context? = nil, examples: Examples = .none,
        place: FileLocation, places: [Part: FileLocation] = [:]
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.market = market
        self.names = names
        self.inflections = inflections
        self.forms = forms
        self.struckForms = struckForms
        self.exceptions = exceptions
        self.isCaseSensitive = isCaseSensitive
        self.isStrictOnCase = isStrictOnCase
        self.isStandalone = isStandalone
        self.isFoundWithoutAccents = isFoundWithoutAccents
        self.isFoundAsHashtag = isFoundAsHashtag
        self.sources = sources
        self.query = query
        self.context = context
        self.examples = examples
        self.place = place
        self.places = places
    }

    /// Where a part stands, or the brand as a whole.
    package func place(of part: Part) -> FileLocation {
        places[part] ?? place
    }
}

/// Texts that a rule promises to match, and texts that it promises not to.
package struct Examples: Hashable, Sendable {
    package struct Example: Hashable, Sendable {
        package let text: String
        package let place: FileLocation

        package init(text: String, place: FileLocation) {
            self.text = text
            self.place = place
        }
    }

    package let match: [Example]
    package let noMatch: [Example]

    package init(match: [Example], noMatch: [Example]) {
        self.match = match
        self.noMatch = noMatch
    }

    package static let none = Examples(match: [], noMatch: [])
}
