// The shapes of `earshot tag`: ranges are `start` and `end`, and `field` is written only for a title.

/// `start` and `end` in Unicode scalars, and the field they count in.
private struct Place: Codable {
    let field: TextField?
    let start: Int
    let end: Int

    init(_ field: TextField, _ range: Range<Int>) {
        self.field = field == .text ? nil : field
        start = range.lowerBound
        end = range.upperBound
    }

    func range(in decoder: any Decoder) throws -> Range<Int> {
        guard start >= 0, start <= end else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "start after end"))
        }
        return start..<end
    }
}

extension SentimentEvidence: Codable {
    private enum CodingKeys: String, CodingKey {
        case term, weight, negated
    }

    package func encode(to encoder: any Encoder) throws {
        try Place(field, range).encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(term, forKey: .term)
        try container.encode(weight, forKey: .weight)
        try container.encode(isNegated, forKey: .negated)
    }

    package init(from decoder: any Decoder) throws {
        let place = try Place(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            term: try container.decode(String.self, forKey: .term), field: place.field ?? .text,
            range: try place.range(in: decoder),
            weight: try container.decode(Double.self, forKey: .weight),
            isNegated: try container.decode(Bool.self, forKey: .negated))
    }
}

extension CategoryEvidence: Codable {
    private enum CodingKeys: String, CodingKey {
        case rule, term
    }

    package func encode(to encoder: any Encoder) throws {
        try Place(field, range).encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(term, forKey: .term)
    }

    package init(from decoder: any Decoder) throws {
        let place = try Place(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            rule: try container.decode(String.self, forKey: .rule),
            term: try container.decode(String.self, forKey: .term),
            field: place.field ?? .text, range: try place.range(in: decoder))
    }
}

extension DetectedLanguage: Codable {
    private enum CodingKeys: String, CodingKey {
        case code, confidence, also
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !also.isEmpty { try container.encode(also, forKey: .also) }
        try container.encode(code, forKey: .code)
        try container.encode(confidence, forKey: .confidence)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            code: try container.decode(LanguageCode.self, forKey: .code),
            confidence: try container.decode(Double.self, forKey: .confidence),
            also: try container.decodeIfPresent([LanguageCode].self, forKey: .also) ?? [])
    }
}

extension TaggedMention: Codable {
    private enum CodingKeys: String, CodingKey {
        case brand, form, confidence, direct, sentiment
    }

    package func encode(to encoder: any Encoder) throws {
        try Place(mention.field, mention.range).encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(mention.brand, forKey: .brand)
        try container.encode(mention.form, forKey: .form)
        try container.encode(mention.confidence, forKey: .confidence)
        try container.encode(mention.isDirect, forKey: .direct)
        try container.encode(sentiment, forKey: .sentiment)
    }

    package init(from decoder: any Decoder) throws {
        let place = try Place(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            mention: Mention(
                brand: try container.decode(Brand.ID.self, forKey: .brand),
                form: try container.decode(String.self, forKey: .form),
                field: place.field ?? .text, range: try place.range(in: decoder),
                confidence: try container.decode(Double.self, forKey: .confidence)),
            sentiment: try container.decode(Sentiment.self, forKey: .sentiment))
    }
}

extension Tags: Codable {
    private enum CodingKeys: String, CodingKey {
        case language, sentiment, categories, facets, mentions, severity, severityReason, team,
            teamReason
        case spam
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(language, forKey: .language)
        try container.encode(sentiment, forKey: .sentiment)
        try container.encode(categories, forKey: .categories)
        if !facets.isEmpty { try container.encode(facets, forKey: .facets) }
        try container.encode(mentions, forKey: .mentions)
        try container.encode(severity, forKey: .severity)
        try container.encode(severityReason, forKey: .severityReason)
        try container.encode(team, forKey: .team)
        try container.encode(teamReason, forKey: .teamReason)
        try container.encode(isSpam, forKey: .spam)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            language: try container.decode(DetectedLanguage.self, forKey: .language),
            sentiment: try container.decode(Sentiment.self, forKey: .sentiment),
            categories: try container.decode([CategoryTag].self, forKey: .categories),
            facets: try container.decodeIfPresent(FacetTags.self, forKey: .facets) ?? FacetTags(),
            mentions: try container.decode([TaggedMention].self, forKey: .mentions),
            severity: try container.decode(Severity.self, forKey: .severity),
            severityReason: try container.decode(String.self, forKey: .severityReason),
            team: try container.decode(Team.ID.self, forKey: .team),
            teamReason: try container.decode(String.self, forKey: .teamReason))
    }
}
