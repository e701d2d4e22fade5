/// What a person says is wrong with a tag, and what is right: one line of a corrections file.
package struct Correction: Hashable, Sendable, Codable {
    package enum Field: String, Codable, Sendable, CaseIterable {
        case brand, tone, category
    }

    /// The number of the entry, which is never used twice.
    package let entry: Int64
    package let brand: Brand.ID
    package let field: Field
    /// The tag it had; `nil` for a category that is missing.
    package let was: String?
    /// The tag it should have; `nil` for one that it should not.
    package let `is`: String?
    package let note: String?
    /// The rules that gave the tag, as their digest names them.
    package let rules: String?
    /// The digest it was seen in.
    package let digest: String?

    package init(
        entry: Int64, brand: Brand.ID, field: Field, was: String?, is: String?,
        note: String? = nil, rules: String? = nil, digest: String? = nil
    ) {
        self.entry = entry
        self.brand = brand
        self.field = field
        self.was = was
        self.is = `is`
        self.note = note
        self.rules = rules
        self.digest = digest
    }

    /// Whether a reviewer found the tag right.
    package var isConfirmation: Bool { was == `is` }
}

extension Tags {
    /// The tags as people corrected them.
    ///
    /// A tone that a person gave has no words behind it, and only the score that its label stands for:
    /// ±0.5 or 0. Severity and team stay as the rules had them, since people have acted on them
    /// already.
    package func corrected(by corrections: [Correction]) -> Tags {
        let wrong = corrections.filter { !$0.isConfirmation }
        func verdict(_ field: Correction.Field, on brand: Brand.ID) -> Correction? {
            wrong.last { $0.field == field && $0.brand == brand }
        }
        // Each mention by the brand that the rules gave it, so that one verdict hides no other.
        let mentions = mentions.compactMap { mention -> TaggedMention? in
            let brand = mention.mention.brand
            let toned = verdict(.tone, on: brand).map(mention.toned(by:)) ?? mention
            guard let renamed = verdict(.brand, on: brand) else { return toned }
            return renamed.is.map { toned.naming(Brand.ID($0)) }
        }
        let ofCategories = wrong.filter { $0.field == .category }
        let gone = Set(ofCategories.compactMap(\.was))
        var categories = categories.filter { !gone.contains($0.id.value) }
        for right in ofCategories.compactMap(\.is)
        where !categories.contains(where: { $0.id.value == right }) {
            categories.append(CategoryTag(id: Category.ID(right), confidence: 1, evidence: []))
        }
        return Tags(
            language: language, sentiment: sentiment,
            categories: categories.sorted { ($1.confidence, $0.id) < ($0.confidence, $1.id) },
            facets: facets, mentions: mentions, severity: severity, severityReason: severityReason,
            team: team,
            teamReason: teamReason)
    }

    /// Whether the entry has the tag that a correction says it had.
    package func has(_ correction: Correction) -> Bool {
        let theirs = mentions.filter { $0.mention.brand == correction.brand }
        if theirs.isEmpty { return false }
        switch correction.field {
        case .brand: return correction.was == correction.brand.value
        case .tone: return theirs.contains { $0.sentiment.label.rawValue == correction.was }
        case .category: return correction.was.map(hasCategory) ?? !hasCategory(correction.is)
        }
    }

    package func hasCategory(_ id: String?) -> Bool {
        categories.contains { $0.id.value == id }
    }
}

extension TaggedMention {
    fileprivate func toned(by correction: Correction) -> TaggedMention {
        guard let label = correction.is.flatMap(Sentiment.Label.init), label != sentiment.label
        else { return self }
        return TaggedMention(
            mention: mention, sentiment: Sentiment(label: label, score: label.plainScore),
            isToneCorrected: true)
    }

    fileprivate func naming(_ brand: Brand.ID) -> TaggedMention {
        TaggedMention(
            mention: Mention(
                brand: brand, form: mention.form, field: mention.field, range: mention.range),
            sentiment: sentiment, isToneCorrected: isToneCorrected)
    }
}

extension Sentiment.Label {
    fileprivate var plainScore: Double {
        switch self {
        case .positive: 0.5
        case .negative: -0.5
        case .neutral, .mixed, .undecided: 0
        }
    }
}
