/// A topic people talk about, as one item of `rules/categories.yaml` describes it.
///
/// A category is given when the weights of its keywords found in the text, plus the tone's weight
/// where the tone fits, reach 1, and its query, if there is one, is met.
package struct Category: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Category>

    /// A word, `stem*` or phrase that speaks for a category, or against it.
    package struct Keyword: Hashable, Sendable {
        package let term: String
        /// Below zero speaks against the category.
        package let weight: Double
        package let place: FileLocation

        package init(term: String, weight: Double, place: FileLocation) {
            self.term = term
            self.weight = weight
            self.place = place
        }
    }

    /// What a text's tone speaks for a category, or against it.
    package struct Tone: Hashable, Sendable {
        package let label: Sentiment.Label
        /// Below zero speaks against the category, unless a keyword gives it alone.
        package let weight: Double

        package init(label: Sentiment.Label, weight: Double) {
            self.label = label
            self.weight = weight
        }
    }

    package let id: ID
    package let name: String
    /// What an analyst reads in the handbook.
    package let meaning: String?
    /// What the team does with a mention of this category.
    package let nextStep: String?
    /// The same three in other languages, as far as the rules have them.
    package let translations: [LanguageCode: Translation]
    /// The severity a mention of this category starts from.
    package let severity: Severity
    /// Keywords of each language; those under `und` are looked for in every text.
    package let keywords: [LanguageCode: [Keyword]]
    /// One a label.
    package let tones: [Tone]
    package let query: Query?
    package let examples: Examples
    package let place: FileLocation
    package let queryPlace: FileLocation?

    package init(
        id: ID, name: String, meaning: String? = nil, nextStep: String? = nil,
        translations: [LanguageCode: Translation] = [:], severity: Severity = .normal,
        keywords: [LanguageCode: [Keyword]] = [:], tones: [Tone] = [], query: Query? = nil,
        examples: Examples = .none, place: FileLocation, queryPlace: FileLocation? = nil
    ) {
        self.id = id
        self.name = name
        self.meaning = meaning
        self.nextStep = nextStep
        self.translations = translations
        self.severity = severity
        self.keywords = keywords
        self.tones = tones
        self.query = query
        self.examples = examples
        self.place = place
        self.queryPlace = queryPlace
    }
}

/// What people read of a rule, in one language; `nil` where the rules do not have it.
package struct Translation: Hashable, Sendable {
    package var name: String?
    package var meaning: String?
    package var nextStep: String?

    package init(name: String? = nil, meaning: String? = nil, nextStep: String? = nil) {
        self.name = name
        self.meaning = meaning
        self.nextStep = nextStep
    }
}

extension Category {
    /// Those looked for in texts of a language: its own, and those of every language.
    package func keywords(in language: LanguageCode) -> [Keyword] {
        (keywords[language] ?? []) + (keywords[.undetermined] ?? [])
    }
}

extension Category.Keyword {
    /// Whether it decides alone, for the category or against it: such a one was set by a person who
    /// meant it so, and nothing is learnt beside it.
    package var isKeptFromLearning: Bool { weight.magnitude >= 1 }
}

extension Category.ID {
    /// Marked entries are kept, and left out of every count.
    package static let spam: Self = "spam"
}

/// How urgent a mention is.
package enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
    case low, normal, high, critical

    package static func < (one: Self, other: Self) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int {
        switch self {
        case .low: 0
        case .normal: 1
        case .high: 2
        case .critical: 3
        }
    }
}
