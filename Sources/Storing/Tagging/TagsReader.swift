import Model

/// Reads what `TagsColumn` wrote, now or in an earlier layout.
struct TagsReader {
    private var packed: PackedReader
    private let layout: TagsLayout
    private let keepsReasons: Bool
    private var lastRule = ""
    /// What the whole text's tone was made of.
    private var known: [SentimentEvidence] = []
    /// Toward each brand, as it was told last.
    private var tones: [Brand.ID: Sentiment] = [:]

    /// - Parameter packed: behind the number of the layout.
    init(_ packed: PackedReader, layout: TagsLayout, keepsReasons: Bool) {
        self.packed = packed
        self.layout = layout
        self.keepsReasons = keepsReasons
    }

    mutating func tags() throws(PackedReader.Damage) -> Tags {
        let language = try language()
        let sentiment = try sentiment { reader throws(PackedReader.Damage) in
            try reader.evidence()
        }
        known = sentiment.evidence
        let categories = try list { reader throws(PackedReader.Damage) in try reader.category() }
        let mentions = try list { reader throws(PackedReader.Damage) in try reader.mention() }
        let severity = try packed.choice(among: TagsColumn.Cases.severities)
        let severityReason = try packed.text()
        let (team, teamReason) = (Team.ID(try packed.text()), try packed.text())
        let tags = Tags(
            language: language, sentiment: sentiment, categories: categories,
            facets: try facets(), mentions: mentions, severity: severity,
            severityReason: severityReason, team: team, teamReason: teamReason)
        guard packed.isAtEnd else { throw PackedReader.Damage() }
        return tags
    }

    // MARK: - Private

    private mutating func language() throws(PackedReader.Damage) -> DetectedLanguage {
        let (code, confidence) = (LanguageCode(rawValue: try packed.text()), try number())
        guard layout >= .present else {
            return DetectedLanguage(code: code, confidence: confidence)
        }
        return DetectedLanguage(
            code: code, confidence: confidence,
            also: try list { reader throws(PackedReader.Damage) in
                LanguageCode(rawValue: try reader.packed.text())
            })
    }

    private mutating func facets() throws(PackedReader.Damage) -> FacetTags {
        var facets = FacetTags()
        guard layout >= .fourth else { return facets }
        for _ in 0..<(try packed.count()) {
            let facet = Facet.ID(try packed.text())
            facets[facet] = try list { reader throws(PackedReader.Damage) in
                try reader.category()
            }
        }
        return facets
    }

    private mutating func mention() throws(PackedReader.Damage) -> TaggedMention {
        let mention = Mention(
            brand: Brand.ID(try packed.text()), form: try packed.text(), field: try field(),
            range: try range(), confidence: layout >= .fourth ? try packed.decimal() : 1)
        return TaggedMention(mention: mention, sentiment: try tone(toward: mention.brand))
    }

    private mutating func tone(toward brand: Brand.ID) throws(PackedReader.Damage) -> Sentiment {
        if layout >= .third, try packed.flag() {
            guard let told = tones[brand] else { throw PackedReader.Damage() }
            return told
        }
        let tone = try sentiment { reader throws(PackedReader.Damage) in
            try reader.evidenceBesideText()
        }
        tones[brand] = tone
        return tone
    }

    private mutating func category() throws(PackedReader.Damage) -> CategoryTag {
        CategoryTag(
            id: Model.Category.ID(try packed.text()), confidence: try number(),
            evidence: try reasons { reader throws(PackedReader.Damage) in
                CategoryEvidence(
                    rule: try reader.rule(), term: try reader.reason(),
                    field: try reader.field(), range: try reader.range())
            })
    }

    private mutating func sentiment(
        _ evidence: (inout TagsReader) throws(PackedReader.Damage) -> SentimentEvidence
    ) throws(PackedReader.Damage) -> Sentiment {
        Sentiment(
            label: try packed.choice(among: TagsColumn.Cases.labels), score: try number(),
            evidence: try reasons(evidence))
    }

    private mutating func evidence() throws(PackedReader.Damage) -> SentimentEvidence {
        let term = try reason()
        let (field, range) = (try field(), try range())
        guard layout >= .second else {
            return SentimentEvidence(
                term: term, field: field, range: range, weight: try packed.double(),
                isNegated: try packed.flag())
        }
        let isNegated = try packed.flag()
        return SentimentEvidence(
            term: term, field: field, range: range, weight: try packed.decimal(),
            isNegated: isNegated)
    }

    private mutating func evidenceBesideText() throws(PackedReader.Damage) -> SentimentEvidence {
        guard layout >= .second else { return try evidence() }
        let place = try packed.number()
        guard place > 0 else { return try evidence() }
        let weight = try packed.decimal()
        guard keepsReasons else { return Self.leftOut }
        guard place <= known.count else { throw PackedReader.Damage() }
        let same = known[place - 1]
        return SentimentEvidence(
            term: same.term, field: same.field, range: same.range, weight: weight,
            isNegated: same.isNegated)
    }

    private mutating func rule() throws(PackedReader.Damage) -> String {
        guard layout >= .second else { return try reason() }
        lastRule = try packed.text(after: lastRule)
        return lastRule
    }

    /// A text that only a reason needs.
    private mutating func reason() throws(PackedReader.Damage) -> String {
        if keepsReasons { return try packed.text() }
        try packed.skipText()
        return ""
    }

    private mutating func number() throws(PackedReader.Damage) -> Double {
        layout >= .second ? try packed.decimal() : try packed.double()
    }

    private mutating func field() throws(PackedReader.Damage) -> TextField {
        try packed.choice(among: TagsColumn.Cases.fields)
    }

    private mutating func range() throws(PackedReader.Damage) -> Range<Int> {
        let start = try packed.number()
        let (end, isTooFar) = start.addingReportingOverflow(try packed.number())
        guard !isTooFar else { throw PackedReader.Damage() }
        return start..<end
    }

    private mutating func list<Element>(
        _ element: (inout TagsReader) throws(PackedReader.Damage) -> Element
    ) throws(PackedReader.Damage) -> [Element] {
        let count = try packed.count()
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try element(&self)) }
        return list
    }

    /// All of them are read, whether any is kept or not.
    private mutating func reasons<Element>(
        _ element: (inout TagsReader) throws(PackedReader.Damage) -> Element
    ) throws(PackedReader.Damage) -> [Element] {
        if keepsReasons { return try list(element) }
        for _ in 0..<(try packed.count()) { _ = try element(&self) }
        return []
    }

    private static let leftOut = SentimentEvidence(term: "", range: 0..<0, weight: 0)
}
