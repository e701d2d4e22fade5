package import Foundation
package import Model

extension HeardEntry {
    /// What a sample says of one brand: the name as written, and the tone with its words.
    package struct Saying: Sendable {
        package let brand: Brand.ID
        package let form: String
        package let label: Sentiment.Label
        package let score: Double
        package let words: [(term: String, weight: Double)]

        package init(
            of brand: Brand.ID, as form: String, _ label: Sentiment.Label = .neutral,
            score: Double = 0, words: [(term: String, weight: Double)] = []
        ) {
            self.brand = brand
            self.form = form
            self.label = label
            self.score = score
            self.words = words
        }
    }

    /// An entry that a test makes up, tagged as told; places are looked up in the title and text.
    package static func sample(
        _ sequence: Int64, _ text: String, title: String? = nil, saying: [Saying],
        feed: Feed.ID = "kurier", link: String? = nil, at date: Date = .sample,
        heardAt: Date? = nil, story: StoryMembership? = nil, language: LanguageCode = .english,
        categories: [CategoryTag] = [], facets: FacetTags = FacetTags(),
        severity: Severity = .normal, severityReason: String = "no rule",
        team: Team.ID = "support", teamReason: String = "rules/routing.yaml:12",
        author: String? = nil, authorName: String? = nil
    ) -> HeardEntry {
        HeardEntry(
            sequence: sequence, feed: feed, id: Entry.ID("entry-\(sequence)"), link: link,
            title: title, text: text, author: author, authorName: authorName, date: date,
            heardAt: heardAt ?? date, reportedAt: heardAt ?? date,
            story: story ?? StoryMembership(id: sequence, reason: .first, similarity: 1),
            tags: Tags(
                language: DetectedLanguage(code: language, confidence: 0.9), sentiment: .neutral,
                categories: categories, facets: facets,
                mentions: saying.map { mention($0, title: title ?? "", text: text) },
                severity: severity, severityReason: severityReason, team: team,
                teamReason: teamReason))
    }

    // MARK: - Private

    private static func mention(_ saying: Saying, title: String, text: String) -> TaggedMention {
        let place = place(of: saying.form, title: title, text: text)
        let evidence = saying.words.map { word in
            let place = Self.place(of: word.term, title: title, text: text)
            return SentimentEvidence(
                term: word.term, field: place.field, range: place.range, weight: word.weight)
        }
        return TaggedMention(
            mention: Mention(
                brand: saying.brand, form: saying.form, field: place.field, range: place.range),
            sentiment: Sentiment(label: saying.label, score: saying.score, evidence: evidence))
    }

    private static func place(of term: String, title: String, text: String)
        -> (field: TextField, range: Range<Int>)
    {
        if let range = scalars(of: term, in: text) { return (.text, range) }
        return (.title, scalars(of: term, in: title) ?? 0..<0)
    }

    private static func scalars(of term: String, in text: String) -> Range<Int>? {
        guard let found = text.range(of: term, options: .caseInsensitive) else { return nil }
        let start = text.unicodeScalars.distance(from: text.startIndex, to: found.lowerBound)
        let length = text.unicodeScalars.distance(from: found.lowerBound, to: found.upperBound)
        return start..<start + length
    }
}

extension CategoryTag {
    package static func sample(_ id: Model.Category.ID, by term: String = "word") -> CategoryTag {
        CategoryTag(
            id: id, confidence: 0.8,
            evidence: [
                CategoryEvidence(rule: "rules/categories.yaml:31", term: term, range: 0..<1)
            ])
    }
}

extension Date {
    /// Sunday, 22 November 2026, 12:00 UTC.
    package static let sample = Date(timeIntervalSince1970: 1_795_348_800)
}
