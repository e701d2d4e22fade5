/// Everything the rules say of one entry: what `earshot tag` adds to a line.
package struct Tags: Hashable, Sendable {
    package let language: DetectedLanguage
    /// Tone of the whole text.
    package let sentiment: Sentiment
    /// By confidence, then id.
    package let categories: [CategoryTag]
    package let facets: FacetTags
    /// In reading order, title first.
    package let mentions: [TaggedMention]
    package let severity: Severity
    /// Why the severity is what it is: `category incident`, `rules/routing.yaml:40`.
    package let severityReason: String
    package let team: Team.ID
    package let teamReason: String

    package init(
        language: DetectedLanguage, sentiment: Sentiment, categories: [CategoryTag],
        facets: FacetTags = FacetTags(), mentions: [TaggedMention], severity: Severity,
        severityReason: String, team: Team.ID, teamReason: String
    ) {
        self.language = language
        self.sentiment = sentiment
        self.categories = categories
        self.facets = facets
        self.mentions = mentions
        self.severity = severity
        self.severityReason = severityReason
        self.team = team
        self.teamReason = teamReason
    }

    package var isSpam: Bool {
        categories.contains { $0.id == .spam }
    }
}

/// The language a text is in.
package struct DetectedLanguage: Hashable, Sendable {
    package let code: LanguageCode
    /// 0 … 1, two decimals.
    package let confidence: Double
    /// Those of sentences in another language that we listen in, that of most words first.
    package let also: [LanguageCode]

    package init(code: LanguageCode, confidence: Double, also: [LanguageCode] = []) {
        self.code = code
        self.confidence = confidence
        self.also = also
    }

    /// That of most of the text first.
    package var all: [LanguageCode] { [code] + also }
}

/// A category an entry was given, and what gave it.
package struct CategoryTag: Hashable, Sendable, Codable {
    package let id: Category.ID
    /// 0 … 1, two decimals.
    package let confidence: Double
    package let evidence: [CategoryEvidence]

    package init(id: Category.ID, confidence: Double, evidence: [CategoryEvidence]) {
        self.id = id
        self.confidence = confidence
        self.evidence = evidence
    }

    /// The same, with the first so many of what made it.
    package func keeping(first count: Int) -> CategoryTag {
        guard evidence.count > count else { return self }
        return CategoryTag(id: id, confidence: confidence, evidence: Array(evidence.prefix(count)))
    }
}

/// A keyword that spoke for a category.
package struct CategoryEvidence: Hashable, Sendable {
    /// Where the rule stands: `rules/categories.yaml:31`.
    package let rule: String
    package let term: String
    package let field: TextField
    package let range: Range<Int>

    package init(rule: String, term: String, field: TextField = .text, range: Range<Int>) {
        self.rule = rule
        self.term = term
        self.field = field
        self.range = range
    }
}

/// A mention with the tone toward its brand.
package struct TaggedMention: Hashable, Sendable {
    package let mention: Mention
    package let sentiment: Sentiment
    /// Whether a person said what its tone is, in place of the rules.
    package let isToneCorrected: Bool

    package init(mention: Mention, sentiment: Sentiment, isToneCorrected: Bool = false) {
        self.mention = mention
        self.sentiment = sentiment
        self.isToneCorrected = isToneCorrected
    }
}
